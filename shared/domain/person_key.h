#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/calendar.h"

/// Finding a person without a list of names (docs/rules.md, "Finding the person").
namespace domain {

/// What a person types: day and month of birth and one or both of first letter and year of birth.
struct BirthDay {
    unsigned day = 1;    ///< 1-31
    unsigned month = 1;  ///< 1-12
    bool operator==(const BirthDay&) const = default;
};

struct PersonQuery {
    BirthDay birthday;
    std::optional<char> letter;     ///< 'A'-'Z'
    std::optional<int> birth_year;  ///< kFirstYear to kLastYear; a year nobody was born in just finds nobody
    bool operator==(const PersonQuery&) const = default;
};

/// InvalidInput when a part is out of range, the day does not exist in that month, or both letter and year
/// are missing.
base::Done check(const PersonQuery& query);

/// The Latin first letters, 'A'-'Z', of every word of the names: accents ignored ("Łukasz" gives L, "O'Neil"
/// gives O and N), other scripts transliterated. Words without such a letter give none. Any bytes are taken;
/// what is not UTF-8 ends a word.
std::set<char> first_letters(const std::vector<std::string>& names);

/// The plain keys under which a person can be found, to be hashed with the hub's key before they are kept or
/// sent: `0711 Y 1984` for the year, and for each letter `0711 L B` and `0711 L B Y 1984`.
std::vector<std::string> person_keys(Date born, const std::vector<std::string>& names);

/// The plain key of what was typed; it is among person_keys() of everyone it fits.
std::string query_key(const PersonQuery& query);

}  // namespace domain
