#include "kiosk/runtime/verdict.h"

#include <algorithm>

namespace kiosk::runtime {

Verdict verdict(journal::RecordKind kind, int status) {
    if (status >= 200 && status < 300) return Verdict::Accepted;
    switch (status) {
        case 400:
        case 410:
        case 413:
        case 414:
        case 415:
        case 422:
            return Verdict::NeedsPerson;
        case 404: {
            const bool of_something_kept = kind == journal::RecordKind::Undo ||
                                           kind == journal::RecordKind::Reason ||
                                           kind == journal::RecordKind::Offer;
            return of_something_kept ? Verdict::NeedsPerson : Verdict::TryAgain;
        }
        default:
            return Verdict::TryAgain;
    }
}

std::chrono::microseconds backoff(unsigned tries, std::uint64_t chance) {
    constexpr unsigned kDoublingsMax = 6;
    constexpr std::uint64_t kParts = 1'000;
    const unsigned doublings = std::min(tries == 0 ? 0U : tries - 1, kDoublingsMax);
    const std::chrono::microseconds middle =
        std::min<std::chrono::microseconds>(kBackoffLeast * (1U << doublings), kBackoffMost);
    const std::chrono::microseconds spread = middle / 2;
    return middle - middle / 4 +
           spread * static_cast<long>(chance % (kParts + 1)) / static_cast<long>(kParts);
}

}  // namespace kiosk::runtime
