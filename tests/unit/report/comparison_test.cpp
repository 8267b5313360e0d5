// The official performance report beside the hub's record.

#include "server/report/comparison.h"

#include <cstdio>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/report/csv.h"
#include "tests/support/figures/build_history.h"

namespace server::report {
namespace {

using domain::Attendance;
using figures::ReferralHistory;
using support::AReferral;
using support::at;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr char kOne[] = "58963698-0f2e-4d6e-a072-0e2cf351f3b1";
constexpr char kTwo[] = "58963698-0f2e-4d6e-a072-0e2cf351f3b2";
constexpr char kThree[] = "58963698-0f2e-4d6e-a072-0e2cf351f3b3";
constexpr char kContract[] = "DN671065_MANCHESTER_PWB";

AReferral referral(const char* id) {
    return AReferral(id).received("2026-10-05T09:00:00Z").with([](ReferralHistory& history) {
        history.contract = domain::ContractRef(kContract);
        history.details.emplace().outcomes_wanted = 1;
    });
}

class Compare : public testing::Test {
protected:
    void hold(const ReferralHistory& history) { histories_.push_back(history); }

    OurSide ours() const {
        OurSide side;
        for (const ReferralHistory& history : histories_)
            side.referrals.push_back({history, "JK1827PE", "X123456", at("2026-11-30T12:00:00Z")});
        side.contracts = {domain::ContractRef(kContract)};
        side.read_at = at("2026-11-29T22:00:00Z");
        side.kept_from = at("2025-09-30T00:00:00Z");
        return side;
    }
    /// What the hub would write of these, as the official file might have it.
    std::string file(Meaning meaning = Meaning::AsItShouldBe) const {
        Cells cells{"", {kColumnNames.begin(), kColumnNames.end()}, {}};
        const OurSide side = ours();
        for (const PerformanceOf& of : side.referrals) {
            const PerformanceRow row = performance_row(of, meaning);
            cells.rows.emplace_back(row.begin(), row.end());
        }
        return to_csv(cells);
    }
    static Comparison compared(const std::string& text, const OurSide& side) {
        std::istringstream in(text);
        return compare(in, side).value();
    }
    Comparison compared(const std::string& text) const { return compared(text, ours()); }

    std::vector<ReferralHistory> histories_;
};

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

TEST_F(Compare, FindsNothingWhereBothSayTheSame) {
    hold(referral(kOne).session("2026-10-20T09:00:00Z", Attendance::Yes));
    hold(referral(kTwo).assessment("2026-10-07T09:00:00Z"));
    const Comparison found = compared(file());
    EXPECT_EQ(found.rows, 2U);
    EXPECT_EQ(found.compared, 2U);
    EXPECT_EQ(found.agreeing, 2U);
    EXPECT_THAT(found.differences, IsEmpty());
    EXPECT_THAT(to_text(found),
                HasSubstr("2 rows of the official report were read; 2 are of referrals that the hub "
                          "holds, and 2 of these say the same in all that the hub knows.\n"));
}

TEST_F(Compare, TakesOtherSpellingsOfTheSameTimeAndNumberForTheSame) {
    hold(referral(kOne).report("2026-11-01T10:00:00Z", 1.0).ended("2026-11-01T10:00:00Z"));
    std::string text = with(file(), "2026-10-05T09:00:00Z", "2026-10-05T10:00:00.123456789+01:00");
    text = with(text, ",2026-11-01T10:00:00Z,2026-11-01T10:00:00Z,",
                ",2026-11-01T10:00Z,2026-11-01T10:00:00.5Z,");
    text = with(text, ",1.0,", ",1,");
    EXPECT_THAT(compared(text).differences, IsEmpty());
}

TEST_F(Compare, ExplainsWhatTheOfficialReportIsKnownToGetWrong) {
    hold(referral(kOne).session("2026-10-20T09:00:00Z", Attendance::Yes).not_held());
    const Comparison found = compared(file(Meaning::AsOfficial));
    ASSERT_THAT(found.differences, SizeIs(3));
    for (const Difference& one : found.differences)
        EXPECT_EQ(one.because, Because::KnownDefect) << one.column;
    EXPECT_EQ(found.differences[0].column, "saa_attended_on_time");
    EXPECT_EQ(found.differences[1].column, "date_of_first_attended_session");
    EXPECT_EQ(found.differences[1].ours, "2026-10-20T09:00:00Z");
    EXPECT_THAT(found.differences[1].why, HasSubstr("the time at which it was made"));
    EXPECT_EQ(found.differences[2].column, "count_of_sessions_attended");
    EXPECT_EQ(found.differences[2].ours + " and " + found.differences[2].theirs, "1 and 0");
    EXPECT_EQ(found.counts, (std::map<Because, unsigned>{{Because::KnownDefect, 3}}));
}

TEST_F(Compare, CountsByColumnWhatTheHubCannotKnowAndListsNoneOfIt) {
    hold(referral(kOne));
    const Comparison found =
        compared(with(file(), "2026-10-05T09:00:00Z,,", "2026-10-05T09:00:00Z,2026-10-06T09:00:00Z,"));
    EXPECT_THAT(found.differences, IsEmpty());
    EXPECT_EQ(found.agreeing, 1U);
    EXPECT_THAT(
        found.not_comparable,
        ElementsAre(NotComparable{"date_saa_first_arranged",
                                  "the case system tells nobody when an appointment was arranged", 1}));
}

TEST_F(Compare, NeverRepeatsACrnOfTheOfficialFile) {
    hold(referral(kOne));
    OurSide without = ours();
    without.referrals.front().crn.clear();
    for (const OurSide& side : {ours(), without}) {
        const Comparison found = compared(with(file(), "X123456", "X999999"), side);
        EXPECT_THAT(to_text(found), Not(HasSubstr("X999999")));
        EXPECT_THAT(to_csv(difference_cells(found)), Not(HasSubstr("X999999")));
    }
}

TEST_F(Compare, ListsWhatNobodyCanExplainFirst) {
    hold(referral(kOne).session("2026-10-20T09:00:00Z", Attendance::Yes).not_held());
    const Comparison found = compared(with(file(Meaning::AsOfficial), "JK1827PE", "JK1827XX"));
    const Cells listed = difference_cells(found);
    ASSERT_THAT(listed.rows, SizeIs(4));
    EXPECT_EQ(listed.rows.front()[5], "not explained");
}

TEST_F(Compare, TellsWhatHappenedAfterTheLastReadingFromWhatNobodyCanExplain) {
    hold(referral(kOne));
    const std::string text = file();
    // The last columns are: reason, report, concluded, state, and two days.
    const auto concluded = [&](const std::string& when) {
        return compared(with(text, ",,,,,\r\n", ",," + when + ",completed,,\r\n"));
    };
    const Comparison later = concluded("2026-11-30T09:00:00Z");
    ASSERT_THAT(later.differences, SizeIs(2));
    EXPECT_EQ(later.differences[0].because, Because::ReadTooEarly);
    EXPECT_EQ(later.differences[0].why,
              "it happened after the hub last read the case system, at 2026-11-29 22:00");
    EXPECT_EQ(later.differences[1].column, "referral_end_state");
    const Comparison before = concluded("2026-11-20T09:00:00Z");
    EXPECT_EQ(before.differences[0].because, Because::NotExplained);
}

TEST_F(Compare, ListsEachRowThatIsMissingOnEitherSideAndWhy) {
    hold(referral(kOne));
    hold(referral(kTwo));
    std::string text = file();
    histories_.pop_back();
    const Comparison missing_here = compared(text);
    ASSERT_THAT(missing_here.differences, SizeIs(1));
    EXPECT_EQ(missing_here.differences.front().referral, kTwo);
    EXPECT_EQ(missing_here.differences.front().line, 3U);
    EXPECT_EQ(missing_here.differences.front().because, Because::NotExplained);
    OurSide erased = ours();
    erased.erased.insert(domain::ReferralId(kTwo));
    EXPECT_EQ(compared(text, erased).differences.front().why, "it was erased here with its person");
    const std::string short_text = file();
    hold(referral(kTwo));
    hold(referral(kThree).received("2026-12-05T09:00:00Z"));
    const Comparison missing_there = compared(short_text);
    ASSERT_THAT(missing_there.differences, SizeIs(1)) << "one was received after the days of the file";
    EXPECT_EQ(missing_there.differences.front().referral, kTwo);
    EXPECT_EQ(missing_there.differences.front().line, 0U);
}

TEST_F(Compare, KnowsRowsThatAreNoBusinessOfThisHub) {
    hold(referral(kOne));
    const std::string text = with(with(file(), kOne, kTwo), kContract, "DN671065_BURY_PWB");
    const Comparison found = compared(text);
    EXPECT_EQ(found.differences.front().because, Because::NotOurs);
    EXPECT_EQ(found.differences.front().why, "its contract is none of this hub's");
}

TEST_F(Compare, KeepsTheGoodPartOfAFileThatIsCutShort) {
    hold(referral(kOne));
    hold(referral(kTwo));
    std::string text = file();
    text.resize(text.size() - 20);
    const Comparison found = compared(text);
    EXPECT_EQ(found.rows, 1U);
    EXPECT_EQ(found.agreeing, 1U);
    EXPECT_TRUE(found.is_cut_short);
    EXPECT_THAT(found.differences, IsEmpty()) << "what it would have had nobody knows";
    ASSERT_THAT(found.unread, SizeIs(1));
    EXPECT_EQ(found.unread.front().line, 3U);
    EXPECT_THAT(to_text(found), HasSubstr("The file could not be read to its end."));
}

TEST_F(Compare, NamesEachLineThatItCannotReadAndGoesOn) {
    hold(referral(kOne));
    hold(referral(kTwo));
    hold(referral(kThree).ended("2026-11-01T10:00:00Z"));
    const std::string whole = file();
    const Comparison word = compared(with(whole, ",completed,", ",paused,"));
    ASSERT_THAT(word.unread, SizeIs(1));
    EXPECT_EQ(word.unread.front().line, 4U);
    EXPECT_EQ(word.unread.front().why, "its referral_end_state is a word that is not known");
    EXPECT_EQ(word.rows, 2U);
    const Comparison twice = compared(with(whole, kTwo, kOne));
    EXPECT_EQ(twice.unread.front().why, "its referral stands in the file before: the first row counts");
    EXPECT_EQ(twice.rows, 2U);
    const Comparison quote = compared(with(whole, "JK1827PE", "JK\"1827PE"));
    EXPECT_EQ(quote.unread.front().line, 2U) << quote.unread.front().why;
}

TEST_F(Compare, SaysWhichColumnsAreMissingOrUnknownAndComparesTheOthers) {
    hold(referral(kOne).ended("2026-11-01T10:00:00Z"));
    const Comparison found =
        compared(std::string("mood,referral_id,concluded_at\ngood,") + kOne + ",2026-11-02T10:00:00Z\n");
    EXPECT_THAT(found.unknown_columns, testing::ElementsAre("mood"));
    EXPECT_THAT(found.missing_columns, SizeIs(kColumns - 2));
    ASSERT_THAT(found.differences, SizeIs(1));
    EXPECT_EQ(found.differences.front().column, "concluded_at");
    EXPECT_THAT(to_text(found), HasSubstr("The file has no column referral_ref, contract_ref"));
    std::istringstream other("hub,period\n");
    EXPECT_THAT(compare(other, ours()).error().message, HasSubstr("no column referral_id"));
}

/// A file that is made as it is read: a million rows in no more memory than a few.
class EndlessFile : public std::streambuf {
public:
    explicit EndlessFile(unsigned rows) : rows_(rows) {}

protected:
    int_type underflow() override {
        if (made_ > rows_) return traits_type::eof();
        if (made_ == 0) {
            text_ = "referral_id,contract_ref\n";
        } else {
            char id[37];
            std::snprintf(id, sizeof id, "%08x-0f2e-4d6e-a072-0e2cf351f3b1", made_);
            text_ = std::string(id) + ",DN671065_BURY_PWB\n";
        }
        ++made_;
        setg(text_.data(), text_.data(), text_.data() + text_.size());
        return traits_type::to_int_type(text_.front());
    }

private:
    unsigned rows_;
    unsigned made_ = 0;
    std::string text_;
};

TEST_F(Compare, ReadsAMillionRowsAndListsNoMoreThanItSays) {
    constexpr unsigned kMillion = 1'000'000;
    EndlessFile file(kMillion);
    std::istream in(&file);
    const Comparison found = compare(in, ours()).value();
    EXPECT_EQ(found.rows, kMillion);
    EXPECT_EQ(found.counts.at(Because::NotOurs), kMillion);
    EXPECT_THAT(found.differences, SizeIs(Comparison::kListedMax));
}

}  // namespace
}  // namespace server::report
