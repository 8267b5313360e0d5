#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/input/scanner.h"
#include "shared/base/clock.h"

namespace kiosk::input {

/// The longest code that is taken; a slip has domain::kSlipCharacters.
inline constexpr std::size_t kCodeCharactersMax = 64;
/// A code is over within this time of its first key: a scanner types all of it in a tenth of a second.
inline constexpr std::chrono::milliseconds kCodeWithin{2000};

/// A key of the scanner, which is a keyboard to the operating system.
struct KeyStroke {
    enum class Kind { Pressed, Repeated, Released };
    std::uint16_t code = 0;  ///< KEY_* of <linux/input-event-codes.h>; any number is taken
    Kind kind = Kind::Pressed;
    bool operator==(const KeyStroke&) const = default;
};
/// Stands for keys that were lost on their way: the code under way cannot be trusted. No keyboard sends it.
inline constexpr std::uint16_t kLostKeys = 0xFFFF;

/// The letter or digit of a key, upper case whatever shift is held; none for any other key.
std::optional<char> character_of(std::uint16_t code);

/// Puts codes together from the keys of a scanner. A code ends with Enter. Pure: time comes in with each key.
///
/// Whatever somebody prints on a slip comes in here: 10 kB of it, or the keys that would leave the kiosk.
/// Keys but A-Z and 0-9 (shifts and Enter apart) spoil the code, and so do more than kCodeCharactersMax; a
/// spoilt one is forgotten as it comes and told of once, at its end.
class CodeReader {
public:
    /// The code that this key ends, or that had run out of time before it.
    std::optional<Scan> on_key(const KeyStroke& key, base::BootTime at);
    /// A code that has run out of time by now.
    std::optional<Scan> on_time(base::BootTime now);
    /// When on_time() has something to tell; none between codes.
    std::optional<base::BootTime> due() const;
    /// Forgets what is under way: the scanner was pulled out.
    void forget();

private:
    std::optional<base::BootTime> began_;  ///< of the code under way
    std::string text_;
    bool spoilt_ = false;
};

}  // namespace kiosk::input
