#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "shared/domain/keyed_hash.h"

/// The opaque token of a QR code: a slip that stands for a person, or a badge of staff (docs/rules.md,
/// "Finding the person"). It holds no personal data.
namespace domain {

enum class SlipKind { Visitor, Staff };

/// `HUB`, version `1`, kind, the hub's mark, chance, checksum: all of 0-9 and A-Z without I, L, O and U,
/// which look like others (after the first three), so that a QR code holds it in its dense alphanumeric mode
/// and a scanner types it without shifts that a keyboard layout could turn into something else.
inline constexpr std::size_t kSlipMarkCharacters = 4;     ///< 20 bits
inline constexpr std::size_t kSlipChanceCharacters = 26;  ///< 130 bits
inline constexpr std::size_t kSlipChecksumCharacters = 7;
inline constexpr std::size_t kSlipCharacters =
    5 + kSlipMarkCharacters + kSlipChanceCharacters + kSlipChecksumCharacters;

/// What a scanned text is.
enum class SlipVerdict {
    Good,
    Damaged,  ///< begins as one of ours and was not read whole: cut short, two at once, a wrong character
    UnknownVersion,  ///< whole, of a version or kind that this program does not know
    AnotherHubs,
    NotOurs,  ///< something else than a slip
};

struct SlipReading {
    SlipVerdict verdict = SlipVerdict::NotOurs;
    SlipKind kind = SlipKind::Visitor;  ///< when Good
    bool operator==(const SlipReading&) const = default;
};

/// Any bytes are taken. With an empty `mark` a slip of any hub is Good.
SlipReading read_slip(std::string_view text, std::string_view mark);

/// A mark from 20 of these bits, of which there are at least three bytes.
std::string slip_mark(std::span<const std::byte> bytes);
bool is_slip_mark(std::string_view text);

/// A new token of this hub from kSlipChanceCharacters random bytes.
std::string new_slip(SlipKind kind, std::string_view mark, std::span<const std::byte> chance);

/// All that is kept of a token: 64 lower-case hexadecimal digits. A plain one-way function will do, because
/// nobody can try 130 bits of chance.
std::string slip_hash(const KeyedHash& hash, std::string_view token);

/// The plain key under which the holder of a slip stands on today's list, among those of person_keys().
std::string slip_key(std::string_view slip_hash);

}  // namespace domain
