#include "tests/support/kiosk/ways.h"

namespace support {
namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using protocol::FindOutcome;

void type_year(FrontDoor& door, const std::vector<unsigned>& digits) {
    door.walk_to_third_question();
    door.press(press::UseYear{});
    for (const unsigned digit : digits) door.press(press::Digit{digit});
}

protocol::Itinerary something_on() {
    domain::Session session;
    session.start = two_o_clock();
    session.end = two_o_clock() + 1h;
    session.title = "Group B";
    protocol::Itinerary itinerary;
    itinerary.as_of = two_o_clock();
    itinerary.sessions = {session};
    return itinerary;
}

/// The visit begins with the list of languages.
void nobody_has_chosen(FrontDoor& door) {
    door.model.visit = kiosk::app::fresh_visit(door.model);
}

}  // namespace

void finds(FrontDoor& door, const protocol::FindReply& reply) {
    door.walk_to_search();
    door.server_finds(reply);
}

protocol::FindReply with_times(std::size_t count) {
    protocol::FindReply reply = only(FindOutcome::AskStartTime);
    for (std::size_t i = 0; i < count; ++i) {
        reply.start_times.push_back(two_o_clock() + std::chrono::minutes{30 * i});
    }
    return reply;
}

protocol::FindReply covering(unsigned count) {
    protocol::FindReply reply = rosa();
    reply.covered.clear();
    for (unsigned i = 0; i < count; ++i) {
        const int start = static_cast<int>(i) * 20;
        reply.covered.push_back(offered(i, start, start + 20));
    }
    reply.later = {offered(count, 270, 300)};
    return reply;
}

protocol::FindReply ended() {
    protocol::FindReply reply = rosa();
    reply.covered.clear();
    reply.came_after = offered(1, -120, -60);
    return reply;
}

void no_server(FrontDoor& door) {
    door.has_list(
        todays_list({listed("rosa", "1994-11-07", "Rosa", {offered(1, 0, 60), offered(2, 180, 240)})}));
    door.happens(event::ServerLost{});
}

std::vector<Way> ways_to_questions() {
    return {
        {"language", nobody_has_chosen},
        {"language_out_of_order",
         [](FrontDoor& d) {
             nobody_has_chosen(d), d.happens(event::JournalLost{});
         }},
        {"welcome_with_scanner",
         [](FrontDoor& d) {
             d.happens(event::ScannerFound{});
         }},
        {"welcome_with_all_there_is",
         [](FrontDoor& d) {
             no_server(d), d.happens(event::ItineraryArrived{something_on()}),
                 d.happens(event::ScannerFound{});
         }},
        {"slip_not_read",
         [](FrontDoor& d) {
             d.scan("5000159407236");
         }},
        {"is_this_right_by_slip",
         [](FrontDoor& d) {
             d.scan(slip_of("rosa")), d.server_finds(covering(3));
         }},
        {"is_this_right_ended_by_slip",
         [](FrontDoor& d) {
             d.scan(slip_of("rosa")), d.server_finds(ended());
         }},
        {"language_offline",
         [](FrontDoor& d) {
             no_server(d), nobody_has_chosen(d);
         }},
        {"language_again",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::Languages{});
         }},
        {"welcome",
         [](FrontDoor&) {
         }},
        {"welcome_offline", no_server},
        {"what_we_keep",
         [](FrontDoor& d) {
             d.touch(), d.press(press::Start{});
         }},
        {"day",
         [](FrontDoor& d) {
             d.walk_to_day();
         }},
        {"day_chosen",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::Back{}), d.press(press::Back{});
         }},
        {"day_not_in_month",
         [](FrontDoor& d) {
             d.walk_to_day(), d.press(press::Day{31}), d.press(press::Month{9});
         }},
        {"month",
         [](FrontDoor& d) {
             d.walk_to_day(), d.press(press::Day{27});
         }},
        {"month_chosen",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::Back{});
         }},
        {"letter_or_year",
         [](FrontDoor& d) {
             d.walk_to_day(), d.press(press::Day{27}), d.press(press::Month{9});
         }},
        {"letter",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::UseLetter{});
         }},
        {"letter_chosen",
         [](FrontDoor& d) {
             d.walk_to_search(), d.press(press::Back{});
         }},
        {"letter_tells_apart",
         [](FrontDoor& d) {
             type_year(d, {1, 9, 9, 4});
             d.press(press::Continue{});
             d.server_finds(only(FindOutcome::AskLetter));
         }},
        {"year",
         [](FrontDoor& d) {
             type_year(d, {});
         }},
        {"year_half",
         [](FrontDoor& d) {
             type_year(d, {1, 9});
         }},
        {"year_complete",
         [](FrontDoor& d) {
             type_year(d, {1, 9, 9, 4});
         }},
        {"year_impossible",
         [](FrontDoor& d) {
             type_year(d, {9, 4, 1, 9});
         }},
        {"year_tells_apart",
         [](FrontDoor& d) {
             finds(d, only(FindOutcome::AskYear));
         }},
        {"start_time",
         [](FrontDoor& d) {
             finds(d, with_times(2));
         }},
        {"start_time_many",
         [](FrontDoor& d) {
             finds(d, with_times(kiosk::app::kStartTimesShownMax));
         }},
        {"searching",
         [](FrontDoor& d) {
             d.walk_to_search();
         }},
        {"is_this_right",
         [](FrontDoor& d) {
             d.walk_to_is_this_right();
         }},
        {"is_this_right_offline",
         [](FrontDoor& d) {
             no_server(d), d.walk_to_search();
         }},
        {"is_this_right_three",
         [](FrontDoor& d) {
             finds(d, covering(3));
         }},
        {"is_this_right_ten",
         [](FrontDoor& d) {
             finds(d, covering(10));
         }},
        {"is_this_right_ended",
         [](FrontDoor& d) {
             finds(d, ended());
         }},
        {"read_aloud",
         [](FrontDoor& d) {
             d.touch(), d.happens(event::Pressed{press::Toggle{kiosk::app::Mode::Speech}});
         }},
        {"still_there",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.wait(60s);
         }},
    };
}

}  // namespace support
