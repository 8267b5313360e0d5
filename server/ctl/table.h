#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace server::ctl {

/// Rows of words in aligned columns, for people.
class Table {
public:
    explicit Table(std::vector<std::string> headings);
    /// One word for each heading.
    void add(std::vector<std::string> row);
    void print(std::ostream& out) const;

private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace server::ctl
