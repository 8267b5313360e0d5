#include "server/app/find_person.h"

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using domain::Date;
using protocol::FindOutcome;
using protocol::FindRequest;
using protocol::OfferedAppointment;
using testing::ElementsAre;

constexpr Date born(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

FindRequest typed(unsigned day, unsigned month, std::optional<char> letter, std::optional<int> year = {}) {
    FindRequest request;
    request.query = domain::PersonQuery{{day, month}, letter, year};
    return request;
}

std::vector<std::string> ids(const std::vector<OfferedAppointment>& list) {
    std::vector<std::string> out;
    for (const auto& one : list) out.push_back(one.id.text());
    return out;
}

class FindPerson : public testing::Test {
protected:
    FindPerson() : hub("2026-11-23T13:50:00Z") {}

    /// Somebody with an appointment at this time today.
    domain::Appointment expect(const std::string& id, const std::string& first, const std::string& last,
                               Date birth, const std::string& time = "14:00") {
        const auto person = hub.add_person(id, first, last, birth);
        return hub.add_appointment(id + "-at-" + time, person, "2026-11-23T" + time + ":00Z");
    }

    Hub hub;
};

TEST_F(FindPerson, ByBirthdayAndAnyFirstLetterOrYear) {
    expect("lukasz", "Łukasz", "O'Neil", born(1984, 11, 7));
    for (const auto& request : {typed(7, 11, 'L'), typed(7, 11, 'O'), typed(7, 11, 'N'),
                                typed(7, 11, std::nullopt, 1984), typed(7, 11, 'L', 1984)}) {
        const auto reply = hub.find(request);
        EXPECT_EQ(reply.outcome, FindOutcome::Found);
        EXPECT_EQ(reply.person.text(), "lukasz");
        EXPECT_EQ(reply.initial, "Ł");
        EXPECT_THAT(ids(reply.covered), ElementsAre("lukasz-at-14:00"));
    }
}

TEST_F(FindPerson, NeverSaysWhichPartWasWrong) {
    expect("ada", "Ada", "Quill", born(1984, 11, 7));
    const protocol::FindReply nobody;
    EXPECT_EQ(hub.find(typed(8, 11, 'A')), nobody);
    EXPECT_EQ(hub.find(typed(7, 11, 'Z')), nobody);
    EXPECT_EQ(hub.find(typed(7, 11, std::nullopt, 1985)), nobody);
    EXPECT_EQ(hub.find(typed(7, 11, 'A', 1985)), nobody);
}

TEST_F(FindPerson, OnlyAmongThoseExpectedHereToday) {
    const auto person = hub.add_person("ada", "Ada", "Quill", born(1984, 11, 7));
    hub.add_appointment("tomorrow", person, "2026-11-24T14:00:00Z");
    auto phone = hub.add_appointment("phone", person, "2026-11-23T14:00:00Z");
    phone.method = domain::DeliveryMethod::PhoneCall;
    hub.put(phone);
    auto cancelled = hub.add_appointment("cancelled", person, "2026-11-23T15:00:00Z");
    cancelled.status = domain::AppointmentStatus::Cancelled;
    hub.put(cancelled);
    EXPECT_EQ(hub.find(typed(7, 11, 'A')).outcome, FindOutcome::NotFound);
    hub.add_appointment("here", person, "2026-11-23T16:00:00Z");
    EXPECT_THAT(ids(hub.find(typed(7, 11, 'A')).covered), ElementsAre("here"));
}

TEST_F(FindPerson, OfTwoWhoClashByLetterAsksTheYearAndTheOtherWayRound) {
    expect("ada", "Ada", "Quill", born(1984, 11, 7));
    expect("amy", "Amy", "Reed", born(1990, 11, 7));
    EXPECT_EQ(hub.find(typed(7, 11, 'A')).outcome, FindOutcome::AskYear);
    EXPECT_EQ(hub.find(typed(7, 11, 'A', 1990)).person.text(), "amy");
    expect("ben", "Ben", "Stone", born(1990, 11, 7));
    EXPECT_EQ(hub.find(typed(7, 11, std::nullopt, 1990)).outcome, FindOutcome::AskLetter);
    EXPECT_EQ(hub.find(typed(7, 11, 'B', 1990)).person.text(), "ben");
}

TEST_F(FindPerson, ThenAsksTheStartTimeThenLeavesItToReception) {
    expect("ada", "Ada", "Quill", born(1984, 11, 7), "14:00");
    expect("amy", "Amy", "Reed", born(1984, 11, 7), "15:00");
    auto request = typed(7, 11, 'A');
    auto reply = hub.find(request);
    EXPECT_EQ(reply.outcome, FindOutcome::AskStartTime);
    EXPECT_THAT(reply.start_times, ElementsAre(at("2026-11-23T14:00:00Z"), at("2026-11-23T15:00:00Z")));
    EXPECT_TRUE(reply.person.empty());
    request.start_time = at("2026-11-23T15:00:00Z");
    EXPECT_EQ(hub.find(request).person.text(), "amy");
    request.start_time = at("2026-11-23T15:30:00Z");
    EXPECT_EQ(hub.find(request), protocol::FindReply{});
    expect("abe", "Abe", "Snow", born(1984, 11, 7), "15:00");
    request.start_time = at("2026-11-23T15:00:00Z");
    EXPECT_EQ(hub.find(request), protocol::FindReply{});
}

TEST_F(FindPerson, OfTwoWhoAreAlikeInEverythingIsLeftToReceptionAtOnce) {
    expect("ada", "Ada", "Quill", born(1984, 11, 7));
    expect("alf", "Alf", "Quayle", born(1984, 11, 7));
    EXPECT_EQ(hub.find(typed(7, 11, 'A')), protocol::FindReply{});
}

TEST_F(FindPerson, TellsAGroupRecordedAsBornOnTheFirstOfJanuaryApart) {
    expect("one", "Ahmad", "Karimi", born(1990, 1, 1), "10:00");
    expect("two", "Ali", "Rezai", born(1990, 1, 1), "14:00");
    expect("three", "Omar", "Said", born(1990, 1, 1), "14:00");
    expect("four", "Amin", "Noori", born(1985, 1, 1), "14:00");
    EXPECT_EQ(hub.find(typed(1, 1, std::nullopt, 1990)).outcome, FindOutcome::AskLetter);
    EXPECT_EQ(hub.find(typed(1, 1, 'O', 1990)).person.text(), "three");
    EXPECT_EQ(hub.find(typed(1, 1, 'A')).outcome, FindOutcome::AskYear);
    EXPECT_EQ(hub.find(typed(1, 1, 'A', 1985)).person.text(), "four");
    auto request = typed(1, 1, 'A', 1990);
    EXPECT_EQ(hub.find(request).outcome, FindOutcome::AskStartTime);
    request.start_time = at("2026-11-23T10:00:00Z");
    EXPECT_EQ(hub.find(request).person.text(), "one");
}

TEST_F(FindPerson, ShowsWhatFollowsOnAndWhatNeedsItsOwnCheckIn) {
    const auto first = expect("ada", "Ada", "Quill", born(1984, 11, 7), "14:00");
    hub.add_appointment("next", first.person, "2026-11-23T15:30:00Z");
    hub.add_appointment("evening", first.person, "2026-11-23T18:00:00Z");
    const auto reply = hub.find(typed(7, 11, 'A'));
    EXPECT_THAT(ids(reply.covered), ElementsAre("ada-at-14:00", "next"));
    EXPECT_THAT(ids(reply.later), ElementsAre("evening"));
    EXPECT_FALSE(reply.came_after);
}

TEST_F(FindPerson, ShowsWhenSomebodyIsAlreadyIn) {
    const auto one = expect("ada", "Ada", "Quill", born(1984, 11, 7));
    hub.arrive("a", one);
    hub.advance(3min);
    EXPECT_EQ(hub.find(typed(7, 11, 'A')).covered.front().arrived_at, at("2026-11-23T13:50:00Z"));
    hub.undo("a");
    EXPECT_FALSE(hub.find(typed(7, 11, 'A')).covered.front().arrived_at);
}

TEST_F(FindPerson, SaysThatTheTimeOfADoubtfulArrivalIsNone) {
    const auto one = expect("ada", "Ada", "Quill", born(1984, 11, 7));
    hub.kiosk_clock.set(base::Instant{} + 42s);
    const auto journaled = hub.visit("a", one.person, {one.id.text()});
    hub.kiosk_clock.reboot("another-boot");
    hub.send(journaled);
    const auto again = hub.find(typed(7, 11, 'A')).covered.front();
    EXPECT_TRUE(again.arrived_at) << "they are in";
    EXPECT_EQ(again.clock, domain::ClockState::Doubtful);
}

TEST_F(FindPerson, SaysThatNothingIsLeftAfterTheLastEnd) {
    expect("ada", "Ada", "Quill", born(1984, 11, 7));
    hub.advance(70min + 1s);
    const auto reply = hub.find(typed(7, 11, 'A'));
    EXPECT_EQ(reply.outcome, FindOutcome::Found);
    EXPECT_TRUE(reply.covered.empty());
    ASSERT_TRUE(reply.came_after);
    EXPECT_EQ(reply.came_after->id.text(), "ada-at-14:00");
}

TEST_F(FindPerson, GivesTheLanguageIfTheHubKnowsIt) {
    expect("ada", "Ada", "Quill", born(1984, 11, 7));
    Person person = hub.store.record().people.begin()->second;
    person.preferred_language = "URDU";
    hub.put(person);
    EXPECT_EQ(hub.find(typed(7, 11, 'A')).language, "ur");
    person.preferred_language = "Klingon";
    hub.put(person);
    EXPECT_EQ(hub.find(typed(7, 11, 'A')).language, "");
}

TEST_F(FindPerson, FindsTheLondonDayJustAfterMidnightInSummerTime) {
    Hub night("2026-07-06T23:05:00Z");
    const auto person = night.add_person("ada", "Ada", "Quill", born(1984, 11, 7));
    night.add_appointment("new-day", person, "2026-07-07T09:00:00Z");
    EXPECT_THAT(ids(night.find(typed(7, 11, 'A')).covered), ElementsAre("new-day"));
}

TEST_F(FindPerson, RefusesWhatIsNotAQuery) {
    const auto found = hub.store.read([&](View& view) -> base::Done {
        TRY(find_person(view, typed(31, 2, 'A'), hub.keyed_hash, hub.occasion().moment));
        return {};
    });
    EXPECT_EQ(found.error().kind, base::ErrorKind::InvalidInput);
}

TEST_F(FindPerson, CoversWhatHadNotEndedAtTheFirstTouchHoweverLongTheReadingTook) {
    expect("ada", "Ada", "Quill", born(1984, 11, 7));
    hub.advance(75min);
    auto request = typed(7, 11, 'A');
    request.touched_ago = 5min - 1ms;
    EXPECT_TRUE(hub.find(request).covered.empty()) << "came after the end";
    request.touched_ago = 5min;
    EXPECT_THAT(ids(hub.find(request).covered), ElementsAre("ada-at-14:00"));
}

TEST_F(FindPerson, AfterMidnightFindsWhoeverIsExpectedAtWhatBeganBeforeIt) {
    Hub night("2026-11-24T00:10:00Z");
    const auto ada = night.add_person("ada", "Ada", "Quill", born(1984, 11, 7));
    night.add_appointment("over", ada, "2026-11-23T23:30:00Z");
    const auto bob = night.add_person("bob", "Bob", "Reed", born(1984, 11, 7));
    night.add_appointment("ended", bob, "2026-11-23T23:00:00Z");
    EXPECT_THAT(ids(night.find(typed(7, 11, 'A')).covered), ElementsAre("over"));
    EXPECT_EQ(night.find(typed(7, 11, 'B')).outcome, FindOutcome::NotFound);
    auto before_midnight = typed(7, 11, 'B');
    before_midnight.touched_ago = 10min + 1ms;
    EXPECT_THAT(ids(night.find(before_midnight).covered), ElementsAre("ended"));
}

}  // namespace
}  // namespace server::app
