#include "server/app/sync_schedule.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "server/app/histories.h"
#include "server/app/rules_in_force.h"
#include "shared/base/if_found.h"
#include "shared/base/log.h"

namespace server::app {

using domain::Date;
using domain::ReferralId;

/// What one pass works with.
struct ScheduleSync::Pass {
    base::Instant now{};
    Window window;
    std::vector<ReferralRow> rows;
    Ids wanted;  ///< without doubles, today's first
    std::set<ReferralId> chosen;
    std::set<ReferralId> ended;  ///< those that are read for the figures alone
    SyncExtent extent = SyncExtent::Everything;
    bool list_is_whole = true;  ///< every row of the case system's list could be read
    bool ended_left = false;    ///< some that ended are left for the next pass
    SyncOutcome outcome;

    void want(const ReferralId& id) {
        if (chosen.insert(id).second) wanted.push_back(id);
    }
    bool failed() const { return !outcome.problem.empty(); }
};

namespace {

Date days_from(Date day, std::chrono::days by) {
    return Date{std::chrono::sys_days{day} + by};
}

/// With fewer such failures in a batch the pass goes on.
constexpr std::size_t kGeneralFailuresMin = 3;

/// Worth stopping for: what befell these calls will befall the next ones as well.
bool is_general(const CaseError& error) {
    switch (error.failure) {
        case CaseFailure::Unreachable:
        case CaseFailure::NotAllowed:
        case CaseFailure::NotSignedIn:
        case CaseFailure::ServerError:
            return true;
        case CaseFailure::Conflict:
        case CaseFailure::TooEarly:
        case CaseFailure::Refused:
        case CaseFailure::NotUnderstood:
            return false;
    }
    return false;
}

/// The list and the referral itself may spell the same moment with other fractions of a second.
bool is_same_end(const std::optional<base::Instant>& one, base::Instant other) {
    return one &&
           std::chrono::floor<std::chrono::seconds>(*one) == std::chrono::floor<std::chrono::seconds>(other);
}

std::string some_not_read(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " referral" : " referrals") +
           " could not be read from the case system; the copy from before is kept for " +
           (count == 1 ? "it." : "them.");
}

}  // namespace

ScheduleSync::ScheduleSync(CaseSystem& case_system, Store& store, base::Entropy& entropy,
                           SyncSettings settings)
    : case_system_(case_system), store_(store), entropy_(entropy), settings_(std::move(settings)) {}

base::Result<SyncOutcome> ScheduleSync::run(SyncExtent extent, base::Instant now,
                                            const std::stop_token& stop) {
    const Date today = domain::london_date(now);
    Pass pass;
    pass.now = now;
    pass.extent = extent;
    pass.window = {domain::start_of(days_from(today, -settings_.back)),
                   domain::start_of(domain::next_day(days_from(today, settings_.ahead)))};
    read_pages(pass);
    if (!pass.failed()) TRY_DONE(choose(pass, extent));

    const std::span<const ReferralId> wanted = pass.wanted;
    for (std::size_t at = 0; at < wanted.size() && !pass.failed(); at += kReferralsABatch) {
        if (stop.stop_requested())
            pass.outcome.problem = "The last reading of the case system was stopped before its end.";
        else
            TRY_DONE(read_and_keep(pass, wanted.subspan(at, std::min(kReferralsABatch, wanted.size() - at))));
    }
    pass.outcome.complete = !pass.failed();
    if (pass.outcome.complete && pass.outcome.not_read > 0)
        pass.outcome.problem = some_not_read(pass.outcome.not_read);
    TRY_DONE(note(pass));
    base::log::info("schedule_synced", {{"complete", pass.outcome.complete ? 1 : 0},
                                        {"read", pass.outcome.read},
                                        {"changed", pass.outcome.changed},
                                        {"not_read", pass.outcome.not_read}});
    return pass.outcome;
}

void ScheduleSync::read_pages(Pass& pass) const {
    for (int number = 1; number <= kPagesMax; ++number) {
        auto page = case_system_.referrals(number);
        if (!page) {
            pass.outcome.problem = "The list of referrals could not be read. " + page.error().words;
            return;
        }
        pass.outcome.not_read += static_cast<std::size_t>(page->unreadable);
        pass.list_is_whole = pass.list_is_whole && page->unreadable == 0;
        std::ranges::move(page->referrals, std::back_inserter(pass.rows));
        if (page->last) return;
    }
    pass.outcome.problem = "The case system lists more referrals than the hub reads.";
}

base::Done ScheduleSync::choose(Pass& pass, SyncExtent extent) {
    return store_.read([&](View& view) -> base::Done {
        const Date today = domain::london_date(pass.now);
        const Date last =
            extent == SyncExtent::Everything ? days_from(today, settings_.ahead) : domain::next_day(today);
        for (Date day = today; day <= last; day = domain::next_day(day))
            for (const domain::Appointment& held : TRY(view.appointments_on(day))) pass.want(held.referral);

        if (extent == SyncExtent::TodayAndTomorrow) {
            TRY_DONE(choose_unseen_and_others(pass, view));
            return choose_ended(pass, view);
        }
        for (const ReferralRow& row : pass.rows)
            if (!row.concluded_at || *row.concluded_at >= pass.window.from)
                if (!elsewhere_.contains(row.id)) pass.want(row.id);
        return choose_ended(pass, view);
    });
}

base::Done ScheduleSync::choose_ended(Pass& pass, View& view) {
    const base::Instant from = histories_kept_from(pass.now);
    std::map<ReferralId, HistoryMark> marks;
    for (HistoryMark& mark : TRY(view.history_marks())) marks.emplace(mark.referral, mark);
    std::set<ReferralId> left;
    for (const ReferralRow& row : pass.rows) {
        if (!row.concluded_at || *row.concluded_at >= pass.window.from || *row.concluded_at < from) continue;
        if (elsewhere_.contains(row.id) || pass.chosen.contains(row.id)) continue;
        const auto mark = marks.find(row.id);
        const bool held = mark != marks.end() &&
                          (mark->second.erased || is_same_end(mark->second.concluded_at, *row.concluded_at));
        if (!held) left.insert(row.id);
    }
    pass.ended_left = left.size() > kEndedAtATime;
    // In turn, so that those which cannot be read keep none of the others waiting.
    auto next = left.upper_bound(ended_turn_);
    for (std::size_t i = 0; i < std::min(kEndedAtATime, left.size()); ++i, ++next) {
        if (next == left.end()) next = left.begin();
        pass.want(*next);
        pass.ended.insert(*next);
        ended_turn_ = *next;
    }
    return {};
}

base::Done ScheduleSync::choose_unseen_and_others(Pass& pass, View& view) {
    std::set<ReferralId> others;
    std::size_t unseen = 0;
    for (const ReferralRow& row : pass.rows) {
        if (row.concluded_at && *row.concluded_at < pass.window.from) continue;
        if (elsewhere_.contains(row.id) || pass.chosen.contains(row.id)) continue;
        const auto held = TRY(base::if_found(view.referral(row.id)));
        if (held || nothing_to_hold_.contains(row.id))
            others.insert(row.id);
        else if (unseen++ < kUnseenAtATime)
            pass.want(row.id);
    }
    auto next = others.upper_bound(turn_);
    for (std::size_t i = 0; i < std::min(kOthersInTurn, others.size()); ++i, ++next) {
        if (next == others.end()) next = others.begin();
        pass.want(*next);
        turn_ = *next;
    }
    return {};
}

bool ScheduleSync::is_ours(const domain::ContractRef& contract) const {
    return std::ranges::find(settings_.contracts, contract) != settings_.contracts.end();
}

CaseResult<ReferralReading> ScheduleSync::read_whole(const ReferralId& id,
                                                     const std::optional<History>& held) const {
    ReferralReading reading;
    auto referral = case_system_.referral(id);
    if (!referral) return tl::unexpected(referral.error());
    reading.referral = std::move(*referral);
    if (!is_ours(reading.referral.contract)) return reading;

    auto add = [&reading](CaseResult<std::vector<CaseAppointment>> listed) -> CaseResult<void> {
        if (!listed) return tl::unexpected(listed.error());
        std::ranges::move(*listed, std::back_inserter(reading.appointments));
        return {};
    };
    if (auto added = add(case_system_.assessment(id)); !added) return tl::unexpected(added.error());
    for (const std::string& plan : reading.referral.action_plans)
        if (auto added = add(case_system_.sessions(id, plan)); !added) return tl::unexpected(added.error());
    reading.plans = read_plans(case_system_, reading.referral, held);
    return reading;
}

base::Done ScheduleSync::read_and_keep(Pass& pass, std::span<const ReferralId> batch) {
    std::vector<std::optional<History>> held;
    const auto look = [&](View& view) -> base::Done {
        for (const ReferralId& id : batch) held.push_back(TRY(view.history(id)));
        return {};
    };
    TRY_DONE(store_.read(look));
    std::vector<CaseResult<ReferralReading>> results(batch.size());
    case_system_.several_at_a_time(batch.size(),
                                   [&](std::size_t i) { results[i] = read_whole(batch[i], held[i]); });

    std::vector<ReferralReading> ours;
    std::size_t general = 0;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (!results[i]) {
            ++pass.outcome.not_read;
            // The schedule of the day does not stand or fall with those that ended long ago.
            general += is_general(results[i].error()) && !pass.ended.contains(batch[i]) ? 1U : 0U;
            base::log::warning("referral_not_read",
                               {{"referral", batch[i]}, {"status", results[i].error().status}});
        } else if (!is_ours(results[i]->referral.contract)) {
            elsewhere_.insert(batch[i]);
        } else {
            ours.push_back(std::move(*results[i]));
        }
    }
    pass.outcome.read += ours.size();
    TRY_DONE(keep(pass, ours));
    if (general >= kGeneralFailuresMin && general * 2 > batch.size()) {
        const auto failed =
            std::ranges::find_if(results, [](const auto& one) { return !one && is_general(one.error()); });
        pass.outcome.problem = "The schedule could not be read to its end. " + failed->error().words;
    }
    return {};
}

base::Done ScheduleSync::keep(Pass& pass, const std::vector<ReferralReading>& readings) {
    if (readings.empty()) return {};
    std::vector<domain::PersonId> fresh;
    for (std::size_t i = 0; i < readings.size(); ++i) fresh.emplace_back(base::new_uuid(entropy_));
    std::vector<Kept> kept;
    const auto keep_all = [&](Transaction& transaction) -> base::Done {
        const RuleSet set = TRY(rules_in_force(transaction, {settings_.rules, settings_.calendar}));
        const Occasion occasion{{pass.now, domain::ClockState::Sure}, set.rules, set.calendar, entropy_};
        kept.clear();
        for (std::size_t i = 0; i < readings.size(); ++i) {
            kept.push_back(TRY(keep_referral(transaction, readings[i], pass.window, settings_.addresses,
                                             fresh[i], occasion)));
            TRY_DONE(keep_history(transaction, readings[i], pass.now));
        }
        return {};
    };
    TRY_DONE(store_.write_and_wait(keep_all));
    for (std::size_t i = 0; i < readings.size(); ++i) {
        pass.outcome.changed += kept[i] == Kept::Changed ? 1U : 0U;
        if (kept[i] == Kept::NothingToHold)
            nothing_to_hold_.insert(readings[i].referral.id);
        else
            nothing_to_hold_.erase(readings[i].referral.id);
    }
    return {};
}

base::Done ScheduleSync::note(const Pass& pass) {
    std::set<ReferralId> listed;
    for (const ReferralRow& row : pass.rows) listed.insert(row.id);
    return store_.write_and_wait([&](Transaction& transaction) -> base::Done {
        SyncState state = TRY(transaction.sync_state());
        state.tried_at = pass.now;
        if (pass.outcome.complete) state.succeeded_at = pass.now;
        state.problem = pass.outcome.problem;
        if (const auto seen = case_system_.clock_difference()) state.from_case_system = seen;
        // What answers a whole pass answers a call about an update: nothing waits for a pause to end.
        const CaseLink link = TRY(transaction.case_link());
        if (pass.outcome.complete && link != open_again(link)) TRY_DONE(transaction.put(open_again(link)));
        const bool all = pass.outcome.complete && pass.extent == SyncExtent::Everything && !pass.ended_left;
        if (all)
            TRY_DONE(
                transaction.keep(HistoryReading{pass.now, static_cast<unsigned>(pass.outcome.not_read)}));
        // An empty list says that something is wrong with it, not that nobody was ever referred.
        if (all && pass.list_is_whole && !listed.empty()) TRY_DONE(transaction.note_listed(listed, pass.now));
        return transaction.put(state);
    });
}

}  // namespace server::app
