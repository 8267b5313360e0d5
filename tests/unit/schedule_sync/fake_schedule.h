#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/app/case_system.h"

namespace schedule {

inline constexpr const char* kPlan = "e5ed2f80-dfe2-4bf3-b5c4-d8d4486e963d";

/// A UUID that ends in this number.
std::string uuid(int number);

struct Entry {
    server::app::CaseReferral referral;
    std::vector<server::app::CaseAppointment> assessment;
    std::vector<server::app::CaseAppointment> sessions;
    std::optional<base::Instant> concluded_at;
    std::vector<server::app::CasePlan> plans;
};

/// The reading half of the case system: referrals with their appointments, and failures on order.
class FakeSchedule final : public server::app::CaseSystem {
public:
    std::map<domain::ReferralId, Entry> entries;
    std::map<domain::ReferralId, server::app::CaseFailure> broken;  ///< its sessions cannot be read
    std::optional<server::app::CaseFailure> page_failure;
    int rows_a_page = 50;
    std::vector<domain::ReferralId> read;        ///< referrals, in the order they were read
    std::set<domain::ReferralId> looked_into;    ///< whose appointments were read
    std::vector<domain::ReferralId> plans_read;  ///< whose approved plans were
    std::set<domain::ReferralId> broken_plans;   ///< whose approved plans cannot be read

    /// A person in the community with one referral of the hub's contract; returns its id.
    domain::ReferralId add(int number);
    server::app::CaseAppointment& book(const domain::ReferralId& id, int number, base::Instant start);

    server::app::CaseResult<server::app::ReferralPage> referrals(int page) override;
    server::app::CaseResult<server::app::CaseReferral> referral(const domain::ReferralId& id) override;
    server::app::CaseResult<std::vector<server::app::CaseAppointment>> assessment(
        const domain::ReferralId& id) override;
    server::app::CaseResult<std::vector<server::app::CaseAppointment>> sessions(
        const domain::ReferralId& referral, const std::string& plan) override;
    server::app::CaseResult<std::vector<server::app::CasePlan>> approved_plans(
        const domain::ReferralId& id) override;
    std::string address_of(server::app::CaseCall, const domain::Appointment&) const override { return {}; }
    std::optional<domain::ClockDifference> clock_difference() const override {
        return domain::ClockDifference{std::chrono::seconds{3}, {}};
    }

    server::app::CaseResult<server::app::CaseAttendance> attendance(const domain::Appointment&) override {
        return {};
    }
    server::app::CaseResult<server::app::CaseAttendance> put_attendance(
        const domain::Appointment&, const server::app::AttendanceDraft&) override {
        return {};
    }
    server::app::CaseResult<server::app::CaseAttendance> put_feedback(
        const domain::Appointment&, const server::app::FeedbackDraft&) override {
        return {};
    }
    server::app::CaseResult<server::app::CaseAttendance> submit(const domain::Appointment&) override {
        return {};
    }
};

}  // namespace schedule
