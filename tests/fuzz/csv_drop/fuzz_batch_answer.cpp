// The libFuzzer program of what a provider's case system gives back.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/csv_drop/batch_answer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::check_batch_answer({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
