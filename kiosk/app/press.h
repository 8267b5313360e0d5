#pragma once

#include <cstddef>
#include <variant>

#include "shared/domain/late_reason.h"

namespace kiosk::app {

/// What a person means by pressing something. One type an act; `update` decides what follows from it.
namespace press {
struct Start {};     ///< "Check in" on the welcome screen
struct Continue {};  ///< "I have read this", "Next"
struct Day {
    unsigned day = 0;
};  ///< 1-31
struct Month {
    unsigned month = 0;
};                    ///< 1-12
struct UseLetter {};  ///< answer with the first letter of a name
struct UseYear {};    ///< answer with the year of birth
struct Letter {
    char letter = 'A';
};  ///< A-Z
struct Digit {
    unsigned digit = 0;
};                ///< one digit of the year
struct Erase {};  ///< take the last digit away
struct StartTime {
    std::size_t index = 0;
};                         ///< one of the start times offered to tell two people apart
struct ConfirmArrival {};  ///< "Yes, check me in"
struct NotMe {};           ///< "No, this is not right"
struct Undo {};            ///< take the check-in back
struct GiveReason {
    domain::LateReason reason = domain::LateReason::Other;
};
struct SkipReason {};
struct Finish {};  ///< "Done": back to the welcome screen
struct Back {};
struct Help {};  ///< "I would rather speak to someone"
struct StartAgain {};
struct StayHere {};  ///< answers "Are you still there?"
}  // namespace press

using Press =
    std::variant<press::Start, press::Continue, press::Day, press::Month, press::UseLetter, press::UseYear,
                 press::Letter, press::Digit, press::Erase, press::StartTime, press::ConfirmArrival,
                 press::NotMe, press::Undo, press::GiveReason, press::SkipReason, press::Finish, press::Back,
                 press::Help, press::StartAgain, press::StayHere>;

}  // namespace kiosk::app
