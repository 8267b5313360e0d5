// One libFuzzer program a decoder; HUB_FUZZED_DECODER names it.

#include <cstddef>
#include <cstdint>

#include "shared/base/invariant.h"
#include "tests/fuzz/check_decoder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const support::Decoder* const decoder = support::decoder(HUB_FUZZED_DECODER);
    INVARIANT(decoder != nullptr, "the fuzzed decoder exists");
    fuzz::check_decoder(*decoder, {reinterpret_cast<const char*>(bytes), size});
    return 0;
}
