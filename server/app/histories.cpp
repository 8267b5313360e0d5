#include "server/app/histories.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "server/app/evidence.h"
#include "shared/base/log.h"

namespace server::app {
namespace {

using figures::Answering;
using figures::Meeting;
using figures::ReferralHistory;

/// In Refer and Monitor lateness is a flag beside `yes`.
std::optional<domain::Attendance> attendance_of(const CaseAttendance& told) {
    if (told.attended == domain::Attendance::Yes && told.late.value_or(false))
        return domain::Attendance::Late;
    return told.attended;
}

/// What was listed for after the end of its referral did not come to be, unless somebody recorded that it
/// did.
bool stands(const CaseAppointment& read, const CaseReferral& referral) {
    const domain::Appointment& appointment = read.appointment;
    switch (appointment.status) {
        case domain::AppointmentStatus::Superseded:
        case domain::AppointmentStatus::Cancelled:
            return false;
        case domain::AppointmentStatus::Settled:
            return true;
        case domain::AppointmentStatus::Live:
            break;
    }
    if (!referral.ended_at || read.attendance.attended) return true;
    return appointment.start < domain::start_of(domain::next_day(domain::london_date(*referral.ended_at)));
}

std::vector<Meeting> meetings_of(const ReferralReading& reading) {
    std::map<domain::AppointmentId, Meeting> by_id;
    for (const CaseAppointment& read : reading.appointments) {
        Meeting meeting;
        meeting.id = read.appointment.id;
        meeting.type = read.appointment.type;
        meeting.start = read.appointment.start;
        meeting.stands = stands(read, reading.referral);
        meeting.attendance = attendance_of(read.attendance);
        meeting.late_is_flag = meeting.attendance != read.attendance.attended;
        meeting.session_held = read.attendance.session_happened;
        meeting.submitted = read.attendance.submitted;
        by_id[meeting.id] = std::move(meeting);
    }
    std::vector<Meeting> meetings;
    for (auto& [id, meeting] : by_id) meetings.push_back(std::move(meeting));
    std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
        return std::tie(a.start, a.id) < std::tie(b.start, b.id);
    });
    return meetings;
}

bool is_kept(const ReferralHistory& told, base::Instant now) {
    const base::Instant from = histories_kept_from(now);
    if (told.concluded_at) return *told.concluded_at >= from;
    return !told.expiry || domain::start_of(*told.expiry) >= from;
}

Answering answering_of(const Offer& offer) {
    Answering answering;
    answering.offered_at = offer.offered_at;
    switch (offer.state) {
        case domain::OfferState::Open:
        case domain::OfferState::Offered:
            break;
        case domain::OfferState::Completed:
        case domain::OfferState::Partial:
            answering.answered_at = offer.ended_at;
            break;
        case domain::OfferState::Declined:
            answering.declined = true;
            break;
        case domain::OfferState::Expired:
            answering.expired = true;
            break;
    }
    return answering;
}

void lay_over(Meeting& meeting, const OwnRecord::Times& own) {
    meeting.stored_at = own.stored_at;
    meeting.drafted_at = own.drafted_at;
    meeting.told_at = own.told_at;
    if (!own.submitted_at) return;
    meeting.submitted = true;
    meeting.submitted_at = own.submitted_at;
}

void lay_over(ReferralHistory& history, const OwnRecord& own) {
    if (const auto completed = own.completed.find(history.id); completed != own.completed.end())
        history.completed_at = completed->second;
    if (!history.meetings) return;
    for (Meeting& meeting : *history.meetings) {
        const auto times = own.appointments.find(meeting.id);
        if (times != own.appointments.end()) lay_over(meeting, times->second);
    }
}

}  // namespace

base::Instant histories_kept_from(base::Instant now) {
    domain::Date day = domain::london_date(now) - kHistoriesKept;
    if (!day.ok()) day = domain::last_day(domain::month_of(day));
    return domain::start_of(day);
}

std::vector<std::string> sorted_plans(const CaseReferral& referral) {
    std::vector<std::string> plans = referral.action_plans;
    std::sort(plans.begin(), plans.end());
    return plans;
}

std::optional<std::vector<figures::Plan>> read_plans(CaseSystem& case_system, const CaseReferral& referral,
                                                     const std::optional<History>& held) {
    if (!referral.names_approved_plans) return std::nullopt;
    if (referral.action_plans.empty()) return std::vector<figures::Plan>();
    // What was kept before the details were lacks when plans were approved.
    if (held && held->told.details && held->told.plans && held->plans == sorted_plans(referral)) {
        std::vector<figures::Plan> plans = *held->told.plans;
        std::erase_if(plans, [](const figures::Plan& plan) { return !plan.approved; });
        return plans;
    }
    const auto listed = case_system.approved_plans(referral.id);
    if (!listed) {
        base::log::warning("plans_not_read", {{"referral", referral.id}, {"status", listed.error().status}});
        return std::nullopt;
    }
    std::vector<figures::Plan> plans;
    for (const CasePlan& plan : *listed) plans.push_back({true, plan.submitted_at, plan.approved_at});
    return plans;
}

std::optional<History> history_of(const ReferralReading& reading) {
    const CaseReferral& referral = reading.referral;
    if (!referral.received_at) return std::nullopt;
    History history;
    ReferralHistory& told = history.told;
    told.id = referral.id;
    told.contract = referral.contract;
    told.complexity = referral.complexity;
    told.details = referral.details;
    told.received_at = *referral.received_at;
    told.concluded_at = referral.concluded_at;
    told.end_requested = referral.end_requested;
    told.end_code = referral.end_code;
    told.end_report = referral.end_report;
    told.meetings = meetings_of(reading);
    told.plans = reading.plans;
    if (!told.plans) return history;
    history.plans = sorted_plans(referral);
    // Beside an approved one it is a later version, and changes nothing of when there was a plan.
    if (referral.has_another_plan && told.plans->empty()) told.plans->push_back({false, std::nullopt});
    return history;
}

base::Done keep_history(Transaction& transaction, const ReferralReading& reading, base::Instant now) {
    const auto history = history_of(reading);
    if (!history || !is_kept(history->told, now)) return {};
    if (TRY(transaction.history(history->told.id)) == history) return {};
    return transaction.keep(*history, reading.referral.crn);
}

base::Result<std::vector<ReferralHistory>> histories_for_figures(View& view, base::Instant now) {
    const base::Instant from = histories_kept_from(now);
    const OwnRecord own = TRY(view.own_record(from));
    std::map<std::pair<domain::ReferralId, domain::OfferKind>, Answering> answerings;
    for (const Offer& offer : TRY(view.offers_opened(from, now + std::chrono::days{1})))
        answerings.emplace(std::pair(offer.referral, offer.kind), answering_of(offer));
    const auto answering = [&](const domain::ReferralId& id, domain::OfferKind kind) {
        const auto found = answerings.find({id, kind});
        return found == answerings.end() ? std::optional<Answering>() : std::optional(found->second);
    };

    std::vector<ReferralHistory> histories;
    for (History& held : TRY(view.histories())) {
        lay_over(held.told, own);
        held.told.exit_survey = answering(held.told.id, domain::OfferKind::ExitSurvey);
        held.told.start_rating = answering(held.told.id, domain::OfferKind::StartRating);
        histories.push_back(std::move(held.told));
    }
    TRY_DONE(lay_evidence_over(view, histories));
    return histories;
}

}  // namespace server::app
