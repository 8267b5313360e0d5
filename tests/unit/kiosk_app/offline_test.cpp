// Without the server: the same rules from today's list, and no clock believed but the server's.

#include <gtest/gtest.h>

#include "kiosk/app/offline_find.h"
#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
using kiosk::app::Step;
using protocol::FindOutcome;
using protocol::FindReply;
using protocol::FindRequest;
using support::FrontDoor;
using support::listed;
using support::offered;
using support::todays_list;
using support::two_o_clock;

FindRequest born(unsigned day, unsigned month, std::optional<char> letter, std::optional<int> year = {},
                 std::optional<base::Instant> start = {}) {
    FindRequest request;
    request.query = domain::PersonQuery{{day, month}, letter, year};
    request.start_time = start;
    return request;
}

FindReply look(const protocol::TodaysList& list, const FindRequest& request,
               base::Instant at = two_o_clock()) {
    return kiosk::app::offline_find(list, support::PlainHash(), request, at);
}

const protocol::ListedPerson kRosa = listed("rosa", "1994-11-07", "Rosa Lake", {offered(1, 0, 60)});

TEST(OfflineFind, FindsByLetterOrByYear) {
    const auto list = todays_list({kRosa, listed("sam", "1980-03-02", "Sam", {offered(2, 0, 60)})});
    for (const auto& request : {born(7, 11, 'R'), born(7, 11, 'L'), born(7, 11, {}, 1994)}) {
        const FindReply reply = look(list, request);
        EXPECT_EQ(reply.outcome, FindOutcome::Found);
        EXPECT_EQ(reply.person, domain::PersonId("rosa"));
        EXPECT_EQ(reply.covered, std::vector{offered(1, 0, 60)});
    }
}

TEST(OfflineFind, NobodyWhoDoesNotFit) {
    const auto list = todays_list({kRosa});
    for (const auto& request :
         {born(7, 11, 'X'), born(8, 11, 'R'), born(7, 12, 'R'), born(7, 11, {}, 1995), born(31, 2, 'R')}) {
        EXPECT_EQ(look(list, request), support::only(FindOutcome::NotFound));
    }
}

TEST(OfflineFind, AnotherLetterWithTheRightYearFindsNobody) {
    EXPECT_EQ(look(todays_list({kRosa}), born(7, 11, 'X', 1994)).outcome, FindOutcome::NotFound);
}

TEST(OfflineFind, CoversWhatFollowsOnAndNamesWhatIsLater) {
    const auto list = todays_list({listed("rosa", "1994-11-07", "Rosa",
                                          {offered(3, 240, 300), offered(1, 0, 60), offered(2, 90, 120)})});
    const FindReply reply = look(list, born(7, 11, 'R'));
    EXPECT_EQ(reply.covered, (std::vector{offered(1, 0, 60), offered(2, 90, 120)}));
    EXPECT_EQ(reply.later, std::vector{offered(3, 240, 300)});
    EXPECT_FALSE(reply.came_after);
}

TEST(OfflineFind, AfterTheEndTheContactIsStillFound) {
    const FindReply reply = look(todays_list({kRosa}), born(7, 11, 'R'), two_o_clock() + 61min);
    EXPECT_EQ(reply.outcome, FindOutcome::Found);
    EXPECT_TRUE(reply.covered.empty());
    EXPECT_EQ(reply.came_after, offered(1, 0, 60));
}

TEST(OfflineFind, TellsPeopleApartInTheServersOrder) {
    const auto ron = listed("ron", "1980-11-07", "Ron", {offered(2, 0, 60)});
    const auto list = todays_list({kRosa, ron});
    EXPECT_EQ(look(list, born(7, 11, 'R')).outcome, FindOutcome::AskYear);
    EXPECT_EQ(look(list, born(7, 11, 'R', 1980)).person, domain::PersonId("ron"));
    EXPECT_EQ(look(list, born(7, 11, 'L')).person, domain::PersonId("rosa"));
}

TEST(OfflineFind, AsksForTheLetterWhenTheYearIsTheSame) {
    const auto list = todays_list({kRosa, listed("sam", "1994-11-07", "Sam", {offered(2, 0, 60)})});
    EXPECT_EQ(look(list, born(7, 11, {}, 1994)).outcome, FindOutcome::AskLetter);
    EXPECT_EQ(look(list, born(7, 11, 'S', 1994)).person, domain::PersonId("sam"));
}

TEST(OfflineFind, AsksForTheStartTimeWhenNothingElseTellsThemApart) {
    const auto twin = listed("ria", "1994-11-07", "Ria Lake", {offered(2, 30, 60)});
    const auto list = todays_list({kRosa, twin});
    const FindReply reply = look(list, born(7, 11, 'R'));
    EXPECT_EQ(reply.outcome, FindOutcome::AskStartTime) << "the year would not help and is not asked for";
    EXPECT_EQ(reply.start_times, (std::vector{two_o_clock(), two_o_clock() + 30min}));
    const auto chosen = born(7, 11, 'R', {}, two_o_clock() + 30min);
    EXPECT_EQ(look(list, chosen).person, domain::PersonId("ria"));
    EXPECT_EQ(look(list, born(7, 11, 'R', {}, two_o_clock() + 45min)).outcome, FindOutcome::NotFound);
}

TEST(OfflineFind, PeopleWithTheSameTimesAreForReception) {
    const auto twin = listed("ria", "1994-11-07", "Ria Lake", {offered(2, 0, 60)});
    EXPECT_EQ(look(todays_list({kRosa, twin}), born(7, 11, 'R')).outcome, FindOutcome::NotFound);
}

TEST(OfflineFind, PeopleBornOnTheFirstOfJanuaryClashAsAGroup) {
    const auto list = todays_list({listed("a", "1990-01-01", "Amir", {offered(1, 0, 60)}),
                                   listed("b", "1991-01-01", "Ali", {offered(2, 0, 60)}),
                                   listed("c", "1990-01-01", "Ada", {offered(3, 30, 60)})});
    EXPECT_EQ(look(list, born(1, 1, 'A')).outcome, FindOutcome::AskYear);
    EXPECT_EQ(look(list, born(1, 1, 'A', 1991)).person, domain::PersonId("b"));
    EXPECT_EQ(look(list, born(1, 1, 'A', 1990)).outcome, FindOutcome::AskStartTime);
}

TEST(OfflineFind, AListOfAnotherDayFindsNobody) {
    EXPECT_EQ(look(todays_list({kRosa}), born(7, 11, 'R'), two_o_clock() + 12h).outcome,
              FindOutcome::NotFound);
}

TEST(Offline, AWholeVisitWorksByItselfAndSaysSo) {
    FrontDoor door;
    door.has_list(todays_list({kRosa}));
    door.jump(57min);  // 13:57 by the server's word, 1970 by the wall clock
    door.happens(event::ServerLost{});
    door.walk_to_search();
    EXPECT_EQ(door.count<effect::Find>(), 0u);
    ASSERT_EQ(door.step(), Step::IsThisRight);
    door.press(press::ConfirmArrival{});
    ASSERT_NE(door.effect<effect::KeepArrival>(), nullptr);
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.appointments, std::vector{offered(1, 0, 0).id});
    door.journal_keeps();
    EXPECT_EQ(door.step(), Step::SavedHere);
    EXPECT_EQ(door.count<effect::MarkToldSaved>(), 1u);
    EXPECT_EQ(door.model.visit.checked_in_at, two_o_clock() - 3min);
}

TEST(Offline, SomebodyWhoIsCheckedInAlreadyIsToldSoWithTheTime) {
    FrontDoor door;
    door.has_list(todays_list({kRosa}));
    door.jump(57min);
    door.happens(event::ServerLost{});
    door.walk_to_saving();
    door.walk_to_search();
    EXPECT_EQ(door.step(), Step::Saving);
    door.journal_keeps();
    door.press(press::Finish{});
    door.jump(5min);
    door.walk_to_search();
    EXPECT_EQ(door.step(), Step::AlreadyIn);
    EXPECT_EQ(door.model.visit.checked_in_at, two_o_clock() - 3min);
    EXPECT_EQ(door.count<effect::KeepArrival>(), 1u);
}

TEST(Offline, AnArrivalTheListKnowsOfIsToldToo) {
    auto list = todays_list({kRosa});
    list.people.front().appointments.front().arrived_at = two_o_clock() - 90min;
    FrontDoor door;
    door.has_list(list);
    door.happens(event::ServerLost{});
    door.walk_to_search();
    EXPECT_EQ(door.step(), Step::AlreadyIn);
}

TEST(Offline, ASearchTheServerDoesNotAnswerGoesOnInTheList) {
    FrontDoor door;
    door.happens(event::ServerFound{});
    door.has_list(todays_list({kRosa}));
    door.walk_to_search();
    EXPECT_EQ(door.count<effect::Find>(), 1u);
    door.server_is_silent_on_the_search();
    EXPECT_EQ(door.step(), Step::IsThisRight);
}

TEST(Offline, TheListIsGoneAtTheCloseOfDay) {
    FrontDoor door;
    door.has_list(todays_list({kRosa}));
    door.happens(event::ServerLost{});
    EXPECT_EQ(door.model.wake_at, door.since_boot() + 5h) << "13:00 to 18:00";
    door.jump(5h - 1s);
    door.happens(event::Tick{});
    EXPECT_TRUE(door.model.list);
    door.jump(1s);
    door.happens(event::Tick{});
    EXPECT_FALSE(door.model.list);
    EXPECT_FALSE(can_check_in(door.model)) << "then the welcome screen shows the way to reception";
}

TEST(Offline, TheListOfAClosedDayIsNotFetchedAgain) {
    FrontDoor door;
    door.has_list(todays_list({kRosa}));
    door.jump(6h);
    protocol::HeartbeatReply reply;
    reply.server_now = two_o_clock() + 5h;
    reply.list_version = "1";
    door.happens(event::HeartbeatAnswered{reply, door.clocks()});
    EXPECT_FALSE(door.model.list);
    EXPECT_EQ(door.count<effect::FetchList>(), 0u);
    reply.list_version = "2";
    door.happens(event::HeartbeatAnswered{reply, door.clocks()});
    EXPECT_EQ(door.count<effect::FetchList>(), 1u);
}

TEST(Offline, WithoutAListNobodyIsLedIntoTyping) {
    FrontDoor door;
    door.happens(event::ServerLost{});
    EXPECT_FALSE(can_check_in(door.model));
    door.press(press::Start{});
    EXPECT_EQ(door.step(), Step::Welcome);
}

TEST(Offline, TheServersTimeHoldsOnlyForTheSameStartOfTheKiosk) {
    FrontDoor door;
    door.has_list(todays_list({kRosa}));
    domain::DeviceTime other = door.clocks();
    other.boot_id = "boot-2";
    EXPECT_TRUE(server_time(door.model, door.clocks()));
    EXPECT_FALSE(server_time(door.model, other));
}

TEST(Offline, ANewListIsWantedWhenTheServerIsFound) {
    FrontDoor door;
    door.happens(event::ServerFound{});
    EXPECT_NE(door.effect<effect::FetchList>(), nullptr);
}

}  // namespace
