#include <utility>

#include "kiosk/screens/all_screens.h"

namespace kiosk::screens {
namespace {

using app::press::ShowStaffPage;
using app::press::StaffPage;

Node page(const Words& words, const char* id, const char* icon, StaffPage leads_to) {
    return button(id, words.text(id), icon, ShowStaffPage{leads_to});
}

}  // namespace

Screen staff_corner(const Scene& scene) {
    const Words& words = scene.words;
    const bool out = scene.model.staff.out_of_use;
    Screen screen = empty_screen(scene, "staff_corner", Bar::WithStartAgain);
    screen.picture = "tools";
    const bool not_kept = scene.visit().corner && scene.visit().corner->not_kept;
    screen.sentence = not_kept ? "staff.not_kept" : out ? "staff.is_out" : "staff.is_in_use";
    screen.body.push_back(block({title(words.text("staff.title")),
                                 text("state", words.text(screen.sentence), out ? "cross" : "tick")}));
    Block what =
        block({button("out_of_use", words.text(out ? "staff.put_back" : "staff.take_out"),
                      out ? "tick" : "cross", app::press::SetOutOfUse{!out}, Emphasis::Primary),
               page(words, "staff.state", "chart", StaffPage::State),
               page(words, "staff.languages", "globe", StaffPage::Languages),
               page(words, "staff.tests", "tools", StaffPage::Tests),
               button("staff.restart", words.text("staff.restart"), "undo", app::press::RestartProgram{})});
    what.columns = 2;
    screen.body.push_back(std::move(what));
    return screen;
}

Screen staff_tests(const Scene& scene) {
    const Words& words = scene.words;
    Screen screen = empty_screen(scene, "staff_tests", Bar::Whole);
    screen.picture = "tools";
    screen.body.push_back(block({title(words.text("staff.tests_title"))}));
    screen.body.push_back(block({page(words, "staff.screen", "contrast", StaffPage::ScreenTest),
                                 page(words, "staff.touch", "tick", StaffPage::TouchTest),
                                 page(words, "staff.sound", "listen", StaffPage::SoundTest),
                                 page(words, "staff.scanner", "easy", StaffPage::ScannerTest)}));
    return screen;
}

}  // namespace kiosk::screens
