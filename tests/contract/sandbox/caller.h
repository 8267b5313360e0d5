#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "tests/sandbox/case_system.h"
#include "tests/sandbox/encoding.h"

namespace sandbox_test {

using Json = nlohmann::json;
using namespace std::chrono_literals;

/// 22 November 2026, 14:00 in London, where the clock then shows UTC.
inline const base::Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + 14h};

struct Reply {
    int status = 0;
    std::string text;
    Json body;
};

/// Calls a CaseSystem as an adapter would, without sockets, at a time the test moves.
class Caller {
public:
    explicit Caller(sandbox::World world = sandbox::World(1)) : system(std::move(world)) {
        token = fetch_token(std::string("&username=") + sandbox::kServiceUser);
    }

    std::string fetch_token(const std::string& extra, const std::string& grant = "client_credentials") {
        const sandbox::Request request{"POST", "/auth/oauth/token",
                                       "Basic " + sandbox::base64url("hub:demo-secret"),
                                       "grant_type=" + grant + extra};
        const Json body = Json::parse(system.handle(request, now).answer.body);
        return body.value("access_token", "");
    }

    sandbox::Outcome send(const std::string& method, const std::string& target,
                          const std::string& body = {}) {
        return system.handle({method, target, "Bearer " + token, body}, now);
    }
    Reply call(const std::string& method, const std::string& target, const std::string& body = {}) {
        const sandbox::Answer answer = send(method, target, body).answer;
        return {answer.status, answer.body, Json::parse(answer.body, nullptr, false)};
    }
    Reply get(const std::string& target) { return call("GET", target); }
    Reply put(const std::string& target, const Json& body) { return call("PUT", target, body.dump()); }
    Reply post(const std::string& target) { return call("POST", target); }

    sandbox::CaseSystem system;
    base::Instant now = kNow;
    std::string token;
};

/// One person with an initial assessment and a session, both an hour ago.
struct OneReferral {
    sandbox::World world{1};
    std::string referral = world.add_referral({"", "Alex", "River", "1980-03-07"}, kNow - 240h);
    std::string assessment = world.add_assessment(referral, {kNow - 1h});
    std::string session = world.add_session(referral, {kNow - 1h});

    std::string assessment_path(const std::string& verb) const {
        return "/referral/" + referral + "/supplier-assessment/" + verb;
    }
    std::string session_path(const std::string& verb) const {
        return "/referral/" + referral + "/delivery-session-appointments/" + session + '/' + verb;
    }
};

}  // namespace sandbox_test
