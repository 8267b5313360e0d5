#include "shared/languages/catalogue.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace languages {
namespace {

// The .mo format: eight words of 32 bits at the front, here little-endian as msgfmt writes them.
constexpr std::uint32_t kMagic = 0x950412de;
constexpr std::size_t kTranslationsAt = 16;  // where the offset of the table of translations stands
constexpr std::size_t kWordBytes = 4;

std::optional<std::uint32_t> word_at(std::string_view bytes, std::size_t at) {
    if (bytes.size() < kWordBytes || at > bytes.size() - kWordBytes) return std::nullopt;
    std::uint32_t word = 0;
    for (std::size_t i = kWordBytes; i > 0; --i) {
        word = word << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return word;
}

/// The translation of the empty text, which sorts before all others.
std::string_view header_of(std::string_view catalogue) {
    if (word_at(catalogue, 0) != kMagic) return {};
    const auto table = word_at(catalogue, kTranslationsAt);
    if (!table) return {};
    const auto length = word_at(catalogue, *table);
    const auto offset = word_at(catalogue, *table + kWordBytes);
    if (!length || !offset || *offset > catalogue.size() || *length > catalogue.size() - *offset) return {};
    return catalogue.substr(*offset, *length);
}

}  // namespace

std::string header_field(std::string_view catalogue, std::string_view name) {
    std::string_view header = header_of(catalogue);
    while (!header.empty()) {
        const std::size_t end = header.find('\n');
        std::string_view line = header.substr(0, end);
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
        if (!line.starts_with(name) || line.substr(name.size(), 1) != ":") continue;
        line.remove_prefix(name.size() + 1);
        while (line.starts_with(' ')) line.remove_prefix(1);
        while (line.ends_with(' ')) line.remove_suffix(1);
        return std::string(line);
    }
    return {};
}

std::string reviewer(std::string_view tag) {
    return header_field(built_in_catalogue(tag), "X-Reviewed-By");
}

}  // namespace languages
