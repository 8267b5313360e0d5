#include "kiosk/paint/pointer.h"

namespace kiosk::paint {

std::optional<Pressed> Pointer::on(const Contact& contact, const Layout& layout, base::BootTime now) {
    const bool ours = finger_ == contact.finger;
    switch (contact.kind) {
        case Contact::Kind::Down: {
            if (finger_) return std::nullopt;
            finger_ = contact.finger;
            const Placed* placed = hit(layout, contact.x, contact.y);
            if (placed == nullptr || too_soon(layout.screen_id, placed->node.id, now)) return std::nullopt;
            screen_ = layout.screen_id;
            target_ = shown_ = placed->node.id;
            return std::nullopt;
        }
        case Contact::Kind::Move: {
            if (!ours || target_.empty()) return std::nullopt;
            const Placed* placed = hit(layout, contact.x, contact.y);
            const bool on_it = placed != nullptr && layout.screen_id == screen_ && placed->node.id == target_;
            shown_ = on_it ? target_ : "";
            return std::nullopt;
        }
        case Contact::Kind::Up:
            if (!ours) return std::nullopt;
            return release(contact, layout, now);
        case Contact::Kind::Cancel:
            if (ours) clear();
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Pressed> Pointer::release(const Contact& contact, const Layout& layout, base::BootTime now) {
    const std::string screen = screen_;
    const std::string target = target_;
    clear();
    const Placed* placed = hit(layout, contact.x, contact.y);
    // The screen may have changed under the finger: what was touched must still be there.
    if (target.empty() || placed == nullptr || placed->node.id != target || layout.screen_id != screen) {
        return std::nullopt;
    }
    last_screen_ = screen;
    last_id_ = target;
    last_press_ = now;
    return Pressed{screen, target, *placed->node.press};
}

bool Pointer::too_soon(const std::string& screen, const std::string& id, base::BootTime now) const {
    if (!last_press_ || now - *last_press_ >= kRepeatPause) return false;
    return screen != last_screen_ || id == last_id_;
}

void Pointer::clear() {
    finger_.reset();
    screen_.clear();
    target_.clear();
    shown_.clear();
}

}  // namespace kiosk::paint
