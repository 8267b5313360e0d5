#include "server/figures/frozen.h"

#include <gtest/gtest.h>

#include "server/figures/period.h"
#include "tests/support/figures/build_history.h"

namespace server::figures {
namespace {

using support::at;

constexpr domain::Month kOctober{std::chrono::year{2026}, std::chrono::October};
const domain::Calendar kCalendar;

Item item(const std::string& referral, Verdict verdict, Why why, const std::string& mitigation = "") {
    return {domain::ReferralId(referral), "", verdict, why, mitigation};
}

Figure kp6(std::vector<Item> items) {
    Figure figure;
    figure.id = FigureId::Kp6;
    figure.items = std::move(items);
    return figure;
}

std::string why(const Figure& then, const Figure& now) {
    return why_it_differs(counts_of(then), frozen_items(std::span(&then, 1)), now);
}

TEST(FrozenMonths, StandStillFromTheEndOfBusinessDay16OfTheNext) {
    EXPECT_EQ(freezing_day(kOctober, kCalendar), domain::parse_date("2026-11-23").value());
    EXPECT_EQ(frozen_from(kOctober, kCalendar), at("2026-11-24T00:00:00Z"));
    // In December two bank holidays lie after it, and Good Friday and Easter Monday before that of March.
    EXPECT_EQ(freezing_day(kOctober + std::chrono::months{1}, kCalendar),
              domain::parse_date("2026-12-22").value());
    EXPECT_EQ(frozen_from(domain::parse_month("2026-03").value(), kCalendar), at("2026-04-24T23:00:00Z"));
}

TEST(FrozenMonths, HoldTheNumbersOfAFigure) {
    const Figure figure = kp6({item("a", Verdict::Met, Why::InTime), item("b", Verdict::Missed, Why::TooLate),
                               item("c", Verdict::Missed, Why::NotDone, "in hospital"),
                               item("d", Verdict::NotKnown, Why::AppointmentsNotRead),
                               item("e", Verdict::LeftOut, Why::NotDueYet)});
    const Counts counts = counts_of(figure);
    EXPECT_EQ(counts, (Counts{FigureId::Kp6, 1, 2, 1, 1, std::nullopt}));
    EXPECT_EQ(counts.unmitigated(), figure.unmitigated());
    EXPECT_EQ(counts.mitigated(), figure.mitigated());
}

TEST(FrozenMonths, OfDs1CountAgainstWhatIsExpected) {
    Figure figure;
    figure.id = FigureId::Ds1;
    figure.items = {item("a", Verdict::Met, Why::InTime)};
    figure.expected = 4;
    EXPECT_EQ(counts_of(figure).unmitigated(), (Rate{1, 4}));
}

TEST(FrozenMonths, AreAddedUpAndWhatIsExpectedOnlyWhereItIsKnownOfEach) {
    const Counts one{FigureId::Ds1, 3, 1, 1, 2, 40};
    EXPECT_EQ(sum(one, {FigureId::Ds1, 1, 2, 3, 4, 2}), (Counts{FigureId::Ds1, 4, 3, 4, 6, 42}));
    EXPECT_EQ(sum(one, {FigureId::Ds1, 1, 2, 3, 4, std::nullopt}).expected, std::nullopt);
}

TEST(FrozenMonths, KeepNothingThatStaffWrote) {
    const Figure figure = kp6({item("c", Verdict::Missed, Why::NotDone, "in hospital")});
    EXPECT_EQ(frozen_items(std::span(&figure, 1)).front().item.mitigation, "yes");
}

TEST(FrozenMonths, DoNotDifferFromThemselves) {
    const Figure figure = kp6({item("a", Verdict::Met, Why::InTime), item("a", Verdict::Met, Why::InTime),
                               item("c", Verdict::Missed, Why::NotDone, "in hospital")});
    EXPECT_EQ(why(figure, figure), "-");
}

TEST(FrozenMonths, TellWhyAFigureDiffersNow) {
    const Figure then = kp6({item("a", Verdict::Met, Why::InTime), item("b", Verdict::Missed, Why::NotDone),
                             item("c", Verdict::Met, Why::InTime), item("d", Verdict::Missed, Why::TooLate)});
    const Figure now =
        kp6({item("a", Verdict::Met, Why::InTime), item("b", Verdict::Met, Why::InTime),
             item("d", Verdict::Missed, Why::TooLate, "in hospital"), item("e", Verdict::Met, Why::InTime)});
    EXPECT_EQ(why(then, now),
              "1 'done' became 'no longer held'; 1 'not done' became 'done'; 1 'not there' became 'done'; 1 "
              "'too late' "
              "became 'too late and excused'");
}

TEST(FrozenMonths, SayWhenTheirReferralsAreNoLongerHeld) {
    const Figure then = kp6({item("a", Verdict::Met, Why::InTime)});
    EXPECT_EQ(why_it_differs(counts_of(then), {}, kp6({})), "what it was made of is no longer held");
}

TEST(FrozenMonths, SayWhenTheContractsTargetIsAnother) {
    Figure then;
    then.id = FigureId::Ds1;
    Figure now = then;
    now.expected = 40;
    EXPECT_EQ(why(then, now), "another target of the contract");
}

TEST(Periods, AreReadAndWrittenAsMonthsAndQuarters) {
    for (const char* text : {"2026-10", "2026-Q1", "2026-Q4", "1900-Q1", "2200-Q4"})
        EXPECT_EQ(to_text(parse_period(text).value()), text);
    EXPECT_EQ(parse_quarter("2026-Q4").value(), (Period{kOctober, kOctober + std::chrono::months{2}}));
    EXPECT_EQ(to_text(Period{kOctober - std::chrono::months{1}, kOctober}), "2026-09 to 2026-10");
}

TEST(Periods, RefuseWhatIsNone) {
    for (const char* text : {"2026-Q0", "2026-Q5", "2026-q4", "2026-Q", "Q4-2026", "2026-Q44", "99-Q1", "",
                             "2026-Q4 ", "1899-Q4"})
        EXPECT_EQ(parse_quarter(text).error().kind, base::ErrorKind::InvalidInput) << text;
    for (const char* text : {"2026-13", "2026-1", "2026", "October 2026"})
        EXPECT_EQ(parse_period(text).error().kind, base::ErrorKind::InvalidInput) << text;
}

}  // namespace
}  // namespace server::figures
