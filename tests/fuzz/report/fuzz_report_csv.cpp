// The libFuzzer program of reports that are given to be joined.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/report/check_report_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::check_report_csv({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
