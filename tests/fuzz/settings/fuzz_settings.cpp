// One libFuzzer program a settings file; HUB_FUZZED_DECODER names it.

#include <cstddef>
#include <cstdint>

#include "shared/base/invariant.h"
#include "tests/fuzz/settings/settings_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const fuzz::SettingsFile* const file = fuzz::settings_file(HUB_FUZZED_DECODER);
    INVARIANT(file != nullptr, "the fuzzed file exists");
    file->check({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
