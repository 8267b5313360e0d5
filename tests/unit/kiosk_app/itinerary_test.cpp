// What is on: from the first screen, without saying who one is; by day, for whom, session by session.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/kiosk/front_door.h"
#include "tests/support/kiosk/programme.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using domain::Audience;
using kiosk::app::kSessionsAPage;
using kiosk::app::Step;
using support::FrontDoor;
using testing::ElementsAre;

class ItineraryAtTheDoor : public testing::Test {
protected:
    ItineraryAtTheDoor() {
        door.has_list(support::todays_list({}));
        door.happens(event::ItineraryArrived{support::a_week()});
    }
    void open() {
        door.touch();
        door.press(press::ShowItinerary{});
    }
    /// The numbers of all sessions of the day looked at.
    std::vector<unsigned> shown() const {
        const auto& browsing = door.model.visit.browsing;
        return numbers(kiosk::app::programme(door.model, browsing.day, browsing.audience));
    }
    static std::vector<unsigned> numbers(const std::vector<domain::Session>& sessions) {
        std::vector<unsigned> all;
        for (const auto& one : sessions)
            all.push_back(std::stoul(one.id.text().substr(one.id.text().size() - 3)));
        return all;
    }
    domain::Date day() const { return door.model.visit.browsing.day; }
    static domain::Date of(const char* day) { return domain::parse_date(day).value(); }

    FrontDoor door;
};

TEST_F(ItineraryAtTheDoor, BeginsWithWhatIsStillToComeToday) {
    open();
    EXPECT_EQ(door.step(), Step::ItineraryDay);
    EXPECT_EQ(day(), of("2026-11-24"));
    EXPECT_THAT(shown(), ElementsAre(support::kPlanned, support::kMoved, support::kCancelled, support::kFull,
                                     support::kMovedDay));
}

TEST_F(ItineraryAtTheDoor, LeavesOutWhatHasEndedOnceItHas) {
    door.jump(89min);
    door.wait(1s);
    open();
    EXPECT_THAT(shown(), testing::Contains(support::kPlanned)) << "it ends at 14:30";
    door.press(press::StartAgain{});
    door.jump(1min);
    door.wait(1s);
    open();
    EXPECT_THAT(shown(), testing::Not(testing::Contains(support::kPlanned)));
}

TEST_F(ItineraryAtTheDoor, LeavesOutWhatWasMovedAwayOnceItWouldHaveEnded) {
    door.jump(4h + 29min);  // it was to be from 16:30 to 17:30
    door.wait(1s);
    open();
    EXPECT_THAT(shown(), ElementsAre(support::kMovedDay));
    door.press(press::StartAgain{});
    door.jump(1min);
    door.wait(1s);
    open();
    EXPECT_THAT(shown(), ElementsAre());
}

TEST_F(ItineraryAtTheDoor, GoesOnPageByPageAndDayByDayAndBackTheSameWay) {
    open();
    door.press(press::Continue{});
    EXPECT_EQ(day(), of("2026-11-24"));
    EXPECT_EQ(door.model.visit.browsing.first, kSessionsAPage);
    door.press(press::Continue{});
    EXPECT_EQ(day(), of("2026-11-25"));
    EXPECT_EQ(door.model.visit.browsing.first, 0U);
    door.press(press::Back{});
    EXPECT_EQ(day(), of("2026-11-24"));
    EXPECT_EQ(door.model.visit.browsing.first, kSessionsAPage);
    door.press(press::Back{});
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Welcome);
}

TEST_F(ItineraryAtTheDoor, EndsWithItsLastDay) {
    open();
    for (int i = 0; i < 50; ++i) door.press(press::Continue{});
    EXPECT_EQ(day(), of("2026-11-30"));
    EXPECT_EQ(door.step(), Step::ItineraryDay);
}

TEST_F(ItineraryAtTheDoor, HasAListOfDaysFromWhichBackLeadsToIt) {
    open();
    door.press(press::ShowDays{});
    EXPECT_THAT(kiosk::app::itinerary_days(door.model),
                ElementsAre(of("2026-11-24"), of("2026-11-25"), of("2026-11-26"), of("2026-11-27"),
                            of("2026-11-28"), of("2026-11-29"), of("2026-11-30")));
    door.press(press::UseDay{4});
    EXPECT_EQ(day(), of("2026-11-28"));
    EXPECT_THAT(shown(), ElementsAre(support::kMovedFull, support::kSaturday));
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::ItineraryDays);
    door.press(press::UseDay{99});
    EXPECT_EQ(door.step(), Step::ItineraryDays) << "there is no such day";
}

TEST_F(ItineraryAtTheDoor, ShowsWhatIsForSomebodyWithWhatIsForEveryone) {
    open();
    door.press(press::ShowDays{});
    door.press(press::ShowAudiences{});
    EXPECT_EQ(door.step(), Step::ItineraryFor);
    door.press(press::UseAudience{Audience::Families});
    EXPECT_EQ(door.step(), Step::ItineraryDay);
    EXPECT_THAT(shown(),
                ElementsAre(support::kPlanned, support::kCancelled, support::kFull, support::kMovedDay))
        << "without the one for women";
    door.press(press::ShowDays{});
    door.press(press::UseDay{1});
    EXPECT_THAT(shown(), ElementsAre(support::kTomorrow, support::kMovedRoom, support::kMovedDay));
}

TEST_F(ItineraryAtTheDoor, ForgetsForWhomOnceTheVisitIsOver) {
    open();
    door.press(press::ShowDays{});
    door.press(press::ShowAudiences{});
    door.press(press::UseAudience{Audience::Women});
    door.press(press::StartAgain{});
    open();
    EXPECT_EQ(door.model.visit.browsing.audience, Audience::Everyone);
}

TEST_F(ItineraryAtTheDoor, TellsMoreOfOneSessionAndComesBackToItsPage) {
    open();
    door.press(press::Continue{});
    door.press(press::ShowSession{support::session_id(support::kFull)});
    EXPECT_EQ(door.step(), Step::ItinerarySession);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::ItineraryDay);
    EXPECT_EQ(door.model.visit.browsing.first, kSessionsAPage);
}

TEST_F(ItineraryAtTheDoor, AChangeIsOnTheScreenThatSomebodyLooksAt) {
    open();
    auto changed = support::a_week();
    changed.version = "2";
    changed.sessions = {support::on_today(42, 60)};
    door.happens(event::ItineraryArrived{changed});
    EXPECT_EQ(door.step(), Step::ItineraryDay);
    EXPECT_THAT(shown(), ElementsAre(42U));
}

TEST_F(ItineraryAtTheDoor, AsksWhetherSomebodyIsStillThereAndGoesBackToTheStart) {
    open();
    door.wait(kiosk::app::kIdle);
    EXPECT_TRUE(door.model.visit.still_there);
    door.wait(kiosk::app::kStillThere + 1s);
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_EQ(door.model.visit.browsing, kiosk::app::Browsing{});
}

TEST_F(ItineraryAtTheDoor, LookingAtItDoesNotMakeAnybodyLate) {
    open();
    const auto touched = door.model.visit.first_touch;
    door.wait(30s);
    door.press(press::Back{});
    door.press(press::Start{});
    EXPECT_EQ(door.model.visit.first_touch, touched);
}

TEST_F(ItineraryAtTheDoor, IsPerhapsOldOnceTheServerIsAway) {
    EXPECT_FALSE(kiosk::app::itinerary_may_be_old(door.model));
    door.happens(event::ServerLost{});
    EXPECT_TRUE(kiosk::app::itinerary_may_be_old(door.model));
    door.happens(event::ItineraryStands{support::two_o_clock() - 30min});
    EXPECT_EQ(door.model.itinerary_as_of, support::two_o_clock() - 30min);
}

TEST(ItineraryOfAnEarlierRun, DoesNotPushAwayANewerOne) {
    FrontDoor door;
    door.happens(event::ItineraryRemembered{support::a_week()});
    EXPECT_EQ(kiosk::app::itinerary_days(door.model).front(), domain::parse_date("2026-11-24").value())
        << "without the time it begins with the day on which it was sent";
    auto newer = support::a_week();
    newer.version = "2";
    door.happens(event::ItineraryArrived{newer});
    door.happens(event::ItineraryRemembered{support::a_week()});
    EXPECT_EQ(door.model.itinerary->version, "2");
}

TEST(NoItinerary, IsNotOpened) {
    FrontDoor door;
    door.touch();
    door.press(press::ShowItinerary{});
    EXPECT_EQ(door.step(), Step::Welcome);
}

}  // namespace
