#include <algorithm>

#include "server/case_system/answers.h"
#include "server/case_system/json_fields.h"
#include "server/case_system/token_source.h"

namespace server::case_system {

app::CaseResult<Grant> decode_grant(std::string_view body) {
    constexpr std::int64_t kSecondsMax = 24 * 60 * 60;
    const Json json = parse(body);
    if (!json.is_object()) return tl::unexpected(not_understood("a token"));
    std::string fault;
    const Fields fields(json, fault);
    // Longer than free text may be: tokens of people with many groups are long.
    const Json* token = fields.find("access_token");
    const std::int64_t lasts = fields.number("expires_in").value_or(0);
    if (token == nullptr || !token->is_string() || token->get_ref<const std::string&>().empty())
        return tl::unexpected(not_understood("a token without `access_token`"));
    for (const char c : token->get_ref<const std::string&>())
        if (c <= ' ' || c > '~') return tl::unexpected(not_understood("`access_token` is no header text"));
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    return Grant{base::Secret(std::string_view(token->get_ref<const std::string&>())),
                 std::chrono::seconds{std::clamp<std::int64_t>(lasts, 0, kSecondsMax)}};
}

}  // namespace server::case_system
