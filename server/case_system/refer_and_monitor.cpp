#include "server/case_system/refer_and_monitor.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "server/case_system/answers.h"
#include "server/case_system/decode_appointments.h"
#include "server/case_system/decode_referrals.h"
#include "server/case_system/encode_drafts.h"
#include "server/case_system/linked_user_tokens.h"
#include "shared/base/entropy.h"
#include "shared/base/log.h"

namespace server::case_system {

using app::CaseAppointment;
using app::CaseAttendance;
using app::CaseCall;
using app::CaseError;
using app::CaseFailure;
using app::CaseResult;

namespace {

constexpr bool is_success(int status) {
    return status >= 200 && status < 300;
}

/// Only UUIDs may become part of an address: nothing personal can stand in one by accident.
std::optional<CaseError> unless_uuids(std::initializer_list<std::string_view> ids) {
    if (std::ranges::all_of(ids, base::is_uuid)) return std::nullopt;
    return CaseError{CaseFailure::Refused, 0,
                     "The hub does not know this appointment's id in the case system."};
}

std::string assessment_path(const domain::ReferralId& referral) {
    return "/sent-referral/" + referral.text() + "/supplier-assessment";
}

std::string sessions_path(const std::string& action_plan) {
    return "/action-plan/" + action_plan + "/appointments";
}

/// What was listed, with the status of the answer that listed it.
CaseResult<std::vector<CaseAppointment>> told_by(int status,
                                                 CaseResult<std::vector<CaseAppointment>> listed) {
    if (!listed) {
        listed.error().status = status;
        return listed;
    }
    for (CaseAppointment& one : *listed) one.attendance.status = status;
    return listed;
}

/// The last part of a write's address.
std::string_view verb_of(CaseCall call, domain::AppointmentType type) {
    const bool is_assessment = type == domain::AppointmentType::SupplierAssessment;
    switch (call) {
        case CaseCall::PutAttendance:
            return is_assessment ? "record-attendance" : "attendance";
        case CaseCall::PutFeedback:
            return is_assessment ? "record-session-feedback" : "session-feedback";
        case CaseCall::Submit:
            return "submit-feedback";
        case CaseCall::Read:
        case CaseCall::WriteFile:
        case CaseCall::FileAnswer:
            break;
    }
    return {};
}

CaseResult<std::string> write_path(const domain::Appointment& appointment, CaseCall call) {
    if (auto error = unless_uuids({appointment.referral.text(), appointment.id.text()}))
        return tl::unexpected<CaseError>(*error);
    std::string path = "/referral/" + appointment.referral.text();
    switch (appointment.type) {
        case domain::AppointmentType::SupplierAssessment:
            path += "/supplier-assessment/";
            break;
        case domain::AppointmentType::Delivery:
            path += "/delivery-session-appointments/" + appointment.id.text() + '/';
            break;
    }
    path += verb_of(call, appointment.type);
    return path;
}

CaseResult<CaseAttendance> held_of(const domain::AppointmentId& id,
                                   const std::vector<CaseAppointment>& listed) {
    for (const CaseAppointment& one : listed) {
        if (one.appointment.id != id) continue;
        if (one.appointment.status == domain::AppointmentStatus::Superseded)
            return tl::unexpected<CaseError>(
                {CaseFailure::Refused, 0,
                 "The appointment has been moved to another time in the case system."});
        return one.attendance;
    }
    return tl::unexpected<CaseError>(
        {CaseFailure::Refused, 0, "The case system no longer lists this appointment."});
}

}  // namespace

ReferAndMonitor::ReferAndMonitor(ReferAndMonitorSettings settings, const base::Clock& clock)
    : settings_(std::move(settings)),
      http_(settings_, clock),
      tokens_(std::make_unique<ClientCredentials>(settings_, clock)) {}

ReferAndMonitor::ReferAndMonitor(ReferAndMonitorSettings settings, const base::Clock& clock,
                                 std::unique_ptr<app::RefreshTokens> refresh)
    : settings_(std::move(settings)),
      http_(settings_, clock),
      refresh_(std::move(refresh)),
      tokens_(std::make_unique<LinkedUserTokens>(settings_, clock, *refresh_)) {}

ReferAndMonitor::ReferAndMonitor(ReferAndMonitorSettings settings, const base::Clock& clock,
                                 std::unique_ptr<TokenSource> tokens)
    : settings_(std::move(settings)), http_(settings_, clock), tokens_(std::move(tokens)) {}

CaseResult<HttpAnswer> ReferAndMonitor::call(HttpRequest request) {
    constexpr int kTokensACall = 2;
    CaseResult<HttpAnswer> answer;
    for (int token_number = 0; token_number < kTokensACall; ++token_number) {
        auto token = tokens_->token();
        if (!token) return tl::unexpected<CaseError>(token.error());
        request.bearer = *token;
        answer = http_.send(request);
        if (!answer) {
            base::log::warning("case_system_unreachable");
            return answer;
        }
        if (answer->clock_difference) {
            const std::lock_guard lock(mutex_);
            clock_difference_ = answer->clock_difference;
        }
        if (answer->status != 401) break;
        tokens_->refuse(*token);
    }
    if (!is_success(answer->status))
        base::log::warning("case_system_refused",
                           {{"status", answer->status}, {"write", request.method != Method::Get ? 1 : 0}});
    return answer;
}

CaseResult<HttpAnswer> ReferAndMonitor::ask(const std::string& path) {
    HttpRequest request;
    request.url = settings_.url + path;
    auto answer = call(std::move(request));
    if (!answer) return tl::unexpected<CaseError>(answer.error());
    if (!is_success(answer->status)) return tl::unexpected<CaseError>(error_of(answer->status, answer->body));
    return answer;
}

CaseResult<std::string> ReferAndMonitor::get(const std::string& path) {
    auto answer = ask(path);
    if (!answer) return tl::unexpected<CaseError>(answer.error());
    return std::move(answer->body);
}

CaseResult<CaseAttendance> ReferAndMonitor::write(Method method, const std::string& path,
                                                  const std::string& body) {
    HttpRequest request;
    request.method = method;
    request.url = settings_.url + path;
    request.body = body;
    if (!body.empty()) request.content_type = "application/json";
    auto answer = call(std::move(request));
    if (!answer) return tl::unexpected<CaseError>(answer.error());
    if (!is_success(answer->status)) return tl::unexpected<CaseError>(error_of(answer->status, answer->body));
    auto read = decode_attendance(answer->body);
    (read ? read->status : read.error().status) = answer->status;
    return read;
}

CaseResult<app::ReferralPage> ReferAndMonitor::referrals(int page) {
    auto body =
        get("/sent-referrals/summaries?page=" + std::to_string(page) + "&size=" + std::to_string(kPageRows));
    if (!body) return tl::unexpected<CaseError>(body.error());
    return decode_page(*body);
}

CaseResult<app::CaseReferral> ReferAndMonitor::referral(const domain::ReferralId& id) {
    if (auto error = unless_uuids({id.text()})) return tl::unexpected<CaseError>(*error);
    auto body = get("/sent-referral/" + id.text());
    if (!body) return tl::unexpected<CaseError>(body.error());
    auto read = decode_referral(*body);
    if (read && read->id != id)
        return tl::unexpected<CaseError>(not_understood("another referral than asked for"));
    return read;
}

CaseResult<std::vector<CaseAppointment>> ReferAndMonitor::assessment(const domain::ReferralId& id) {
    if (auto error = unless_uuids({id.text()})) return tl::unexpected<CaseError>(*error);
    HttpRequest request;
    request.url = settings_.url + assessment_path(id);
    auto answer = call(std::move(request));
    if (!answer) return tl::unexpected<CaseError>(answer.error());
    if (answer->status == 404 && says_no_assessment(answer->body)) return std::vector<CaseAppointment>();
    if (!is_success(answer->status)) return tl::unexpected<CaseError>(error_of(answer->status, answer->body));
    return told_by(answer->status, decode_assessment(answer->body, id));
}

CaseResult<std::vector<CaseAppointment>> ReferAndMonitor::sessions(const domain::ReferralId& referral,
                                                                   const std::string& action_plan) {
    if (auto error = unless_uuids({action_plan})) return tl::unexpected<CaseError>(*error);
    auto answer = ask(sessions_path(action_plan));
    if (!answer) return tl::unexpected<CaseError>(answer.error());
    return told_by(answer->status, decode_sessions(answer->body, referral, action_plan));
}

CaseResult<std::vector<app::CasePlan>> ReferAndMonitor::approved_plans(const domain::ReferralId& id) {
    if (auto error = unless_uuids({id.text()})) return tl::unexpected<CaseError>(*error);
    auto body = get("/sent-referral/" + id.text() + "/approved-action-plans");
    if (!body) return tl::unexpected<CaseError>(body.error());
    return decode_approved_plans(*body);
}

CaseResult<CaseAttendance> ReferAndMonitor::attendance(const domain::Appointment& appointment) {
    auto listed = appointment.type == domain::AppointmentType::SupplierAssessment
                      ? assessment(appointment.referral)
                      : sessions(appointment.referral, appointment.action_plan);
    if (!listed) return tl::unexpected<CaseError>(listed.error());
    return held_of(appointment.id, *listed);
}

CaseResult<CaseAttendance> ReferAndMonitor::put_attendance(const domain::Appointment& appointment,
                                                           const app::AttendanceDraft& draft) {
    auto path = write_path(appointment, CaseCall::PutAttendance);
    if (!path) return tl::unexpected<CaseError>(path.error());
    return write(Method::Put, *path, encode_attendance(draft));
}

CaseResult<CaseAttendance> ReferAndMonitor::put_feedback(const domain::Appointment& appointment,
                                                         const app::FeedbackDraft& draft) {
    auto path = write_path(appointment, CaseCall::PutFeedback);
    if (!path) return tl::unexpected<CaseError>(path.error());
    return write(Method::Put, *path, encode_feedback(draft));
}

CaseResult<CaseAttendance> ReferAndMonitor::submit(const domain::Appointment& appointment) {
    auto path = write_path(appointment, CaseCall::Submit);
    if (!path) return tl::unexpected<CaseError>(path.error());
    return write(Method::Post, *path, {});
}

std::string ReferAndMonitor::address_of(CaseCall call, const domain::Appointment& appointment) const {
    const bool is_assessment = appointment.type == domain::AppointmentType::SupplierAssessment;
    switch (call) {
        case CaseCall::Read:
            return "GET " + (is_assessment ? assessment_path(appointment.referral)
                                           : sessions_path(appointment.action_plan));
        case CaseCall::PutAttendance:
        case CaseCall::PutFeedback:
            return "PUT " + write_path(appointment, call).value_or("");
        case CaseCall::Submit:
            return "POST " + write_path(appointment, call).value_or("");
        case CaseCall::WriteFile:
        case CaseCall::FileAnswer:
            break;
    }
    return {};
}

std::optional<domain::ClockDifference> ReferAndMonitor::clock_difference() const {
    const std::lock_guard lock(mutex_);
    return clock_difference_;
}

void ReferAndMonitor::several_at_a_time(std::size_t count, const std::function<void(std::size_t)>& read) {
    const auto wanted = static_cast<std::size_t>(std::clamp(settings_.reads_at_a_time, 1, kReadsAtATimeMax));
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> readers;
    for (std::size_t i = 0; i < std::min(wanted, count); ++i)
        readers.emplace_back([&] {
            for (std::size_t index = next++; index < count; index = next++) read(index);
        });
}

}  // namespace server::case_system
