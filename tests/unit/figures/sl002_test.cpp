// CRS SL002, worked out by hand: what each way in which a referral can end counts for.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/figures/compute.h"
#include "tests/support/figures/build_history.h"

namespace server::figures {
namespace {

using domain::Attendance;
using support::AReferral;

const domain::Calendar kCalendar;
const Rules kRules{kCalendar, support::at("2026-11-23T12:00:00Z"), {}};
const Period kOctober{std::chrono::year{2026} / 10, std::chrono::year{2026} / 10};

constexpr const char* kEnd = "2026-10-14T10:00:00Z";
constexpr const char* kBefore = "2026-09-10T10:00:00Z";

/// What is not in the month at all.
constexpr std::optional<Verdict> kOther = std::nullopt;

struct Row {
    std::string what;
    ReferralHistory history;
    std::optional<Verdict> counts;
    std::optional<Verdict> strict;
    std::optional<Verdict> held;
    Why why = Why::InTime;
};

/// A row that counts the same in all three ways.
Row same(std::string what, const ReferralHistory& history, std::optional<Verdict> verdict, Why why) {
    return {std::move(what), history, verdict, verdict, verdict, why};
}

std::vector<Row> rows_by_code() {
    std::vector<Row> rows;
    const auto without = [&rows](const std::string& code, Verdict verdict, Why why) {
        const std::string id = "code-" + code;
        rows.push_back(same(code + " without a commencement", AReferral(id).ended(kEnd, code), verdict, why));
    };
    for (const char* code : {"MIS", "MOV", "DIE", "ACQ", "REC", "REV", "DUP", "PPJ"})
        without(code, Verdict::LeftOut, Why::NeutralEnd);
    for (const char* code : {"USE", "RET", "SER", "INE", "NEE", "WOR", "ANO"})
        without(code, Verdict::LeftOut, Why::NeutralEnd);
    for (const char* code : {"DIS", "END", "NOT", "SEE"}) without(code, Verdict::Missed, Why::EndedWithoutIt);
    for (const char* code : {"EAR", "XYZ"}) without(code, Verdict::LeftOut, Why::UndeterminedEnd);
    return rows;
}

std::vector<Row> rows_of_ends() {
    constexpr auto kMet = Verdict::Met;
    constexpr auto kOut = Verdict::LeftOut;
    constexpr auto kMissed = Verdict::Missed;
    return {
        same("positive whatever the end reason",
             AReferral("p1").session(kBefore, Attendance::Yes).ended(kEnd, "NOT"), kMet, Why::InTime),
        same("positive although it was made by mistake",
             AReferral("p2").session(kBefore, Attendance::Yes).ended(kEnd, "MIS"), kMet, Why::InTime),
        same("positive by its end-of-service report",
             AReferral("p3").session(kBefore, Attendance::Yes).ended(kEnd).report(kEnd, 1.0), kMet,
             Why::InTime),
        same("a LATE commencement counts",
             AReferral("p4").session(kBefore, Attendance::Late).ended(kEnd, "SEE"), kMet, Why::InTime),
        {"came but the session was not held",
         AReferral("p5").session(kBefore, Attendance::Yes).not_held().ended(kEnd, "SEE"), kMet, kMet,
         kMissed},
        {"the first was not held, a later one was",
         AReferral("p6")
             .session(kBefore, Attendance::Yes)
             .not_held()
             .session("2026-09-17T10:00:00Z", Attendance::Late)
             .ended(kEnd, "SEE"),
         kMet, kMet, kMet},
        {"commenced on the day of the end, even an hour after it",
         AReferral("p7").session("2026-10-14T11:00:00Z", Attendance::Yes).ended(kEnd, "NOT"), kMet, kMissed,
         kMet},
        {"commenced at 23:30 London time of the day of the end, which is 22:30 UTC",
         AReferral("p8").session("2026-10-14T22:30:00Z", Attendance::Yes).ended(kEnd, "NOT"), kMet, kMissed,
         kMet},
        same("commenced at 00:30 London time of the day after, 23:30 UTC of the day of the end",
             AReferral("n1").session("2026-10-14T23:30:00Z", Attendance::Yes).ended(kEnd, "NOT"), kMissed,
             Why::EndedWithoutIt),
        same("commenced without an approved plan",
             AReferral("p9").no_plan().session(kBefore, Attendance::Yes).ended(kEnd, "SEE"), kMet,
             Why::InTime),
        same("no plan at all", AReferral("c1").no_plan().ended(kEnd, "NOT"), kOut, Why::NoPlanApproved),
        same("a plan that was not approved",
             AReferral("c2").plan(false, "2026-08-20T10:00:00Z").ended(kEnd, "SEE"), kOut,
             Why::NoPlanApproved),
        same("an assessment is no commencement", AReferral("n2").assessment(kBefore).ended(kEnd, "NOT"),
             kMissed, Why::EndedWithoutIt),
        same("only the assessment and no plan",
             AReferral("c3").no_plan().assessment(kBefore).ended(kEnd, "NOT"), kOut, Why::NoPlanApproved),
        same("did not attend", AReferral("n3").session(kBefore, Attendance::No).ended(kEnd, "NOT"), kMissed,
             Why::EndedWithoutIt),
        same("nobody recorded the session", AReferral("n4").session(kBefore, std::nullopt).ended(kEnd, "SEE"),
             kMissed, Why::EndedWithoutIt),
        same("the session was moved",
             AReferral("n5").session(kBefore, Attendance::Yes).moved().ended(kEnd, "SEE"), kMissed,
             Why::EndedWithoutIt),
        same("concluded without a code and without an expiry", AReferral("c4").ended(kEnd), kOut,
             Why::UndeterminedEnd),
        same("concluded without a code on the day of the expiry",
             AReferral("n6").ended(kEnd).expires("2026-10-14"), kMissed, Why::EndedWithoutIt),
        same("concluded without a code before the expiry", AReferral("c5").ended(kEnd).expires("2026-10-15"),
             kOut, Why::UndeterminedEnd),
    };
}

std::vector<Row> rows_of_days() {
    constexpr auto kOut = Verdict::LeftOut;
    return {
        same("expired, however short the time was",
             AReferral("e1").received("2026-10-12T08:00:00Z").expires("2026-10-13"), Verdict::Missed,
             Why::EndedWithoutIt),
        same("expired without a plan", AReferral("e2").no_plan().expires("2026-10-31"), kOut,
             Why::NoPlanApproved),
        same("expires next month", AReferral("e3").expires("2026-11-01"), kOther, Why::InTime),
        same("concluded in September although it expires in October",
             AReferral("e4").ended("2026-09-14T10:00:00Z", "MOV").expires("2026-10-14"), kOther, Why::InTime),
        same("still open", AReferral("o1").session(kBefore, Attendance::Yes), kOther, Why::InTime),
        same("ended at 23:59:59 on 30 September in summer time",
             AReferral("m1").ended("2026-09-30T22:59:59Z", "MOV"), kOther, Why::InTime),
        same("ended at midnight of 1 October, still 30 September in UTC",
             AReferral("m2").ended("2026-09-30T23:00:00Z", "MOV"), kOut, Why::NeutralEnd),
        same("ended in the last second of October", AReferral("m3").ended("2026-10-31T23:59:59Z", "MOV"),
             kOut, Why::NeutralEnd),
        same("ended at midnight of 1 November", AReferral("m4").ended("2026-11-01T00:00:00Z", "MOV"), kOther,
             Why::InTime),
        same("cancelled on the day it was made",
             AReferral("s1").received("2026-10-14T07:00:00Z").ended(kEnd, "MIS"), Verdict::NotCounted,
             Why::CancelledTheSameDay),
        same("cancelled on the day it was made, with a commencement",
             AReferral("s2")
                 .received("2026-10-14T07:00:00Z")
                 .session("2026-10-14T09:00:00Z", Attendance::Yes)
                 .ended(kEnd, "NOT"),
             Verdict::NotCounted, Why::CancelledTheSameDay),
        same("made at 00:30 London time and cancelled that day, the day after in UTC",
             AReferral("s3").received("2026-10-13T23:30:00Z").ended(kEnd, "MIS"), Verdict::NotCounted,
             Why::CancelledTheSameDay),
        same("made the day before", AReferral("s4").received("2026-10-13T22:30:00Z").ended(kEnd, "MIS"), kOut,
             Why::NeutralEnd),
        {"received and completed in one day",
         AReferral("s5")
             .received("2026-10-14T07:00:00Z")
             .session("2026-10-14T09:00:00Z", Attendance::Yes)
             .ended(kEnd)
             .report(kEnd, 1.0),
         Verdict::Met, kOut, Verdict::Met, Why::UndeterminedEnd},
        same("the appointments were not read", AReferral("u1").not_read().ended(kEnd, "NOT"),
             Verdict::NotKnown, Why::AppointmentsNotRead),
        same("the plans were not read and the reason counts",
             AReferral("u2").plans_not_read().ended(kEnd, "NOT"), Verdict::NotKnown, Why::PlansNotRead),
        same("the plans were not read and the reason counts neither way",
             AReferral("u3").plans_not_read().ended(kEnd, "MOV"), kOut, Why::NeutralEnd),
        same("one person, first referral",
             AReferral("t1").of_person("twice").session(kBefore, Attendance::Yes).ended(kEnd), Verdict::Met,
             Why::InTime),
        same("the same person, second referral", AReferral("t2").of_person("twice").ended(kEnd, "NOT"),
             Verdict::Missed, Why::EndedWithoutIt),
        same("the same person, third referral, open", AReferral("t3").of_person("twice"), kOther,
             Why::InTime),
    };
}

std::vector<Row> all_rows() {
    std::vector<Row> rows = rows_by_code();
    for (const auto& more : {rows_of_ends(), rows_of_days()})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

std::vector<ReferralHistory> histories() {
    std::vector<ReferralHistory> all;
    for (const Row& row : all_rows()) all.push_back(row.history);
    return all;
}

std::optional<Item> item_of(FigureId id, const ReferralHistory& history) {
    const Figure figure = compute(id, std::span(&history, 1), kOctober, kRules);
    EXPECT_LE(figure.items.size(), 1U);
    return figure.items.empty() ? std::nullopt : std::optional(figure.items.front());
}

TEST(Sl002, CountsEachReferralAsWorkedOutByHand) {
    const auto rows = all_rows();
    EXPECT_GE(rows.size(), 60U);
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto verdict = [&row](FigureId id) {
            const auto item = item_of(id, row.history);
            return item ? std::optional(item->verdict) : kOther;
        };
        EXPECT_EQ(verdict(FigureId::Sl002), row.counts);
        EXPECT_EQ(verdict(FigureId::Sl002Strict), row.strict);
        EXPECT_EQ(verdict(FigureId::Sl002Held), row.held);
    }
}

TEST(Sl002, SaysWhyItLeavesAReferralOut) {
    for (const Row& row : all_rows()) {
        if (!row.counts || row.counts != row.strict || row.counts != row.held) continue;
        EXPECT_EQ(to_words(item_of(FigureId::Sl002, row.history)->why), to_words(row.why)) << row.what;
    }
}

TEST(Sl002, IsAOfBLessC) {
    const auto all = histories();
    const Figure figure = compute(FigureId::Sl002, all, kOctober, kRules);
    // By hand: p1 to p9, s5 and t1 of the tables above.
    EXPECT_EQ(figure.count(Verdict::Met), 11U);
    // By hand: four codes, n1 to n6, e1 and t2.
    EXPECT_EQ(figure.count(Verdict::Missed), 12U);
    EXPECT_EQ(figure.count(Verdict::NotKnown), 2U);
    EXPECT_EQ(figure.count(Verdict::NotCounted), 3U);
    EXPECT_EQ(figure.unmitigated(), (Rate{11, 23}));
    EXPECT_EQ(to_text(figure.unmitigated()), "47.8 %");
    EXPECT_EQ(figure.standing(), Standing::BelowTrigger);
}

TEST(Sl002, OfAMonthWithoutAnEndIsNothingAndNotZero) {
    const std::vector<ReferralHistory> none{AReferral("o1").session(kBefore, Attendance::Yes)};
    const Figure figure = compute(FigureId::Sl002, none, kOctober, kRules);
    EXPECT_EQ(to_text(figure.unmitigated()), "-");
    EXPECT_EQ(figure.standing(), Standing::NothingToTell);
}

TEST(Sl002, OfEndsOfWhichNothingIsKnownIsNotKnown) {
    const std::vector<ReferralHistory> unread{AReferral("u1").not_read().ended(kEnd, "NOT")};
    const Figure figure = compute(FigureId::Sl002, unread, kOctober, kRules);
    EXPECT_EQ(to_text(figure.unmitigated()), "-");
    EXPECT_EQ(figure.standing(), Standing::NotKnown);
}

TEST(Sl002, OfAQuarterIsThatOfItsMonthsTogether) {
    const auto all = histories();
    const Period quarter{std::chrono::year{2026} / 9, std::chrono::year{2026} / 11};
    Rate sum;
    for (unsigned month = 9; month <= 11; ++month) {
        const auto one = std::chrono::year{2026} / std::chrono::month{month};
        const Rate rate = compute(FigureId::Sl002, all, {one, one}, kRules).unmitigated();
        sum = {sum.count + rate.count, sum.of + rate.of};
    }
    EXPECT_EQ(compute(FigureId::Sl002, all, quarter, kRules).unmitigated(), sum);
}

TEST(Sl002, DoesNotDependOnTheOrderInWhichReferralsAreGiven) {
    auto all = histories();
    const Figure figure = compute(FigureId::Sl002, all, kOctober, kRules);
    std::reverse(all.begin(), all.end());
    EXPECT_EQ(compute(FigureId::Sl002, all, kOctober, kRules), figure);
}

}  // namespace
}  // namespace server::figures
