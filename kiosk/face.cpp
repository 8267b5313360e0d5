#include "kiosk/face.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "kiosk/paint/palette.h"
#include "kiosk/runtime/screen_file.h"
#include "kiosk/text/png.h"
#include "shared/base/log.h"

namespace kiosk {
namespace {

platform::Background background_of(const paint::Layout& layout) {
    const paint::Colour page = paint::palette_of(layout.modes).page;
    return {page.red, page.green, page.blue};
}

std::string word(screens::Role role) {
    switch (role) {
        case screens::Role::Title:
            return "title";
        case screens::Role::Text:
            return "text";
        case screens::Role::Note:
            return "note";
        case screens::Role::Success:
            return "success";
        case screens::Role::Measure:
            return "measure";
        case screens::Role::Pattern:
            return "pattern";
        case screens::Role::Value:
            return "value";
        case screens::Role::Button:
            return "button";
        case screens::Role::Choice:
            return "choice";
        case screens::Role::Key:
            return "key";
        case screens::Role::Toggle:
            return "toggle";
        case screens::Role::Status:
            return "status";
    }
    return {};
}

paint::Contact contact_of(const platform::Touch& touch) {
    using Kind = paint::Contact::Kind;
    switch (touch.kind) {
        case platform::Touch::Kind::Down:
            return {Kind::Down, touch.x, touch.y, touch.finger};
        case platform::Touch::Kind::Move:
            return {Kind::Move, touch.x, touch.y, touch.finger};
        case platform::Touch::Kind::Up:
            return {Kind::Up, touch.x, touch.y, touch.finger};
        case platform::Touch::Kind::Cancel:
            return {Kind::Cancel, touch.x, touch.y, touch.finger};
    }
    return {};
}

}  // namespace

void* Face::WindowTextures::texture_of(const text::Picture& picture) {
    return window_.texture_of({picture.id, picture.width, picture.height, picture.coverage.data()});
}

Face::Face(runtime::Runtime& runtime, platform::Window& window, text::Shaper& shaper, paint::Panel panel,
           const base::Clock& clock, Watching watching)
    : runtime_(runtime),
      window_(window),
      shaper_(shaper),
      panel_(panel),
      clock_(clock),
      watching_(std::move(watching)),
      textures_(window),
      canvas_(window.white()) {}

void Face::lay_out_if_changed() {
    const screens::Screen& screen = runtime_.screen();
    if (laid_out_ == screen) return;
    // Words of the visit that has just ended are not kept.
    const bool in_visit = runtime_.model().visit.first_touch.has_value();
    if (std::exchange(in_visit_, in_visit) && !in_visit) shaper_.forget();
    laid_out_ = screen;
    layout_ = paint::layout(screen, panel_, shaper_);
    untold_ = true;
    window_.repaint();
}

void Face::take(const std::vector<platform::Touch>& touches) {
    for (const platform::Touch& touch : touches) {
        if (touch.kind == platform::Touch::Kind::Down) runtime_.touched();
        const auto pressed = pointer_.on(contact_of(touch), layout_, clock_.boot_time());
        if (!pressed) continue;
        runtime_.press(pressed->press);
        lay_out_if_changed();
    }
    for (const app::KeyPressed& key : window_.take_keys()) {
        runtime_.key(key);
        lay_out_if_changed();
    }
    if (std::exchange(attention_.focused, runtime_.focused()) != attention_.focused) window_.repaint();
    // No time limit runs while a finger is on the glass.
    if (pointer_.touching()) runtime_.touched();
    if (std::exchange(attention_.pressed, pointer_.pressed_id()) != attention_.pressed) window_.repaint();
}

void Face::show_if_due() {
    if (!window_.frame_due()) return;
    window_.show(canvas_.paint(layout_, attention_, textures_), background_of(layout_));
    if (std::exchange(untold_, false)) tell_watchers();
}

void Face::tell_watchers() {
    if (!watching_.pictures.empty() && last_picture_ != layout_.screen_id) {
        last_picture_ = layout_.screen_id;
        char number[8];
        std::snprintf(number, sizeof number, "%02u", ++pictures_ % 1'000);
        const platform::Shot shot =
            window_.shot(canvas_.paint(layout_, attention_, textures_), background_of(layout_));
        const std::string path = watching_.pictures + '/' + number + '-' + layout_.screen_id + ".png";
        if (!text::write_png(path, shot.width, shot.height, shot.rgba))
            base::log::warning("picture_not_written");
    }
    if (watching_.screen_file.empty()) return;
    runtime::DrawnScreen drawn{layout_.screen_id, laid_out_->language, {}};
    for (const paint::Placed& placed : layout_.nodes) {
        drawn.nodes.push_back({placed.node.id, word(placed.node.role), placed.node.label,
                               placed.can_be_pressed(), placed.rect.x, placed.rect.y, placed.rect.w,
                               placed.rect.h});
    }
    if (!runtime::write_screen_file(watching_.screen_file, drawn))
        base::log::warning("screen_file_not_written");
}

std::chrono::milliseconds Face::sleep() const {
    const base::BootTime left = runtime_.next_due() - clock_.boot_time();
    const auto whole = std::chrono::ceil<std::chrono::milliseconds>(
        std::clamp<base::BootTime>(left, base::BootTime{0}, platform::kLongestSleep));
    return whole;
}

void Face::run(const std::function<void()>& on_first_frame) {
    lay_out_if_changed();
    show_if_due();
    on_first_frame();
    while (!window_.closing() && !runtime_.restart_wanted()) {
        runtime_.turn();
        lay_out_if_changed();
        show_if_due();
        take(window_.wait(sleep()));
    }
}

}  // namespace kiosk
