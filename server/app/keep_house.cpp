#include "server/app/keep_house.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "server/app/histories.h"
#include "server/app/hub_rules.h"
#include "server/app/occasion.h"
#include "server/app/offers.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using domain::PersonId;
using domain::UpdateState;

constexpr char kByTheServer[] = "hub-server";
constexpr char kWhy[] = "no appointment from 30 days ago on, and nothing to be settled";

bool is_owed(const domain::Update& update) {
    return update.state != UpdateState::Submitted && update.state != UpdateState::Withdrawn;
}

/// It took place here, and nobody has said yet whether the person came.
bool is_undecided(const domain::Appointment& appointment, const domain::AttendanceRecord& record) {
    return domain::expected_here(appointment) && appointment.status != domain::AppointmentStatus::Settled &&
           !record.attendance;
}

base::Result<bool> is_unsettled(View& view, const domain::AppointmentId& id) {
    const domain::AttendanceRecord record = TRY(record_of(view, id));
    if (record.time_waits_for_person || record.absence_in_question) return true;
    const auto update = TRY(view.update_of(id));
    if (update && is_owed(*update)) return true;
    const auto appointment = TRY(base::if_found(view.appointment(id)));
    return appointment && is_undecided(*appointment, record);
}

base::Instant days_before(base::Instant now, std::chrono::days count) {
    return domain::start_of(domain::Date{std::chrono::sys_days{domain::london_date(now)} - count});
}

/// Who may go, and how many may not although their time is over.
struct Found {
    std::vector<PersonId> over;
    unsigned kept = 0;
    bool may_go_on = false;
};

base::Result<Found> look_for(View& view, base::Instant now, base::Instant from) {
    Found found;
    const SyncState sync = TRY(view.sync_state());
    found.may_go_on =
        sync.succeeded_at && *sync.succeeded_at <= now && now - *sync.succeeded_at <= kScheduleFreshFor;
    if (!found.may_go_on) return found;
    for (const PersonId& person : TRY(view.people_without_anything_since(from))) {
        if (TRY(time_is_over(view, person, from))) {
            found.over.push_back(person);
        } else {
            ++found.kept;
        }
    }
    return found;
}

/// Together, in one transaction; how many of them.
base::Result<unsigned> erase(Store& store, std::span<const PersonId> people, base::Instant from,
                             base::Instant now, base::Entropy& entropy) {
    unsigned erased = 0;
    const auto command = [&](Transaction& transaction) -> base::Done {
        erased = 0;
        for (const PersonId& person : people) {
            // Something may have come in since it was looked for.
            if (!TRY(time_is_over(transaction, person, from))) continue;
            TRY_DONE(transaction.put_away({base::new_uuid(entropy), now, person, kByTheServer, kWhy}));
            ++erased;
        }
        return {};
    };
    TRY_DONE(store.write_and_wait(command));
    return erased;
}

}  // namespace

bool housekeeping_is_due(const std::optional<Housekeeping>& last, base::Instant now, const HubRules& rules) {
    if (!last || last->done_at > now) return true;
    return last->done_at < newest_closing(rules, now);
}

base::Result<bool> time_is_over(View& view, const PersonId& person, base::Instant from) {
    const auto without = TRY(view.people_without_anything_since(from));
    if (!std::binary_search(without.begin(), without.end(), person)) return false;
    if (TRY(has_open_offer(view, person))) return false;
    for (const domain::AppointmentId& id : TRY(view.appointments_ever(person))) {
        if (TRY(is_unsettled(view, id))) return false;
    }
    return true;
}

base::Result<std::optional<Housekeeping>> keep_house(Store& store, const Moment& moment,
                                                     const Retention& retention, base::Entropy& entropy,
                                                     const std::stop_token& stop) {
    if (moment.clock == domain::ClockState::Doubtful) return std::nullopt;
    const base::Instant from = days_before(moment.now, retention.people_back);
    const auto expire = [&](Transaction& transaction) -> base::Done {
        TRY(expire_offers(transaction, moment.now));
        return {};
    };
    TRY_DONE(store.write_and_wait(expire));
    Found found;
    const auto look = [&](View& view) -> base::Done {
        found = TRY(look_for(view, moment.now, from));
        return {};
    };
    TRY_DONE(store.read(look));
    if (!found.may_go_on) return std::nullopt;

    const auto forget = [&](Transaction& transaction) -> base::Done {
        TRY_DONE(transaction.forget_answers_before(days_before(moment.now, retention.answers)));
        TRY_DONE(transaction.forget_histories(histories_kept_from(moment.now), moment.now - kUnlistedKept));
        return transaction.forget_slips_ended_before(days_before(moment.now, retention.slips));
    };
    TRY_DONE(store.write_and_wait(forget));
    Housekeeping done{moment.now, 0, found.kept};
    const std::span<const PersonId> over = found.over;
    for (std::size_t at = 0; at < over.size(); at += kErasedAtATime) {
        if (stop.stop_requested()) return std::nullopt;
        const auto some = over.subspan(at, std::min(kErasedAtATime, over.size() - at));
        done.erased += TRY(erase(store, some, from, moment.now, entropy));
    }
    TRY_DONE(store.empty_log());
    TRY_DONE(store.write_and_wait([&](Transaction& transaction) { return transaction.put(done); }));
    return std::optional(done);
}

}  // namespace server::app
