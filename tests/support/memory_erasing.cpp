#include "tests/support/memory_erasing.h"

#include <algorithm>
#include <set>

namespace support {

using base::ErrorKind;
using base::fail;
using domain::ReferralId;

namespace {

void remove(MemoryRecord& record, const std::set<ReferralId>& referrals) {
    std::erase_if(record.histories, [&](const auto& one) { return referrals.contains(one.first); });
    for (auto& [month, items] : record.frozen_items)
        std::erase_if(items, [&](const auto& one) { return referrals.contains(one.item.referral); });
}

bool is_owed(const domain::Update& update) {
    return update.state != domain::UpdateState::Submitted && update.state != domain::UpdateState::Withdrawn;
}

/// What people wrote about them goes with them; when, and who entered it, stays.
void forget_words_of_evidence(MemoryRecord& record, const domain::PersonId& person) {
    std::set<std::string> theirs;
    for (auto& one : record.evidence_requests) {
        const auto referral = record.referrals.find(one.referral);
        const auto appointment = record.appointments.find(one.appointment);
        const bool is_theirs =
            (referral != record.referrals.end() && referral->second.person == person) ||
            (appointment != record.appointments.end() && appointment->second.person == person);
        if (!is_theirs) continue;
        one.asked_by.clear();
        one.what.clear();
        theirs.insert(one.id);
    }
    for (auto& one : record.evidence_answers) {
        if (theirs.contains(one.request)) one.words.clear();
    }
}

}  // namespace

base::Done erase_person(MemoryRecord& record, const server::app::Erasure& erasure) {
    const domain::PersonId& id = erasure.person;
    if (record.erased.contains(id)) return {};
    if (!record.people.contains(id)) return fail(ErrorKind::NotFound, "the hub holds no such person");
    for (const auto& [key, one] : record.updates) {
        if (one.person == id && is_owed(one)) return fail(ErrorKind::Conflict, "an update is still owed");
    }
    record.people.erase(id);
    std::erase_if(record.slips, [&](const auto& one) { return one.second.person == id; });
    record.erased.emplace(id, erasure);
    for (auto& [key, one] : record.offers) {
        if (one.person != id) continue;
        one.answers.reset();
        one.entered_by.clear();
    }
    std::erase_if(record.consents, [&](const auto& one) { return one.person == id; });
    std::erase_if(record.drop_rows, [&](const auto& one) { return one.person == id; });
    std::erase_if(record.exchanges, [&](const auto& one) { return one.person == id; });
    forget_words_of_evidence(record, id);
    for (domain::AttendanceEvent& one : record.events) {
        if (one.person != id) continue;
        one.actor.clear();
        one.reason.clear();
        one.touched.reset();
        one.told.reset();
    }
    return {};
}

void forget_histories(MemoryRecord& record, base::Instant ended_before, base::Instant unlisted_before) {
    std::set<ReferralId> over;
    for (const auto& [id, kept] : record.histories) {
        const auto& told = kept.history.told;
        auto ended = told.concluded_at;
        if (!ended && told.expiry) ended = domain::start_of(*told.expiry);
        if (ended && *ended < ended_before) over.insert(id);
        if (kept.unlisted_at && *kept.unlisted_at < unlisted_before) over.insert(id);
    }
    remove(record, over);
}

void erase_histories(MemoryRecord& record, const domain::PersonId& person) {
    std::set<ReferralId> theirs;
    std::set<std::string> crns;
    if (const auto known = record.people.find(person); known != record.people.end())
        crns.insert(known->second.crn);
    for (const auto& [id, referral] : record.referrals) {
        if (referral.person != person) continue;
        theirs.insert(id);
        if (const auto kept = record.histories.find(id); kept != record.histories.end())
            crns.insert(kept->second.crn);
    }
    crns.erase("");
    for (const auto& [id, kept] : record.histories)
        if (crns.contains(kept.crn)) theirs.insert(id);
    record.erased_histories.insert(theirs.begin(), theirs.end());
    remove(record, theirs);
}

}  // namespace support
