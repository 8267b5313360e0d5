#include "tests/sandbox/tokens.h"

#include "tests/sandbox/encoding.h"
#include "tests/sandbox/views.h"

namespace sandbox {
namespace {

constexpr std::string_view kBasic = "Basic ";
constexpr std::string_view kBearer = "Bearer ";

Answer oauth_error(int status, const char* error, const char* description) {
    return {status, "application/json", written({{"error", error}, {"error_description", description}})};
}

Json claims_of(const Bearer& bearer, const std::string& client_id, base::Instant expires_at, int number) {
    Json claims{{"sub", bearer.user ? bearer.user->username : client_id}, {"client_id", client_id}};
    if (bearer.user) {
        claims["user_name"] = bearer.user->username;
        claims["user_id"] = bearer.user->user_id;
        claims["auth_source"] = bearer.user->auth_source;
        claims["authorities"] = Json::array({"ROLE_CRS_PROVIDER"});
    } else {
        claims["auth_source"] = "none";
        claims["authorities"] = Json::array({"ROLE_INTERVENTIONS_API_READ_ALL"});
    }
    claims["exp"] = std::chrono::duration_cast<std::chrono::seconds>(expires_at.time_since_epoch()).count();
    claims["jti"] = "sandbox-" + std::to_string(number);
    return claims;
}

}  // namespace

std::string Tokens::new_token(const Bearer& bearer, base::Instant now, const char* kind) {
    const base::Instant expires_at = now + settings_.lifetime;
    const Json claims = claims_of(bearer, settings_.client_id, expires_at, ++given_);
    // Nobody checks the signature here: the sandbox knows its own tokens.
    std::string token = base64url(written({{"alg", "RS256"}, {"typ", "JWT"}})) + '.' +
                        base64url(written(claims)) + '.' + base64url(std::string(kind) + "-unsigned");
    tokens_[token] = {bearer, expires_at};
    return token;
}

Answer Tokens::grant(const Request& request, const World& world, base::Instant now) {
    const auto basic = request.authorization.starts_with(kBasic)
                           ? from_base64(std::string_view(request.authorization).substr(kBasic.size()))
                           : std::nullopt;
    if (basic != settings_.client_id + ':' + settings_.client_secret)
        return oauth_error(401, "invalid_client", "Bad client credentials");
    auto fields = form_fields(request.body);
    Bearer bearer;
    if (fields["grant_type"] == "refresh_token") {
        const auto found = refresh_tokens_.find(fields["refresh_token"]);
        if (found == refresh_tokens_.end()) return oauth_error(400, "invalid_grant", "Invalid refresh token");
        bearer.user = found->second;
    } else if (fields["grant_type"] == "client_credentials") {
        if (fields.contains("username")) {
            const User* user = world.find_user(fields["username"]);
            if (user == nullptr) return oauth_error(400, "invalid_request", "No such user");
            bearer.user = *user;
        }
    } else {
        return oauth_error(400, "unsupported_grant_type", "Unsupported grant type");
    }
    Json body{{"access_token", new_token(bearer, now, "access")}, {"token_type", "bearer"}};
    if (bearer.user) {
        body["user_name"] = bearer.user->username;
        body["user_id"] = bearer.user->user_id;
    }
    body["auth_source"] = bearer.user ? bearer.user->auth_source : "none";
    body["expires_in"] = settings_.lifetime.count();
    body["scope"] = "read write";
    return {200, "application/json", written(body)};
}

std::optional<Bearer> Tokens::bearer(const std::string& authorization, base::Instant now) const {
    if (!authorization.starts_with(kBearer)) return std::nullopt;
    const auto found = tokens_.find(authorization.substr(kBearer.size()));
    if (found == tokens_.end() || found->second.expires_at <= now) return std::nullopt;
    return found->second.bearer;
}

std::string Tokens::sign_in(const User& user) {
    std::string token = base64url("refresh-" + std::to_string(++given_) + '-' + user.username);
    refresh_tokens_[token] = user;
    return token;
}

}  // namespace sandbox
