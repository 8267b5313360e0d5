#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/sandbox/message.h"
#include "tests/sandbox/tokens.h"
#include "tests/sandbox/world.h"

namespace sandbox {

/// One call on its way through a handler.
struct Turn {
    World& world;
    const Request& request;
    const Bearer& bearer;
    base::Instant now;
    std::vector<std::string> parts;            ///< what stands in the path's `{}`
    std::map<std::string, std::string> query;  ///< decoded
    bool took_effect = false;
};

enum class Needs { Token, User };

struct Route {
    const char* method;
    std::string_view path;  ///< `{id}` must be a UUID, `{number}` digits
    Needs needs;
    Answer (*handler)(Turn&);
};

/// Reads of referrals, assessments and sessions.
Answer list_referrals(Turn& turn);
Answer get_referral(Turn& turn);
Answer get_approved_plans(Turn& turn);
Answer get_assessment(Turn& turn);
Answer get_sessions(Turn& turn);
Answer get_session(Turn& turn);
Answer get_withdrawal_reasons(Turn& turn);

/// Attendance, session feedback and submit, of the initial assessment and of a session.
Answer put_assessment_attendance(Turn& turn);
Answer put_assessment_feedback(Turn& turn);
Answer submit_assessment(Turn& turn);
Answer put_session_attendance(Turn& turn);
Answer put_session_feedback(Turn& turn);
Answer submit_session(Turn& turn);

/// 403 where the bearer's groups do not reach the referral; an Answer with status 200 where they do.
Answer access_to(const Bearer& bearer, const Referral& referral);
/// Whether a provider's user has the groups for it, and a practitioner always.
bool may_see(const User& user, const Referral& referral);
/// 403 for a bare client, a user of another service, or a provider's user without any groups; otherwise 200.
Answer user_scope(const Bearer& bearer);

inline bool is_ok(const Answer& answer) {
    return answer.status == 200;
}

}  // namespace sandbox
