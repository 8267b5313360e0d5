#include "server/report/performance_cell.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "shared/domain/date.h"

namespace server::report {
namespace {

constexpr std::size_t kTextBytesMax = 500;

enum class Kind { Text, Time, Day, Number, Truth, EndState };

Kind kind_of(Column column) {
    switch (column) {
        case Column::ReferralRef:
        case Column::ReferralId:
        case Column::ContractRef:
        case Column::OrganisationId:
        case Column::CaseworkerId:
        case Column::ServiceUserCrn:
        case Column::EndRequestedReason:
            return Kind::Text;
        case Column::ReferralReceived:
        case Column::AssessmentFirstArranged:
        case Column::AssessmentFirstScheduledFor:
        case Column::AssessmentFirstNotAttended:
        case Column::AssessmentFirstAttended:
        case Column::AssessmentFirstCompleted:
        case Column::FirstPlanSubmitted:
        case Column::FirstPlanApproved:
        case Column::FirstAttendedSession:
        case Column::EndRequestedAt:
        case Column::EndReportSubmitted:
        case Column::ConcludedAt:
            return Kind::Time;
        case Column::CompleteBy:
        case Column::EndOfSentence:
            return Kind::Day;
        case Column::OutcomesWanted:
        case Column::OutcomesAchieved:
        case Column::SessionsExpected:
        case Column::SessionsAttended:
            return Kind::Number;
        case Column::AssessmentAttendedOnTime:
            return Kind::Truth;
        case Column::EndState:
            return Kind::EndState;
    }
    return Kind::Text;
}

std::optional<double> number_of(std::string_view cell) {
    constexpr double kMost = 100'000;
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = error == std::errc() && end == cell.data() + cell.size();
    return whole && value >= 0 && value <= kMost ? std::optional(value) : std::nullopt;
}

bool is_end_state(std::string_view cell) {
    constexpr std::array<std::string_view, 3> kStates{"completed", "cancelled", "ended"};
    return std::ranges::find(kStates, cell) != kStates.end();
}

}  // namespace

std::optional<base::Instant> time_of(std::string_view cell) {
    constexpr std::size_t kWithoutSeconds = std::string_view("2026-10-02T08:02").size();
    std::string text(cell);
    if (text.size() > kWithoutSeconds && text[kWithoutSeconds] != ':') text.insert(kWithoutSeconds, ":00");
    const auto time = base::parse_instant(text);
    return time ? std::optional(*time) : std::nullopt;
}

std::string what_is_wrong(Column column, std::string_view cell) {
    if (cell.empty()) return "";
    switch (kind_of(column)) {
        case Kind::Text:
            return cell.size() <= kTextBytesMax ? "" : "is too long";
        case Kind::Time:
            return time_of(cell) ? "" : "is no time";
        case Kind::Day:
            return domain::parse_date(cell) ? "" : "is no day";
        case Kind::Number:
            return number_of(cell) ? "" : "is no number";
        case Kind::Truth:
            return cell == "true" || cell == "false" ? "" : "is neither true nor false";
        case Kind::EndState:
            return is_end_state(cell) ? "" : "is a word that is not known";
    }
    return "";
}

bool is_same(Column column, std::string_view one, std::string_view other) {
    if (one == other) return true;
    if (one.empty() || other.empty()) return false;
    switch (kind_of(column)) {
        case Kind::Time: {
            // The report and the calls by which the hub reads write other fractions of a second.
            const auto first = time_of(one);
            const auto second = time_of(other);
            using std::chrono::seconds;
            return first && second &&
                   std::chrono::floor<seconds>(*first) == std::chrono::floor<seconds>(*second);
        }
        case Kind::Number:
            return number_of(one) && number_of(one) == number_of(other);
        case Kind::Text:
        case Kind::Day:
        case Kind::Truth:
        case Kind::EndState:
            return false;
    }
    return false;
}

bool holds_times(Column column) {
    return kind_of(column) == Kind::Time;
}

}  // namespace server::report
