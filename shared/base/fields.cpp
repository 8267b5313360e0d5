#include "shared/base/fields.h"

#include <charconv>

namespace base {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::uint32_t kAbsent = 0xffffffffu;

void add_length(std::string& bytes, std::uint32_t length) {
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        bytes += static_cast<char>(static_cast<unsigned char>(length >> (8 * i)));
}

std::uint32_t read_length(std::string_view bytes) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return length;
}

}  // namespace

FieldWriter& FieldWriter::add(std::string_view text) {
    add_length(bytes_, static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
    return *this;
}

FieldWriter& FieldWriter::add(std::int64_t number) {
    return add(std::string_view(std::to_string(number)));
}

FieldWriter& FieldWriter::add(Instant instant) {
    return add(std::int64_t{instant.time_since_epoch().count()});
}

FieldWriter& FieldWriter::add(const std::optional<Instant>& instant) {
    if (instant) return add(*instant);
    add_length(bytes_, kAbsent);
    return *this;
}

FieldWriter& FieldWriter::add(const std::optional<std::string>& text) {
    if (text) return add(std::string_view(*text));
    add_length(bytes_, kAbsent);
    return *this;
}

std::optional<std::string> FieldReader::maybe_text() {
    if (!ok_ || rest_.size() < kLengthBytes) {
        ok_ = false;
        return std::nullopt;
    }
    const std::uint32_t length = read_length(rest_);
    rest_.remove_prefix(kLengthBytes);
    if (length == kAbsent) return std::nullopt;
    if (length > rest_.size()) {
        ok_ = false;
        return std::nullopt;
    }
    std::string text(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return text;
}

std::string FieldReader::text() {
    std::optional<std::string> text = maybe_text();
    if (!text) ok_ = false;
    return std::move(text).value_or(std::string());
}

std::int64_t FieldReader::number_of(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) ok_ = false;
    return value;
}

std::int64_t FieldReader::number() {
    return number_of(text());
}

std::optional<Instant> FieldReader::maybe_instant() {
    const std::optional<std::string> digits = maybe_text();
    if (!digits) return std::nullopt;
    return Instant{std::chrono::microseconds{number_of(*digits)}};
}

Instant FieldReader::instant() {
    return Instant{std::chrono::microseconds{number()}};
}

}  // namespace base
