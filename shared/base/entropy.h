#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/clock.h"

namespace base {

/// The only way to chance.
class Entropy {
public:
    virtual ~Entropy() = default;
    virtual void fill(std::span<std::byte> out) = 0;
};

/// The operating system's random numbers.
class SystemEntropy final : public Entropy {
public:
    void fill(std::span<std::byte> out) override;
};

/// 64 bits of chance, as a number.
std::uint64_t random_number(Entropy& entropy);

/// A random UUID (version 4), lower case.
std::string new_uuid(Entropy& entropy);

/// A UUID that says when it was made, to the millisecond, and is random otherwise (RFC 9562, version 7). For
/// the ids of records: those made one after the other stand side by side in a store's indexes, so that
/// storing them touches few pages. Any time will do, also a wrong one.
std::string new_uuid_at(Entropy& entropy, Instant made);

/// Whether the text is a UUID: 8-4-4-4-12 hexadecimal digits.
bool is_uuid(std::string_view text);

}  // namespace base
