#include "shared/domain/slip.h"

#include <cstdint>

#include <boost/crc.hpp>

#include "shared/base/invariant.h"

namespace domain {
namespace {

constexpr std::string_view kCharacters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kPrefix = "HUB";
constexpr char kVersion = '1';
constexpr char kVisitor = 'V';
constexpr char kStaff = 'S';

constexpr unsigned kBitsEach = 5;
constexpr std::size_t kVersionAt = kPrefix.size();
constexpr std::size_t kKindAt = kVersionAt + 1;
constexpr std::size_t kMarkAt = kKindAt + 1;
constexpr std::size_t kChecksumAt = kSlipCharacters - kSlipChecksumCharacters;

std::string in_characters(std::uint32_t number, std::size_t count) {
    std::string text(count, kCharacters.front());
    for (std::size_t i = count; i > 0; --i) {
        text[i - 1] = kCharacters[number % kCharacters.size()];
        number >>= kBitsEach;
    }
    return text;
}

std::string checksum_of(std::string_view text) {
    boost::crc_32_type crc;
    crc.process_bytes(text.data(), text.size());
    return in_characters(crc.checksum(), kSlipChecksumCharacters);
}

bool is_whole(std::string_view text) {
    return text.size() == kSlipCharacters &&
           text.find_first_not_of(kCharacters, kVersionAt) == std::string_view::npos &&
           text.substr(kChecksumAt) == checksum_of(text.substr(0, kChecksumAt));
}

}  // namespace

SlipReading read_slip(std::string_view text, std::string_view mark) {
    if (!text.starts_with(kPrefix)) return {SlipVerdict::NotOurs};
    if (!is_whole(text)) return {SlipVerdict::Damaged};
    const char kind = text[kKindAt];
    if (text[kVersionAt] != kVersion || (kind != kVisitor && kind != kStaff)) {
        return {SlipVerdict::UnknownVersion};
    }
    if (!mark.empty() && text.substr(kMarkAt, kSlipMarkCharacters) != mark) return {SlipVerdict::AnotherHubs};
    return {SlipVerdict::Good, kind == kVisitor ? SlipKind::Visitor : SlipKind::Staff};
}

std::string slip_mark(std::span<const std::byte> bytes) {
    INVARIANT(bytes.size() >= 3, "a mark needs 20 bits");
    std::uint32_t number = 0;
    for (const std::byte byte : bytes.first(3)) number = (number << 8) | std::to_integer<std::uint32_t>(byte);
    return in_characters(number, kSlipMarkCharacters);
}

bool is_slip_mark(std::string_view text) {
    return text.size() == kSlipMarkCharacters &&
           text.find_first_not_of(kCharacters) == std::string_view::npos;
}

std::string new_slip(SlipKind kind, std::string_view mark, std::span<const std::byte> chance) {
    INVARIANT(is_slip_mark(mark) && chance.size() == kSlipChanceCharacters, "a slip is made of its parts");
    std::string text(kPrefix);
    text += kVersion;
    text += kind == SlipKind::Visitor ? kVisitor : kStaff;
    text += mark;
    for (const std::byte byte : chance) {
        text += kCharacters[std::to_integer<std::size_t>(byte) % kCharacters.size()];
    }
    return text + checksum_of(text);
}

std::string slip_hash(const KeyedHash& hash, std::string_view token) {
    return hash.hash(base::Secret(std::string_view("slip")), token);
}

std::string slip_key(std::string_view slip_hash) {
    return "SLIP " + std::string(slip_hash);
}

}  // namespace domain
