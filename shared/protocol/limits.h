#pragma once

#include <cstddef>
#include <cstdint>

/// The largest of everything that kiosk and server say to each other. A message beyond one of them is refused
/// by its decoder; whoever makes a message keeps within them.
namespace protocol {

inline constexpr std::size_t kRequestBytesMax = 64 * 1024;
inline constexpr std::size_t kReplyBytesMax = 8 * 1024 * 1024;  ///< today's list of a large hub

inline constexpr std::size_t kDepthMax = 8;           ///< objects and arrays inside one another
inline constexpr std::size_t kFieldsMax = 32;         ///< in one object
inline constexpr std::size_t kOpaqueIdBytesMax = 64;  ///< letters, digits, `-`, `_`
inline constexpr std::size_t kLanguageBytesMax = 35;  ///< RFC 5646 4.4.1
inline constexpr std::size_t kVersionBytesMax = 64;
inline constexpr std::size_t kInitialBytesMax = 16;  ///< one letter of any script with its marks
inline constexpr std::size_t kProblemTextBytesMax = 1024;

inline constexpr std::size_t kCoveredMax = 10;     ///< appointments of one check-in
inline constexpr std::size_t kLaterMax = 32;       ///< appointments of one person on one day
inline constexpr std::size_t kStartTimesMax = 32;  ///< choices when the start time must tell people apart
inline constexpr std::size_t kPeopleMax = 5000;    ///< on today's list
inline constexpr std::size_t kKeysMax = 128;       ///< of one person on today's list

inline constexpr std::size_t kOffersMax = 8;                ///< open for one person
inline constexpr std::size_t kTextLanguagesMax = 24;        ///< of one text in a survey's definition
inline constexpr std::size_t kSurveyBytesMax = 256 * 1024;  ///< one definition
inline constexpr std::size_t kAnswersTogetherMax = 5;       ///< people's answers in one message

/// Of the itinerary: every day full, every title in every language.
inline constexpr std::size_t kItineraryBytesMax = 2 * 1024 * 1024;
inline constexpr std::size_t kSessionsMax = 168;       ///< domain::kSessionsADayMax on domain::kItineraryDays
inline constexpr std::size_t kFileSessionsMax = 1000;  ///< of one itinerary file

inline constexpr std::int64_t kWaitingMax = 1'000'000;          ///< records in a kiosk's journal
inline constexpr std::int64_t kGraceSecondsMax = 24 * 60 * 60;  ///< of grace after the start
inline constexpr std::int64_t kSinceBootMicrosecondsMax =
    9'007'199'254'740'991;  ///< whole in every JSON reader
inline constexpr std::int64_t kSkewMillisecondsMax = 9'007'199'254'740'991;
inline constexpr std::int64_t kTouchedAgoMillisecondsMax = 24 * 60 * 60 * 1000;  ///< since a visit began
inline constexpr std::int64_t kBirthYearMin = 1900;
inline constexpr std::int64_t kBirthYearMax = 2200;

}  // namespace protocol
