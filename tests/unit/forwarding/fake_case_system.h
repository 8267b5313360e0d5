#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/app/case_system.h"

namespace forwarding {

enum class Verb { Read, PutAttendance, PutFeedback, Submit };
enum class Effect { None, Accepted };

/// The case system's rules for one appointment each, with failures on order.
class FakeCaseSystem final : public server::app::CaseSystem {
public:
    struct Failure {
        Verb verb = Verb::Read;
        server::app::CaseError error;
        Effect effect = Effect::None;
        int times = 1;
    };

    std::map<domain::AppointmentId, server::app::CaseAttendance> held;
    std::vector<Failure> failures;
    std::vector<Verb> calls;
    std::vector<server::app::FeedbackDraft> feedback;
    int submits = 0;
    int wiped = 0;
    std::optional<std::chrono::milliseconds> ahead;
    base::Instant seen_at{};           ///< when
    std::function<void(Verb)> during;  ///< something that happens while a call is under way

    server::app::CaseResult<server::app::ReferralPage> referrals(int) override { return {}; }
    server::app::CaseResult<server::app::CaseReferral> referral(const domain::ReferralId&) override {
        return {};
    }
    server::app::CaseResult<std::vector<server::app::CaseAppointment>> assessment(
        const domain::ReferralId&) override {
        return {};
    }
    server::app::CaseResult<std::vector<server::app::CaseAppointment>> sessions(const domain::ReferralId&,
                                                                                const std::string&) override {
        return {};
    }
    server::app::CaseResult<std::vector<server::app::CasePlan>> approved_plans(
        const domain::ReferralId&) override {
        return {};
    }
    server::app::CaseResult<server::app::CaseAttendance> attendance(const domain::Appointment& one) override;
    server::app::CaseResult<server::app::CaseAttendance> put_attendance(
        const domain::Appointment& one, const server::app::AttendanceDraft& draft) override;
    server::app::CaseResult<server::app::CaseAttendance> put_feedback(
        const domain::Appointment& one, const server::app::FeedbackDraft& draft) override;
    server::app::CaseResult<server::app::CaseAttendance> submit(const domain::Appointment& one) override;
    std::string address_of(server::app::CaseCall call, const domain::Appointment& one) const override {
        return std::string(server::app::to_word(call)) + " /" + one.id.text();
    }
    std::optional<domain::ClockDifference> clock_difference() const override {
        if (!ahead) return std::nullopt;
        return domain::ClockDifference{*ahead, seen_at};
    }

    int count(Verb verb) const;

private:
    template <class Write>
    server::app::CaseResult<server::app::CaseAttendance> write(Verb verb, const domain::Appointment& one,
                                                               const Write& write);
    std::optional<Failure> failure_of(Verb verb);
};

}  // namespace forwarding
