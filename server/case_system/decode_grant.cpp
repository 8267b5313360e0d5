#include <algorithm>

#include "server/app/linked_user.h"
#include "server/case_system/answers.h"
#include "server/case_system/json_fields.h"
#include "server/case_system/token_source.h"

namespace server::case_system {
namespace {

bool is_token_text(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace

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
    if (!is_token_text(token->get_ref<const std::string&>()))
        return tl::unexpected(not_understood("`access_token` is no header text"));
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    Grant grant{base::Secret(std::string_view(token->get_ref<const std::string&>())),
                std::chrono::seconds{std::clamp<std::int64_t>(lasts, 0, kSecondsMax)}};
    const Json* refresh = fields.find("refresh_token");
    if (refresh == nullptr || !refresh->is_string()) return grant;
    const std::string& text = refresh->get_ref<const std::string&>();
    if (text.size() > app::kRefreshTokenBytesMax || !is_token_text(text))
        return tl::unexpected(not_understood("`refresh_token` is no token"));
    grant.refresh_token = base::Secret(std::string_view(text));
    return grant;
}

}  // namespace server::case_system
