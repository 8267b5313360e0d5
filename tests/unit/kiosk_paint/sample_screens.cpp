#include "tests/unit/kiosk_paint/sample_screens.h"

#include <utility>

namespace samples {
namespace {

using namespace kiosk;
using screens::Block;
using screens::Emphasis;
using screens::Node;
using screens::Role;
using screens::Screen;

Node words(std::string id, Role role, std::string label, std::string icon = "") {
    Node node;
    node.id = std::move(id);
    node.role = role;
    node.label = std::move(label);
    node.icon = std::move(icon);
    return node;
}

Node pressed(std::string id, Role role, std::string label, std::string icon, app::Press press,
             Emphasis emphasis = Emphasis::Secondary) {
    Node node = words(std::move(id), role, std::move(label), std::move(icon));
    node.press = press;
    node.emphasis = emphasis;
    return node;
}

Node button(std::string id, std::string label, std::string icon, app::Press press,
            Emphasis emphasis = Emphasis::Secondary) {
    return pressed(std::move(id), Role::Button, std::move(label), std::move(icon), press, emphasis);
}

Screen screen(std::string id, bool back = true) {
    Screen made;
    made.id = std::move(id);
    made.language = "en";
    if (back) {
        made.back = button("bar.back", "Back", "back", app::press::Back{});
        made.start_again = button("bar.start_again", "Start again", "home", app::press::StartAgain{});
    }
    made.help = button("bar.help", "Speak to someone", "help", app::press::Help{});
    return made;
}

}  // namespace

Screen welcome() {
    Screen made = screen("welcome", false);
    made.body.push_back({{words("title", Role::Title, "Welcome to the hub"),
                          words("text", Role::Text, "Tell us that you are here. It takes about a minute."),
                          words("note", Role::Note, "You can speak to someone instead at any time.")}});
    made.body.push_back({{button("start", "Check in", "forward", app::press::Start{}, Emphasis::Primary)}});
    made.status = words("status", Role::Status, "Working without the network", "offline");
    return made;
}

Screen privacy() {
    Screen made = screen("privacy");
    made.body.push_back(
        {{words("title", Role::Title, "What we keep"),
          words("what", Role::Text, "We save that you came, and when.", "saved"),
          words("who", Role::Text, "Hub staff and your probation practitioner can see it.", "people"),
          words("rest", Role::Text, "Nothing you press here stays on this screen.", "lock")}});
    made.body.push_back(
        {{button("go_on", "Continue", "forward", app::press::Continue{}, Emphasis::Primary)}});
    return made;
}

Screen days() {
    Screen made = screen("days");
    made.body.push_back({{words("title", Role::Title, "Which day were you born?"),
                          words("note", Role::Note, "Press the day, such as 7 for 7 March.")}});
    Block grid;
    grid.columns = 7;
    for (unsigned day = 1; day <= 31; ++day) {
        grid.nodes.push_back(
            pressed("day." + std::to_string(day), Role::Key, std::to_string(day), "", app::press::Day{day}));
    }
    grid.nodes[20].selected = true;
    made.body.push_back(grid);
    return made;
}

Screen months() {
    Screen made = screen("months");
    made.body.push_back({{words("title", Role::Title, "Which month were you born?"),
                          words("value", Role::Value, "Day: 21")}});
    Block grid;
    grid.columns = 3;
    unsigned month = 0;
    for (const char* name : {"January", "February", "March", "April", "May", "June", "July", "August",
                             "September", "October", "November", "December"}) {
        ++month;
        grid.nodes.push_back(
            pressed("month." + std::to_string(month), Role::Key, name, "", app::press::Month{month}));
    }
    made.body.push_back(grid);
    return made;
}

Screen letters() {
    Screen made = screen("letters");
    made.body.push_back({{words("title", Role::Title, "What is the first letter of your first name?"),
                          words("value", Role::Value, "Born on 21 November")}});
    Block grid;
    grid.columns = 6;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        grid.nodes.push_back(pressed(std::string("letter.") + letter, Role::Key, std::string(1, letter), "",
                                     app::press::Letter{letter}));
    }
    made.body.push_back(grid);
    made.body.push_back({{button("year", "Use my year of birth instead", "year", app::press::UseYear{})}});
    return made;
}

Screen year() {
    Screen made = screen("year");
    made.body.push_back(
        {{words("title", Role::Title, "Which year were you born?"), words("value", Role::Value, "19__")}});
    Block grid;
    grid.columns = 3;
    for (unsigned digit : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U}) {
        grid.nodes.push_back(pressed("digit." + std::to_string(digit), Role::Key, std::to_string(digit), "",
                                     app::press::Digit{digit}));
    }
    grid.nodes.push_back(pressed("erase", Role::Key, "Delete", "erase", app::press::Erase{}));
    grid.nodes.push_back(pressed("digit.0", Role::Key, "0", "", app::press::Digit{0}));
    grid.nodes.push_back(pressed("done", Role::Key, "Next", "forward", app::press::Continue{}));
    grid.nodes.back().enabled = false;
    made.body.push_back(grid);
    return made;
}

Screen confirm() {
    Screen made = screen("confirm");
    made.body.push_back({{words("title", Role::Title, "Is this right?"),
                          words("time", Role::Text, "You have an appointment today at 14:00.", "clock"),
                          words("next", Role::Text, "It is followed by another at 15:00.", "calendar")}});
    made.body.push_back(
        {{button("confirm.yes", "Yes, check me in", "tick", app::press::ConfirmArrival{}, Emphasis::Primary),
          button("confirm.no", "No, this is not right", "cross", app::press::NotMe{})}});
    return made;
}

Screen success() {
    Screen made = screen("success", false);
    made.body.push_back(
        {{words("title", Role::Title, "Thank you"),
          words("done", Role::Success, "You are checked in. We recorded that you came at 13:56."),
          words("next", Role::Text, "Please take a seat. Someone will come and meet you.")}});
    made.body.push_back(
        {{button("finish", "Done", "", app::press::Finish{}, Emphasis::Primary),
          button("undo", "Undo: this was a mistake", "undo", app::press::Undo{}, Emphasis::Quiet)}});
    return made;
}

Screen reasons() {
    Screen made = screen("reasons", false);
    made.body.push_back(
        {{words("title", Role::Title, "Thank you for coming"),
          words("text", Role::Text, "You can tell us why you were late. You do not have to."),
          words("note", Role::Note, "Hub staff can see your answer. It is not sent on.", "lock")}});
    using domain::LateReason;
    Block choices;
    const auto choice = [&](std::string id, std::string label, std::string icon, LateReason reason) {
        choices.nodes.push_back(pressed("reason." + id, Role::Choice, std::move(label), std::move(icon),
                                        app::press::GiveReason{reason}));
    };
    choice("transport", "Bus, train or traffic", "bus", LateReason::Transport);
    choice("health", "My health", "heart", LateReason::Health);
    choice("caring", "I was caring for someone", "caring", LateReason::Caring);
    choice("work", "Work", "work", LateReason::Work);
    choice("other", "Something else", "question", LateReason::Other);
    made.body.push_back(choices);
    made.body.push_back(
        {{button("skip", "Skip this question", "", app::press::SkipReason{}, Emphasis::Quiet)}});
    return made;
}

Screen out_of_order() {
    Screen made = screen("out_of_order", false);
    made.help.reset();
    made.body.push_back(
        {{words("title", Role::Title, "This screen is not working", "tools"),
          words("text", Role::Text, "Please go to the reception desk. They will check you in.", "desk")}});
    return made;
}

Screen confirm_urdu() {
    Screen made = confirm();
    made.id = "confirm_urdu";
    made.language = "ur";
    made.direction = screens::Direction::RightToLeft;
    made.body[0].nodes[0].label = "کیا یہ درست ہے؟";
    made.body[0].nodes[1].label = "آج 14:00 بجے آپ کی ملاقات ہے۔";
    made.body[0].nodes[2].label = "اس کے بعد 15:00 بجے ایک اور ملاقات ہے۔";
    made.body[1].nodes[0].label = "جی ہاں، درج کریں";
    made.body[1].nodes[1].label = "نہیں، یہ درست نہیں";
    made.back->label = "واپس";
    made.help->label = "کسی سے بات کریں";
    made.start_again->label = "دوبارہ شروع کریں";
    return made;
}

std::vector<Screen> all() {
    return {welcome(), privacy(), days(),    months(),       letters(),     year(),
            confirm(), success(), reasons(), out_of_order(), confirm_urdu()};
}

std::vector<NamedPanel> panels() {
    return {{"portrait_21", {1080, 1920, 0.248F, {}}},
            {"landscape_21", {1920, 1080, 0.248F, {}}},
            {"portrait_15", {1080, 1920, 0.180F, {}}},
            {"landscape_15", {1920, 1080, 0.180F, {}}}};
}

}  // namespace samples
