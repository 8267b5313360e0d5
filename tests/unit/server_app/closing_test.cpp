// The list to close the day.

#include "server/app/closing.h"

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CloseTheDay : public Decide {
protected:
    Closing list() {
        return hub
            .run([&](Transaction& t) { return closing(t, hub.occasion().moment, hub.rules, hub.calendar); })
            .value();
    }
    static std::vector<std::string> ids(const std::vector<ToClose>& list) {
        std::vector<std::string> out;
        for (const ToClose& one : list) out.push_back(one.row.appointment.id.text());
        return out;
    }
};

TEST_F(CloseTheDay, ListsWhoDidNotComeOnceTheAppointmentIsOver) {
    hub.advance(70min);
    EXPECT_THAT(ids(list().to_decide), IsEmpty());
    EXPECT_EQ(list().still_to_end, 1U);
    hub.advance(1us);
    EXPECT_THAT(ids(list().to_decide), ElementsAre("two"));
    EXPECT_EQ(list().still_to_end, 0U);
}

TEST_F(CloseTheDay, ListsWhatIsRecordedUntilSomebodySubmitsIt) {
    hub.arrive("a", two);
    EXPECT_THAT(ids(list().to_submit), IsEmpty()) << "it is not over yet";
    after_the_end();
    EXPECT_THAT(ids(list().to_submit), ElementsAre("two"));
    EXPECT_EQ(list().to_submit.front().update.attendance, Attendance::Yes);
    ASSERT_TRUE(submit());
    EXPECT_THAT(ids(list().to_submit), IsEmpty());
}

TEST_F(CloseTheDay, MarksWhatIsOverBeforeTheHubOpensAgain) {
    // Friday's 24 hours end on Saturday at two; the hub opens on Monday.
    hub.add_appointment("friday", ada, "2026-11-27T14:00:00Z");
    hub.clock.advance(at("2026-11-27T15:30:00Z") - hub.clock.now());
    const Closing on_friday = list();
    EXPECT_EQ(on_friday.opens_next, at("2026-11-30T08:00:00Z"));
    ASSERT_THAT(ids(on_friday.to_decide), ElementsAre("two", "friday")) << "the tightest deadline first";
    EXPECT_TRUE(on_friday.to_decide[1].before_next_day);
    EXPECT_EQ(on_friday.to_decide[1].row.deadline, at("2026-11-28T14:00:00Z"));
}

TEST_F(CloseTheDay, KeepsWhatIsOwedOnTheListHoweverOldItIs) {
    hub.arrive("a", two);
    after_the_end();
    hub.advance(24h * 20);
    EXPECT_THAT(ids(list().to_submit), ElementsAre("two"));
}

TEST_F(CloseTheDay, ListsAnArrivalBehindASubmittedAbsence) {
    after_the_end();
    ASSERT_TRUE(absent());
    submitted();
    EXPECT_THAT(ids(list().to_decide), IsEmpty());
    ASSERT_TRUE(at_desk(two.start + 5min));
    const Closing with_it = list();
    ASSERT_THAT(ids(with_it.to_decide), ElementsAre("two"));
    EXPECT_TRUE(with_it.to_decide.front().row.telephone_first);
}

TEST_F(CloseTheDay, LeavesOverToTheNextDaysBoardWhatNobodyHasDecided) {
    const auto left = [&] {
        return hub.run([&](Transaction& t) { return left_over(t, hub.occasion().moment); }).value();
    };
    after_the_end();
    EXPECT_THAT(left(), IsEmpty()) << "it is on today's board";
    hub.advance(24h);
    ASSERT_EQ(left().size(), 1U);
    EXPECT_EQ(left().front().appointment.id, two.id);
    hub.seen("front-door");
    ASSERT_TRUE(absent());
    EXPECT_THAT(left(), IsEmpty());
}

TEST_F(CloseTheDay, LeavesOverWhatAnArrivalBehindASubmittedRecordLeavesToAPerson) {
    hub.advance(40min);
    ASSERT_TRUE(at_desk(two.start + 20min));
    submitted();
    domain::AttendanceEvent heard;  // from a kiosk's journal, of before
    heard.id = domain::EventId("heard");
    heard.arrival = domain::ArrivalId("heard");
    heard.appointment = two.id;
    heard.person = two.person;
    heard.recorded_at = hub.clock.now();
    heard.clock = domain::ClockState::Doubtful;
    ASSERT_TRUE(hub.run([&](Transaction& t) { return t.append(heard); }));
    ASSERT_TRUE(hub.run([&](Transaction& t) -> base::Result<bool> {
                       return TRY(record_of(t, two.id)).time_waits_for_person;
                   })
                    .value());
    hub.advance(24h);
    const auto left = hub.run([&](Transaction& t) { return left_over(t, hub.occasion().moment); }).value();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(ids(list().to_decide), std::vector{left.front().appointment.id.text()});
}

TEST_F(CloseTheDay, LeavesOverNothingOfWhoPlainlyCame) {
    hub.arrive("a", two);
    after_the_end();
    hub.advance(24h);
    EXPECT_THAT(hub.run([&](Transaction& t) { return left_over(t, hub.occasion().moment); }).value(),
                IsEmpty());
}

TEST_F(CloseTheDay, LeavesOutTelephoneAppointmentsThatNobodyExpectsHere) {
    two.method = domain::DeliveryMethod::PhoneCall;
    hub.put(two);
    after_the_end();
    EXPECT_THAT(ids(list().to_decide), IsEmpty());
    EXPECT_EQ(list().still_to_end, 0U);
}

}  // namespace
}  // namespace server::app
