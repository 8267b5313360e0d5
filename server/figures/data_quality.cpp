#include "server/figures/data_quality.h"

#include "server/figures/steps.h"

namespace server::figures {
namespace {

/// Counts, for one row, what could be known and what is.
class Count {
public:
    explicit Count(std::string_view what) { row_.what = what; }
    void add(const ReferralHistory& history, bool known) {
        ++row_.known.of;
        if (known) {
            ++row_.known.count;
        } else if (row_.missing.empty() || row_.missing.back() != history.id) {
            row_.missing.push_back(history.id);
        }
    }
    const Completeness& row() const { return row_; }

private:
    Completeness row_;
};

/// A code is due where the practitioner ended a referral that never commenced.
bool code_is_due(const ReferralHistory& history) {
    return history.concluded_at && history.end_requested && history.meetings &&
           commencement(history) == nullptr;
}

}  // namespace

std::vector<Completeness> data_quality(std::span<const ReferralHistory> histories, const Rules& rules) {
    Count appointments("appointments were read"), plans("action plans were read"),
        level("complexity is known"), code("an end code that is known, where one is due"),
        attendance("attendance of past appointments is recorded"),
        shared("when a record was shared is known"), score("end-of-service reports have a score"),
        survey("the exit survey of completed interventions is recorded");
    for (const ReferralHistory& history : histories) {
        appointments.add(history, history.meetings.has_value());
        plans.add(history, history.plans.has_value());
        level.add(history, history.complexity != Complexity::NotKnown);
        if (code_is_due(history)) code.add(history, end_reason_of(history.end_code).has_value());
        if (history.end_report) score.add(history, history.end_report->score.has_value());
        if (history.completed_at) survey.add(history, history.exit_survey.has_value());
        if (!history.meetings) continue;
        for (const Meeting& meeting : *history.meetings) {
            if (!meeting.stands || meeting.start > rules.as_of) continue;
            attendance.add(history, meeting.attendance.has_value());
            if (meeting.submitted) shared.add(history, meeting.submitted_at.has_value());
        }
    }
    std::vector<Completeness> rows;
    for (const Count* one : {&appointments, &plans, &level, &code, &attendance, &shared, &score, &survey})
        rows.push_back(one->row());
    return rows;
}

}  // namespace server::figures
