// How time goes on for what is owed to the case system.

#include <algorithm>

#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

/// An outbox that does not come to rest fails its journey instead of hanging it.
constexpr int kStepsMax = 2000;
/// Of one update, faults included.
constexpr int kTriesMax = 20;

}  // namespace

void HubWorld::forward() {
    for (int runs = 0; runs < kStepsMax; ++runs) {
        const auto steps = server_->forward();
        ASSERT_TRUE(steps) << steps.error().message;
        if (*steps == 0) return;
    }
    FAIL() << "the outbox does not come to rest";
}

void HubWorld::forward_for(std::chrono::minutes at_most) {
    for (std::chrono::minutes gone{0}; gone < at_most; ++gone) {
        ASSERT_NO_FATAL_FAILURE(forward());
        pass(std::chrono::minutes{1});
    }
    forward();
}

void HubWorld::forward_until_the_end_of(const std::string& appointment) {
    forward();
    // Not a second before the end ...
    const base::Instant end = booked_.at(appointment).end;
    const std::chrono::seconds second{1};
    if (now() < end - second) pass(end - second - now());
    forward();
    // ... and at once after it.
    if (now() < end + second) pass(end + second - now());
    forward();
}

void HubWorld::forward_until_it_rests(const std::string& appointment) {
    for (int tries = 0; tries < kTriesMax; ++tries) {
        forward();
        const auto one = update(appointment);
        const bool again =
            one && (one->state == domain::UpdateState::Held || one->state == domain::UpdateState::Sending ||
                    (one->state == domain::UpdateState::Drafted && one->submit_decided));
        if (!again) return;
        const base::Instant due = std::max(one->hold_until, one->next_try);
        if (due > server_clock_.now()) pass(due - server_clock_.now());
    }
}

}  // namespace journeys
