// The libFuzzer program of the forms of reception.

#include <cstddef>
#include <cstdint>

#include "tests/fuzz/reception/check_form.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    fuzz::check_form({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
