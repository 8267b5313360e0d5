#pragma once

#include <string>

#include "server/report/report.h"

namespace server::report {

/// `&`, `<`, `>` and quotes as HTML and SVG want them.
std::string escaped(std::string_view text);

/// A bar a month, the target as a dashed line, every value written beside its bar: readable in greyscale, and
/// told to a screen reader by its title. SVG to stand inside HTML; `id` is unique on the page.
std::string trend_chart(const Line& line, const std::string& id);

}  // namespace server::report
