#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// `NO` has legal weight: only the decision of a named person may bring it into being.
TEST(DidNotAttend, ComesIntoBeingInOneFileOnlyAndThatIsAPersonsDecision) {
    const std::set<std::string> may{"decide_absence.cpp"};
    int seen = 0;
    for (const auto& entry : fs::directory_iterator("server/app")) {
        const std::string text = text_of(entry.path());
        if (text.find("EventKind::AbsenceConfirmed") == std::string::npos) continue;
        ++seen;
        EXPECT_TRUE(may.contains(entry.path().filename().string())) << entry.path();
    }
    EXPECT_EQ(seen, 1);
    for (const char* kiosk_facing :
         {"find_person.cpp", "record_arrival.cpp", "undo_arrival.cpp", "note_late_reason.cpp",
          "call_reception.cpp", "heartbeat.cpp", "todays_list.cpp", "answer_once.cpp"}) {
        const std::string text = text_of(fs::path("server/app") / kiosk_facing);
        ASSERT_FALSE(text.empty()) << kiosk_facing;
        EXPECT_EQ(text.find("Attendance::No"), std::string::npos) << kiosk_facing;
    }
}

TEST(DidNotAttend, IsNotWrittenByAnyTimeOfArrival) {
    for (int minute = -600; minute <= 600; minute += 7) {
        Hub hub("2026-11-23T12:00:00Z");
        hub.advance(std::chrono::minutes{minute});
        const auto person = hub.add_person("p", "P", "Q", std::nullopt);
        const auto noon = hub.add_appointment("noon", person, "2026-11-23T12:00:00Z");
        hub.arrive("a", noon);
        EXPECT_NE(hub.record(noon).attendance, domain::Attendance::No) << minute;
        const auto update = hub.update(noon);
        EXPECT_FALSE(update && update->attendance == domain::Attendance::No) << minute;
    }
}

}  // namespace
}  // namespace server::app
