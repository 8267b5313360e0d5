#include "tests/sandbox/firewall.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sandbox {
namespace {

constexpr std::array<std::string_view, 10> kSuspicious{
    "<script", "javascript:",  "../",        "..\\\\",      " or 1=1",
    "' or '",  "union select", "drop table", "/etc/passwd", "$(",
};

}  // namespace

bool firewall_dislikes(const Request& request) {
    const bool guarded = request.target.find("/delivery-session-appointments/") != std::string::npos &&
                         request.target.find("/session-feedback") != std::string::npos;
    if (!guarded) return false;
    std::string body = request.body;
    for (char& c : body)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return std::ranges::any_of(
        kSuspicious, [&body](std::string_view text) { return body.find(text) != std::string::npos; });
}

}  // namespace sandbox
