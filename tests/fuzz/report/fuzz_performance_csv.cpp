// The libFuzzer program of official performance reports.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/report/check_performance_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::check_performance_csv({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
