// What the screens say of a session that is not as it was planned.

#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/screens/sessions.h"
#include "kiosk/screens/view.h"
#include "tests/support/kiosk/front_door.h"
#include "tests/support/kiosk/programme.h"
#include "tests/support/kiosk/samples.h"

namespace {

using namespace kiosk;
using domain::Session;
using domain::SessionState;
using screens::Node;
using support::FrontDoor;

/// The line of a session on a day's list.
Node line(const Session& session, base::Instant on_day, const screens::Words& words) {
    const FrontDoor door;
    return screens::session_line({door.model, words}, session, domain::london_date(on_day));
}

Session moved_to_tomorrow(SessionState state) {
    Session one = support::on_today(1, 60, "Cooking together");
    one.was_start = one.start;
    one.start += std::chrono::hours{24};
    one.end += std::chrono::hours{24};
    one.state = state;
    return one;
}

TEST(SessionLine, OfAFullSessionThatWasMovedAwaySaysWhereItWasThatItWasMoved) {
    const screens::Words words = support::english();
    const Session one = moved_to_tomorrow(SessionState::Full);
    EXPECT_EQ(line(one, *one.was_start, words).icon, "forward");
    EXPECT_EQ(line(one, one.start, words).icon, "lock");
    const Session off = moved_to_tomorrow(SessionState::Cancelled);
    EXPECT_EQ(line(off, *off.was_start, words).icon, "cross") << "it takes place on neither day";
}

TEST(SessionLine, QuotesAnEnglishTitleOnlyWhereItStandsAmongOtherWords) {
    const screens::Words polish = support::words_of("pl");
    const Session one = moved_to_tomorrow(SessionState::Moved);
    const Node changed = line(one, one.start, polish);
    EXPECT_EQ(changed.quote, "Cooking together");
    EXPECT_EQ(changed.language, "en");
    EXPECT_NE(changed.label.find(changed.quote), std::string::npos);
    Session translated = one;
    translated.titles = {{"pl", "Wspólne gotowanie"}};
    EXPECT_EQ(line(translated, one.start, polish).quote, "");
    EXPECT_EQ(line(translated, one.start, polish).language, "");
    EXPECT_EQ(line(one, one.start, support::english()).quote, "");
}

TEST(SessionScreen, SaysOfAFullSessionAlsoWhereItWas) {
    FrontDoor door;
    door.happens(app::event::ItineraryArrived{support::a_week()});
    door.press(app::press::ShowItinerary{});
    door.model.visit.step = app::Step::ItinerarySession;
    door.model.visit.browsing.session = support::session_id(support::kMovedFull);
    const screens::Screen screen = screens::view(door.model, support::english());
    const auto nodes = screens::nodes_of(screen);
    const auto is = [](const char* id) {
        return [id](const Node* node) {
            return node->id == id;
        };
    };
    EXPECT_TRUE(std::any_of(nodes.begin(), nodes.end(), is("change")));
    EXPECT_TRUE(std::any_of(nodes.begin(), nodes.end(), is("moved")));
    EXPECT_FALSE(std::any_of(nodes.begin(), nodes.end(), is("join")));
}

}  // namespace
