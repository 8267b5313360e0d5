#include "kiosk/input/code_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include <linux/input-event-codes.h>

namespace kiosk::input {
namespace {

constexpr std::array kCharacters{
    std::pair{KEY_0, '0'}, std::pair{KEY_1, '1'}, std::pair{KEY_2, '2'}, std::pair{KEY_3, '3'},
    std::pair{KEY_4, '4'}, std::pair{KEY_5, '5'}, std::pair{KEY_6, '6'}, std::pair{KEY_7, '7'},
    std::pair{KEY_8, '8'}, std::pair{KEY_9, '9'}, std::pair{KEY_A, 'A'}, std::pair{KEY_B, 'B'},
    std::pair{KEY_C, 'C'}, std::pair{KEY_D, 'D'}, std::pair{KEY_E, 'E'}, std::pair{KEY_F, 'F'},
    std::pair{KEY_G, 'G'}, std::pair{KEY_H, 'H'}, std::pair{KEY_I, 'I'}, std::pair{KEY_J, 'J'},
    std::pair{KEY_K, 'K'}, std::pair{KEY_L, 'L'}, std::pair{KEY_M, 'M'}, std::pair{KEY_N, 'N'},
    std::pair{KEY_O, 'O'}, std::pair{KEY_P, 'P'}, std::pair{KEY_Q, 'Q'}, std::pair{KEY_R, 'R'},
    std::pair{KEY_S, 'S'}, std::pair{KEY_T, 'T'}, std::pair{KEY_U, 'U'}, std::pair{KEY_V, 'V'},
    std::pair{KEY_W, 'W'}, std::pair{KEY_X, 'X'}, std::pair{KEY_Y, 'Y'}, std::pair{KEY_Z, 'Z'}};

bool is_shift(std::uint16_t code) {
    return code == KEY_LEFTSHIFT || code == KEY_RIGHTSHIFT || code == KEY_CAPSLOCK;
}

bool is_enter(std::uint16_t code) {
    return code == KEY_ENTER || code == KEY_KPENTER;
}

}  // namespace

std::optional<char> character_of(std::uint16_t code) {
    const auto found = std::find_if(kCharacters.begin(), kCharacters.end(),
                                    [&](const auto& one) { return one.first == code; });
    return found == kCharacters.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Scan> CodeReader::on_key(const KeyStroke& key, base::BootTime at) {
    std::optional<Scan> over = on_time(at);
    if (key.kind != KeyStroke::Kind::Pressed || is_shift(key.code)) return over;
    if (is_enter(key.code)) {
        // Some scanners end with two.
        if (!began_) return over;
        over = spoilt_ ? Scan() : Scan(std::move(text_));
        forget();
        return over;
    }
    if (key.code == kLostKeys && !began_) return over;  // nothing was under way
    if (!began_) began_ = at;
    const std::optional<char> character = character_of(key.code);
    if (!character || text_.size() == kCodeCharactersMax) spoilt_ = true;
    if (spoilt_) {
        text_.clear();
    } else {
        text_ += *character;
    }
    return over;
}

std::optional<Scan> CodeReader::on_time(base::BootTime now) {
    if (!began_ || now - *began_ <= kCodeWithin) return std::nullopt;
    forget();
    return Scan();
}

std::optional<base::BootTime> CodeReader::due() const {
    if (!began_) return std::nullopt;
    return *began_ + kCodeWithin + base::BootTime{1};
}

void CodeReader::forget() {
    began_.reset();
    text_.clear();
    spoilt_ = false;
}

}  // namespace kiosk::input
