#include "tests/support/kiosk/ways.h"

namespace support {
namespace {

using namespace std::chrono_literals;
namespace app = kiosk::app;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using protocol::ArrivalResult;
using protocol::FindOutcome;

protocol::FindReply already_in(bool later) {
    protocol::FindReply reply = rosa();
    reply.covered.front().arrived_at = two_o_clock() - 8min;
    if (later) reply.later = {offered(2, 180, 240)};
    return reply;
}

void misses(FrontDoor& door, int times) {
    door.walk_to_search();
    door.server_finds(only(FindOutcome::NotFound));
    for (int i = 1; i < times; ++i) {
        for (int next = 0; next < 3; ++next) door.press(press::Continue{});
        door.press(press::UseLetter{});
        door.press(press::Letter{'S'});
        door.server_finds(only(FindOutcome::NotFound));
    }
}

void answered(FrontDoor& door, ArrivalResult result) {
    door.walk_to_saving();
    door.journal_keeps();
    door.server_answers({outcome(result)});
}

}  // namespace

std::vector<Way> ways_to_endings() {
    return {
        {"saving",
         [](FrontDoor& d) {
             d.walk_to_saving();
         }},
        {"saving_help_called",
         [](FrontDoor& d) {
             d.walk_to_saving(), d.press(press::Help{});
         }},
        {"late",
         [](FrontDoor& d) {
             d.walk_to_late();
         }},
        {"late_still_there",
         [](FrontDoor& d) {
             d.walk_to_late(), d.wait(60s);
         }},
        {"checked_in",
         [](FrontDoor& d) {
             d.walk_to_checked_in();
         }},
        {"checked_in_later_too",
         [](FrontDoor& d) {
             finds(d, covering(2));
             d.press(press::ConfirmArrival{});
             d.journal_keeps();
             d.server_answers({outcome(ArrivalResult::Yes)});
         }},
        {"checked_in_late",
         [](FrontDoor& d) {
             finds(d, covering(2));
             d.press(press::ConfirmArrival{});
             d.journal_keeps();
             d.server_answers({outcome(ArrivalResult::Late, 12)});
             d.press(press::GiveReason{domain::LateReason::Transport});
             d.journal_keeps(event::Act::Reason);
         }},
        {"saved_here",
         [](FrontDoor& d) {
             no_server(d), d.walk_to_search(), d.press(press::ConfirmArrival{}), d.journal_keeps();
         }},
        {"saved_here_no_time",
         [](FrontDoor& d) {
             d.walk_to_saving(), d.journal_keeps(), d.wait(3s);
         }},
        {"saved_here_ended",
         [](FrontDoor& d) {
             finds(d, ended()), d.press(press::ConfirmArrival{}), d.journal_keeps(), d.wait(3s);
         }},
        {"already_in",
         [](FrontDoor& d) {
             finds(d, already_in(false));
         }},
        {"already_in_later_too",
         [](FrontDoor& d) {
             finds(d, already_in(true));
         }},
        {"already_in_before_a_restart",
         [](FrontDoor& d) {
             const domain::DeviceTime before{base::Instant{}, "boot-0", 5s};
             d.happens(event::Remembered{domain::ArrivalId("earlier"), {offered(1, 0, 60).id}, before});
             d.walk_to_is_this_right();
         }},
        {"came_after_end_no_time",
         [](FrontDoor& d) {
             finds(d, ended());
             d.press(press::ConfirmArrival{});
             d.journal_keeps();
             protocol::ArrivalOutcome after = outcome(ArrivalResult::CameAfterEnd);
             after.arrived_at.reset();
             d.server_answers({after});
         }},
        {"came_after_end",
         [](FrontDoor& d) {
             finds(d, ended());
             d.press(press::ConfirmArrival{});
             d.journal_keeps();
             d.server_answers({outcome(ArrivalResult::CameAfterEnd, 9)});
         }},
        {"taking_back",
         [](FrontDoor& d) {
             d.walk_to_checked_in(), d.press(press::Undo{});
         }},
        {"taken_back",
         [](FrontDoor& d) {
             d.walk_to_checked_in(), d.press(press::Undo{}), d.journal_keeps(event::Act::Undo);
         }},
        {"not_found",
         [](FrontDoor& d) {
             misses(d, 1);
         }},
        {"see_reception_three_tries",
         [](FrontDoor& d) {
             misses(d, 3);
         }},
        {"see_reception_tell_apart",
         [](FrontDoor& d) {
             finds(d, with_times(40));
         }},
        {"see_reception_no_appointment",
         [](FrontDoor& d) {
             protocol::FindReply nothing = rosa();
             nothing.covered.clear();
             finds(d, nothing);
         }},
        {"see_reception_unreachable",
         [](FrontDoor& d) {
             d.walk_to_search(), d.server_is_silent_on_the_search();
         }},
        {"see_reception_must_look",
         [](FrontDoor& d) {
             answered(d, ArrivalResult::ForReception);
         }},
        {"see_reception_not_taken_back",
         [](FrontDoor& d) {
             d.walk_to_checked_in(), d.press(press::Undo{}), d.journal_fails(event::Act::Undo);
         }},
        {"out_of_order",
         [](FrontDoor& d) {
             d.happens(event::JournalLost{});
         }},
        {"out_of_order_not_recorded",
         [](FrontDoor& d) {
             d.walk_to_saving(), d.journal_fails();
         }},
        {"help_is_coming",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::Help{});
         }},
        {"help_is_coming_who",
         [](FrontDoor& d) {
             d.model.help_from = "Samantha";
             d.walk_to_third_question(), d.press(press::Help{});
         }},
        {"help_on_the_way",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::Help{});
             d.happens(event::CallAnswered{d.model.calls, ""});
         }},
        {"help_on_the_way_who",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::Help{});
             d.happens(event::CallAnswered{d.model.calls, "Samantha"});
         }},
        {"help_nobody_came",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::Help{}), d.wait(app::kHelpExpected);
         }},
        {"help_at_the_desk",
         [](FrontDoor& d) {
             no_server(d), d.walk_to_third_question(), d.press(press::Help{});
         }},
    };
}

}  // namespace support
