// KP2, KP6 and DS2 to DS4, worked out by hand: how soon one step followed another.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/figures/compute.h"
#include "tests/support/figures/build_history.h"

namespace server::figures {
namespace {

using domain::Attendance;
using support::AReferral;
using support::at;

const domain::Calendar kCalendar;
const Rules kRules{kCalendar, at("2026-11-23T12:00:00Z"), {}};
const Period kOctober{std::chrono::year{2026} / 10, std::chrono::year{2026} / 10};

struct Row {
    std::string what;
    ReferralHistory history;
    std::optional<Verdict> verdict;
    Why why = Why::InTime;
};

void expect(FigureId id, const std::vector<Row>& rows, const Rules& rules = kRules) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const Figure figure = compute(id, std::span(&row.history, 1), kOctober, rules);
        ASSERT_EQ(figure.items.size(), row.verdict ? 1U : 0U);
        if (!row.verdict) continue;
        EXPECT_EQ(figure.items[0].verdict, *row.verdict);
        EXPECT_EQ(to_words(figure.items[0].why), to_words(row.why));
    }
}

// Received on Monday 5 October 2026: ten business days end with Monday 19 October.
constexpr const char* kReceived = "2026-10-05T09:00:00Z";
// Assessed on Thursday 8 October: one business day ends with the 9th, five with the 15th, ten with the 22nd.
constexpr const char* kAssessed = "2026-10-08T09:00:00Z";

AReferral received(const std::string& id) {
    return AReferral(id).received(kReceived);
}
AReferral assessed(const std::string& id) {
    return received(id).assessment(kAssessed);
}

TEST(Ds2, IsAboutTheAttendedAssessmentWithinTenBusinessDays) {
    expect(
        FigureId::Ds2,
        {
            {"in the last minute of the tenth", received("a").assessment("2026-10-19T22:59:00Z"),
             Verdict::Met},
            {"at midnight after it", received("b").assessment("2026-10-19T23:00:00Z"), Verdict::Missed,
             Why::TooLate},
            {"LATE is attended", received("c").assessment("2026-10-12T09:00:00Z", Attendance::Late),
             Verdict::Met},
            {"the first was not attended and the second was",
             received("d")
                 .assessment("2026-10-12T09:00:00Z", Attendance::No)
                 .assessment("2026-10-20T09:00:00Z"),
             Verdict::Missed, Why::TooLate},
            {"never", received("e"), Verdict::Missed, Why::NotDone},
            {"a session is no assessment", received("f").session("2026-10-12T09:00:00Z", Attendance::Yes),
             Verdict::Missed, Why::NotDone},
            {"ended before it was due", received("g").ended("2026-10-19T09:00:00Z", "MOV"), Verdict::LeftOut,
             Why::EndedBeforeItWasDue},
            {"ended after it was due", received("h").ended("2026-10-20T09:00:00Z", "MOV"), Verdict::Missed,
             Why::NotDone},
            {"not read", received("i").not_read(), Verdict::NotKnown, Why::AppointmentsNotRead},
            {"received at midnight of 1 November", received("j").received("2026-11-01T00:00:00Z"),
             std::nullopt},
            {"received at midnight of 1 October in summer time",
             received("k").received("2026-09-30T23:00:00Z").assessment("2026-10-15T09:00:00Z"), Verdict::Met},
        });
}

TEST(Ds2, IsNotDueBeforeItsTenthBusinessDayIsOver) {
    const Rules on_the_day{kCalendar, at("2026-10-19T22:59:59Z"), {}};
    const Rules after_it{kCalendar, at("2026-10-19T23:00:00Z"), {}};
    expect(FigureId::Ds2, {{"open", received("a"), Verdict::LeftOut, Why::NotDueYet}}, on_the_day);
    expect(FigureId::Ds2, {{"open", received("a"), Verdict::Missed, Why::NotDone}}, after_it);
}

TEST(Ds3, IsAboutTheSubmittedPlanWithinFiveBusinessDays) {
    expect(
        FigureId::Ds3,
        {
            {"on the fifth day", assessed("a").plan(true, "2026-10-15T22:59:59Z"), Verdict::Met},
            {"submitted is enough, approved it need not be",
             assessed("b").plan(false, "2026-10-09T09:00:00Z"), Verdict::Met},
            {"on the sixth", assessed("c").plan(true, "2026-10-15T23:00:00Z"), Verdict::Missed, Why::TooLate},
            {"no plan", assessed("d").no_plan(), Verdict::Missed, Why::NotDone},
            {"nothing says when, or whether, it was submitted", assessed("e").plan(false, ""),
             Verdict::NotKnown, Why::TimeNotKnown},
            {"plans not read", assessed("f").plans_not_read(), Verdict::NotKnown, Why::PlansNotRead},
            {"ended before it was due", assessed("g").no_plan().ended("2026-10-14T09:00:00Z", "NOT"),
             Verdict::LeftOut, Why::EndedBeforeItWasDue},
            {"assessed in September", received("h").assessment("2026-09-30T22:00:00Z"), std::nullopt},
            {"not assessed", received("i"), std::nullopt},
            {"appointments not read", received("j").not_read(), Verdict::NotKnown, Why::AppointmentsNotRead},
        });
}

TEST(Kp2, IsAboutTheSubmittedPlanWithinOneBusinessDay) {
    expect(
        FigureId::Kp2,
        {
            {"before the assessment even", assessed("a").plan(true, "2026-10-07T09:00:00Z"), Verdict::Met},
            {"on the next business day", assessed("b").plan(true, "2026-10-09T22:59:59Z"), Verdict::Met},
            {"a day later", assessed("c").plan(true, "2026-10-09T23:00:00Z"), Verdict::Missed, Why::TooLate},
            {"nothing says when", assessed("d").plan(true, ""), Verdict::NotKnown, Why::TimeNotKnown},
        });
}

TEST(Kp6, IsAboutTheCommencementWithinTenBusinessDaysOfThoseAssessedAsSuitable) {
    const auto suitable = [](const std::string& id) {
        return assessed(id).plan(true, "2026-10-12T09:00:00Z");
    };
    expect(
        FigureId::Kp6,
        {
            {"on the tenth day", suitable("a").session("2026-10-22T10:00:00Z", Attendance::Yes),
             Verdict::Met},
            {"LATE on the tenth day", suitable("b").session("2026-10-22T10:00:00Z", Attendance::Late),
             Verdict::Met},
            {"on the eleventh", suitable("c").session("2026-10-23T10:00:00Z", Attendance::Yes),
             Verdict::Missed, Why::TooLate},
            {"never", suitable("d"), Verdict::Missed, Why::NotDone},
            {"not attended", suitable("e").session("2026-10-20T10:00:00Z", Attendance::No), Verdict::Missed,
             Why::NotDone},
            {"not suitable: no plan was approved", assessed("f").no_plan(), Verdict::LeftOut,
             Why::NotSuitable},
            {"ended neutrally before it was due", suitable("g").ended("2026-10-20T09:00:00Z", "MOV"),
             Verdict::LeftOut, Why::EndedBeforeItWasDue},
            {"disengaged before it was due", suitable("h").ended("2026-10-20T09:00:00Z", "NOT"),
             Verdict::Missed, Why::EndedWithoutIt},
            {"plans not read, never commenced", assessed("i").plans_not_read(), Verdict::NotKnown,
             Why::PlansNotRead},
            {"plans not read, commenced",
             assessed("j").plans_not_read().session("2026-10-20T10:00:00Z", Attendance::Yes), Verdict::Met},
        });
}

TEST(Ds4, IsAboutTheRatingWithinTenBusinessDays) {
    const auto rated = [](const std::string& id, Answering rating) {
        return assessed(id).with([&](ReferralHistory& history) { history.start_rating = rating; });
    };
    Answering declined;
    declined.declined = true;
    expect(
        FigureId::Ds4,
        {
            {"on the tenth day", rated("a", {{}, at("2026-10-22T22:59:59Z")}), Verdict::Met},
            {"on the eleventh", rated("b", {{}, at("2026-10-22T23:00:00Z")}), Verdict::Missed, Why::TooLate},
            {"never", rated("c", {}), Verdict::Missed, Why::NotDone},
            {"declined", rated("d", declined), Verdict::Missed, Why::Declined},
            {"the hub holds nothing of it", assessed("e"), Verdict::NotKnown, Why::NotRecorded},
        });
}

TEST(Mitigation, ExcusesAMissInTheSecondRateAlone) {
    const auto excuse = [](ReferralHistory& history) {
        history.mitigations[FigureId::Ds2] = "in hospital";
    };
    const std::vector<ReferralHistory> all{
        received("a").assessment("2026-10-12T09:00:00Z"),
        received("b"),
        received("c").with(excuse),
        received("d").assessment("2026-10-12T09:00:00Z").with(excuse),
        received("e").ended("2026-10-06T09:00:00Z", "MOV").with(excuse),
    };
    const Figure figure = compute(FigureId::Ds2, all, kOctober, kRules);
    EXPECT_EQ(figure.unmitigated(), (Rate{2, 4}));
    EXPECT_EQ(figure.mitigated(), (Rate{3, 4}));
    EXPECT_EQ(figure.items[2].mitigation, "in hospital");
    EXPECT_EQ(figure.items[3].mitigation, "");
}

TEST(Mitigation, OfOneFigureExcusesNothingInAnother) {
    const ReferralHistory excused =
        assessed("a").plan(true, "2026-10-12T09:00:00Z").with([](ReferralHistory& history) {
            history.mitigations[FigureId::Kp6] = "in hospital";
        });
    const Figure kp6 = compute(FigureId::Kp6, std::span(&excused, 1), kOctober, kRules);
    EXPECT_EQ(kp6.mitigated(), (Rate{1, 1}));
    const Figure kp2 = compute(FigureId::Kp2, std::span(&excused, 1), kOctober, kRules);
    EXPECT_EQ(kp2.mitigated(), (Rate{0, 1}));
}

}  // namespace
}  // namespace server::figures
