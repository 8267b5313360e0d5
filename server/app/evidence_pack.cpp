#include "server/app/evidence_pack.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "server/app/blank.h"
#include "server/app/decision_event.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using base::ErrorKind;
using base::fail;

base::Done check(const EvidenceToPack& asked) {
    TRY_DONE(check_actor(asked.actor));
    if (asked.referral.empty() == asked.appointment.empty())
        return fail(ErrorKind::InvalidInput, "say of which referral or of which appointment, one of the two");
    return {};
}

const figures::Meeting* meeting_of(const std::optional<History>& history, const domain::AppointmentId& id) {
    if (!history || !history->told.meetings) return nullptr;
    for (const figures::Meeting& one : *history->told.meetings) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

/// Every appointment of the referral that the hub knows of.
base::Result<std::vector<domain::AppointmentId>> appointments_of(View& view, const domain::ReferralId& id,
                                                                 const std::optional<History>& history) {
    std::set<domain::AppointmentId> all;
    for (const domain::Appointment& one : TRY(view.appointments_of(id))) all.insert(one.id);
    if (history && history->told.meetings) {
        for (const figures::Meeting& one : *history->told.meetings) all.insert(one.id);
    }
    return std::vector<domain::AppointmentId>(all.begin(), all.end());
}

base::Result<EvidenceOfAppointment> evidence_of(View& view, const domain::AppointmentId& id,
                                                const std::optional<History>& history) {
    EvidenceOfAppointment one;
    one.id = id;
    one.appointment = TRY(base::if_found(view.appointment(id)));
    one.record = TRY(record_of(view, id));
    one.update = TRY(view.update_of(id));
    one.exchanges = TRY(view.exchanges_of(id));
    if (const figures::Meeting* told = meeting_of(history, id)) one.case_system = *told;
    return one;
}

std::optional<base::Instant> start_of(const EvidenceOfAppointment& one) {
    if (one.appointment) return one.appointment->start;
    if (one.case_system) return one.case_system->start;
    return one.update ? std::optional(one.update->start) : std::nullopt;
}

bool comes_first(const EvidenceOfAppointment& a, const EvidenceOfAppointment& b) {
    const auto when_a = start_of(a);
    const auto when_b = start_of(b);
    if (when_a.has_value() != when_b.has_value()) return when_a.has_value();
    return std::tie(when_a, a.id) < std::tie(when_b, b.id);
}

/// The referral of an appointment, also where only an update or a history still names it.
base::Result<domain::ReferralId> referral_of(View& view, const domain::AppointmentId& id) {
    if (const auto held = TRY(base::if_found(view.appointment(id)))) return held->referral;
    if (const auto update = TRY(view.update_of(id))) return update->referral;
    for (const History& one : TRY(view.histories())) {
        if (meeting_of(one, id) != nullptr) return one.told.id;
    }
    return fail(ErrorKind::NotFound, "the hub holds nothing of this appointment");
}

/// What is packed is what was asked for, or one appointment of a referral that was asked for.
base::Done check_about(const EvidenceRequest& request, const EvidenceToPack& asked,
                       const domain::ReferralId& referral) {
    if (request.referral != referral)
        return fail(ErrorKind::InvalidInput, "this request is about another referral");
    if (!request.appointment.empty() && request.appointment != asked.appointment)
        return fail(ErrorKind::InvalidInput, "this request is about one appointment: pack --appointment " +
                                                 request.appointment.text());
    return {};
}

base::Result<std::optional<EvidenceRequest>> request_of(View& view, const EvidenceToPack& asked,
                                                        const domain::ReferralId& referral) {
    if (asked.request.empty()) return std::optional<EvidenceRequest>();
    for (EvidenceEntry& one : TRY(evidence_register(view))) {
        if (one.request.id != asked.request) continue;
        if (one.withdrawn) return fail(ErrorKind::InvalidInput, "this request was withdrawn");
        TRY_DONE(check_about(one.request, asked, referral));
        return std::optional(std::move(one.request));
    }
    return fail(ErrorKind::NotFound, "the register has no such request; hubctl evidence list shows all");
}

/// Whom it is packed for: unless somebody else is named, whoever asked.
base::Result<std::string> recipient_of(const EvidenceToPack& asked,
                                       const std::optional<EvidenceRequest>& request) {
    const std::string& recipient = asked.recipient.empty() && request ? request->asked_by : asked.recipient;
    if (is_blank(recipient) || recipient.size() > kEvidenceWordsBytesMax)
        return fail(ErrorKind::InvalidInput, "say for whom the evidence is, in at most 500 characters");
    return recipient;
}

/// Who it is about, as far as the hub still holds that; the look is kept.
base::Done look_at_person(Transaction& transaction, const EvidenceToPack& asked, EvidencePack& pack,
                          const Occasion& occasion) {
    const auto referral = TRY(base::if_found(transaction.referral(pack.referral)));
    if (!referral) return {};
    pack.reference = referral->reference;
    pack.contract = referral->contract;
    pack.person = TRY(base::if_found(transaction.person(referral->person)));
    if (!pack.person) return {};
    const std::string of = asked.appointment.empty() ? "referral " + pack.referral.text()
                                                     : "appointment " + asked.appointment.text();
    return transaction.append(PersonLook{base::new_uuid_at(occasion.entropy, occasion.moment.now),
                                         occasion.moment.now, pack.person->id, asked.actor,
                                         "evidence of " + of + ", packed for " + pack.recipient});
}

base::Done log_pack(PackTransaction& transaction, const EvidencePack& pack, const Occasion& occasion) {
    return transaction.append(EvidencePacked{
        base::new_uuid_at(occasion.entropy, pack.packed_at), pack.packed_at, pack.referral, pack.appointment,
        pack.request ? pack.request->id : "", pack.packed_by, pack.recipient});
}

/// Without what was said in confidence.
void add_proof(EvidencePack& pack, ChainProof proof) {
    for (ProvenEvent& one : proof.events) {
        if (one.event.kind != domain::EventKind::ReasonGiven || one.opened != Opened::Yes) continue;
        one.opened = Opened::InConfidence;
        one.salt.reset();
        one.event.reason.clear();
    }
    for (EvidenceOfAppointment& one : pack.appointments) one.record.late_reason.reset();
    pack.proof = std::move(proof);
}

}  // namespace

ProofOf EvidencePack::proof_of() const {
    ProofOf of;
    for (const EvidenceOfAppointment& one : appointments) of.appointments.push_back(one.id);
    if (appointment.empty()) of.referral = referral;
    return of;
}

base::Result<EvidencePack> collect_evidence(PackTransaction& transaction, const EvidenceToPack& asked,
                                            const Occasion& occasion) {
    TRY_DONE(check(asked));
    EvidencePack pack;
    pack.hub = asked.hub;
    pack.packed_at = occasion.moment.now;
    pack.packed_by = asked.actor;
    pack.appointment = asked.appointment;
    pack.referral =
        asked.appointment.empty() ? asked.referral : TRY(referral_of(transaction, asked.appointment));
    pack.request = TRY(request_of(transaction, asked, pack.referral));
    pack.recipient = TRY(recipient_of(asked, pack.request));
    const auto history = TRY(transaction.history(pack.referral));
    if (history) pack.contract = history->told.contract;
    TRY_DONE(log_pack(transaction, pack, occasion));
    TRY_DONE(look_at_person(transaction, asked, pack, occasion));
    auto ids = TRY(appointments_of(transaction, pack.referral, history));
    if (asked.appointment.empty() && ids.empty() && !history && pack.reference.empty())
        return fail(ErrorKind::NotFound, "the hub holds nothing of this referral");
    if (!asked.appointment.empty()) ids = {asked.appointment};
    for (const domain::AppointmentId& id : ids)
        pack.appointments.push_back(TRY(evidence_of(transaction, id, history)));
    std::sort(pack.appointments.begin(), pack.appointments.end(), comes_first);
    add_proof(pack, TRY(transaction.proof_of(pack.proof_of())));
    return pack;
}

}  // namespace server::app
