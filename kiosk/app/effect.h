#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/app/staff_state.h"
#include "shared/base/clock.h"
#include "shared/base/secret.h"
#include "shared/protocol/messages.h"

/// What `update` wants done in the world. The runtime does it and answers with events.
namespace kiosk::app {
namespace effect {

/// Ask the server who this is: event::FindAnswered with the same number, in any case and soon (see
/// kFindWait in limits.h).
struct Find {
    std::uint64_t search = 0;
    protocol::FindRequest request;
};
/// Write the arrival to the journal (event::Kept or event::KeepFailed), then send it. The id is in the
/// request; `told` and `recorded_offline` are filled at each sending.
struct KeepArrival {
    protocol::ArrivalRequest request;
};
/// The person has been told "saved here, will be sent": a later sending says so.
struct MarkToldSaved {
    domain::ArrivalId arrival;
};
/// Journaled and sent like an arrival, with event::Kept or event::KeepFailed.
struct KeepUndo {
    domain::ArrivalId arrival;
    domain::DeviceTime confirmed;   ///< when the check-in was
    domain::DeviceTime taken_back;  ///< and when this is
};
struct KeepReason {
    domain::ArrivalId arrival;
    domain::LateReason reason = domain::LateReason::Other;
};
/// Call reception to this kiosk. The runtime makes the call's id.
struct CallReception {
    protocol::CallCause cause = protocol::CallCause::Asked;
    std::string language;
    std::uint64_t call = 0;  ///< by which effect::AskAboutCall asks; 0: nobody waits for the answer
};
/// Has anybody set out for the person who waits? event::CallAnswered once somebody has; otherwise nothing.
struct AskAboutCall {
    std::uint64_t call = 0;
};
/// What became of an offer, journaled and sent like an arrival: event::Kept or event::KeepFailed. Anonymous
/// answers are written down with it, apart, and sent at the close of day.
struct KeepOffer {
    protocol::OfferWord word;
    std::optional<protocol::AnonymousAnswers> apart;
    domain::Date day{};  ///< of London, for what is held apart
};
/// What is held apart of days before this one is sent now, in an order of chance.
struct SendAnswers {
    domain::Date before{};
};
/// Today's list is wanted: event::ListArrived when it comes.
struct FetchList {};
/// What staff set is to outlive the program, event::StaffStateNotKept when it will not. Done before a later
/// effect::CheckStaffPin.
struct KeepStaffState {
    StaffState state;
};
/// Is this the staff's number? event::StaffPinChecked with the same number.
struct CheckStaffPin {
    std::uint64_t number = 0;
    base::Secret pin;
};
/// How many records wait in the journal: event::JournalCounted.
struct CountJournal {};
/// The program is to end and to be started again by whoever keeps it running.
struct RestartProgram {};
/// A sentence in the displayed language, whoever hears it.
struct PlaySample {};
/// event::Tick is wanted at this boot time; a later one replaces an earlier one.
struct WakeAt {
    base::BootTime since_boot{};
};

}  // namespace effect

using Effect =
    std::variant<effect::Find, effect::KeepArrival, effect::MarkToldSaved, effect::KeepUndo,
                 effect::KeepReason, effect::KeepOffer, effect::SendAnswers, effect::CallReception,
                 effect::AskAboutCall, effect::FetchList, effect::KeepStaffState, effect::CheckStaffPin,
                 effect::CountJournal, effect::RestartProgram, effect::PlaySample, effect::WakeAt>;

}  // namespace kiosk::app
