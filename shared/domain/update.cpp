#include "shared/domain/update.h"

#include <array>
#include <tuple>

namespace domain {
namespace {

constexpr std::array kStates{UpdateState::Held,      UpdateState::Sending,
                             UpdateState::Drafted,   UpdateState::WaitingForPerson,
                             UpdateState::Submitted, UpdateState::Withdrawn};

}  // namespace

std::string_view to_word(UpdateState state) {
    switch (state) {
        case UpdateState::Held:
            return "held";
        case UpdateState::Sending:
            return "sending";
        case UpdateState::Drafted:
            return "drafted";
        case UpdateState::WaitingForPerson:
            return "waiting_for_person";
        case UpdateState::Submitted:
            return "submitted";
        case UpdateState::Withdrawn:
            return "withdrawn";
    }
    return "";
}

std::optional<UpdateState> update_state_from_word(std::string_view word) {
    for (const UpdateState state : kStates) {
        if (to_word(state) == word) return state;
    }
    return std::nullopt;
}

base::Instant deadline_of(Attendance attendance, const Appointment& appointment, const Calendar& calendar) {
    switch (attendance) {
        case Attendance::Yes:
        case Attendance::Late:
            return calendar.one_business_day_after(appointment.start);
        case Attendance::No:
            return appointment.start + kAbsenceToldWithin;
    }
    return appointment.start;
}

bool more_urgent(const Update& a, const Update& b) {
    return std::tie(a.deadline, a.start, a.id) < std::tie(b.deadline, b.start, b.id);
}

}  // namespace domain
