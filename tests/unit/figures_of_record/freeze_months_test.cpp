// When a month is frozen, and that it is frozen once.

#include "tests/unit/figures_of_record/record.h"

namespace server {
namespace {

using domain::Attendance;
using figures::FigureId;
using figures::Rate;
using std::chrono::months;

figures::ReferralHistory ended_in_october(const std::string& id) {
    return AReferral(id).session("2026-09-10T10:00:00Z", Attendance::Yes).ended("2026-10-14T10:00:00Z");
}

class Freezing : public Record {
protected:
    void SetUp() override {
        keep(ended_in_october("r1"));
        read_whole(now - 1h);
    }
    std::vector<domain::Month> frozen() {
        std::vector<domain::Month> found;
        const auto record = store.record();
        for (const auto& [month, _] : record.frozen) found.push_back(month);
        return found;
    }
};

TEST_F(Freezing, BeginsWithTheEndOfBusinessDay16) {
    now = at("2026-11-23T23:59:59Z");
    read_whole(now - 1h);
    freeze();
    EXPECT_EQ(frozen(), std::vector{kOctober - months{1}}) << "September stands still since October";
    now = at("2026-11-24T00:00:00Z");
    EXPECT_EQ(freeze(), 1U);
    EXPECT_EQ(frozen().back(), kOctober);
    EXPECT_EQ(store.record().frozen.at(kOctober).at, now);
}

TEST_F(Freezing, GoesByTheHubsOwnCalendar) {
    domain::CalendarChanges changes;
    changes.added = {domain::parse_date("2026-11-10").value()};
    rules.calendar = domain::Calendar(std::move(changes));
    freeze();
    EXPECT_EQ(frozen(), std::vector{kOctober - months{1}});
    now += 24h;
    read_whole(now - 1h);
    freeze();
    EXPECT_EQ(frozen().back(), kOctober);
}

TEST_F(Freezing, KeepsTheNumbersOfEveryFigure) {
    ASSERT_EQ(freeze(), 1U);
    const auto month = store.record().frozen.at(kOctober);
    ASSERT_EQ(month.figures.size(), figures::definitions().size());
    EXPECT_EQ(month.figures.front(), (figures::Counts{FigureId::Sl002, 1, 0, 0, 0, std::nullopt}));
    EXPECT_FALSE(store.record().frozen_items.at(kOctober).empty());
}

TEST_F(Freezing, IsDoneOnceWhateverComesLater) {
    freeze();
    keep(ended_in_october("r2"));
    EXPECT_EQ(freeze(), 0U);
    now += 24h;
    EXPECT_EQ(freeze(), 0U);
    EXPECT_EQ(store.record().frozen.at(kOctober).figures.front().met, 1U);
}

TEST_F(Freezing, WaitsForTheHistoriesToBeReadWhole) {
    read_whole(at("2026-11-23T00:00:00Z"));
    EXPECT_EQ(freeze(), 0U) << "more than a day before the month stands still";
    read_whole(at("2026-11-23T02:30:00Z"));
    EXPECT_EQ(freeze(), 1U) << "the night before";
}

TEST_F(Freezing, WaitsThreeDaysForReferralsThatCouldNotBeRead) {
    read_whole(now, 1);
    EXPECT_EQ(freeze(), 0U);
    now += app::kWaitsForTheUnread;
    EXPECT_EQ(freeze(), 1U);
}

TEST_F(Freezing, DoesNotTrustAReadingOfTheFuture) {
    read_whole(now + 1h);
    EXPECT_EQ(freeze(), 0U);
}

TEST_F(Freezing, WaitsWhileTheClockIsDoubtful) {
    EXPECT_EQ(freeze(domain::ClockState::Doubtful), 0U);
    EXPECT_TRUE(frozen().empty());
}

TEST_F(Freezing, CatchesUpWithTheMonthsThatAServerMissed) {
    freeze();
    now = at("2027-02-24T06:00:00Z");
    read_whole(now - 1h);
    EXPECT_EQ(freeze(), 3U);
    EXPECT_EQ(frozen(),
              (std::vector{kOctober, kOctober + months{1}, kOctober + months{2}, kOctober + months{3}}));
}

TEST_F(Freezing, OfARecordThatStoodStillForYearsLeavesOutWhatIsNoLongerHeld) {
    freeze();
    now = at("2029-02-27T06:00:00Z");
    read_whole(now - 1h);
    freeze();
    const auto months_frozen = frozen();
    EXPECT_EQ(months_frozen.at(1), domain::parse_month("2028-01").value());
    EXPECT_EQ(months_frozen.back(), domain::parse_month("2029-01").value());
}

TEST_F(Freezing, HoldsTheContractsTargetToo) {
    rules.expected_referrals = {{kOctober, 40}};
    freeze();
    const auto month = store.record().frozen.at(kOctober);
    for (const auto& counts : month.figures)
        EXPECT_EQ(counts.expected.has_value(), counts.id == FigureId::Ds1);
}

}  // namespace
}  // namespace server
