// The report of the record: what is frozen, what is now, and why they differ.

#include "tests/unit/figures_of_record/record.h"

namespace server {
namespace {

using domain::Attendance;
using figures::FigureId;
using figures::Rate;
using std::chrono::months;
using testing::HasSubstr;
using testing::Not;

figures::Period quarter(const char* text) {
    return figures::parse_quarter(text).value();
}
figures::Period month(const char* text) {
    return figures::parse_month_period(text).value();
}

class ReportOfTheRecord : public Record {
protected:
    void SetUp() override {
        keep(AReferral("r1").session("2026-09-10T10:00:00Z", Attendance::Yes).ended("2026-10-14T10:00:00Z"));
        keep(AReferral("r2").ended("2026-10-14T10:00:00Z", "NOT"));
        read_whole(now - 1h);
    }
};

TEST_F(ReportOfTheRecord, OfAMonthThatStillMovesSaysUntilWhen) {
    now = at("2026-11-20T09:00:00Z");
    const auto found = report().value();
    EXPECT_EQ(found.frozen_at, std::nullopt);
    EXPECT_EQ(found.lines.front().figure.unmitigated(), (Rate{1, 2}));
    EXPECT_THAT(to_text(found), HasSubstr("They stand still from the end of 2026-11-23.\n"));
}

TEST_F(ReportOfTheRecord, SaysThatAMonthWhoseTimeHasComeIsNotFrozenYet) {
    const std::string text = to_text(report().value());
    EXPECT_THAT(text, HasSubstr("They are not frozen yet"));
    EXPECT_THAT(text, Not(HasSubstr("Frozen and now")));
}

TEST_F(ReportOfTheRecord, OfAFrozenMonthWithoutLateDataDoesNotDiffer) {
    freeze();
    const auto found = report().value();
    EXPECT_EQ(found.frozen_at, now);
    for (const auto& one : found.lines) EXPECT_EQ(one.frozen->why_it_differs, "-");
    EXPECT_THAT(to_text(found), HasSubstr("Frozen at 2026-11-24 06:00;"));
}

TEST_F(ReportOfTheRecord, TellsWhatLateDataHasChanged) {
    freeze();
    now += 48h;
    keep(AReferral("r2")
             .session("2026-09-11T10:00:00Z", Attendance::Late)
             .ended("2026-10-14T10:00:00Z", "NOT"));
    keep(AReferral("r3").session("2026-09-11T10:00:00Z", Attendance::Yes).ended("2026-10-30T10:00:00Z"));
    const auto& sl002 = line(FigureId::Sl002);
    EXPECT_EQ(sl002.frozen->counts.unmitigated(), (Rate{1, 2}));
    EXPECT_EQ(sl002.figure.unmitigated(), (Rate{3, 3}));
    EXPECT_EQ(sl002.frozen->why_it_differs,
              "1 'ended without it, for a reason that counts' became 'done'; 1 'not there' became 'done'");
    const std::string text = to_text(last);
    EXPECT_THAT(text, HasSubstr("1 'not there' became 'done'"));
    EXPECT_THAT(to_csv(last), HasSubstr(",1,2,0,"));
    EXPECT_THAT(to_html(last), HasSubstr("<caption>Frozen and now</caption>"));
}

TEST_F(ReportOfTheRecord, DoesNotBlameAnybodyForWhoWasErasedSince) {
    app::Person person;
    person.id = domain::PersonId("p");
    person.crn = "X100001";
    write([&](app::Transaction& transaction) { return transaction.put(person); });
    freeze();
    write([&](app::Transaction& transaction) {
        return transaction.erase({"e", now, person.id, "Kim", "asked for it"});
    });
    EXPECT_EQ(line(FigureId::Sl002).frozen->counts.unmitigated(), (Rate{1, 2}));
    EXPECT_EQ(line(FigureId::Sl002).frozen->why_it_differs, "what it was made of is no longer held");
}

TEST_F(ReportOfTheRecord, OfAQuarterIsFrozenOnceEachOfItsMonthsIs) {
    keep(AReferral("r3").session("2026-09-11T10:00:00Z", Attendance::Yes).ended("2026-11-10T10:00:00Z"));
    freeze();
    EXPECT_EQ(report(quarter("2026-Q4")).value().frozen_at, std::nullopt);
    now = at("2027-01-26T06:00:00Z");
    read_whole(now - 1h);
    freeze();
    const auto found = report(quarter("2026-Q4")).value();
    EXPECT_EQ(found.frozen_at, now);
    EXPECT_EQ(found.lines.front().frozen->counts.unmitigated(), (Rate{2, 3}));
    EXPECT_EQ(found.lines.front().figure.unmitigated(), (Rate{2, 3}));
    EXPECT_EQ(found.lines.front().frozen->why_it_differs, "-");
    EXPECT_EQ(domain::to_text(found.lines.front().trend.back().month), "2026-12");
    EXPECT_THAT(to_text(found), HasSubstr("Ardwick Green, 2026-Q4\n"));
}

TEST_F(ReportOfTheRecord, ShowsAFrozenMonthOfATrendAsItWasFrozen) {
    freeze();
    now = at("2026-12-02T09:00:00Z");
    keep(AReferral("r3").session("2026-09-11T10:00:00Z", Attendance::Yes).ended("2026-10-30T10:00:00Z"));
    const auto found = report(month("2026-11")).value();
    const auto& trend = found.lines.front().trend;
    EXPECT_EQ(trend[4], (report::OfMonth{kOctober, Rate{1, 2}, true})) << "with late data it is 2 of 3";
    EXPECT_FALSE(trend[5].is_frozen);
    EXPECT_EQ(report().value().lines.front().trend.back(), (report::OfMonth{kOctober, Rate{1, 2}, true}));
}

TEST_F(ReportOfTheRecord, OfAMonthBeforeTheFirstFrozenOneSaysThatItNeverWas) {
    EXPECT_THAT(to_text(report(month("2026-09")).value()), HasSubstr("They are not frozen yet"));
    freeze();
    const std::string text = to_text(report(month("2026-09")).value());
    EXPECT_THAT(text, HasSubstr("They were never frozen: this hub's first frozen month is a later one.\n"));
    EXPECT_THAT(text, Not(HasSubstr("not frozen yet")));
    EXPECT_FALSE(report(month("2026-11")).value().is_never_frozen);
}

TEST_F(ReportOfTheRecord, TellsHowManyCouldNotBeReadWhenAMonthWasFrozen) {
    now += 96h;
    read_whole(now - 1h, 2);
    ASSERT_EQ(freeze(), 1U);
    read_whole(now, 0);
    const auto found = report().value();
    EXPECT_EQ(found.frozen_not_read, 2U);
    EXPECT_THAT(to_text(found),
                HasSubstr("2 referrals could not be read when they were frozen: the frozen figures "
                          "may lack them.\n"));
    EXPECT_EQ(found.not_read, 0U);
}

TEST_F(ReportOfTheRecord, SaysHowCompleteTheReadingWas) {
    read_whole(now - 1h, 3);
    EXPECT_THAT(to_text(report().value()),
                HasSubstr("The case system was last read whole at 2026-11-24 05:00.\n"
                          "3 referrals could not be read then: the figures may lack them.\n"));
}

TEST_F(ReportOfTheRecord, RefusesAMonthThatHasNotBegun) {
    EXPECT_EQ(report(month("2026-12")).error().kind, base::ErrorKind::InvalidInput);
    EXPECT_THAT(report(month("2026-12")).error().message, HasSubstr("2026-12 has not begun"));
    EXPECT_TRUE(report(month("2026-11"))) << "it has";
    EXPECT_TRUE(report(quarter("2026-Q4")));
}

TEST_F(ReportOfTheRecord, RefusesAMonthOfWhichTheHistoriesAreNoLongerHeld) {
    EXPECT_THAT(report(month("2025-09")).error().message, HasSubstr("back to 2025-10"));
    const auto oldest = report(month("2025-10")).value();
    EXPECT_EQ(oldest.lines.front().trend.front().rate, Rate{}) << "nothing is told of the months before";
}

TEST(ReportOfANewHub, SaysThatThereIsNothingYet) {
    support::MemoryStore store;
    const app::FigureRules rules;
    ASSERT_TRUE(store.read([&](app::View& view) -> base::Done {
        const auto found = report::report_of(view, "Ardwick Green", month("2026-10"),
                                             rules.as_of(at("2026-11-24T06:00:00Z")));
        EXPECT_EQ(found.error().kind, base::ErrorKind::Unavailable);
        EXPECT_THAT(found.error().message, HasSubstr("no histories of referrals yet"));
        return {};
    }));
}

TEST_F(ReportOfTheRecord, WarnsWhileTheFirstReadingIsUnderWay) {
    support::MemoryStore fresh;
    const figures::ReferralHistory one = AReferral("r1");
    ASSERT_TRUE(fresh.write_and_wait([&](app::Transaction& transaction) {
        return transaction.keep({one, {}}, "");
    }));
    ASSERT_TRUE(fresh.read([&](app::View& view) -> base::Done {
        EXPECT_THAT(to_text(TRY(report::report_of(view, "Hub", month("2026-10"), rules.as_of(now)))),
                    HasSubstr("has not been read whole yet"));
        return {};
    }));
}

}  // namespace
}  // namespace server
