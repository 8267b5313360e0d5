#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "server/figures/referral_history.h"

namespace support {

inline base::Instant at(std::string_view text) {
    return base::parse_instant(text).value();
}

/// Writes one referral's history down as a sentence. Unless said otherwise it was received on Monday 3 August
/// 2026, its plan was approved, its appointments were read and there were none,
/// and nobody asked for evidence.
class AReferral {
public:
    explicit AReferral(const std::string& id) {
        history_.id = domain::ReferralId(id);
        history_.person = domain::PersonId("person-of-" + id);
        history_.received_at = at("2026-08-03T08:00:00Z");
        history_.plans = {{true, at("2026-08-20T10:00:00Z")}};
        history_.meetings.emplace();
        history_.evidence.emplace();
    }

    AReferral& of_person(const std::string& person) {
        history_.person = domain::PersonId(person);
        return *this;
    }
    AReferral& received(std::string_view when) {
        history_.received_at = at(when);
        return *this;
    }
    AReferral& ended(std::string_view when, const std::string& code = "") {
        history_.concluded_at = at(when);
        history_.end_code = code;
        history_.end_requested = !code.empty();
        return *this;
    }
    AReferral& expires(std::string_view day) {
        history_.expiry = domain::parse_date(day).value();
        return *this;
    }
    AReferral& report(std::string_view when, std::optional<double> score) {
        history_.end_report = {at(when), score};
        return *this;
    }
    AReferral& no_plan() {
        history_.plans->clear();
        return *this;
    }
    AReferral& plan(bool approved, std::string_view submitted) {
        server::figures::Plan plan{approved, std::nullopt};
        if (!submitted.empty()) plan.submitted_at = at(submitted);
        history_.plans = {plan};
        return *this;
    }
    AReferral& plans_not_read() {
        history_.plans.reset();
        return *this;
    }
    AReferral& not_read() {
        history_.meetings.reset();
        return *this;
    }
    /// A session that was held where somebody attended.
    AReferral& session(std::string_view start, std::optional<domain::Attendance> attendance) {
        return meeting(domain::AppointmentType::Delivery, start, attendance);
    }
    AReferral& assessment(std::string_view start,
                          std::optional<domain::Attendance> attendance = domain::Attendance::Yes) {
        return meeting(domain::AppointmentType::SupplierAssessment, start, attendance);
    }
    /// Of the newest appointment:
    AReferral& not_held() {
        newest().session_held = false;
        return *this;
    }
    AReferral& moved() {
        newest().stands = false;
        return *this;
    }
    AReferral& stored(std::string_view when) {
        newest().stored_at = at(when);
        return *this;
    }
    AReferral& drafted(std::string_view when) {
        newest().drafted_at = at(when);
        return *this;
    }
    AReferral& submitted(std::string_view when) {
        newest().submitted = true;
        if (!when.empty()) newest().submitted_at = at(when);
        return *this;
    }
    AReferral& told(std::string_view when) {
        newest().told_at = at(when);
        return *this;
    }
    /// Anything else.
    template <class Change>
    AReferral& with(Change change) {
        change(history_);
        return *this;
    }

    operator server::figures::ReferralHistory() const { return history_; }

private:
    server::figures::Meeting& newest() { return history_.meetings->back(); }
    AReferral& meeting(domain::AppointmentType type, std::string_view start,
                       std::optional<domain::Attendance> attendance) {
        server::figures::Meeting meeting;
        meeting.id =
            domain::AppointmentId(history_.id.text() + "-" + std::to_string(history_.meetings->size()));
        meeting.type = type;
        meeting.start = at(start);
        meeting.attendance = attendance;
        if (attendance) meeting.session_held = attendance != domain::Attendance::No;
        history_.meetings->push_back(std::move(meeting));
        return *this;
    }

    server::figures::ReferralHistory history_;
};

}  // namespace support
