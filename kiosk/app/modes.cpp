#include "kiosk/app/modes.h"

namespace kiosk::app {
namespace {

constexpr bool Modes::*member_of(Mode mode) {
    switch (mode) {
        case Mode::LargeText:
            return &Modes::large_text;
        case Mode::HighContrast:
            return &Modes::high_contrast;
        case Mode::EasyRead:
            return &Modes::easy_read;
        case Mode::Calm:
            return &Modes::calm;
        case Mode::Speech:
            return &Modes::speech;
    }
    return nullptr;
}

}  // namespace

bool Modes::has(Mode mode) const {
    return this->*member_of(mode);
}

void Modes::toggle(Mode mode) {
    this->*member_of(mode) = !has(mode);
}

}  // namespace kiosk::app
