#include "tests/support/memory_store.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "server/app/rule_limits.h"
#include "shared/domain/person_key.h"
#include "tests/support/map_values.h"
#include "tests/support/memory_desk.h"
#include "tests/support/memory_erasing.h"
#include "tests/support/memory_log.h"

namespace support {
namespace {

using namespace server::app;
using base::Done;
using base::ErrorKind;
using base::fail;
using base::Result;
using domain::Appointment;
using domain::AttendanceEvent;
using domain::Update;

bool starts_earlier(const Appointment& a, const Appointment& b) {
    return std::tie(a.start, a.id) < std::tie(b.start, b.id);
}

base::Instant time_of(const Appointment& appointment) {
    return appointment.start;
}
base::Instant time_of(const AttendanceEvent& event) {
    return event.recorded_at;
}

class MemoryTransaction final : public MemoryDesk {
public:
    using MemoryDesk::append;
    using MemoryDesk::MemoryDesk;
    using MemoryDesk::put;

    Result<std::vector<Appointment>> appointments_on(domain::Date day) override {
        return appointments_where([&](const Appointment& one) { return domain::is_on(one, day); });
    }
    Result<std::vector<Appointment>> appointments_of(const domain::PersonId& person,
                                                     domain::Date day) override {
        return appointments_where(
            [&](const Appointment& one) { return one.person == person && domain::is_on(one, day); });
    }
    Result<Appointment> appointment(const domain::AppointmentId& id) override {
        return find(record_.appointments, id, "appointment");
    }
    Result<std::vector<Appointment>> appointments_of(const domain::ReferralId& referral) override {
        return appointments_where([&](const Appointment& one) { return one.referral == referral; });
    }

    Result<Person> person(const domain::PersonId& id) override { return find(record_.people, id, "person"); }
    Result<std::optional<domain::PersonId>> person_with_crn(std::string_view crn) override {
        for (const auto& [id, one] : record_.people) {
            if (!crn.empty() && one.crn == crn) return id;
        }
        return std::nullopt;
    }
    Result<std::vector<domain::PersonId>> people_with_key(std::string_view plain_key,
                                                          domain::Date day) override {
        std::vector<domain::PersonId> out;
        for (const auto& [id, one] : record_.people) {
            if (!one.born) continue;
            const auto keys = domain::person_keys(*one.born, {one.first_name, one.last_name});
            if (std::find(keys.begin(), keys.end(), plain_key) == keys.end()) continue;
            const auto theirs = appointments_of(id, day);
            const auto offers = values_where(record_.offers, [&, person = id](const Offer& offer) {
                return offer.person == person && domain::is_open(offer.state);
            });
            if (!offers.empty() || std::any_of(theirs->begin(), theirs->end(), domain::expected_here))
                out.push_back(id);
        }
        return out;
    }
    Result<Referral> referral(const domain::ReferralId& id) override {
        return find(record_.referrals, id, "referral");
    }

    Result<std::vector<domain::PersonId>> people_without_anything_since(base::Instant from) override {
        std::vector<domain::PersonId> out;
        for (const auto& [id, one] : record_.people) {
            const auto theirs = [from, person = id](const auto& of) {
                return of.person == person && time_of(of) >= from;
            };
            const auto appointments = values(record_.appointments);
            if (std::none_of(appointments.begin(), appointments.end(), theirs) &&
                std::none_of(record_.events.begin(), record_.events.end(), theirs))
                out.push_back(id);
        }
        return out;
    }
    Result<std::vector<domain::AppointmentId>> appointments_ever(const domain::PersonId& person) override {
        std::set<domain::AppointmentId> out;
        for (const auto& [id, one] : record_.appointments) {
            if (one.person == person) out.insert(id);
        }
        for (const AttendanceEvent& one : record_.events) {
            if (one.person == person && !one.appointment.empty()) out.insert(one.appointment);
        }
        for (const auto& [id, one] : record_.updates) {
            if (one.person == person) out.insert(one.appointment);
        }
        return std::vector<domain::AppointmentId>(out.begin(), out.end());
    }

    Result<std::vector<AttendanceEvent>> events_of(const domain::AppointmentId& id) override {
        return events_where([&](const AttendanceEvent& one) { return one.appointment == id; });
    }
    Result<std::vector<AttendanceEvent>> events_of(const domain::ArrivalId& id) override {
        return events_where([&](const AttendanceEvent& one) { return one.arrival == id; });
    }
    Result<std::optional<base::Instant>> newest_event_at() override {
        std::optional<base::Instant> newest;
        for (const AttendanceEvent& one : record_.events) {
            if (!newest || one.recorded_at > *newest) newest = one.recorded_at;
        }
        return newest;
    }

    Result<std::vector<AttendanceEvent>> arrivals_for_unknown(base::Instant from, base::Instant to) override {
        return events_where([&](const AttendanceEvent& one) {
            const bool came =
                one.kind == domain::EventKind::Arrived || one.kind == domain::EventKind::CameAfterEnd;
            return came && one.recorded_at >= from && one.recorded_at < to &&
                   !record_.appointments.contains(one.appointment);
        });
    }

    Result<std::optional<Update>> update_of(const domain::AppointmentId& id) override {
        for (const auto& [key, one] : record_.updates) {
            if (one.appointment == id) return one;
        }
        return std::nullopt;
    }
    Result<std::vector<Update>> updates_owed() override {
        std::vector<Update> out = values(record_.updates);
        std::erase_if(out, [](const Update& one) {
            return one.state == domain::UpdateState::Submitted || one.state == domain::UpdateState::Withdrawn;
        });
        std::sort(out.begin(), out.end(), domain::more_urgent);
        return out;
    }
    Result<std::optional<Update>> update_due(base::Instant now, const Wanted& wanted) override {
        for (const Update& one : TRY(updates_owed())) {
            if (time_has_come(record_, one, now) && wanted(one)) return one;
        }
        return std::nullopt;
    }
    Result<std::vector<Update>> updates_between(base::Instant from, base::Instant to) override {
        std::vector<Update> out = values(record_.updates);
        std::erase_if(out, [&](const Update& one) { return one.start < from || one.start >= to; });
        std::sort(out.begin(), out.end(), [](const Update& a, const Update& b) {
            return std::tie(a.start, a.id) < std::tie(b.start, b.id);
        });
        return out;
    }

    Result<std::vector<Kiosk>> kiosks() override { return values(record_.kiosks); }
    Result<std::vector<KioskChange>> kiosk_changes() override { return record_.kiosk_changes; }
    Result<std::vector<RuleValue>> rule_values() override {
        std::vector<RuleValue> out;
        for (const RuleChange& one : record_.rule_changes) out.push_back(one.value);
        return out;
    }
    Result<std::vector<RuleChange>> rule_changes() override { return record_.rule_changes; }
    Result<std::vector<KioskHealth>> kiosk_health() override { return values(record_.health); }
    Result<std::vector<Call>> open_calls() override {
        std::vector<Call> out = values(record_.calls);
        std::erase_if(out, [](const Call& one) { return one.answered_at.has_value(); });
        std::sort(out.begin(), out.end(),
                  [](const Call& a, const Call& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
        return out;
    }
    Result<std::optional<Call>> call(std::string_view id) override {
        const auto found = record_.calls.find(std::string(id));
        return found == record_.calls.end() ? std::nullopt : std::optional(found->second);
    }
    Result<SyncState> sync_state() override { return record_.sync; }
    Result<std::optional<RecordCheck>> record_check() override { return record_.check; }
    Result<std::vector<PersonLook>> looks_between(base::Instant from, base::Instant to) override {
        return between(record_.looks, from, to);
    }
    Result<std::vector<JournalSettled>> settled_journals() override { return record_.settled_journals; }
    Result<std::vector<Erasure>> erasures_between(base::Instant from, base::Instant to) override {
        std::vector<Erasure> out = values(record_.erased);
        std::erase_if(out, [&](const Erasure& one) { return one.at < from || one.at >= to; });
        return out;
    }
    Result<std::optional<Housekeeping>> housekeeping() override { return record_.housekeeping; }
    Result<std::optional<StoredAnswer>> answer(std::string_view key) override {
        const auto found = record_.answers.find(key);
        if (found == record_.answers.end()) return std::nullopt;
        return found->second;
    }
    Result<Offer> offer(const domain::OfferId& id) override { return find(record_.offers, id, "offer"); }
    Result<std::vector<Offer>> offers_of(const domain::ReferralId& referral) override {
        auto out = values_where(record_.offers, [&](const Offer& one) { return one.referral == referral; });
        std::sort(out.begin(), out.end(), [](const Offer& a, const Offer& b) {
            return domain::to_word(a.kind) < domain::to_word(b.kind);
        });
        return out;
    }
    Result<std::vector<Offer>> offers_of(const domain::PersonId& person) override {
        return in_order(values_where(record_.offers, [&](const Offer& one) { return one.person == person; }));
    }
    Result<std::vector<Offer>> open_offers() override {
        auto out = in_order(
            values_where(record_.offers, [](const Offer& one) { return domain::is_open(one.state); }));
        for (Offer& one : out) one.answers.reset();
        return out;
    }
    Result<std::vector<Offer>> offers_opened(base::Instant from, base::Instant to) override {
        auto out = in_order(values_where(
            record_.offers, [&](const Offer& one) { return one.opened_at >= from && one.opened_at < to; }));
        for (Offer& one : out) one.answers.reset();
        return out;
    }
    Result<std::vector<AnonymousAnswer>> anonymous_answers() override { return record_.anonymous; }
    Result<Slip> slip(const domain::SlipId& id) override { return find(record_.slips, id, "slip"); }
    Result<std::optional<Slip>> slip_with_hash(std::string_view hash) override {
        return first_slip([&](const Slip& one) { return one.hash == hash; });
    }
    Result<std::optional<Slip>> slip_of(const domain::PersonId& person) override {
        return first_slip([&](const Slip& one) { return one.person == person && !one.revoked_at; });
    }
    Result<std::vector<Slip>> slips() override {
        std::vector<Slip> out = values(record_.slips);
        std::sort(out.begin(), out.end(), [](const Slip& a, const Slip& b) {
            return std::tie(a.made_at, a.id) < std::tie(b.made_at, b.id);
        });
        return out;
    }
    Result<std::string> slip_mark() override { return std::string("HERE"); }
    Result<domain::Session> session(const domain::SessionId& id) override {
        return find(record_.sessions, id, "session");
    }
    Result<std::vector<domain::Session>> sessions_between(base::Instant from, base::Instant to) override {
        const auto within = [&](const std::optional<base::Instant>& time) {
            return time && *time >= from && *time < to;
        };
        auto out = values_where(record_.sessions, [&](const domain::Session& one) {
            return within(one.start) || within(one.was_start);
        });
        std::sort(out.begin(), out.end(), [](const domain::Session& a, const domain::Session& b) {
            return std::tie(a.start, a.id) < std::tie(b.start, b.id);
        });
        return out;
    }
    Result<std::vector<ItineraryChange>> itinerary_changes_between(base::Instant from,
                                                                   base::Instant to) override {
        return between(record_.itinerary_changes, from, to);
    }
    Result<std::string> newest_itinerary_change() override {
        return record_.itinerary_changes.empty() ? std::string() : record_.itinerary_changes.back().id;
    }

    Result<std::vector<Account>> accounts() override {
        std::vector<Account> all = values(record_.accounts);
        std::sort(all.begin(), all.end(), [](const Account& x, const Account& y) { return x.name < y.name; });
        return all;
    }
    Result<std::optional<Account>> account(const AccountId& id) override {
        const auto found = record_.accounts.find(id);
        return found == record_.accounts.end() ? std::optional<Account>() : std::optional(found->second);
    }
    Result<std::optional<Account>> account_named(std::string_view name) override {
        for (const auto& [_, account] : record_.accounts) {
            if (comparable_name(account.name) == comparable_name(name)) return std::optional(account);
        }
        return std::optional<Account>();
    }
    Result<RefusedSignIns> refused_sign_ins() override { return record_.refused_sign_ins; }
    Result<std::vector<AccountChange>> account_changes_between(base::Instant from,
                                                               base::Instant to) override {
        return between(record_.account_changes, from, to);
    }
    Result<std::vector<VisitorCount>> visitors_between(base::Instant from, base::Instant to) override {
        return between(record_.visitors, from, to);
    }

    Done append(const AttendanceEvent& event) override {
        const auto same = [&](const AttendanceEvent& one) {
            return one.id == event.id;
        };
        if (std::any_of(record_.events.begin(), record_.events.end(), same)) {
            return fail(ErrorKind::Conflict, "this event is already stored");
        }
        record_.events.push_back(event);
        return {};
    }
    Done put(const Update& update) override {
        for (const auto& [id, one] : record_.updates) {
            if (one.appointment == update.appointment && id != update.id) {
                return fail(ErrorKind::Conflict, "the appointment already has an update");
            }
        }
        record_.updates[update.id] = update;
        return {};
    }
    Done put(const Person& person) override {
        if (record_.erased.contains(person.id)) return fail(ErrorKind::Conflict, "this person was erased");
        for (const auto& [id, one] : record_.people) {
            if (!person.crn.empty() && one.crn == person.crn && id != person.id)
                return fail(ErrorKind::Conflict, "another person has this CRN");
        }
        record_.people[person.id] = person;
        return {};
    }
    Done put(const Referral& referral) override {
        record_.referrals[referral.id] = referral;
        return {};
    }
    Done put(const Appointment& appointment) override {
        record_.appointments[appointment.id] = appointment;
        return {};
    }
    Done put(const Kiosk& kiosk) override {
        for (const auto& [id, one] : record_.kiosks) {
            if (one.fingerprint == kiosk.fingerprint && id != kiosk.id)
                return fail(ErrorKind::Conflict, "another kiosk has this certificate");
        }
        record_.kiosks[kiosk.id] = kiosk;
        return {};
    }
    Done put(const KioskHealth& health) override {
        record_.health[health.kiosk] = health;
        return {};
    }
    Done append(const KioskChange& change) override {
        if (!record_.kiosks.contains(change.kiosk)) return fail(ErrorKind::NotFound, "no such kiosk");
        return append_once(record_.kiosk_changes, change);
    }
    Done put(const RefusedSignIns& refused) override {
        record_.refused_sign_ins = refused;
        return {};
    }
    Done append(const RuleChange& change) override {
        TRY_DONE(within_limits(change.value));
        return append_once(record_.rule_changes, change);
    }
    Done put(const Call& call) override {
        record_.calls[call.id] = call;
        return {};
    }
    Done put(const SyncState& state) override {
        record_.sync = state;
        return {};
    }
    Done put(const RecordCheck& check) override {
        record_.check = check;
        return {};
    }
    Done append(const PersonLook& look) override {
        if (!record_.people.contains(look.person)) return fail(ErrorKind::NotFound, "nobody to look at");
        record_.looks.push_back(look);
        return {};
    }
    Done append(const JournalSettled& settled) override {
        record_.settled_journals.push_back(settled);
        return {};
    }
    Done forget_answers_before(base::Instant instant) override {
        std::erase_if(record_.answers, [&](const auto& one) { return one.second.at < instant; });
        return {};
    }
    Done forget_slips_ended_before(base::Instant instant) override {
        std::erase_if(record_.slips, [&](const auto& one) {
            const Slip& slip = one.second;
            return std::min(slip.expires_at, slip.revoked_at.value_or(slip.expires_at)) < instant;
        });
        return {};
    }
    Done put(const Housekeeping& done) override {
        record_.housekeeping = done;
        return {};
    }
    Done put(const Offer& offer) override {
        for (const auto& [id, one] : record_.offers) {
            if (one.referral == offer.referral && one.kind == offer.kind && id != offer.id)
                return fail(ErrorKind::Conflict, "the referral has another offer of this kind");
        }
        Offer kept = offer;
        if (record_.erased.contains(offer.person)) {
            kept.answers.reset();
            kept.entered_by.clear();
        }
        record_.offers[offer.id] = kept;
        return {};
    }
    Done add(const std::vector<AnonymousAnswer>& answers) override {
        record_.anonymous.insert(record_.anonymous.end(), answers.begin(), answers.end());
        return {};
    }
    Done put(const Slip& slip) override {
        if (!record_.people.contains(slip.person)) return fail(ErrorKind::Conflict, "nobody to give it to");
        for (const auto& [id, one] : record_.slips) {
            const bool both = one.person == slip.person && !one.revoked_at && !slip.revoked_at;
            if (id != slip.id && (both || one.hash == slip.hash))
                return fail(ErrorKind::Conflict, "the person has another slip");
        }
        record_.slips[slip.id] = slip;
        return {};
    }
    Done put(const domain::Session& session) override {
        record_.sessions[session.id] = session;
        return {};
    }
    Done put(const Account& account) override {
        const auto other = TRY(account_named(account.name));
        if (other && other->id != account.id) return fail(ErrorKind::Conflict, "the name is taken");
        record_.accounts[account.id] = account;
        return {};
    }
    Done append(const AccountChange& change) override {
        if (!record_.accounts.contains(change.account)) return fail(ErrorKind::NotFound, "no such account");
        return append_once(record_.account_changes, change);
    }
    Done append(const VisitorCount& count) override { return append_once(record_.visitors, count); }
    Done append(const ItineraryChange& change) override {
        if (!record_.sessions.contains(change.session)) return fail(ErrorKind::NotFound, "no such session");
        return append_once(record_.itinerary_changes, change);
    }
    Done put_away(const Erasure& erasure) override { return erase_person(record_, erasure); }
    Done erase(const Erasure& erasure) override {
        erase_histories(record_, erasure.person);
        return erase_person(record_, erasure);
    }
    Done remember(const StoredAnswer& answer) override {
        if (!record_.answers.emplace(answer.key, answer).second)
            return fail(ErrorKind::Conflict, "the request has an answer already");
        return {};
    }

private:
    template <class Test>
    std::optional<Slip> first_slip(Test test) const {
        for (const auto& [id, one] : record_.slips) {
            if (test(one)) return one;
        }
        return std::nullopt;
    }
    static std::vector<Offer> in_order(std::vector<Offer> offers) {
        std::sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) {
            return std::tuple(a.opened_at, domain::to_word(a.kind), a.id) <
                   std::tuple(b.opened_at, domain::to_word(b.kind), b.id);
        });
        return offers;
    }
    template <class Test>
    std::vector<Appointment> appointments_where(Test test) const {
        std::vector<Appointment> out;
        for (const auto& [id, one] : record_.appointments) {
            if (test(one)) out.push_back(one);
        }
        std::sort(out.begin(), out.end(), starts_earlier);
        return out;
    }
    template <class Test>
    std::vector<AttendanceEvent> events_where(Test test) const {
        std::vector<AttendanceEvent> out;
        std::copy_if(record_.events.begin(), record_.events.end(), std::back_inserter(out), test);
        return out;
    }
};

}  // namespace

void MemoryStore::write(Command command, OnDone on_done) {
    Done done;
    {
        const std::lock_guard lock(mutex_);
        MemoryRecord changed = record_;
        MemoryTransaction transaction(changed);
        done = command(transaction);
        if (done) record_ = std::move(changed);
    }
    on_done(std::move(done));
}

Done MemoryStore::read(const Look& look) {
    MemoryRecord snapshot = record();
    MemoryTransaction view(snapshot);
    return look(view);
}

MemoryRecord MemoryStore::record() const {
    const std::lock_guard lock(mutex_);
    return record_;
}

}  // namespace support
