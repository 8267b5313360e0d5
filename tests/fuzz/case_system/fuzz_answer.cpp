// One libFuzzer program a decoder; HUB_FUZZED_DECODER names it.

#include <cstddef>
#include <cstdint>

#include "shared/base/invariant.h"
#include "shared/base/log.h"
#include "tests/fuzz/case_system/answer_decoders.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const fuzz::AnswerDecoder* const decoder = [] {
        base::log::set_sink([](std::string_view) {});
        return fuzz::answer_decoder(HUB_FUZZED_DECODER);
    }();
    INVARIANT(decoder != nullptr, "the fuzzed decoder exists");
    decoder->check({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
