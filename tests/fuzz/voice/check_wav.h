#pragma once

#include <string>

namespace fuzz {

/// Whether the bytes were taken for a sound of espeak-ng's. Ends the program when what was taken is not what
/// its own form gives back, or is longer than an utterance may be.
bool check_wav(const std::string& bytes);

}  // namespace fuzz
