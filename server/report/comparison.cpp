#include "server/report/comparison.h"

#include <algorithm>

#include "server/report/performance_cell.h"
#include "server/report/why_cells_differ.h"
#include "shared/domain/calendar.h"

namespace server::report {
namespace {

class Comparing {
public:
    explicit Comparing(const OurSide& ours) : ours_(ours), seen_(ours.referrals.size(), false) {
        for (std::size_t i = 0; i < ours.referrals.size(); ++i)
            places_.emplace(ours.referrals[i].history.id, i);
    }

    Comparison run(OfficialReport& official) {
        result_.unknown_columns = official.unknown_headings();
        for (std::size_t i = 0; i < kColumns; ++i)
            if (!official.has(static_cast<Column>(i))) result_.missing_columns.emplace_back(kColumnNames[i]);
        const auto unread = [this](UnreadLine line) {
            ++result_.unread_count;
            if (result_.unread.size() < Comparison::kListedMax) result_.unread.push_back(std::move(line));
        };
        while (const auto row = official.next(unread)) take(*row, official);
        result_.is_cut_short = official.is_cut_short();
        look_for_what_is_not_there();
        return std::move(result_);
    }

private:
    void note(Difference difference) {
        ++result_.counts[difference.because];
        if (result_.differences.size() < Comparison::kListedMax)
            result_.differences.push_back(std::move(difference));
    }

    void count_not_comparable(std::string_view column, const std::string& why) {
        auto& all = result_.not_comparable;
        auto place = std::ranges::find_if(
            all, [&](const NotComparable& one) { return one.column == column && one.why == why; });
        if (place == all.end()) place = all.insert(all.end(), {std::string(column), why, 0});
        ++place->cells;
    }

    void take(const OfficialRow& row, const OfficialReport& official) {
        ++result_.rows;
        if (const auto time = time_of(row.cells[place_of(Column::ReferralReceived)])) {
            const domain::Date day = domain::london_date(*time);
            first_ = std::min(first_.value_or(day), day);
            last_ = std::max(last_.value_or(day), day);
        }
        const std::string& id = row.cells[place_of(Column::ReferralId)];
        const auto place = places_.find(domain::ReferralId(id));
        if (place == places_.end()) {
            const Reason reason = why_not_here(row, ours_);
            note({id, "", "", "", reason.because, reason.why, row.line});
            return;
        }
        seen_[place->second] = true;
        ++result_.compared;
        if (!differs(row, ours_.referrals[place->second], official)) ++result_.agreeing;
    }

    bool differs(const OfficialRow& row, const PerformanceOf& of, const OfficialReport& official) {
        const PerformanceRow ours = performance_row(of, Meaning::AsItShouldBe);
        const PerformanceRow as_official = performance_row(of, Meaning::AsOfficial);
        bool found = false;
        for (std::size_t i = 0; i < kColumns; ++i) {
            const auto column = static_cast<Column>(i);
            if (!official.has(column) || is_same(column, ours[i], row.cells[i])) continue;
            const Reason reason =
                why_cells_differ({column, ours[i], as_official[i], row.cells[i]}, of, ours_);
            if (reason.because == Because::NotKnownHere) {
                count_not_comparable(kColumnNames[i], reason.why);
                continue;
            }
            // That they differ is enough to know of a CRN: it goes into no file and onto no terminal.
            const bool names = column == Column::ServiceUserCrn;
            note({of.history.id.text(), std::string(kColumnNames[i]), names ? "another" : ours[i],
                  names ? "" : row.cells[i], reason.because, reason.why, row.line});
            found = true;
        }
        return found;
    }

    void look_for_what_is_not_there() {
        // Of a file that was cut short nobody knows what it would have had.
        if (result_.is_cut_short) return;
        const auto from = ours_.from ? ours_.from : first_;
        const auto to = ours_.to ? ours_.to : last_;
        if (!from || !to) return;
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            const PerformanceOf& of = ours_.referrals[i];
            const domain::Date day = domain::london_date(of.history.received_at);
            if (seen_[i] || day < *from || day > *to) continue;
            const Reason reason = why_not_there(of);
            note({of.history.id.text(), "", "", "", reason.because, reason.why, 0});
        }
    }

    const OurSide& ours_;
    std::map<domain::ReferralId, std::size_t> places_;
    std::vector<bool> seen_;
    std::optional<domain::Date> first_;
    std::optional<domain::Date> last_;
    Comparison result_;
};

}  // namespace

base::Result<Comparison> compare(std::istream& official, const OurSide& ours) {
    OfficialReport report = TRY(OfficialReport::open(official));
    return Comparing(ours).run(report);
}

}  // namespace server::report
