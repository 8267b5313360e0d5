#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "tests/journeys/support/hub_world.h"

/// What is on, from the member of staff who says so to the kiosk's screen.
namespace journeys {
namespace {

using server::ctl::SessionWords;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

class WhatIsOn : public HubWorld {
protected:
    static SessionWords group(const std::string& from, const std::string& to) {
        SessionWords words;
        words.kind = "group";
        words.day = "2026-11-23";
        words.from = from;
        words.to = to;
        words.room = "Room 2";
        words.title = "Group B";
        words.by = "Sam Desk";
        return words;
    }
    void open_with_a_group() {
        hub_opens("2026-11-23 09:00");
        ASSERT_TRUE(server::ctl::add_session(hubctl(), group("14:00", "15:30")));
        at("2026-11-23 13:00");
        pass(kiosk::runtime::kItineraryAskedEvery);
    }
    /// The id of the only session, from the list that staff see.
    std::string only_session() {
        const std::string list = itinerary("2026-11-23");
        const std::string row = list.substr(list.find("Group B"));
        const std::string line = row.substr(0, row.find('\n'));
        return line.substr(line.find_last_of(' ', line.find_last_not_of(' ')) + 1, 36);
    }
    SessionWords of_only_session() {
        SessionWords words;
        words.id = only_session();
        words.by = "Sam Desk";
        return words;
    }
    static std::filesystem::path temporary_file() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        return std::filesystem::temp_directory_path() /
               (std::string(test->name()) + std::to_string(::getpid()));
    }
    void look_at_it() {
        front().press("itinerary");
        ASSERT_EQ(front().screen(), "itinerary_day");
    }
};

TEST_F(WhatIsOn, IsOnTheKioskForEverybody) {
    open_with_a_group();
    look_at_it();
    EXPECT_THAT(front().words(), HasSubstr("14:00 Group B"));
    EXPECT_THAT(front().words(), Not(HasSubstr("As of")));
}

TEST_F(WhatIsOn, AChangeOfTodayIsThereWithinFiveSecondsAndMarked) {
    open_with_a_group();
    look_at_it();
    SessionWords moved = of_only_session();
    moved.from = "15:00";
    ASSERT_TRUE(server::ctl::move_session(hubctl(), moved));
    pass(5s);
    EXPECT_THAT(front().words(), HasSubstr("Moved: 15:00 Group B"));
    ASSERT_TRUE(server::ctl::fill_session(hubctl(), of_only_session()));
    pass(5s);
    EXPECT_THAT(front().words(), HasSubstr("Full: 15:00 Group B"));
    ASSERT_TRUE(server::ctl::open_session(hubctl(), of_only_session()));
    pass(5s);
    EXPECT_THAT(front().words(), HasSubstr("Moved: 15:00 Group B"));
    ASSERT_TRUE(server::ctl::cancel_session(hubctl(), of_only_session()));
    pass(5s);
    EXPECT_THAT(front().words(), HasSubstr("Cancelled: 15:00 Group B"));
    const std::string changes = itinerary_changes("2026-11-23");
    for (const char* what : {"added", "moved", "full", "opened", "cancelled"}) {
        EXPECT_THAT(changes, HasSubstr(what));
    }
    EXPECT_THAT(changes, HasSubstr("Sam Desk"));
}

TEST_F(WhatIsOn, SurvivesTheServerAndSaysSinceWhen) {
    open_with_a_group();
    at("2026-11-23 13:10");
    stop_server();
    pass_a_heartbeat();
    front().reboot();
    look_at_it();
    EXPECT_THAT(front().words(), HasSubstr("14:00 Group B"));
    EXPECT_THAT(front().words(), HasSubstr("As of "));
    start_server();
}

TEST_F(WhatIsOn, IsTheScreenSaverUntilSomebodyTouchesIt) {
    open_with_a_group();
    pass(kiosk::app::kSaverAfter);
    EXPECT_EQ(front().screen(), "itinerary_saver");
    EXPECT_THAT(front().words(), HasSubstr("14:00 Group B"));
    front().touch();
    EXPECT_EQ(front().screen(), "welcome");
}

TEST_F(WhatIsOn, IsImportedFromAFileOnceHoweverOftenItIsRead) {
    hub_opens("2026-11-23 09:00");
    const auto file = temporary_file();
    std::ofstream(file) << R"({"sessions":[{"kind":"group","day":"2026-11-24","from":"10:00","to":"11:30",)"
                           R"("room":"Room 2","title":"Group A","facilitator":"Sam",)"
                           R"("audience":"everyone","join":"drop_in","language":"en"}]})";
    ASSERT_TRUE(server::ctl::import_itinerary(hubctl(), file.string(), "Sam Desk"));
    const std::string first = said();
    EXPECT_THAT(first, HasSubstr("Sessions added: 1. There already: 0."));
    EXPECT_THAT(first, HasSubstr("lack: family one_to_one specialist"));
    ASSERT_TRUE(server::ctl::import_itinerary(hubctl(), file.string(), "Sam Desk"));
    EXPECT_THAT(said(), HasSubstr("Sessions added: 0. There already: 1."));
    EXPECT_THAT(itinerary("2026-11-24"), HasSubstr("Group A"));
    std::filesystem::remove(file);
}

TEST_F(WhatIsOn, RefusesAWrongFileAndAWrongWordAndSaysWhatToDo) {
    open_with_a_group();
    const auto file = temporary_file();
    std::ofstream(file) << R"({"sessions":[{"kind":"party"}]})";
    const auto refused = server::ctl::import_itinerary(hubctl(), file.string(), "Sam Desk");
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("sessions[0].kind must be one of"));
    EXPECT_THAT(refused.error().message, HasSubstr("Nothing was imported"));
    std::filesystem::remove(file);
    EXPECT_FALSE(server::ctl::import_itinerary(hubctl(), file.string(), "Sam Desk")) << "it is not there";

    const auto message = [&](SessionWords words) {
        const auto added = server::ctl::add_session(hubctl(), words);
        return added ? "it was added" : added.error().message;
    };
    SessionWords words = group("16:00", "17:00");
    words.kind = "party";
    EXPECT_THAT(message(words), HasSubstr("--kind must be one of group, family, one_to_one, specialist"));
    words = group("16:00", "15:00");
    EXPECT_THAT(message(words), HasSubstr("must end after it begins"));
    words = group("16:00", "17:00");
    words.title = "Anger management";
    EXPECT_THAT(message(words), HasSubstr("must not say why people come"));
    words = group("16:00", "17:00");
    words.titles = {"Grupa B"};
    EXPECT_THAT(message(words), HasSubstr("--title-in"));
    EXPECT_THAT(message(group("14:00", "15:30")), HasSubstr("already"));
    SessionWords nobodys = of_only_session();
    nobodys.id = "7a0c2a1e-0000-7000-8000-000000000101";
    const auto cancelled = server::ctl::cancel_session(hubctl(), nobodys);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().kind, base::ErrorKind::NotFound);
}

}  // namespace
}  // namespace journeys
