#include "tests/fuzz/voice/check_wav.h"

#include "kiosk/voice/espeak.h"
#include "shared/base/invariant.h"

namespace fuzz {

bool check_wav(const std::string& bytes) {
    using namespace kiosk::voice;
    const auto samples = samples_of_wav(bytes);
    if (!samples) {
        INVARIANT(samples.error().kind == base::ErrorKind::Corrupt, "what cannot be read is corrupt");
        return false;
    }
    INVARIANT(samples->size() <= kUtteranceSamplesMax, "a sound has an end");
    const auto again = samples_of_wav(wav_of(*samples));
    INVARIANT(again && *again == *samples, "a sound comes back as it was");
    return true;
}

}  // namespace fuzz
