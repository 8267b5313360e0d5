#include "server/app/evidence.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "server/app/blank.h"
#include "server/app/decision_event.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using base::ErrorKind;
using base::fail;

base::Done check_words(const EvidenceAsked& asked) {
    TRY_DONE(check_actor(asked.actor));
    if (is_blank(asked.asked_by)) return fail(ErrorKind::InvalidInput, "say who asks for the evidence");
    if (asked.asked_by.size() > kEvidenceWordsBytesMax || asked.what.size() > kEvidenceWordsBytesMax)
        return fail(ErrorKind::InvalidInput,
                    "say who asks, and for what, in fewer words: 500 characters each");
    if (asked.referral.empty() == asked.appointment.empty())
        return fail(ErrorKind::InvalidInput, "say of which referral or of which appointment, one of the two");
    return {};
}

base::Result<domain::ReferralId> referral_of(View& view, const EvidenceAsked& asked) {
    if (!asked.appointment.empty()) return TRY(view.appointment(asked.appointment)).referral;
    if (TRY(base::if_found(view.referral(asked.referral)))) return asked.referral;
    if (TRY(view.history(asked.referral))) return asked.referral;
    return fail(ErrorKind::NotFound, "the hub holds nothing of this referral");
}

/// The first month of which the register tells; none while it is empty.
std::optional<domain::Month> first_month(const std::vector<EvidenceEntry>& entries) {
    for (const EvidenceEntry& one : entries) {
        if (!one.withdrawn) return domain::month_of(domain::london_date(one.request.received_at));
    }
    return std::nullopt;
}

/// A referral of which nothing is held but that somebody asked for evidence of it.
figures::ReferralHistory asked_of_only(const domain::ReferralId& id) {
    figures::ReferralHistory history;
    history.id = id;
    history.plans.emplace();
    history.meetings.emplace();
    history.evidence.emplace();
    return history;
}

}  // namespace

base::Result<EvidenceRequest> note_evidence_request(Transaction& transaction, const EvidenceAsked& asked,
                                                    const Occasion& occasion) {
    TRY_DONE(check_words(asked));
    const base::Instant now = occasion.moment.now;
    if (asked.received_at > now)
        return fail(ErrorKind::InvalidInput, "the time at which it was received is still to come");
    EvidenceRequest request;
    request.referral = TRY(referral_of(transaction, asked));
    const auto history = TRY(transaction.history(request.referral));
    if (history && asked.received_at < history->told.received_at)
        return fail(ErrorKind::InvalidInput,
                    "nobody can have asked for evidence before the referral itself was received");
    request.id = base::new_uuid_at(occasion.entropy, now);
    request.noted_at = now;
    request.appointment = asked.appointment;
    request.received_at = asked.received_at;
    request.asked_by = asked.asked_by;
    request.what = asked.what;
    request.who = asked.actor;
    TRY_DONE(transaction.append(request));
    return request;
}

base::Done note_evidence_answer(Transaction& transaction, const EvidenceSaid& said,
                                const Occasion& occasion) {
    TRY_DONE(check_actor(said.actor));
    const bool sent = said.word == EvidenceWord::Sent;
    if (is_blank(said.words) || said.words.size() > kEvidenceWordsBytesMax)
        return fail(ErrorKind::InvalidInput, sent ? "say to whom it was sent, in at most 500 characters"
                                                  : "say why it is withdrawn, in at most 500 characters");
    const base::Instant now = occasion.moment.now;
    const base::Instant at = sent ? said.at : now;
    if (at > now) return fail(ErrorKind::InvalidInput, "the time at which it was sent is still to come");
    for (const EvidenceEntry& one : TRY(evidence_register(transaction))) {
        if (one.request.id != said.request) continue;
        if (one.withdrawn) return fail(ErrorKind::Conflict, "this request was withdrawn");
        if (sent && one.sent)
            return fail(
                ErrorKind::Conflict,
                "it is noted as sent already; if that is wrong, withdraw the request and enter it anew");
        if (at < one.request.received_at)
            return fail(ErrorKind::InvalidInput, "it cannot have been sent before it was asked for");
        return transaction.append(EvidenceAnswer{base::new_uuid_at(occasion.entropy, now), now, said.request,
                                                 said.word, at, said.words, said.actor});
    }
    return fail(ErrorKind::NotFound, "the register has no such request; hubctl evidence list shows all");
}

base::Result<std::vector<EvidenceEntry>> evidence_register(View& view) {
    std::vector<EvidenceEntry> entries;
    std::map<std::string, std::size_t> places;
    for (EvidenceRequest& one : TRY(view.evidence_requests())) {
        places.emplace(one.id, entries.size());
        entries.push_back({std::move(one), std::nullopt, std::nullopt});
    }
    for (EvidenceAnswer& one : TRY(view.evidence_answers())) {
        EvidenceEntry& entry = entries[places.at(one.request)];
        (one.word == EvidenceWord::Sent ? entry.sent : entry.withdrawn) = std::move(one);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const EvidenceEntry& a, const EvidenceEntry& b) {
        return a.request.received_at < b.request.received_at;
    });
    return entries;
}

base::Done lay_evidence_over(View& view, std::vector<figures::ReferralHistory>& histories) {
    const auto entries = TRY(evidence_register(view));
    const auto begun = first_month(entries);
    if (!begun) return {};
    std::map<domain::ReferralId, std::size_t> places;
    for (std::size_t i = 0; i < histories.size(); ++i) {
        places[histories[i].id] = i;
        if (domain::month_of(domain::london_date(histories[i].received_at)) >= *begun)
            histories[i].evidence.emplace();
    }
    for (const EvidenceEntry& one : entries) {
        if (one.withdrawn) continue;
        const auto [place, added] = places.emplace(one.request.referral, histories.size());
        if (added) histories.push_back(asked_of_only(one.request.referral));
        auto& evidence = histories[place->second].evidence;
        if (!evidence) evidence.emplace();
        evidence->push_back(
            {one.request.id, one.request.received_at, one.sent ? std::optional(one.sent->at) : std::nullopt});
    }
    std::sort(
        histories.begin(), histories.end(),
        [](const figures::ReferralHistory& a, const figures::ReferralHistory& b) { return a.id < b.id; });
    return {};
}

}  // namespace server::app
