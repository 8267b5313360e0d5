#include <algorithm>
#include <utility>

#include "kiosk/app/offline_find.h"
#include "kiosk/app/turn.h"
#include "shared/protocol/limits.h"

namespace kiosk::app {
namespace {

using protocol::FindOutcome;
using protocol::FindReply;
using protocol::OfferedAppointment;

enum class Asked { Server, List };

/// How long this visit has lasted. What a check-in covers is judged at its first touch.
std::chrono::milliseconds visit_lasts(const Turn& turn) {
    constexpr std::chrono::milliseconds kMax{protocol::kTouchedAgoMillisecondsMax};
    const auto& touch = turn.visit().first_touch;
    if (!touch) return std::chrono::milliseconds{0};
    const auto lasts = std::chrono::floor<std::chrono::milliseconds>(turn.since_boot() - touch->since_boot);
    return std::clamp(lasts, std::chrono::milliseconds{0}, kMax);
}

protocol::FindRequest request_of(const Visit& visit) {
    const Typed& typed = visit.typed;
    protocol::FindRequest request;
    domain::PersonQuery& query = request.query.emplace();
    query.birthday = {typed.day.value_or(0), typed.month.value_or(0)};
    if (typed.letter && (typed.way == Way::Letter || visit.asked_other)) query.letter = typed.letter;
    if (typed.year.size() == 4 && (typed.way == Way::Year || visit.asked_other)) {
        query.birth_year = std::stoi(typed.year);
    }
    if (typed.start_time) request.start_time = visit.start_times.at(*typed.start_time);
    return request;
}

bool misses_many(const Turn& turn) {
    const auto recent = [&](base::BootTime miss) {
        return turn.since_boot() - miss < kMissesWithin;
    };
    const auto& misses = turn.model.misses;
    return misses.size() >= kManyMisses && std::all_of(misses.begin(), misses.end(), recent);
}

/// When, if that is certain, and whether this appointment was checked in at: nothing when it was not.
struct Arrived {
    std::optional<base::Instant> at;
};
std::optional<Arrived> arrived(const Turn& turn, const OfferedAppointment& appointment, Asked asked) {
    if (appointment.arrived_at) {
        const bool sure = appointment.clock == domain::ClockState::Sure;
        return Arrived{sure ? appointment.arrived_at : std::nullopt};
    }
    for (const ArrivedHere& one : turn.model.arrived_here) {
        if (one.refused) continue;
        // What the server has heard of, it answers for: reception may have taken it back since.
        if (one.answered && asked == Asked::Server) continue;
        const auto& ids = one.appointments;
        if (std::find(ids.begin(), ids.end(), appointment.id) == ids.end()) continue;
        return Arrived{one.answered ? one.at : server_time(turn.model, one.first_touch)};
    }
    return std::nullopt;
}

/// Whether an arrival for it was made here that the server has refused for good: only a person can help.
bool refused_here(const Turn& turn, const OfferedAppointment& appointment) {
    const auto& all = turn.model.arrived_here;
    return std::any_of(all.begin(), all.end(), [&](const ArrivedHere& one) {
        return one.refused &&
               std::count(one.appointments.begin(), one.appointments.end(), appointment.id) > 0;
    });
}

void found(const Turn& turn, const FindReply& reply, Asked asked) {
    Visit& visit = turn.visit();
    know_language(turn, reply.language);
    Found found;
    found.person = reply.person;
    found.initial = reply.initial;
    found.later = reply.later;
    found.has_ended = reply.covered.empty();
    std::vector<OfferedAppointment> covered = reply.covered;
    if (reply.covered.empty() && reply.came_after) covered = {*reply.came_after};
    std::optional<Arrived> before;
    for (const OfferedAppointment& one : covered) {
        const auto already = arrived(turn, one, asked);
        if (already && !before) before = already;
        if (already) continue;
        if (refused_here(turn, one)) return see_reception(turn, ReceptionReason::MustLook);
        found.to_check_in.push_back(one);
    }
    visit.offers = reply.offers;
    if (covered.empty()) {
        visit.found = std::move(found);
        if (make_next_offer(turn)) return;
        visit.found.reset();
        return see_reception(turn, ReceptionReason::NoAppointment);
    }
    const bool already_in = found.to_check_in.empty();
    visit.found = std::move(found);
    if (already_in) visit.checked_in_at = before->at;
    go(turn, already_in ? Step::AlreadyIn : Step::IsThisRight);
}

void ask(const Turn& turn, const FindReply& reply, const protocol::FindRequest& request) {
    Visit& visit = turn.visit();
    switch (reply.outcome) {
        case FindOutcome::AskLetter:
        case FindOutcome::AskYear: {
            const bool letter = reply.outcome == FindOutcome::AskLetter;
            // A slip leaves nothing to ask.
            const auto& query = request.query;
            const bool given = !query || (letter ? query->letter.has_value() : query->birth_year.has_value());
            if (given) return see_reception(turn, ReceptionReason::TellApart);
            visit.asked_other = true;
            return go(turn, letter ? Step::Letter : Step::Year);
        }
        case FindOutcome::AskStartTime: {
            const std::size_t count = reply.start_times.size();
            if (!request.query || request.start_time || count == 0 || count > kStartTimesShownMax) {
                return see_reception(turn, ReceptionReason::TellApart);
            }
            visit.start_times = reply.start_times;
            return go(turn, Step::StartTime);
        }
        case FindOutcome::Found:
        case FindOutcome::NotFound:
            return;
    }
}

void take_reply(const Turn& turn, const FindReply& reply, Asked asked) {
    const protocol::FindRequest request = turn.visit().search->request;
    turn.visit().search.reset();
    if (reply.outcome == FindOutcome::Found) return found(turn, reply, asked);
    if (reply.outcome != FindOutcome::NotFound) return ask(turn, reply, request);
    if (request.start_time) return see_reception(turn, ReceptionReason::TellApart);
    missed(turn);
}

void search_in_list(const Turn& turn) {
    const auto time = server_time(turn.model, turn.visit().first_touch.value_or(turn.now.clocks));
    if (!turn.model.list || !time) {
        turn.visit().search.reset();
        return see_reception(turn, ReceptionReason::Unreachable);
    }
    const FindReply reply =
        offline_find(*turn.model.list, turn.keyed_hash, turn.visit().search->request, *time);
    take_reply(turn, reply, Asked::List);
}

}  // namespace

void search(const Turn& turn) {
    Visit& visit = turn.visit();
    visit.question = visit.step;
    if (visit.step != Step::StartTime) visit.typed.start_time.reset();
    search_by(turn, request_of(visit));
}

void search_by(const Turn& turn, protocol::FindRequest request) {
    Search search;
    search.number = ++turn.model.searches;
    search.request = std::move(request);
    search.send_at = turn.since_boot() + (misses_many(turn) ? kSlowedSearch : std::chrono::seconds{0});
    turn.visit().by_slip = search.request.slip.has_value();
    turn.visit().search = std::move(search);
    go(turn, Step::Searching);
    go_on_searching(turn);
}

void back_to_question(const Turn& turn) {
    const Step question = turn.visit().question;
    return question == Step::Welcome ? back_to_welcome(turn) : go(turn, question);
}

void go_on_searching(const Turn& turn) {
    auto& search = turn.visit().search;
    if (!search) return;
    if (search->sent) {
        if (turn.since_boot() >= search->give_up_at) search_in_list(turn);
        return;
    }
    if (turn.since_boot() < search->send_at) return;
    if (turn.model.link == Link::Down && turn.model.list) return search_in_list(turn);
    search->sent = true;
    search->request.touched_ago = visit_lasts(turn);
    search->give_up_at = turn.since_boot() + kFindWait;
    turn.effects.emplace_back(effect::Find{search->number, search->request});
}

void cancel_search(const Turn& turn) {
    turn.visit().search.reset();
}

void answered(const Turn& turn, const event::FindAnswered& answer) {
    const auto& search = turn.visit().search;
    // An answer to a search that was left belongs to nobody any more.
    if (!search || !search->sent || search->number != answer.search) return;
    if (!answer.reply) return search_in_list(turn);
    take_reply(turn, *answer.reply, Asked::Server);
}

std::optional<base::BootTime> search_due(const Visit& visit) {
    if (!visit.search) return std::nullopt;
    return visit.search->sent ? visit.search->give_up_at : visit.search->send_at;
}

void missed(const Turn& turn) {
    Model& model = turn.model;
    model.misses.push_back(turn.since_boot());
    if (model.misses.size() > kManyMisses) model.misses.pop_front();
    const bool many = misses_many(turn);
    if (many && !model.many_misses_told) {
        turn.effects.emplace_back(
            effect::CallReception{protocol::CallCause::ManyMisses, language_of(model), 0});
    }
    model.many_misses_told = many;
    if (++turn.visit().tries >= kTriesMax) return see_reception(turn, ReceptionReason::ThreeTries);
    go(turn, Step::NotFound);
}

}  // namespace kiosk::app
