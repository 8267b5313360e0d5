#pragma once

#include <string>
#include <utility>
#include <vector>

/// What the page is made of. Words are escaped here and nowhere else.
namespace server::evidence {

/// `<p>` and the like.
std::string element(const std::string& tag, const std::string& words);
/// A list of what is what.
std::string summary_html(const std::vector<std::pair<std::string, std::string>>& rows);
/// `kind` is the class that gives the columns their widths. The first cell of each row says what it is about.
std::string table_html(const std::string& kind, const std::string& caption,
                       const std::vector<std::string>& headings,
                       const std::vector<std::vector<std::string>>& rows);
std::string whole_page(const std::string& title, const std::string& content);

}  // namespace server::evidence
