// The editor of what is on, and the settings to read.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

class Week : public Desk {
protected:
    static std::vector<Browser::Field> session(const std::string& title, const std::string& room = "Room 1",
                                               const std::string& starts = "10:00",
                                               const std::string& ends = "11:00") {
        return {{"day", "2026-11-25"}, {"starts", starts}, {"ends", ends},           {"room", room},
                {"title", title},      {"kind", "group"},  {"audience", "everyone"}, {"join", "drop_in"},
                {"facilitator", ""},   {"places", ""}};
    }
    std::vector<domain::Session> sessions() {
        std::vector<domain::Session> found;
        EXPECT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
            found = TRY(view.sessions_between(clock_.now() - 24h * 30, clock_.now() + 24h * 30));
            return {};
        }));
        return found;
    }
};

TEST_F(Week, AddsASessionOrSaysWhatIsWrongAndKeepsWhatWasTyped) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week");
    EXPECT_TRUE(says(sam, "What is on in the week of 23 November 2026"));
    EXPECT_TRUE(says(sam, "This week still lacks: Group, Family, One-to-one, Specialist"));
    sam.post("/week/add", session(""));
    EXPECT_TRUE(says(sam, "There is a problem"));
    EXPECT_TRUE(says(sam, "value=\"Room 1\""));
    sam.post("/week/add", session("Cooking", "Room 1", "late"));
    EXPECT_TRUE(says(sam, "Enter when it starts and ends"));
    sam.post("/week/add", session("Cooking", "Room 1", "11:00", "10:00"));
    EXPECT_TRUE(says(sam, "This was not done"));
    EXPECT_TRUE(sessions().empty());
    sam.post("/week/add", session("Cooking"));
    EXPECT_EQ(sam.path(), "/week?day=2026-11-23");
    EXPECT_TRUE(says(sam, "Cooking"));
    EXPECT_TRUE(says(sam, "Wednesday 25 November 2026"));
    EXPECT_TRUE(says(sam, "This week still lacks: Family, One-to-one, Specialist"));
    ASSERT_EQ(sessions().size(), 1U);
}

TEST_F(Week, ShowsWhatClashesAndStopsOnceItIsMoved) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week");
    sam.post("/week/add", session("Cooking"));
    sam.post("/week/add", session("Painting", "room 1", "10:30", "11:30"));
    EXPECT_TRUE(says(sam, "Same room at the same time as Cooking"));
    EXPECT_TRUE(says(sam, "Same room at the same time as Painting"));
    const std::string page = "/sessions/" + sessions()[0].id.text();
    sam.get(page);
    sam.post(page + "/move", {{"day", "2026-11-25"}, {"starts", "x"}, {"ends", "11:00"}, {"room", "Room 2"}});
    EXPECT_TRUE(says(sam, "Enter when it starts and ends"));
    sam.post(page + "/move",
             {{"day", "2026-11-25"}, {"starts", "10:00"}, {"ends", "11:00"}, {"room", "Room 2"}});
    EXPECT_TRUE(says(sam, "Moved"));
    sam.get("/week");
    EXPECT_FALSE(says(sam, "Same room"));
}

TEST_F(Week, CancelsWithANoticeFillsAndOpens) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week");
    sam.post("/week/add", session("Cooking"));
    const std::string page = "/sessions/" + sessions()[0].id.text();
    sam.get(page);
    sam.post(page + "/full");
    EXPECT_TRUE(says(sam, "Full"));
    sam.post(page + "/open", {{"places", "many"}});
    EXPECT_TRUE(says(sam, "as a number"));
    sam.post(page + "/open", {{"places", "3"}});
    EXPECT_TRUE(says(sam, "Places left: 3"));
    sam.post(page + "/cancel");
    EXPECT_TRUE(says(sam, "Cancelled"));
    EXPECT_EQ(sessions()[0].state, domain::SessionState::Cancelled);
    sam.post(page + "/cancel");
    EXPECT_TRUE(says(sam, "This was not done"));
}

TEST_F(Week, CopiesAWeekOnce) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week");
    sam.post("/week/copy", {{"day", "2026-11-23"}});
    EXPECT_TRUE(says(sam, "This was not done"));
    sam.post("/week/add", session("Cooking"));
    sam.post("/week/copy", {{"day", "2026-11-23"}});
    sam.post("/week/copy", {{"day", "2026-11-23"}});
    EXPECT_EQ(sessions().size(), 2U);
    sam.get("/week?day=2026-12-02");
    EXPECT_TRUE(says(sam, "What is on in the week of 30 November 2026"));
    EXPECT_TRUE(says(sam, "Cooking"));
}

TEST_F(Week, ATitleThatIsAScriptStaysText) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/week");
    sam.post("/week/add", session("<script>alert(1)</script>"));
    EXPECT_FALSE(says(sam, "<script>alert"));
    EXPECT_TRUE(says(sam, "&lt;script&gt;alert"));
}

TEST_F(Week, ACaseworkerReadsItAndChangesNothing) {
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    cleo.get("/week");
    EXPECT_TRUE(says(cleo, "What is on in the week of"));
    EXPECT_FALSE(says(cleo, "Add a session"));
    cleo.get("/settings");
    EXPECT_TRUE(says(cleo, "A manager changes the rules"));
}

}  // namespace
}  // namespace tests
