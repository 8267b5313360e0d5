#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/calendar.h"

namespace tests {

/// Texts that were planted and must not turn up.
class Markers {
public:
    void add(const std::string& text);
    /// A date of birth, in the spellings people and programs use.
    void add_birth(domain::Date born);
    /// The keys under which somebody is found, before they are hashed.
    void add_find_keys(domain::Date born, const std::vector<std::string>& names);

    /// Those that stand in the bytes, in any case of their Latin letters.
    std::vector<std::string> found_in(std::string_view bytes) const;
    const std::vector<std::string>& all() const { return all_; }

private:
    std::vector<std::string> all_;  ///< in lower case
};

/// `file: marker` for every file below the folder, its name included.
std::vector<std::string> found_below(const std::string& folder, const Markers& markers);

}  // namespace tests
