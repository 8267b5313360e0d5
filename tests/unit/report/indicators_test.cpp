// The indicators by borough, and what is hidden of small groups.

#include "server/report/indicators.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/app/small_group.h"
#include "server/report/csv.h"
#include "tests/support/figures/build_history.h"

namespace server::report {
namespace {

using domain::Attendance;
using figures::IndicatorId;
using figures::ReferralHistory;
using support::AReferral;
using support::at;

const domain::Calendar kCalendar;
constexpr domain::Month kOctober{std::chrono::year{2026}, std::chrono::October};

AReferral of(const char* borough, int number) {
    return AReferral(std::string(borough) + std::to_string(number)).with([&](ReferralHistory& history) {
        history.contract = domain::ContractRef("DN671065_" + std::string(borough) + "_PWB");
    });
}

class Indicators : public testing::Test {
protected:
    void add(const ReferralHistory& history) { histories_.push_back(history); }
    Report report(unsigned smallest = 5) const {
        figures::Rules rules{kCalendar, at("2026-11-12T12:00:00Z"), {}};
        rules.smallest_group = smallest;
        return make_report("Hub", {kOctober, kOctober}, histories_, rules);
    }
    /// What is told of an indicator and a borough.
    std::string told(IndicatorId id, const std::string& borough, unsigned smallest = 1) const {
        const std::string title(figures::indicators()[place_of(id)].title);
        for (const auto& row : indicator_cells(report(smallest)).rows)
            if (row[0] == title && row[1] == borough) return row[2];
        return "(none)";
    }

    std::vector<ReferralHistory> histories_;
};

TEST_F(Indicators, StandInTheOrderOfTheirPlaces) {
    std::size_t place = 0;
    for (const figures::Indicator& one : figures::indicators()) EXPECT_EQ(place_of(one.id), place++);
    EXPECT_EQ(place, figures::kIndicators);
}

TEST_F(Indicators, NameABoroughByItsContract) {
    EXPECT_EQ(figures::borough_of(domain::ContractRef("DN671065_MANCHESTER_PWB")), "Manchester");
    EXPECT_EQ(figures::borough_of(domain::ContractRef("PRJ_1")), "PRJ_1");
    EXPECT_EQ(figures::borough_of(domain::ContractRef("")), "");
}

TEST_F(Indicators, CountReferralsAndContactsWhereTheyWere) {
    for (int i = 0; i < 3; ++i) add(of("BURY", i).received("2026-10-05T09:00:00Z"));
    add(of("BOLTON", 1)
            .received("2026-10-05T09:00:00Z")
            .assessment("2026-10-07T09:00:00Z")
            .session("2026-10-14T09:00:00Z", Attendance::No)
            .session("2026-10-21T09:00:00Z", Attendance::Late)
            .session("2026-11-02T09:00:00Z", Attendance::Yes));
    EXPECT_EQ(told(IndicatorId::Referrals, "Bury"), "3");
    EXPECT_EQ(told(IndicatorId::Referrals, "Bolton"), "1");
    EXPECT_EQ(told(IndicatorId::Referrals, "all boroughs"), "4");
    EXPECT_EQ(told(IndicatorId::Contacts, "Bolton"), "2");
    EXPECT_EQ(told(IndicatorId::UnsuccessfulContacts, "Bolton"), "1");
    EXPECT_EQ(told(IndicatorId::ContactedInTime, "all boroughs"), "25.0 %");
}

TEST_F(Indicators, SayAtWhatPointPeopleDidNotEngage) {
    const char* end = "2026-10-20T10:00:00Z";
    add(of("BURY", 1).ended(end, "NOT"));
    add(of("BURY", 2).no_plan().assessment("2026-08-10T09:00:00Z").ended(end, "NOT"));
    add(of("BURY", 3).assessment("2026-08-10T09:00:00Z").ended(end, "DIS"));
    add(of("BURY", 4).session("2026-08-24T09:00:00Z", Attendance::Yes).ended(end, "NOT"));
    add(of("BURY", 5).ended(end, "MOV"));
    add(of("BURY", 6).ended(end));
    EXPECT_EQ(told(IndicatorId::DidNotEngage, "Bury"), "4");
    for (const IndicatorId id : {IndicatorId::NotBeforeAssessment, IndicatorId::NotBeforePlan,
                                 IndicatorId::NotBeforeSession, IndicatorId::NotAfterSession})
        EXPECT_EQ(told(id, "Bury"), "1");
    EXPECT_EQ(told(IndicatorId::Completed, "Bury"), "1");
}

TEST_F(Indicators, TellTheAverageLengthOfSupport) {
    add(of("BURY", 1)
            .session("2026-09-22T09:00:00Z", Attendance::Yes)
            .session("2026-09-29T09:00:00Z", Attendance::Yes)
            .session("2026-10-06T09:00:00Z", Attendance::No)
            .ended("2026-10-20T10:00:00Z"));
    add(of("BURY", 2).session("2026-10-13T09:00:00Z", Attendance::Late).ended("2026-10-20T10:00:00Z"));
    add(of("BURY", 3).ended("2026-10-20T10:00:00Z", "NOT"));
    EXPECT_EQ(told(IndicatorId::Sessions, "Bury"), "1.5");
    EXPECT_EQ(told(IndicatorId::Weeks, "Bury"), "2.5");
}

TEST_F(Indicators, HideSmallGroupsAndWhateverWouldGiveThemAway) {
    for (int i = 0; i < 8; ++i) add(of("BURY", i).received("2026-10-05T09:00:00Z"));
    for (int i = 0; i < 3; ++i) add(of("BOLTON", i).received("2026-10-05T09:00:00Z"));
    EXPECT_EQ(told(IndicatorId::Referrals, "Bury", 5), "8");
    EXPECT_EQ(told(IndicatorId::Referrals, "Bolton", 5), "fewer than 5");
    EXPECT_EQ(told(IndicatorId::Referrals, "all boroughs", 5), "not told: too few") << "8 taken away is 3";
    EXPECT_EQ(told(IndicatorId::ContactedInTime, "Bolton", 5), "not told: too few");
    EXPECT_EQ(told(IndicatorId::Completed, "Bolton", 5), "0") << "nobody is no small group";
}

TEST(HiddenParts, AreEnoughTogetherAndNeverOneAlone) {
    const auto hidden = [](std::vector<unsigned> sizes) {
        return app::hidden_parts(sizes, 5);
    };
    using Flags = std::vector<bool>;
    EXPECT_EQ(hidden({8, 0, 6}), (Flags{false, false, false}));
    EXPECT_EQ(hidden({8, 3, 6}), (Flags{false, true, true})) << "three would be the rest of the sum";
    EXPECT_EQ(hidden({1, 1, 0, 18}), (Flags{true, true, false, true})) << "both would be one";
    EXPECT_EQ(hidden({4, 3, 0, 18}), (Flags{true, true, false, false})) << "seven may be told of";
    EXPECT_EQ(hidden({2, 0}), (Flags{true, false}));
    EXPECT_EQ(hidden({}), Flags{});
}

TEST_F(Indicators, HideTheSmallestOtherPartOfASumWhereJustOneIsHidden) {
    const auto complexity = [](figures::Complexity one) {
        return [one](ReferralHistory& history) {
            history.complexity = one;
        };
    };
    for (int i = 0; i < 2; ++i)
        add(of("BURY", i).received("2026-10-05T09:00:00Z").with(complexity(figures::Complexity::High)));
    for (int i = 2; i < 9; ++i)
        add(of("BURY", i).received("2026-10-05T09:00:00Z").with(complexity(figures::Complexity::Low)));
    for (int i = 9; i < 20; ++i)
        add(of("BURY", i).received("2026-10-05T09:00:00Z").with(complexity(figures::Complexity::Medium)));
    EXPECT_EQ(told(IndicatorId::HighComplexity, "Bury", 5), "fewer than 5");
    EXPECT_EQ(told(IndicatorId::LowComplexity, "Bury", 5), "not told: too few") << "20 less 11 less 7 is 2";
    EXPECT_EQ(told(IndicatorId::MediumComplexity, "Bury", 5), "11");
    EXPECT_EQ(told(IndicatorId::Referrals, "Bury", 5), "20");
}

TEST_F(Indicators, ListWhatTheHubCannotKnowWithTheReason) {
    add(of("BURY", 1));
    const std::string csv = indicators_to_csv(report());
    EXPECT_THAT(
        csv, testing::HasSubstr("Referrals received by source,all boroughs,not known,-,the case system does "
                                "not tell from where a referral came\r\n"));
    EXPECT_THAT(csv, testing::HasSubstr("Protected characteristics,all boroughs,not known,-,"));
}

}  // namespace
}  // namespace server::report
