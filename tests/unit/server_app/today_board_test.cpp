#include "server/app/today_board.h"

#include "server/app/decide.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

class TodayBoard : public testing::Test {
protected:
    TodayBoard() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
    }
    Board board() {
        Board out;
        EXPECT_TRUE(hub.store.read([&](View& view) -> base::Done {
            out = TRY(today_board(view, domain::london_date(hub.clock.now()), hub.occasion().moment));
            return {};
        }));
        return out;
    }
    BoardState state() { return board().here.front().state; }

    Hub hub;
    domain::PersonId ada;
    domain::Appointment two;
};

TEST_F(TodayBoard, FollowsAnAppointmentThroughTheDay) {
    EXPECT_EQ(state(), BoardState::Expected);
    hub.advance(10min);
    EXPECT_EQ(state(), BoardState::NotYet);
    hub.advance(60min);
    EXPECT_EQ(state(), BoardState::NotYet);
    hub.advance(1s);
    const auto row = board().here.front();
    EXPECT_EQ(row.state, BoardState::NeedsDecision);
    EXPECT_EQ(row.deadline, at("2026-11-24T14:00:00Z"));
    EXPECT_FALSE(row.why.empty());
}

TEST_F(TodayBoard, ShowsWhoCameInTimeAndWhoCameLate) {
    const auto bob = hub.add_person("bob", "Bob", "Reed", std::nullopt);
    const auto half_past_one = hub.add_appointment("earlier", bob, "2026-11-23T13:30:00Z");
    hub.arrive("a", two);
    hub.arrive("b", half_past_one);
    const auto rows = board().here;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].state, BoardState::Late);
    EXPECT_EQ(rows[1].state, BoardState::Arrived);
    EXPECT_EQ(rows[1].update, domain::UpdateState::Held);
    EXPECT_EQ(rows[1].deadline, at("2026-11-25T00:00:00Z"));
}

TEST_F(TodayBoard, AsksForADecisionOnADoubtfulTimeAndOnWhatWasRefused) {
    hub.server_clock = domain::ClockState::Doubtful;
    hub.arrive("a", two);
    EXPECT_EQ(state(), BoardState::NeedsDecision);
    hub.server_clock = domain::ClockState::Sure;
    hub.arrive("b", two);
    EXPECT_EQ(state(), BoardState::Arrived);
    hub.change_update(two, [](domain::Update& u) {
        u.state = domain::UpdateState::WaitingForPerson;
        u.why = "refused";
    });
    EXPECT_EQ(state(), BoardState::NeedsDecision);
    EXPECT_EQ(board().here.front().why, "refused");
}

TEST_F(TodayBoard, KeepsTelephoneAndCustodyApartAndNeverNotYetHere) {
    auto phone = hub.add_appointment("phone", ada, "2026-11-23T09:00:00Z");
    phone.method = domain::DeliveryMethod::PhoneCall;
    hub.put(phone);
    auto custody = hub.add_appointment("custody", ada, "2026-11-23T10:00:00Z");
    custody.in_custody = true;
    hub.put(custody);
    auto cancelled = hub.add_appointment("cancelled", ada, "2026-11-23T11:00:00Z");
    cancelled.status = domain::AppointmentStatus::Cancelled;
    hub.put(cancelled);
    EXPECT_EQ(board().here.size(), 1U);
    EXPECT_EQ(board().elsewhere.size(), 2U);
}

TEST_F(TodayBoard, ShowsSomebodyWhoCameForACancelledAppointment) {
    hub.arrive("a", two);
    two.status = domain::AppointmentStatus::Cancelled;
    hub.put(two);
    ASSERT_EQ(board().here.size(), 1U);
}

TEST_F(TodayBoard, ShowsAConfirmedAbsenceAndWhatTheCaseSystemSettled) {
    hub.advance(80min);
    hub.seen("front-door");
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return confirm_absence(t, {two.id, "R. Porter", "not seen"}, CameAfterEnd::NotSaid, hub.occasion());
    }));
    EXPECT_EQ(state(), BoardState::DidNotAttend);
    auto settled = hub.add_appointment("settled", ada, "2026-11-23T10:00:00Z");
    settled.status = domain::AppointmentStatus::Settled;
    hub.put(settled);
    EXPECT_EQ(state(), BoardState::Settled);
}

TEST_F(TodayBoard, SaysOfWhoeverCameAfterTheEndThatTheyCame) {
    hub.advance(80min);
    ASSERT_EQ(hub.arrive("a", two).result, protocol::ArrivalResult::CameAfterEnd);
    const auto row = board().here.front();
    EXPECT_EQ(row.state, BoardState::CameAfterEnd);
    EXPECT_EQ(to_word(row.state), "came after end");
    EXPECT_EQ(row.record.came_after_end, at("2026-11-23T15:10:00Z"));
    EXPECT_THAT(row.why, testing::HasSubstr("came after it had ended"));
    EXPECT_THAT(row.why, testing::Not(testing::HasSubstr("nobody")));
    EXPECT_EQ(row.deadline, at("2026-11-24T14:00:00Z"));
}

TEST_F(TodayBoard, HasARowForWhoeverCameForAnAppointmentTheHubDoesNotKnow) {
    ASSERT_TRUE(hub.send(hub.visit("a", ada, {"never-heard-of"})));
    ASSERT_EQ(board().unknown.size(), 1U);
    const UnknownArrival one = board().unknown.front();
    EXPECT_EQ(one.appointment, domain::AppointmentId("never-heard-of"));
    EXPECT_EQ(one.person, ada);
    EXPECT_EQ(one.at, at("2026-11-23T13:50:00Z"));
    EXPECT_EQ(one.actor, "kiosk front-door");
    hub.advance(24h);
    EXPECT_EQ(board().unknown.size(), 1U) << "until somebody has seen to it";
}

TEST_F(TodayBoard, NoLongerShowsAnUnknownArrivalThatWasTakenBackOrIsKnownByNow) {
    for (const char* id : {"first", "second"}) hub.send(hub.visit(id, ada, {std::string("for-") + id}));
    ASSERT_EQ(board().unknown.size(), 2U);
    ASSERT_TRUE(hub.run([&](Transaction& t) {
        return take_back(t, {domain::AppointmentId("for-first"), "R. Porter", "a mistake"}, hub.occasion());
    }));
    ASSERT_EQ(board().unknown.size(), 1U);
    hub.add_appointment("for-second", ada, "2026-11-23T16:00:00Z");
    EXPECT_TRUE(board().unknown.empty());
    EXPECT_EQ(board().here.back().state, BoardState::NeedsDecision);
    EXPECT_THAT(board().here.back().why, testing::HasSubstr("does not know"));
}

TEST_F(TodayBoard, SaysWhatSomebodyNeedsOnceTheyAreHere) {
    Person person = hub.store.record().people.at(ada);
    person.preferred_language = "Punjabi";
    person.needs_interpreter = true;
    person.interpreter_language = "Urdu";
    person.access_needs = "step-free,\nhearing loop";
    hub.put(person);
    EXPECT_EQ(board().here.front().needs, "");
    hub.arrive("a", two);
    EXPECT_EQ(board().here.front().needs, "Interpreter: Urdu; Access: step-free, hearing loop");
}

TEST(NeedsInWords, NameALanguageOnlyWhereItMatters) {
    Person person;
    EXPECT_EQ(needs_in_words(person), "");
    person.preferred_language = "English";
    EXPECT_EQ(needs_in_words(person), "");
    person.preferred_language = "Polish";
    EXPECT_EQ(needs_in_words(person), "Language: Polish");
    person.needs_interpreter = true;
    EXPECT_EQ(needs_in_words(person), "Interpreter: Polish");
    person.preferred_language.clear();
    EXPECT_EQ(needs_in_words(person), "Interpreter: language not known");
}

}  // namespace
}  // namespace server::app
