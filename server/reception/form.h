#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"

namespace server::reception {

inline constexpr std::size_t kFieldsMax = 40;
inline constexpr std::size_t kEachMax = 400;  ///< values of one field that stands once for each of a list
inline constexpr std::size_t kFieldBytesMax = 4000;
inline constexpr std::size_t kFileBytesMax = 60'000;  ///< of a field that takes a whole file in

/// The fields of a form as a browser sends it.
class Form {
public:
    /// `application/x-www-form-urlencoded`, decoded strictly: names of lower-case letters and `_`, each once,
    /// or up to kEachMax times when it begins with `each_`; values in UTF-8 without control characters but
    /// line ends; at most kFieldsMax names, and kFieldBytesMax of a value, or kFileBytesMax when its name
    /// begins with `file_`.
    /// InvalidInput for anything else; the message repeats nothing of it.
    static base::Result<Form> parse(std::string_view body);
    /// The canonical form of what was read.
    std::string text() const;

    /// Empty when the form has no such field.
    const std::string& operator[](std::string_view name) const;
    /// All of it, by name, each value by itself; but none of the names that are `without`.
    std::vector<std::pair<std::string, std::string>> fields(const std::set<std::string_view>& without) const;
    /// As they were sent.
    const std::vector<std::string>& all(std::string_view name) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> fields_;
};

/// The value of one cookie of a Cookie header; empty when it is not there just once.
std::string cookie_of(std::string_view header, std::string_view name);

}  // namespace server::reception
