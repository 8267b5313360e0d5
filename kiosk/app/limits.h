#pragma once

#include <chrono>
#include <cstddef>

/// Every wait and every number of tries of a visit. All times are measured on the boot-time clock.
namespace kiosk::app {

/// A new visit that begins within this time after the last one ended continues the kiosk's run of use; so
/// long may a touch of the welcome screen wait for what follows it.
inline constexpr std::chrono::seconds kRunBreak{15};

/// Without a touch for this long the person is asked whether they are still there (checklist C34).
inline constexpr std::chrono::seconds kIdle{60};
/// So long "Are you still there?" can be answered by one press; then everything typed is wiped.
inline constexpr std::chrono::seconds kStillThere{20};
/// A confirmation clears by itself (checklist C54).
inline constexpr std::chrono::seconds kConfirmationShown{8};
/// Every wait for a person is so many times as long in a mode in which reading takes longer.
inline constexpr int kLonger = 2;
/// In calm mode the seconds left are told in steps of so many, rounded down: nobody has less than they read.
inline constexpr unsigned kCalmStepSeconds = 5;
/// Nothing clears under a finger: not before this time after a touch.
inline constexpr std::chrono::seconds kAfterTouch{3};
/// Screens that end a visit and ask the person to do something else clear by themselves.
inline constexpr std::chrono::seconds kAdviceShown{30};
/// Whoever was called, or has set out, should be here by then; after it the person is shown to the desk and
/// may call again.
inline constexpr std::chrono::minutes kHelpExpected{3};
/// "Someone will come to you" stands longer than that.
inline constexpr std::chrono::minutes kHelpShown{4};
/// While somebody waits for help, the server is asked this often whether anybody has set out.
inline constexpr std::chrono::seconds kCallAskedEvery{3};

/// A search that has no answer by then is made in today's list instead.
inline constexpr std::chrono::seconds kFindWait{4};
/// The journal has this long to take an act; then the person is sent to reception.
inline constexpr std::chrono::seconds kKeepWait{5};
/// The server has this long to answer a journaled arrival; then the person is told "saved here".
inline constexpr std::chrono::seconds kAnswerWait{3};

/// Searches of one visit that find nobody, until the person is shown to reception.
inline constexpr unsigned kTriesMax = 3;
/// So many searches without a match within kMissesWithin slow the kiosk down and call reception.
inline constexpr std::size_t kManyMisses = 9;
inline constexpr std::chrono::minutes kMissesWithin{10};
/// How much longer each search then takes.
inline constexpr std::chrono::seconds kSlowedSearch{5};

/// Rows of the picture of the twelve areas on one screen (checklist C44).
inline constexpr std::size_t kPictureRows = 3;

/// The first screen stands untouched for so long: then the kiosk turns through today's programme.
inline constexpr std::chrono::seconds kSaverAfter{60};
/// So long each of its pages is shown.
inline constexpr std::chrono::seconds kSaverTurn{10};
/// A page that does not turn is looked at so often for sessions that have ended.
inline constexpr std::chrono::seconds kSaverRenewed{60};
/// Sessions on one page: of the itinerary, of it in few words and large letters, and of the screen saver.
inline constexpr std::size_t kSessionsAPage = 3;
inline constexpr std::size_t kSessionsAPageShort = 2;
inline constexpr std::size_t kSaverSessions = 4;

/// The staff corner's number.
inline constexpr std::size_t kPinDigitsMin = 6;
inline constexpr std::size_t kPinDigitsMax = 12;
/// So many wrong ones in a row shut the corner for kStaffLocked.
inline constexpr unsigned kWrongPinsMax = 5;
inline constexpr std::chrono::minutes kStaffLocked{15};
/// A pause longer than that begins the key sequence of the corner anew.
inline constexpr std::chrono::seconds kStaffKeyWait{5};
/// Places to touch in the test of the glass: three by three.
inline constexpr std::size_t kTouchPlaces = 9;

/// Start times that may be offered to tell people apart; with more, reception helps.
inline constexpr std::size_t kStartTimesShownMax = 12;
/// Arrivals kept in mind so that nobody is checked in twice; the oldest are forgotten.
inline constexpr std::size_t kRememberedMax = 5000;

}  // namespace kiosk::app
