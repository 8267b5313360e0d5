#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "server/app/case_system.h"
#include "server/app/linked_user.h"
#include "server/case_system/http_client.h"
#include "server/case_system/settings.h"
#include "server/case_system/token_source.h"
#include "shared/base/clock.h"

namespace server::case_system {

/// The case system port on Refer and Monitor's HTTP interface (docs/case-system.md). From any thread; each
/// call ends within twice the settings' time-out for itself, once for a token, and once for another process
/// that is fetching one for the linked user.
class ReferAndMonitor final : public app::CaseSystem {
public:
    /// With client credentials from the settings' token address.
    ReferAndMonitor(ReferAndMonitorSettings settings, const base::Clock& clock);
    /// In the name of a linked user.
    ReferAndMonitor(ReferAndMonitorSettings settings, const base::Clock& clock,
                    std::unique_ptr<app::RefreshTokens> refresh);
    /// With another source of tokens.
    ReferAndMonitor(ReferAndMonitorSettings settings, const base::Clock& clock,
                    std::unique_ptr<TokenSource> tokens);

    app::CaseResult<app::ReferralPage> referrals(int page) override;
    app::CaseResult<app::CaseReferral> referral(const domain::ReferralId& id) override;
    app::CaseResult<std::vector<app::CaseAppointment>> assessment(const domain::ReferralId& id) override;
    app::CaseResult<std::vector<app::CaseAppointment>> sessions(const domain::ReferralId& referral,
                                                                const std::string& action_plan) override;
    app::CaseResult<std::vector<app::CasePlan>> approved_plans(const domain::ReferralId& id) override;
    app::CaseResult<app::CaseAttendance> attendance(const domain::Appointment& appointment) override;
    app::CaseResult<app::CaseAttendance> put_attendance(const domain::Appointment& appointment,
                                                        const app::AttendanceDraft& draft) override;
    app::CaseResult<app::CaseAttendance> put_feedback(const domain::Appointment& appointment,
                                                      const app::FeedbackDraft& draft) override;
    app::CaseResult<app::CaseAttendance> submit(const domain::Appointment& appointment) override;
    std::string address_of(app::CaseCall call, const domain::Appointment& appointment) const override;
    std::optional<domain::ClockDifference> clock_difference() const override;
    void several_at_a_time(std::size_t count, const std::function<void(std::size_t)>& read) override;

private:
    app::CaseResult<std::string> get(const std::string& path);
    /// The same with the answer's status.
    app::CaseResult<HttpAnswer> ask(const std::string& path);
    app::CaseResult<app::CaseAttendance> write(Method method, const std::string& path,
                                               const std::string& body);
    /// The answer with whatever status, with a new token once after a 401.
    app::CaseResult<HttpAnswer> call(HttpRequest request);

    const ReferAndMonitorSettings settings_;
    HttpClient http_;
    std::unique_ptr<app::RefreshTokens> refresh_;  ///< of a linked user
    std::unique_ptr<TokenSource> tokens_;
    mutable std::mutex mutex_;
    std::optional<domain::ClockDifference> clock_difference_;
};

/// Rows asked for in a page of referrals.
inline constexpr int kPageRows = 50;

}  // namespace server::case_system
