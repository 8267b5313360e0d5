#include "server/app/left_to_reception.h"

#include <algorithm>
#include <array>

namespace server::app {
namespace {

struct Advice {
    std::string_view word;
    std::string_view text;
};

constexpr std::array kAdvice{
    Advice{kDoubtfulTime, "It is not certain when the person came. Decide the time of arrival."},
    Advice{kWasCancelled,
           "The person came, but the appointment was cancelled. Record the arrival for the right "
           "appointment, or take it back."},
    Advice{kWasMoved,
           "The person came, but the appointment was moved. Record the arrival for the new one and "
           "take this one back."},
    Advice{kNotHere,
           "The person came, but the appointment is not a meeting at this hub. Look at it in the case "
           "system, and take the arrival back if it is wrong."},
    Advice{kOtherDay,
           "The person came on another day than the appointment's. Record the arrival for the right "
           "appointment, and take this one back."},
    Advice{kUnknownAppointment,
           "Arrived for an appointment this hub does not know. Read the schedule, find it in the case "
           "system, then settle the time or take it back."},
    Advice{kAnotherPerson,
           "The arrival was made under another person's entry. Make sure who came, then settle the "
           "time or take it back."},
    Advice{kTakenBackLate,
           "The person took the check-in back at the kiosk, and it is not certain that this was soon enough. "
           "Take "
           "the arrival back, or settle its time if they stayed."},
    Advice{kTimeChanged,
           "The appointment's time was changed after the person came, and at the new one they came "
           "otherwise. Decide the time of arrival, or submit it as it stands."},
};

}  // namespace

std::string_view advice_on(std::string_view word) {
    const auto found =
        std::find_if(kAdvice.begin(), kAdvice.end(), [&](const Advice& one) { return one.word == word; });
    return found == kAdvice.end() ? kAdvice.front().text : found->text;
}

}  // namespace server::app
