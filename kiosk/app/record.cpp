#include <algorithm>
#include <utility>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

using protocol::ArrivalOutcome;
using protocol::ArrivalResult;

std::vector<domain::AppointmentId> ids_of(const std::vector<protocol::OfferedAppointment>& appointments) {
    std::vector<domain::AppointmentId> ids;
    for (const auto& one : appointments) ids.push_back(one.id);
    return ids;
}

ArrivedHere* arrived_here(const Turn& turn, const domain::ArrivalId& arrival) {
    auto& all = turn.model.arrived_here;
    const auto one =
        std::find_if(all.begin(), all.end(), [&](const auto& kept) { return kept.arrival == arrival; });
    return one == all.end() ? nullptr : &*one;
}

void keep_in_mind(const Turn& turn, ArrivedHere arrived) {
    auto& all = turn.model.arrived_here;
    if (all.size() >= kRememberedMax) all.erase(all.begin());
    all.push_back(std::move(arrived));
}

void start_keeping(const Turn& turn, event::Act act) {
    turn.visit().keeping = act;
    turn.visit().keep_by = turn.since_boot() + kKeepWait;
}

/// True, and not more: it is in the journal, and the server has not answered.
void tell_saved_here(const Turn& turn) {
    Visit& visit = turn.visit();
    visit.told_saved_here = true;
    visit.checked_in_at = server_time(turn.model, *visit.first_touch);
    turn.effects.emplace_back(effect::MarkToldSaved{visit.arrival});
    go(turn, Step::SavedHere);
}

bool waits_for_answer(const Visit& visit) {
    return visit.step == Step::Saving && visit.kept;
}

/// Which of the outcomes of one arrival the person is told, the first of these that there is.
const ArrivalOutcome* told_outcome(const protocol::ArrivalReply& reply) {
    for (const ArrivalResult result : {ArrivalResult::ForReception, ArrivalResult::Late, ArrivalResult::Yes,
                                       ArrivalResult::AlreadyIn, ArrivalResult::CameAfterEnd}) {
        for (const ArrivalOutcome& one : reply.outcomes) {
            if (one.result == result) return &one;
        }
    }
    return nullptr;
}

void tell(const Turn& turn, const protocol::ArrivalReply& reply) {
    Visit& visit = turn.visit();
    const ArrivalOutcome* outcome = told_outcome(reply);
    if (!outcome) return see_reception(turn, ReceptionReason::MustLook);
    visit.checked_in_at = outcome->arrived_at;
    visit.offers = reply.offers;
    switch (outcome->result) {
        case ArrivalResult::ForReception:
            return see_reception(turn, ReceptionReason::MustLook);
        case ArrivalResult::Late:
            visit.late = true;
            return go(turn, Step::Late);
        case ArrivalResult::Yes:
            return go(turn, Step::CheckedIn);
        case ArrivalResult::AlreadyIn:
            return go(turn, Step::AlreadyIn);
        case ArrivalResult::CameAfterEnd:
            return go(turn, Step::CameAfterEnd);
    }
}

void reason_done(const Turn& turn) {
    turn.visit().keeping.reset();
    go(turn, Step::CheckedIn);
}

}  // namespace

void see_reception(const Turn& turn, ReceptionReason reason) {
    turn.visit().reception = reason;
    go(turn, Step::SeeReception);
}

void confirm(const Turn& turn) {
    Visit& visit = turn.visit();
    if (!turn.model.journal_works) return go(turn, Step::OutOfOrder);
    visit.arrival = turn.now.fresh_id;
    visit.confirmed = turn.now.clocks;
    protocol::ArrivalRequest request;
    request.arrival = visit.arrival;
    request.person = visit.found->person;
    request.appointments = ids_of(visit.found->to_check_in);
    request.first_touch = *visit.first_touch;
    request.run_began = turn.model.run_began.value_or(*visit.first_touch);
    request.language = language_of(turn.model);
    go(turn, Step::Saving);
    start_keeping(turn, event::Act::Arrival);
    turn.effects.emplace_back(effect::KeepArrival{std::move(request)});
}

void undo(const Turn& turn) {
    go(turn, Step::TakingBack);
    start_keeping(turn, event::Act::Undo);
    turn.effects.emplace_back(
        effect::KeepUndo{turn.visit().arrival, turn.visit().confirmed, turn.now.clocks});
}

void give_reason(const Turn& turn, domain::LateReason reason) {
    start_keeping(turn, event::Act::Reason);
    turn.effects.emplace_back(effect::KeepReason{turn.visit().arrival, reason});
}

void kept(const Turn& turn, const event::Kept& kept) {
    Visit& visit = turn.visit();
    if (visit.keeping != kept.act) return;
    if (kept.act == event::Act::Offer) return offer_kept(turn, kept.offer);
    if (visit.arrival != kept.arrival) return;
    visit.keeping.reset();
    switch (kept.act) {
        case event::Act::Arrival:
            visit.kept = true;
            visit.answer_by = turn.since_boot() + kAnswerWait;
            keep_in_mind(turn,
                         {visit.arrival, ids_of(visit.found->to_check_in), *visit.first_touch, {}, false});
            return go_on_keeping(turn);
        case event::Act::Undo:
            std::erase_if(turn.model.arrived_here,
                          [&](const ArrivedHere& one) { return one.arrival == kept.arrival; });
            return go(turn, Step::TakenBack);
        case event::Act::Reason:
            visit.reason_kept = true;
            return reason_done(turn);
        case event::Act::Offer:
            return;
    }
}

void keep_failed(const Turn& turn, const event::KeepFailed& failed) {
    Visit& visit = turn.visit();
    if (visit.keeping != failed.act) return;
    const bool offer = failed.act == event::Act::Offer;
    if (offer ? !visit.asking || visit.asking->offer.id != failed.offer : visit.arrival != failed.arrival)
        return;
    visit.keep_by = turn.since_boot();
    go_on_keeping(turn);
}

void answered(const Turn& turn, const event::ArrivalAnswered& answer) {
    const protocol::ArrivalReply& reply = answer.reply;
    if (ArrivedHere* here = arrived_here(turn, reply.arrival)) {
        here->answered = true;
        const bool sure = reply.clock == domain::ClockState::Sure;
        if (const ArrivalOutcome* outcome = told_outcome(reply); outcome && sure)
            here->at = outcome->arrived_at;
    }
    // Told "saved here" stays told: the screen does not change under somebody's eyes.
    if (waits_for_answer(turn.visit()) && turn.visit().arrival == reply.arrival) tell(turn, reply);
}

void refused(const Turn& turn, const event::ArrivalRefused& refusal) {
    if (ArrivedHere* here = arrived_here(turn, refusal.arrival)) here->refused = true;
    if (waits_for_answer(turn.visit()) && turn.visit().arrival == refusal.arrival) {
        see_reception(turn, ReceptionReason::MustLook);
    }
}

void remember(const Turn& turn, const event::Remembered& remembered) {
    if (arrived_here(turn, remembered.arrival)) return;
    keep_in_mind(turn,
                 {remembered.arrival, remembered.appointments, remembered.first_touch, std::nullopt, false});
}

void go_on_keeping(const Turn& turn) {
    Visit& visit = turn.visit();
    if (waits_for_answer(visit)) {
        if (turn.model.link == Link::Down || turn.since_boot() >= visit.answer_by) tell_saved_here(turn);
        return;
    }
    if (!visit.keeping || turn.since_boot() < visit.keep_by) return;
    switch (*visit.keeping) {
        case event::Act::Arrival:
            visit.keeping.reset();
            return go(turn, Step::OutOfOrder);
        case event::Act::Undo:
            visit.keeping.reset();
            return see_reception(turn, ReceptionReason::NotTakenBack);
        case event::Act::Reason:
            return reason_done(turn);
        case event::Act::Offer:
            return offer_not_kept(turn);
    }
}

std::optional<base::BootTime> keeping_due(const Visit& visit) {
    if (waits_for_answer(visit)) return visit.answer_by;
    if (visit.keeping) return visit.keep_by;
    return std::nullopt;
}

}  // namespace kiosk::app
