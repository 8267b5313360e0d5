#pragma once

#include <map>
#include <string>
#include <vector>

namespace po {

/// A catalogue as its translator wrote it.
struct File {
    std::map<std::string, std::string> header;
    /// The texts of each id: one, or one for each plural form.
    std::map<std::string, std::vector<std::string>> texts;
};

/// assets/locale/TAG.po; empty when there is none.
File read(const std::string& tag);

}  // namespace po
