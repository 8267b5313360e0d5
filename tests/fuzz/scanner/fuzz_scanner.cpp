// One libFuzzer program an input; HUB_FUZZED_DECODER names it.

#include <cstddef>
#include <cstdint>

#include "shared/base/invariant.h"
#include "tests/fuzz/scanner/scanner_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const fuzz::ScannerInput* const input = fuzz::scanner_input(HUB_FUZZED_DECODER);
    INVARIANT(input != nullptr, "the fuzzed input exists");
    input->check({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
