#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/secret.h"

/// The number that opens the staff corner. Only an Argon2id hash of it is on the disk (docs/operations.md).
namespace kiosk::staff {

/// How hard a guess is for somebody who holds the disk; the kiosk pays it once a try.
struct Cost {
    unsigned long long passes;
    std::size_t memory_bytes;
};
/// libsodium's for people who wait: 64 MiB, and about 60 ms on a small machine.
extern const Cost kOrdinaryCost;
/// The least that libsodium takes; for tests.
extern const Cost kLeastCost;

/// A hash read from a file may cost no more than this: it must not stop the kiosk.
inline constexpr unsigned long kMemoryKibibytesMax = 256UL * 1024;
inline constexpr unsigned long kPassesMax = 10;

/// app::kPinDigitsMin to app::kPinDigitsMax digits that are not all the same, and do not count up or down.
/// InvalidInput says what is wrong.
base::Done check_new_pin(std::string_view pin);

/// A hash as `$argon2id$v=19$m=65536,t=2,p=1$…`, with salt. Unavailable without the memory for it.
base::Result<std::string> hash_pin(const base::Secret& pin, const Cost& cost = kOrdinaryCost);

/// Whether a text is such a hash, and costs no more than the kiosk can spare.
bool is_pin_hash(std::string_view text);

/// Whether this is the pin. It takes as long as Cost says. False too for what is no hash.
bool is_pin(const std::string& hash, const base::Secret& pin);

}  // namespace kiosk::staff
