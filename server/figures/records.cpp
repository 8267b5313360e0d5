// Figures that look at each record: of a contact, an appointment, a missed appointment, a request.

#include "server/figures/items.h"
#include "server/figures/steps.h"
#include "shared/domain/update.h"

namespace server::figures {
namespace {

/// Adds an item for each appointment of the period that `judge` has something to say of. A referral whose
/// appointments were not read stands once, in the period in which it was received.
template <class Judge>
void each_meeting(const ReferralHistory& history, const Period& period, Items& out, Judge judge) {
    if (!history.meetings) {
        if (period.holds(history.received_at))
            out.push_back({history.id, "", Verdict::NotKnown, Why::AppointmentsNotRead, ""});
        return;
    }
    for (const Meeting& meeting : *history.meetings) {
        if (!meeting.stands || !period.holds(meeting.start)) continue;
        const std::optional<Finding> found = judge(meeting);
        if (found) out.push_back({history.id, meeting.id.text(), found->verdict, found->why, ""});
    }
}

/// When anything was stored of an appointment that has a record.
Done stored(const Meeting& meeting) {
    Done done;
    if (meeting.stored_at) done.add(meeting.stored_at);
    if (meeting.submitted_at) done.add(meeting.submitted_at);
    if (!done.any() && (meeting.attendance || meeting.submitted)) done.add(std::nullopt);
    return done;
}

/// When it was drafted or submitted in the case system: what the hub alone has stored is no draft there.
Done drafted(const Meeting& meeting) {
    Done done;
    if (meeting.drafted_at) done.add(meeting.drafted_at);
    if (meeting.submitted_at) done.add(meeting.submitted_at);
    if (!done.any() && (meeting.attendance || meeting.submitted)) done.add(std::nullopt);
    return done;
}

Done shared(const Meeting& meeting) {
    Done done;
    if (meeting.submitted) done.add(meeting.submitted_at);
    return done;
}

}  // namespace

void kp1(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    each_meeting(history, period, out, [&rules](const Meeting& meeting) -> std::optional<Finding> {
        if (!attended(meeting)) return std::nullopt;
        return stored(meeting).judge(rules.calendar.one_business_day_after(meeting.start), rules.as_of);
    });
}

void kp3(const ReferralHistory& history, const Period& period, const Rules& rules, Recorded how, Items& out) {
    each_meeting(history, period, out, [&rules, how](const Meeting& meeting) -> std::optional<Finding> {
        const Done done = how == Recorded::Shared ? shared(meeting) : drafted(meeting);
        return done.judge(rules.calendar.one_business_day_after(meeting.start), rules.as_of);
    });
}

void non_attendance(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    each_meeting(history, period, out, [&rules](const Meeting& meeting) -> std::optional<Finding> {
        if (attended(meeting)) return std::nullopt;
        const base::Instant too_late_from = meeting.start + domain::kAbsenceToldWithin;
        Done done = shared(meeting);
        if (meeting.told_at) done.add(meeting.told_at);
        if (meeting.attendance || done.any()) return done.judge(too_late_from, rules.as_of);
        // Nobody has said whether the person came.
        if (rules.as_of < too_late_from) return std::nullopt;
        return Finding{Verdict::NotKnown, Why::NotRecorded};
    });
}

void kp4(const ReferralHistory& history, const Period& period, const Rules& rules, Items& out) {
    if (!history.evidence) {
        if (period.holds(history.received_at))
            out.push_back({history.id, "", Verdict::NotKnown, Why::NotRecorded, ""});
        return;
    }
    for (const EvidenceRequest& request : *history.evidence) {
        if (!period.holds(request.received_at)) continue;
        Done done;
        if (request.sent_at) done.add(request.sent_at);
        const Finding found =
            done.judge(rules.calendar.one_business_day_after(request.received_at), rules.as_of);
        out.push_back({history.id, request.id, found.verdict, found.why, ""});
    }
}

}  // namespace server::figures
