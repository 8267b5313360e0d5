// The libFuzzer programs of packs of evidence and of what is in them.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/evidence/check_evidence.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::check_evidence(HUB_FUZZED_DECODER, {reinterpret_cast<const char*>(bytes), size});
    return 0;
}
