#include <cstddef>
#include <cstdint>

#include "tests/fuzz/voice/check_wav.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::check_wav({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
