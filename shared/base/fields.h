#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace base {

/// Several values as one string that is the same on every machine: each has its length before it, so that no
/// two lists of values give the same bytes. Used for sealed columns and for what a commitment covers.
class FieldWriter {
public:
    FieldWriter& add(std::string_view text);
    FieldWriter& add(const std::string& text) { return add(std::string_view(text)); }
    FieldWriter& add(std::int64_t number);
    FieldWriter& add(Instant instant);
    FieldWriter& add(const std::optional<Instant>& instant);
    FieldWriter& add(const std::optional<std::string>& text);
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// Reads them back in the same order. A read past the end or of another form gives an empty value and makes
/// ok() false.
class FieldReader {
public:
    explicit FieldReader(std::string_view bytes) : rest_(bytes) {}
    std::string text();
    std::int64_t number();
    Instant instant();
    std::optional<std::string> maybe_text();
    std::optional<Instant> maybe_instant();
    bool ok() const { return ok_; }
    bool at_end() const { return rest_.empty(); }

private:
    std::int64_t number_of(std::string_view digits);

    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace base
