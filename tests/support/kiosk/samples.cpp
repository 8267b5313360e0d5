#include "tests/support/kiosk/samples.h"

#include <functional>
#include <utility>

#include "kiosk/screens/view.h"
#include "shared/base/invariant.h"
#include "tests/support/kiosk/front_door.h"

namespace support {
namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using protocol::ArrivalResult;
using protocol::FindOutcome;

struct Way {
    std::string name;
    std::function<void(FrontDoor&)> walk;
};

void type_year(FrontDoor& door, const std::vector<unsigned>& digits) {
    door.walk_to_third_question();
    door.press(press::UseYear{});
    for (const unsigned digit : digits) door.press(press::Digit{digit});
}

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

protocol::FindReply already_in(bool later) {
    protocol::FindReply reply = rosa();
    reply.covered.front().arrived_at = two_o_clock() - 8min;
    if (later) reply.later = {offered(2, 180, 240)};
    return reply;
}

void no_server(FrontDoor& door) {
    door.has_list(
        todays_list({listed("rosa", "1994-11-07", "Rosa", {offered(1, 0, 60), offered(2, 180, 240)})}));
    door.happens(event::ServerLost{});
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

std::vector<Way> questions() {
    return {
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
        {"still_there",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.wait(60s);
         }},
    };
}

std::vector<Way> endings() {
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
        {"help_at_the_desk",
         [](FrontDoor& d) {
             no_server(d), d.walk_to_third_question(), d.press(press::Help{});
         }},
    };
}

}  // namespace

std::vector<Sample> samples(const kiosk::screens::Words& words) {
    std::vector<Sample> all;
    for (const auto& ways : {questions(), endings()}) {
        for (const Way& way : ways) {
            FrontDoor door;
            way.walk(door);
            all.push_back({way.name, door.model, kiosk::screens::view(door.model, words)});
        }
    }
    return all;
}

kiosk::screens::Words english() {
    auto words = kiosk::screens::Words::built_in("en");
    INVARIANT(words.has_value(), "English is built in");
    return *std::move(words);
}

}  // namespace support
