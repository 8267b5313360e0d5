// KP1, KP3, KP4, KP5, DS1, DS5 and non-attendance, worked out by hand.

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

// Friday 23 October 2026; the next business day is Monday the 26th, after the clocks have gone back.
constexpr const char* kFriday = "2026-10-23T09:00:00Z";
constexpr const char* kInTime = "2026-10-26T23:59:59Z";
constexpr const char* kTooLate = "2026-10-27T00:00:00Z";

AReferral came(const std::string& id) {
    return AReferral(id).session(kFriday, Attendance::Yes);
}

TEST(Kp1, IsAboutTheRecordOfEachContact) {
    expect(
        FigureId::Kp1,
        {
            {"stored by the end of the next business day", came("a").stored(kInTime), Verdict::Met},
            {"stored later", came("b").stored(kTooLate), Verdict::Missed, Why::TooLate},
            {"the submit is a record too", came("c").submitted(kInTime), Verdict::Met},
            {"the first record counts", came("d").stored(kInTime).submitted(kTooLate), Verdict::Met},
            {"recorded by somebody, nothing says when", came("e"), Verdict::NotKnown, Why::TimeNotKnown},
            {"submitted by somebody, nothing says when", came("f").submitted(""), Verdict::NotKnown,
             Why::TimeNotKnown},
            {"an assessment is a contact", AReferral("g").assessment(kFriday).stored(kInTime), Verdict::Met},
            {"nobody came", AReferral("h").session(kFriday, Attendance::No).stored(kInTime), std::nullopt},
            {"moved", came("i").stored(kInTime).moved(), std::nullopt},
            {"of another month",
             AReferral("j").session("2026-09-30T22:30:00Z", Attendance::Yes).stored(kInTime), std::nullopt},
            {"of the first half hour of October in London",
             AReferral("k").session("2026-09-30T23:30:00Z", Attendance::Yes).stored("2026-10-01T09:00:00Z"),
             Verdict::Met},
        });
}

TEST(Kp3, IsAboutTheSubmitOfEachAppointment) {
    expect(FigureId::Kp3,
           {
               {"shared in time", came("a").submitted(kInTime), Verdict::Met},
               {"shared too late", came("b").submitted(kTooLate), Verdict::Missed, Why::TooLate},
               {"a draft is not shared", came("c").stored(kInTime), Verdict::Missed, Why::NotDone},
               {"nobody recorded anything", AReferral("d").session(kFriday, std::nullopt), Verdict::Missed,
                Why::NotDone},
               {"did-not-attend is an attendance record",
                AReferral("e").session(kFriday, Attendance::No).submitted(kInTime), Verdict::Met},
               {"shared by somebody, nothing says when", came("f").submitted(""), Verdict::NotKnown,
                Why::TimeNotKnown},
               {"moved", came("g").moved(), std::nullopt},
               {"not read", AReferral("h").received("2026-10-05T09:00:00Z").not_read(), Verdict::NotKnown,
                Why::AppointmentsNotRead},
           });
    expect(FigureId::Kp3Drafted,
           {
               {"a draft in time", came("a").drafted(kInTime), Verdict::Met},
               {"shared in time, too", came("b").submitted(kInTime), Verdict::Met},
               {"a draft too late", came("c").drafted(kTooLate), Verdict::Missed, Why::TooLate},
               {"drafted by somebody, nothing says when", came("e").stored(kInTime), Verdict::NotKnown,
                Why::TimeNotKnown},
               {"an arrival that only the hub holds is no draft",
                AReferral("f").session(kFriday, std::nullopt).stored(kInTime), Verdict::Missed, Why::NotDone},
               {"nobody recorded anything", AReferral("d").session(kFriday, std::nullopt), Verdict::Missed,
                Why::NotDone},
           });
}

TEST(Kp3, IsNotDueUntilTheNextBusinessDayIsOver) {
    const Rules before{kCalendar, at(kInTime), {}};
    const Rules after{kCalendar, at(kTooLate), {}};
    expect(FigureId::Kp3, {{"open", came("a"), Verdict::LeftOut, Why::NotDueYet}}, before);
    expect(FigureId::Kp3, {{"open", came("a"), Verdict::Missed, Why::NotDone}}, after);
}

TEST(Kp3, CountsEveryAppointmentOfAReferralByItself) {
    const ReferralHistory history =
        came("a").submitted(kInTime).session("2026-10-30T10:00:00Z", Attendance::Yes);
    const Figure figure = compute(FigureId::Kp3, std::span(&history, 1), kOctober, kRules);
    EXPECT_EQ(figure.unmitigated(), (Rate{1, 2}));
    EXPECT_EQ(figure.items[0].subject, "a-0");
    EXPECT_EQ(figure.items[1].subject, "a-1");
}

TEST(NonAttendance, IsReportedWithin24HoursEvenOverTheNightThatHas25) {
    // Saturday 24 October 2026, 12:00 in London; 24 hours later London's clocks show 11:00.
    const auto missed = [](const std::string& id) {
        return AReferral(id).session("2026-10-24T11:00:00Z", Attendance::No);
    };
    expect(FigureId::NonAttendance,
           {
               {"submitted", missed("a").submitted("2026-10-25T10:59:59Z"), Verdict::Met},
               {"submitted a second later", missed("b").submitted("2026-10-25T11:00:00Z"), Verdict::Missed,
                Why::TooLate},
               {"told by telephone",
                missed("c").told("2026-10-24T12:00:00Z").submitted("2026-10-27T12:00:00Z"), Verdict::Met},
               {"noted, and nobody told", missed("d").stored("2026-10-24T12:00:00Z"), Verdict::Missed,
                Why::NotDone},
               {"nothing says when", missed("e").submitted(""), Verdict::NotKnown, Why::TimeNotKnown},
               {"told in time, whenever it was submitted",
                missed("f").told("2026-10-24T12:00:00Z").submitted(""), Verdict::Met},
               {"came", came("g"), std::nullopt},
               {"nobody said whether they came", AReferral("h").session("2026-10-24T11:00:00Z", std::nullopt),
                Verdict::NotKnown, Why::NotRecorded},
               {"nobody said so, but the practitioner was told",
                AReferral("i").session("2026-10-24T11:00:00Z", std::nullopt).told("2026-10-24T12:00:00Z"),
                Verdict::Met},
           });
}

ReferralHistory asked(const std::string& id, std::optional<base::Instant> sent) {
    return AReferral(id).with([&](ReferralHistory& history) {
        history.evidence->push_back({id + "-request", at(kFriday), sent});
    });
}

TEST(Kp4, IsAboutEachRequestForEvidence) {
    expect(FigureId::Kp4, {
                              {"sent in time", asked("a", at(kInTime)), Verdict::Met},
                              {"sent too late", asked("b", at(kTooLate)), Verdict::Missed, Why::TooLate},
                              {"never sent", asked("c", std::nullopt), Verdict::Missed, Why::NotDone},
                              {"sent on the day itself", asked("e", at(kFriday)), Verdict::Met},
                              {"nobody asked", came("d"), std::nullopt},
                          });
}

TEST(Kp4, IsNotDueUntilTheEndOfTheNextBusinessDay) {
    const Rules at_the_end{kCalendar, at(kInTime), {}};
    const Rules after_it{kCalendar, at(kTooLate), {}};
    const ReferralHistory open = asked("a", std::nullopt);
    expect(FigureId::Kp4, {{"on the Monday", open, Verdict::LeftOut, Why::NotDueYet}}, at_the_end);
    expect(FigureId::Kp4, {{"on the Tuesday", open, Verdict::Missed, Why::NotDone}}, after_it);
}

TEST(Kp4, IsNotKnownOfAReferralWhereTheHubHoldsNothingOfRequests) {
    const ReferralHistory unknown =
        AReferral("a").received(kFriday).with([](ReferralHistory& history) { history.evidence.reset(); });
    expect(FigureId::Kp4, {{"received then", unknown, Verdict::NotKnown, Why::NotRecorded}});
}

AReferral completed(const std::string& id, std::optional<Answering> survey) {
    return AReferral(id).with([&](ReferralHistory& history) {
        history.completed_at = at(kFriday);
        history.exit_survey = survey;
    });
}

TEST(Kp5, IsAboutTheSurveyAfterACompletedIntervention) {
    Answering declined;
    declined.offered_at = at(kFriday);
    declined.declined = true;
    Answering expired;
    expired.expired = true;
    const std::optional<Answering> nothing;
    expect(FigureId::Kp5Offered,
           {
               {"offered", completed("a", Answering{at(kTooLate), {}}), Verdict::Met},
               {"answered on paper", completed("b", Answering{{}, at(kInTime)}), Verdict::Met},
               {"declined", completed("c", declined), Verdict::Met},
               {"not offered", completed("d", Answering{}), Verdict::Missed, Why::NotDone},
               {"expired before it was offered", completed("e", expired), Verdict::Missed, Why::Expired},
               {"the hub holds nothing of it", completed("f", nothing), Verdict::NotKnown, Why::NotRecorded},
               {"not completed", came("g"), std::nullopt},
               {"ended with a report, and nobody said whether it was completed",
                came("h").with([](ReferralHistory& history) {
                    history.end_report = EndOfServiceReport{at(kFriday), 1.0};
                }),
                Verdict::NotKnown, Why::NotRecorded},
               {"ended by the practitioner", came("i").with([](ReferralHistory& history) {
                    history.end_report = EndOfServiceReport{at(kFriday), 1.0};
                    history.end_requested = true;
                }),
                std::nullopt},
           });
    expect(
        FigureId::Kp5Answered,
        {
            {"in time", completed("a", Answering{at(kFriday), at(kInTime)}), Verdict::Met},
            {"too late", completed("b", Answering{at(kFriday), at(kTooLate)}), Verdict::Missed, Why::TooLate},
            {"declined", completed("c", declined), Verdict::Missed, Why::Declined},
            {"expired", completed("d", expired), Verdict::Missed, Why::Expired},
            {"open", completed("e", Answering{at(kFriday), {}}), Verdict::Missed, Why::NotDone},
        });
}

TEST(Ds1, IsTheReferralsReceivedOfThoseExpected) {
    const std::vector<ReferralHistory> all{
        AReferral("a").received("2026-09-30T22:59:59Z"), AReferral("b").received("2026-09-30T23:00:00Z"),
        AReferral("c").received("2026-10-31T23:59:59Z"), AReferral("d").received("2026-11-01T00:00:00Z")};
    Rules rules = kRules;
    EXPECT_EQ(compute(FigureId::Ds1, all, kOctober, rules).standing(), Standing::NotKnown);
    rules.expected_referrals[kOctober.first] = 2;
    EXPECT_EQ(compute(FigureId::Ds1, all, kOctober, rules).unmitigated(), (Rate{2, 2}));
    EXPECT_EQ(compute(FigureId::Ds1, all, kOctober, rules).standing(), Standing::OnTarget);
    const Period quarter{std::chrono::year{2026} / 10, std::chrono::year{2026} / 12};
    EXPECT_EQ(compute(FigureId::Ds1, all, quarter, rules).standing(), Standing::NotKnown);
    rules.expected_referrals[std::chrono::year{2026} / 11] = 1;
    rules.expected_referrals[std::chrono::year{2026} / 12] = 1;
    EXPECT_EQ(compute(FigureId::Ds1, all, quarter, rules).unmitigated(), (Rate{3, 4}));
}

TEST(Ds5, IsAnOutcomeAboveNothing) {
    expect(FigureId::Ds5, {
                              {"partially", AReferral("a").report(kFriday, 0.5), Verdict::Met},
                              {"not", AReferral("b").report(kFriday, 0.0), Verdict::Missed, Why::NotDone},
                              {"no score", AReferral("c").report(kFriday, std::nullopt), Verdict::NotKnown,
                               Why::NotRecorded},
                              {"no report", came("d"), std::nullopt},
                          });
}

}  // namespace
}  // namespace server::figures
