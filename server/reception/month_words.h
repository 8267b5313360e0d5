#pragma once

#include <string>

namespace server::reception {

/// `November 2026` of `2026-11`; what is no month as it is.
std::string month_in_words(const std::string& month);

}  // namespace server::reception
