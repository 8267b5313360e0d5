#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace support {

/// One decoder of shared/protocol (the messages and the Kiosk-Sending header), seen from outside: text in,
/// the canonical text of what was read out.
struct Decoder {
    const char* name;  ///< also names its corpus in tests/fuzz/corpus and its examples in docs/protocol.md
    base::Result<std::string> (*read_and_write)(std::string_view json);
    std::string (*sample)();  ///< a message of this kind with every field filled
};

std::span<const Decoder> every_decoder();
/// nullptr when there is none of this name.
const Decoder* decoder(std::string_view name);

}  // namespace support
