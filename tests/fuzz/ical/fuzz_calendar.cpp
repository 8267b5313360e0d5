// The libFuzzer program of calendars.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/ical/check_calendar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::check_calendar({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
