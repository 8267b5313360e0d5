#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

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

/// A random UUID (version 4), lower case.
std::string new_uuid(Entropy& entropy);

/// Whether the text is a UUID: 8-4-4-4-12 hexadecimal digits.
bool is_uuid(std::string_view text);

}  // namespace base
