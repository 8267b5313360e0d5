// What is on, at the real window: looked at without saying who one is, and changed while somebody looks.

#include "tests/visits/visit.h"

namespace visits {
namespace {

TEST_F(Visit, LooksAtWhatIsOnWithoutSayingWhoTheyAre) {
    add_session("Group B");
    tap("language.en", "welcome");
    wait_for_node("itinerary");
    tap("itinerary", "itinerary_day");
    const std::string session = wait_for_words("session.", "Group B");
    tap(session, "itinerary_session");
    tap("bar.back", "itinerary_day");
    tap("bar.back", "welcome");
    EXPECT_TRUE(arrivals().empty());
}

TEST_F(Visit, SeesAChangeOfTodayWhileTheyLookAtIt) {
    const auto id = add_session("Group B");
    tap("language.en", "welcome");
    wait_for_node("itinerary");
    tap("itinerary", "itinerary_day");
    wait_for_words("session.", "Group B");
    cancel_session(id);
    wait_for_words("session.", "Cancelled: ");
}

TEST_F(Visit, SeesWhatIsOnAlsoAfterARestartWithoutTheServer) {
    add_session("Group B");
    tap("language.en", "welcome");
    wait_for_node("itinerary");
    tap("itinerary", "itinerary_day");
    wait_for_words("session.", "Group B");
    kill_kiosk();
    stop_server();
    start_kiosk();
    tap("language.en", "out_of_order");  // nobody can be found without a list, and what is on stays
    wait_for_node("itinerary");
    tap("itinerary", "itinerary_day");
    wait_for_words("session.", "Group B");
    wait_for_words("as_of", "As of ");
}

}  // namespace
}  // namespace visits
