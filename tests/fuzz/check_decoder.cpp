#include "tests/fuzz/check_decoder.h"

#include <string>

#include "shared/base/invariant.h"

namespace fuzz {
namespace {

constexpr std::size_t kRefusalBytesMax = 400;

bool is_printable(std::string_view text) {
    for (const char c : text) {
        if (c < ' ' || c > '~') return false;
    }
    return true;
}

}  // namespace

bool check_decoder(const support::Decoder& decoder, std::string_view input) {
    const auto first = decoder.read_and_write(input);
    if (!first) {
        const base::Error& error = first.error();
        INVARIANT(error.kind == base::ErrorKind::InvalidInput, "a decoder refuses with InvalidInput");
        INVARIANT(!error.message.empty() && error.message.size() <= kRefusalBytesMax, "a refusal is short");
        INVARIANT(is_printable(error.message), "a refusal is made of our own words");
        return false;
    }
    const auto second = decoder.read_and_write(*first);
    INVARIANT(second.has_value(), "what was written can be read");
    INVARIANT(*second == *first, "what was read comes back unchanged");
    return true;
}

}  // namespace fuzz
