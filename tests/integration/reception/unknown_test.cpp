// Somebody came for an appointment that the hub does not hold: reception sees it through on a page of its
// own.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

namespace app = server::app;
using namespace std::chrono_literals;
using app::Role;

class UnknownArrivals : public Desk {
protected:
    static constexpr char kUnknown[] = "7a0c2a1e-0000-4000-8000-0000000000ff";
    static constexpr char kPath[] = "/unknown/7a0c2a1e-0000-4000-8000-0000000000ff";

    /// Omar touched a kiosk at 14:05 for an appointment that was cancelled in the case system since.
    void came(const char* person = "person-Omar") {
        ASSERT_TRUE(write([&](app::Transaction& transaction) {
            domain::AttendanceEvent event;
            event.id = domain::EventId(base::new_uuid(entropy_));
            event.kind = domain::EventKind::Arrived;
            event.appointment = domain::AppointmentId(kUnknown);
            event.person = domain::PersonId(person);
            event.arrival = domain::ArrivalId(base::new_uuid(entropy_));
            event.at = clock_.now() - 5min;
            event.recorded_at = clock_.now();
            event.actor = "kiosk front-door";
            event.reason = "unknown";
            return transaction.append(event);
        }));
    }
    Browser at_page() {
        Browser rae = signed_in("Rae Desk", Role::Reception);
        rae.get(kPath);
        return rae;
    }
    void send(Browser& browser, std::vector<Browser::Field> fields) {
        fields.emplace_back("seen", hidden(browser, "seen"));
        browser.post(kPath, std::move(fields));
    }
    app::BoardRow row(const char* id) {
        app::BoardRow found;
        EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
            const auto appointment = TRY(view.appointment(domain::AppointmentId(id)));
            found = TRY(app::board_row(view, appointment, clock_.now()));
            return {};
        }));
        return found;
    }
};

TEST_F(UnknownArrivals, AreATaskOnTheBoardForWhoeverDecides) {
    came();
    Browser rae = signed_in("Rae Desk", Role::Reception);
    rae.get("/board");
    EXPECT_TRUE(says(rae, std::string("href=\"") + kPath + '"'));
    const auto looked = looks().size();
    rae.get(kPath);
    EXPECT_TRUE(says(rae, "Omar Invented, 14:05, kiosk front-door."));
    EXPECT_TRUE(says(rae, "For their appointment at 15:00"));
    EXPECT_EQ(looks().size(), looked + 1) << "a look at the name is kept";
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    cleo.get("/board");
    EXPECT_FALSE(says(cleo, kPath));
    EXPECT_EQ(cleo.get(kPath).status, 403);
}

TEST_F(UnknownArrivals, AreLinkedToTheAppointmentForWhichThePersonCame) {
    came();
    Browser rae = at_page();
    EXPECT_TRUE(says(rae, "value=\"14:05\"")) << "when they touched the kiosk";
    send(rae, {{"choice", kOmar}, {"time", "14:05"}, {"reason", "moved in the case system"}});
    EXPECT_EQ(rae.path(), std::string("/appointments/") + kOmar);
    EXPECT_EQ(row(kOmar).state, app::BoardState::Arrived);
    EXPECT_EQ(row(kOmar).record.arrived_at, clock_.now() - 5min);
    EXPECT_TRUE(says(rae, "moved in the case system"));
    rae.get("/board");
    EXPECT_FALSE(says(rae, "this hub does not know"));
    EXPECT_EQ(rae.get(kPath).status, 404) << "it is seen to";
}

TEST_F(UnknownArrivals, AreSettledWithWhatWasDone) {
    came();
    Browser rae = at_page();
    send(rae, {{"choice", "none"}, {"time", ""}, {"reason", ""}});
    EXPECT_TRUE(says(rae, "id=\"reason-error\""));
    send(rae, {{"choice", ""}, {"time", "25:00"}, {"reason", "told where to go"}});
    EXPECT_TRUE(says(rae, "id=\"choice-error\""));
    EXPECT_TRUE(says(rae, "id=\"time-error\""));
    EXPECT_TRUE(says(rae, "value=\"told where to go\""));
    send(rae, {{"choice", "none"}, {"time", "14:05"}, {"reason", "told where to go"}});
    EXPECT_EQ(rae.path(), "/board");
    EXPECT_FALSE(says(rae, "this hub does not know"));
    EXPECT_EQ(row(kOmar).state, app::BoardState::Expected);
}

TEST_F(UnknownArrivals, AreNotLinkedToAnotherPersonsAppointment) {
    came();
    Browser rae = at_page();
    EXPECT_FALSE(says(rae, kRosa));
    send(rae, {{"choice", kRosa}, {"time", "14:05"}, {"reason", "a guess"}});
    EXPECT_TRUE(says(rae, "the appointment is another person&apos;s"));
    EXPECT_EQ(row(kRosa).state, app::BoardState::NotYet);
}

TEST_F(UnknownArrivals, OfSomebodyWhoIsNotHeldAreSettledOnly) {
    came("person-long-gone");
    Browser rae = at_page();
    EXPECT_TRUE(says(rae, "Name not held"));
    EXPECT_FALSE(says(rae, "For their appointment"));
    send(rae, {{"choice", "none"}, {"reason", "nobody of this name"}});
    EXPECT_EQ(rae.path(), "/board");
}

TEST_F(UnknownArrivals, OfAnotherPersonForTheSameAppointmentWaitForALookOfTheirOwn) {
    came();
    came("person-Rosa");
    Browser rae = at_page();
    EXPECT_TRUE(says(rae, "Omar Invented"));
    send(rae, {{"choice", kOmar}, {"time", "14:05"}, {"reason", "moved in the case system"}});
    ASSERT_EQ(row(kOmar).state, app::BoardState::Arrived);
    rae.get("/board");
    EXPECT_TRUE(says(rae, std::string("href=\"") + kPath + '"')) << "the other one is still to be seen to";
    rae.get(kPath);
    EXPECT_TRUE(says(rae, "Rosa Invented"));
    send(rae, {{"choice", "none"}, {"reason", "told where to go"}});
    EXPECT_EQ(rae.get(kPath).status, 404);
}

TEST_F(UnknownArrivals, AreSeenToOnceByTheFirst) {
    came();
    Browser rae = at_page();
    Browser kim = signed_in("Kim Desk", Role::Reception);
    kim.get(kPath);
    send(rae, {{"choice", "none"}, {"reason", "told where to go"}});
    send(kim, {{"choice", "none"}, {"reason", "told where to go"}});
    EXPECT_TRUE(says(kim, "This could not be done"));
    EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
        const auto events = TRY(view.events_of(domain::AppointmentId(kUnknown)));
        EXPECT_EQ(events.size(), 2U) << "it came, and was seen to once";
        return {};
    }));
}

}  // namespace
}  // namespace tests
