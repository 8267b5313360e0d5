#include <fstream>

#include <unistd.h>

#include "tests/journeys/support/hub_world.h"

/// Kiosks, reception's pages and the case system together.
namespace journeys {
namespace {

using domain::Attendance;

class AtReception : public HubWorld {
protected:
    /// Ada is expected at 14:00; the kiosk is cut off, and she touches it at 13:50.
    void ada_touched_a_kiosk_that_is_cut_off() {
        ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
        hub_has_reception();
        hub_opens("2026-11-23 09:00");
        at("2026-11-23 13:40");
        front().wire.pull_out();
        pass_a_heartbeat();
        at("2026-11-23 13:50");
        ASSERT_EQ(front().check_in(7, 11, 'A'), "saved_here");
        at("2026-11-23 15:05");
    }
    void front_is_back() {
        front().wire.plug_in();
        pass(std::chrono::seconds{60});
    }
    /// A page, by the PIN if the browser was left alone meanwhile.
    static void look(support::Browser& browser, const std::string& path) {
        browser.get(path);
        if (!says(browser, "Are you there")) return;
        browser.post("/come-back", {{"wanted", path}, {"pin", support::kBrowserPin}});
    }
    std::string page() const { return "/appointments/" + ada_; }
    static bool says(const support::Browser& browser, const std::string& words) {
        return browser.page().find(words) != std::string::npos;
    }
    std::string ada_;
};

TEST_F(AtReception, DidNotAttendIsOnlyNotedWhileAKioskMayHoldTheArrivalAndTheArrivalStands) {
    ada_touched_a_kiosk_that_is_cut_off();
    support::Browser sam = at_reception("Sam Reid", "reception");
    look(sam, page() + "/absence");
    EXPECT_TRUE(says(sam, "It will only be noted for now: these kiosks may still hold the arrival: front"));
    sam.post(page() + "/absence", {{"reason", "telephoned, no answer"}, {"only_noted", "yes"}});
    EXPECT_EQ(sam.path(), page());
    look(sam, page() + "/submit");
    sam.post(page() + "/submit");
    EXPECT_TRUE(says(sam, "This was not done")) << sam.page();
    forward_for(std::chrono::minutes{5});
    EXPECT_TRUE(writes(ada_).empty()) << "nobody was told that Ada did not come";

    front_is_back();
    look(sam, page());
    EXPECT_TRUE(says(sam, "Arrived on time")) << "the arrival stands against what was only noted";
    EXPECT_TRUE(says(sam, "Sam Reid: telephoned, no answer")) << "and both are in the history";
    expect_in_call_log(ada_, Attendance::Yes);
}

TEST_F(AtReception, APaperEntryAndTheArrivalThatTheKioskHeldAreOneAtTheEarlierTime) {
    ada_touched_a_kiosk_that_is_cut_off();
    support::Browser sam = at_reception("Sam Reid", "reception");
    look(sam, "/paper");
    sam.post("/paper", {{"day", "2026-11-23"}, {"each_appointment", ada_}, {"each_time", "14:04"}});
    look(sam, page());
    EXPECT_TRUE(says(sam, "Arrived at 14:04")) << sam.page();
    front_is_back();
    look(sam, page());
    EXPECT_TRUE(says(sam, "Arrived at 13:50")) << sam.page();
    EXPECT_EQ(events(ada_).size(), 2U) << "both are kept";
    expect_in_call_log(ada_, Attendance::Yes);
}

/// docs/reception.md, "The first day", step by step.
TEST_F(AtReception, ANewcomerOpensAHubAndSubmitsTheirFirstDay) {
    ada_ = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    const std::string omar = session(person("Omar", "Nobody", "1985-03-02"), "2026-11-23 14:00");
    hub_has_reception();
    hub_opens("2026-11-23 09:00");  // hubctl init, the server, hubctl kiosk add, hubctl sync
    support::Browser mina = at_reception("Mina Holt", "manager");
    look(mina, "/board");
    EXPECT_TRUE(says(mina, "Ada Invented") && says(mina, "Omar Nobody"));

    const std::string file =
        (std::filesystem::temp_directory_path() / ("first-day-" + std::to_string(::getpid()))).string();
    std::ofstream(file) << R"({"sessions": [{"kind": "group", "day": "2026-11-24", "from": "14:00",
        "to": "15:30", "room": "Room 2", "title": "Group B",
        "facilitator": "", "audience": "everyone", "join": "drop_in", "language": "en"}]})";
    const base::Done imported = server::ctl::import_itinerary(hubctl(), file, "Mina Holt");
    std::filesystem::remove(file);
    ASSERT_TRUE(imported) << imported.error().message;
    look(mina, "/week");
    EXPECT_TRUE(says(mina, "Group B"));

    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    look(mina, "/board");
    EXPECT_TRUE(says(mina, "Arrived on time"));

    at("2026-11-23 15:10");
    pass_a_heartbeat();
    look(mina, "/appointments/" + omar + "/absence");
    EXPECT_TRUE(says(mina, "It will be submitted to the case system now")) << mina.page();
    mina.post("/appointments/" + omar + "/absence", {{"reason", "telephoned, no answer"}});
    look(mina, "/close-the-day");
    mina.post("/close-the-day/review", {{"each_appointment", ada_}});
    EXPECT_TRUE(says(mina, "Submit 1 record?"));
    mina.post("/close-the-day/submit", {{"each_appointment", ada_}});
    EXPECT_TRUE(says(mina, "1 record to be submitted"));
    forward_until_it_rests(ada_);
    forward_until_it_rests(omar);
    expect_in_call_log(ada_, Attendance::Yes);
    expect_in_call_log(omar, Attendance::No);
    look(mina, "/close-the-day");
    EXPECT_FALSE(says(mina, "Ada Invented"));
    EXPECT_FALSE(says(mina, "Omar Nobody"));
}

}  // namespace
}  // namespace journeys
