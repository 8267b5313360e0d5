#include "server/app/record_arrival.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "server/app/hub_rules.h"
#include "server/app/left_to_reception.h"
#include "server/app/offers.h"
#include "server/app/owed_update.h"
#include "shared/base/if_found.h"
#include "shared/protocol/limits.h"

namespace server::app {
namespace {

using base::ErrorKind;
using domain::Appointment;
using domain::AppointmentId;
using domain::AppointmentStatus;
using domain::AttendanceEvent;
using domain::AttendanceRecord;
using domain::ClockState;
using domain::EventKind;
using protocol::ArrivalOutcome;
using protocol::ArrivalReply;
using protocol::ArrivalRequest;
using protocol::ArrivalResult;

/// When the person came, by the hub's own clock.
struct Visit {
    base::Instant first_touch{};
    base::Instant run_began{};  ///< never after the first touch
    ClockState clock = ClockState::Sure;
};

Visit visit_of(const ArrivalRequest& request, const Moment& moment) {
    const auto touch = domain::true_time(request.first_touch, request.told, moment.now, moment.clock);
    const auto run = domain::true_time(request.run_began, request.told, moment.now, moment.clock);
    // A run whose beginning is less certain than the touch proves nothing of a queue.
    const bool run_holds = run.clock == touch.clock && run.at <= touch.at;
    return {touch.at, run_holds ? run.at : touch.at, touch.clock};
}

bool is_arrival(const AttendanceEvent& event) {
    return event.kind == EventKind::Arrived || event.kind == EventKind::CameAfterEnd;
}

/// What the person is told of an event of theirs. An arrival with a reason waits for reception.
ArrivalResult result_of(const AttendanceEvent& event) {
    if (event.kind == EventKind::CameAfterEnd) return ArrivalResult::CameAfterEnd;
    if (!event.reason.empty() || !event.attendance) return ArrivalResult::ForReception;
    return event.attendance == domain::Attendance::Yes ? ArrivalResult::Yes : ArrivalResult::Late;
}

base::Done check(const ArrivalRequest& request) {
    const std::set<AppointmentId> distinct(request.appointments.begin(), request.appointments.end());
    if (distinct.empty() || distinct.size() > protocol::kCoveredMax ||
        distinct.size() != request.appointments.size()) {
        return base::fail(ErrorKind::InvalidInput, "an arrival is for 1 to 10 different appointments");
    }
    return {};
}

/// Why reception must look at an arrival for this appointment, as a word kept with the event; else empty.
std::string why_for_reception(const Appointment& appointment, const Visit& visit) {
    if (visit.clock == ClockState::Doubtful) return std::string(kDoubtfulTime);
    if (appointment.status == AppointmentStatus::Cancelled) return std::string(kWasCancelled);
    if (appointment.status == AppointmentStatus::Superseded) return std::string(kWasMoved);
    if (!domain::expected_here(appointment)) return std::string(kNotHere);
    return {};
}

/// One arrival being recorded.
class Recording {
public:
    Recording(Transaction& transaction, const domain::KioskId& kiosk, const ArrivalRequest& request,
              const Occasion& occasion)
        : transaction_(transaction),
          kiosk_(kiosk),
          request_(request),
          occasion_(occasion),
          visit_(visit_of(request, occasion.moment)) {}

    ClockState clock() const { return visit_.clock; }

    base::Result<ArrivalOutcome> record(const AppointmentId& id) {
        const std::optional<Appointment> appointment = TRY(base::if_found(transaction_.appointment(id)));
        const AttendanceRecord before = TRY(record_of(transaction_, id));
        AttendanceEvent event = arrival_event(id);
        if (!appointment || appointment->person != request_.person) {
            event.reason = appointment ? kAnotherPerson : kUnknownAppointment;
            reception_cause_ = "for_reception";
            ArrivalOutcome kept = TRY(keep(std::move(event), appointment.value_or(Appointment{})));
            if (appointment) TRY_DONE(bring_update_in_line(transaction_, *appointment, before, occasion_));
            return kept;
        }
        const auto counted = domain::counted_arrival(visit_.first_touch, visit_.run_began, *appointment,
                                                     grace_of(occasion_.rules, *appointment));
        if (!tells_more(before, counted.at, visit_.clock)) {
            return ArrivalOutcome{id, appointment->start, ArrivalResult::AlreadyIn, sure_arrival(before),
                                  false};
        }
        decide(event, *appointment, counted);
        ArrivalOutcome outcome = TRY(keep(std::move(event), *appointment));
        if (outcome.result == ArrivalResult::Yes || outcome.result == ArrivalResult::Late) {
            TRY_DONE(open_offers_of_arrival(transaction_, *appointment, occasion_));
        }
        TRY_DONE(bring_update_in_line(transaction_, *appointment, before, occasion_));
        return outcome;
    }

    /// Calls reception when somebody has to look at once; the rest waits in the outbox or on the board.
    base::Done call_reception() {
        if (reception_cause_.empty()) return {};
        Call call;
        call.id = base::new_uuid(occasion_.entropy);
        call.kiosk = kiosk_;
        call.language = request_.language;
        call.cause = reception_cause_;
        // Of somebody who came while the kiosk was cut off, that was long ago.
        call.at = visit_.first_touch;
        call.heard_at = occasion_.moment.now;
        call.clock = visit_.clock;
        return transaction_.put(call);
    }

private:
    AttendanceEvent arrival_event(const AppointmentId& id) const {
        AttendanceEvent event = new_event(EventKind::Arrived, id, request_.person, occasion_);
        event.arrival = request_.arrival;
        event.at = visit_.first_touch;
        event.clock = visit_.clock;
        event.recorded_offline = request_.recorded_offline;
        event.actor = actor_of(kiosk_);
        event.touched = request_.first_touch;
        event.told = request_.told;
        return event;
    }

    void decide(AttendanceEvent& event, const Appointment& appointment,
                const domain::CountedArrival& counted) {
        event.reason = why_for_reception(appointment, visit_);
        if (visit_.clock == ClockState::Sure) {
            if (!domain::is_on(appointment, domain::london_date(visit_.first_touch))) {
                event.reason = kOtherDay;
                reception_cause_ = "for_reception";
                return;
            }
            if (visit_.first_touch > domain::end_of(appointment)) {
                event.kind = EventKind::CameAfterEnd;
                reception_cause_ = "came_after_end";
                return;
            }
        }
        event.at = counted.at;
        event.queued = counted.queued;
        event.attendance = domain::stamp(counted.at, appointment, grace_of(occasion_.rules, appointment));
    }

    base::Result<ArrivalOutcome> keep(AttendanceEvent event, const Appointment& appointment) {
        TRY_DONE(transaction_.append(event));
        return ArrivalOutcome{event.appointment, appointment.start, result_of(event), event.at, event.queued};
    }

    Transaction& transaction_;
    const domain::KioskId& kiosk_;
    const ArrivalRequest& request_;
    const Occasion& occasion_;
    Visit visit_;
    std::string reception_cause_;
};

/// Whether the event is of this very arrival. A kiosk that was enrolled anew has another name, and sends what
/// it still owes under the new one: the name proves nothing. Of erased people the touch is lost.
bool is_of(const AttendanceEvent& event, const ArrivalRequest& request) {
    const auto& asked = request.appointments;
    return event.person == request.person && std::count(asked.begin(), asked.end(), event.appointment) &&
           (!event.touched || event.touched == request.first_touch);
}

/// The answer to an arrival that was recorded before, from its events.
base::Result<ArrivalReply> answer_again(View& view, const ArrivalRequest& request,
                                        const std::vector<AttendanceEvent>& events) {
    for (const AttendanceEvent& event : events) {
        if (is_arrival(event) && !is_of(event, request))
            return base::fail(ErrorKind::Conflict, "this arrival's id belongs to another arrival");
    }
    ArrivalReply reply{request.arrival, ClockState::Sure, {}, {}};
    for (const AppointmentId& id : request.appointments) {
        const std::optional<Appointment> appointment = TRY(base::if_found(view.appointment(id)));
        const base::Instant start = appointment ? appointment->start : base::Instant{};
        const auto event = std::find_if(events.begin(), events.end(), [&](const AttendanceEvent& one) {
            return is_arrival(one) && one.appointment == id;
        });
        if (event != events.end()) {
            reply.clock = event->clock;
            reply.outcomes.push_back({id, start, result_of(*event), event->at, event->queued});
        } else {
            const AttendanceRecord record = TRY(record_of(view, id));
            reply.outcomes.push_back({id, start, ArrivalResult::AlreadyIn, sure_arrival(record), false});
        }
    }
    reply.offers = TRY(offers_to_make(view, request.person));
    return reply;
}

}  // namespace

base::Result<ArrivalReply> record_arrival(Transaction& transaction, const domain::KioskId& kiosk,
                                          const ArrivalRequest& request, const Occasion& occasion) {
    TRY_DONE(check(request));
    const std::vector<AttendanceEvent> events = TRY(transaction.events_of(request.arrival));
    if (!events.empty()) return answer_again(transaction, request, events);
    Recording recording(transaction, kiosk, request, occasion);
    ArrivalReply reply{request.arrival, recording.clock(), {}, {}};
    for (const AppointmentId& id : request.appointments) {
        reply.outcomes.push_back(TRY(recording.record(id)));
    }
    TRY_DONE(recording.call_reception());
    reply.offers = TRY(offers_to_make(transaction, request.person));
    return reply;
}

}  // namespace server::app
