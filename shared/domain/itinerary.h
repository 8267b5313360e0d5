#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/strong_id.h"
#include "shared/domain/calendar.h"

/// What goes on at a hub, for everybody to read (docs/rules.md, "The itinerary"). Nothing in it is about one
/// person who comes.
namespace domain {

using SessionId = base::StrongId<struct SessionTag>;  ///< UUID of one session

/// Each of the four belongs to the guaranteed minimum of a working week.
enum class SessionKind { Group, Family, OneToOne, Specialist };
inline constexpr std::array kSessionKinds{SessionKind::Group, SessionKind::Family, SessionKind::OneToOne,
                                          SessionKind::Specialist};

/// Who may come. `YoungAdults` are 18 to 25.
enum class Audience { Everyone, Women, Men, YoungAdults, Families };
inline constexpr std::array kAudiences{Audience::Everyone, Audience::Women, Audience::Men,
                                       Audience::YoungAdults, Audience::Families};

/// How to get a place.
enum class JoinWay { DropIn, AskReception, AskWorker };
inline constexpr std::array kJoinWays{JoinWay::DropIn, JoinWay::AskReception, JoinWay::AskWorker};

enum class SessionState { Planned, Moved, Cancelled, Full };
inline constexpr std::array kSessionStates{SessionState::Planned, SessionState::Moved,
                                           SessionState::Cancelled, SessionState::Full};

/// The words of messages, the store and hubctl: `group`, `family`, `one_to_one`, `specialist`; `everyone`,
/// `women`, `men`, `young_adults`, `families`; `drop_in`, `ask_reception`, `ask_worker`; `planned`, `moved`,
/// `cancelled`, `full`.
std::string_view to_word(SessionKind kind);
std::string_view to_word(Audience audience);
std::string_view to_word(JoinWay way);
std::string_view to_word(SessionState state);

/// The one of `all` with this word; none for another word.
template <class Enum, std::size_t Size>
std::optional<Enum> from_word(const std::array<Enum, Size>& all, std::string_view word) {
    for (const Enum one : all) {
        if (to_word(one) == word) return one;
    }
    return std::nullopt;
}

/// A title in another language than English.
struct TitleIn {
    std::string language;  ///< BCP 47
    std::string text;
    bool operator==(const TitleIn&) const = default;
};

/// One session of the itinerary.
struct Session {
    SessionId id;
    SessionKind kind = SessionKind::Group;
    base::Instant start{};
    base::Instant end{};
    std::string room;
    std::string title;  ///< English, neutral: it stands on a public screen and says nobody's reason to come
    std::vector<TitleIn> titles;
    std::string facilitator;  ///< first name; may be empty
    Audience audience = Audience::Everyone;
    JoinWay join = JoinWay::DropIn;
    std::optional<unsigned> places_left;  ///< none: not counted
    std::string language = "en";          ///< what is spoken, BCP 47

    SessionState state = SessionState::Planned;
    std::optional<base::Instant> changed_at;  ///< when it became what it is; none while planned
    std::optional<base::Instant> was_start;   ///< of a moved one, where the time changed
    std::string was_room;                     ///< of a moved one, where the room changed; else empty

    bool operator==(const Session&) const = default;
};

/// Characters: a title stands on a button in letters of 0.7 degrees.
inline constexpr std::size_t kTitleCharsMax = 40;
inline constexpr std::size_t kRoomCharsMax = 24;
inline constexpr std::size_t kFirstNameCharsMax = 40;
inline constexpr std::size_t kUtf8BytesMax = 4;  ///< of one character
inline constexpr std::size_t kTitlesMax = 20;
inline constexpr unsigned kPlacesMax = 500;
/// A day's programme has no more; with kItineraryDays it bounds what a kiosk is sent.
inline constexpr std::size_t kSessionsADayMax = 24;
/// Today and the six days after it: every one of them holds five working days.
inline constexpr unsigned kItineraryDays = 7;
inline constexpr std::chrono::hours kSessionLongest{12};

/// Whether it is at another time or place than at first, in whatever state.
bool is_moved(const Session& session);

/// Something that may stand on a public screen: UTF-8, not empty, within `chars_max` characters, without
/// control characters and without the marks that turn the direction of a text.
bool is_public_text(std::string_view text, std::size_t chars_max);

/// InvalidInput that says what is wrong and what to do: a title that is missing or says why somebody comes,
/// an end that is not after the start, a day that is not the start's, no room, more than a first name.
base::Done check(const Session& session);

/// The session at another time or place; a full one stays full. Conflict when it is cancelled or nothing is
/// different; InvalidInput as check() has it.
base::Result<Session> moved(Session session, base::Instant start, base::Instant end, std::string room,
                            base::Instant now);
/// Conflict when it is cancelled already.
base::Result<Session> cancelled(Session session, base::Instant now);
/// No place is left. Conflict when it is cancelled or full already.
base::Result<Session> full(Session session, base::Instant now);
/// There are places again, so many if they are counted: planned, or moved where it was moved before. Conflict
/// when it is not full.
base::Result<Session> opened(Session session, std::optional<unsigned> places_left, base::Instant now);

/// Monday to Friday of the week of this day.
std::array<Date, 5> working_week_of(Date day);
/// Which of the four kinds the working week of this day lacks; cancelled sessions do not count.
std::vector<SessionKind> missing_kinds(std::span<const Session> sessions, Date day);

/// Whether it stands on the programme of this day: it is or, before it was moved, was then.
bool stands_on(const Session& session, Date day);

/// The days a programme shows from `today` on: today, then the working days, and a Saturday or Sunday when
/// something is on; within kItineraryDays.
std::vector<Date> days_shown(std::span<const Session> sessions, Date today);

/// Whether somebody of this audience may come; everything is for a person who has not said who they are
/// (Everyone).
bool is_for(const Session& session, Audience audience);

/// Those of the day for this audience, by start. One that was moved to another day stands on both, so that
/// whoever comes for it finds it.
std::vector<Session> sessions_on(std::span<const Session> sessions, Date day, Audience audience);

/// The title in this language, or in English where there is none.
const std::string& title_in(const Session& session, std::string_view language);

}  // namespace domain
