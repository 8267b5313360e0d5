#include <algorithm>

#include "tests/sandbox/refusals.h"
#include "tests/sandbox/turn.h"

namespace sandbox {
namespace {

bool has_group(const User& user, const std::string& group) {
    return std::ranges::find(user.groups, group) != user.groups.end();
}

bool has_group_like(const User& user, const char* prefix) {
    return std::ranges::any_of(user.groups,
                               [prefix](const std::string& group) { return group.starts_with(prefix); });
}

}  // namespace

bool may_see(const User& user, const Referral& referral) {
    if (user.auth_source == "delius") return true;
    return has_group(user, "INT_SP_" + referral.provider) && has_group(user, "INT_CR_" + referral.contract);
}

Answer user_scope(const Bearer& bearer) {
    if (!bearer.user)
        return refusal(
            403, "access denied",
            "could not map auth token to user: [no 'user_id' claim in token, no 'user_name' claim in "
            "token, no 'auth_source' claim in token]");
    if (bearer.user->auth_source == "delius") return {};
    if (bearer.user->auth_source != "auth")
        return refusal(403, "access error", "unsupported user type",
                       {"logins from " + bearer.user->auth_source + " are not supported"});
    std::vector<std::string> errors;
    if (!has_group_like(*bearer.user, "INT_SP_"))
        errors.emplace_back("no valid service provider groups associated with user");
    if (!has_group_like(*bearer.user, "INT_CR_"))
        errors.emplace_back("no valid contract groups associated with user");
    if (errors.empty()) return {};
    return refusal(403, "access error", "could not map service provider user to access scope", errors);
}

Answer access_to(const Bearer& bearer, const Referral& referral) {
    if (!bearer.user || may_see(*bearer.user, referral)) return {};
    std::vector<std::string> errors;
    if (!has_group(*bearer.user, "INT_SP_" + referral.provider))
        errors.emplace_back("user does not have the required provider group to access this referral");
    if (!has_group(*bearer.user, "INT_CR_" + referral.contract))
        errors.emplace_back("user does not have the required contract group to access this referral");
    return refusal(403, "access error", "user does not have access to referral", errors);
}

}  // namespace sandbox
