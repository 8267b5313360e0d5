#include "server/app/case_link.h"

#include "shared/domain/calendar.h"

namespace server::app {

bool may_ask(const CaseLink& link, const LinkPolicy& policy, base::Instant now) {
    if (!link.ask_again_at || now >= *link.ask_again_at) return true;
    return *link.ask_again_at - now > policy.pause_max;
}

CaseLink open_again(const CaseLink& link) {
    CaseLink open;
    open.trouble = link.trouble;
    return open;
}

CaseLink after_step(const CaseLink& link, Reached reached, const LinkPolicy& policy, base::Instant now,
                    base::Entropy& entropy) {
    switch (reached) {
        case Reached::NotAsked:
            return link;
        case Reached::Answered:
            return open_again(link);
        case Reached::NoAnswer:
            break;
    }
    CaseLink next = link;
    ++next.unanswered;
    if (!next.unanswered_since || *next.unanswered_since > now) next.unanswered_since = now;
    if (next.unanswered < policy.unanswered_max) return next;
    const RetryPolicy pauses{policy.pause_min, policy.pause_max, 0};
    const int pause = static_cast<int>(next.unanswered - policy.unanswered_max) + 1;
    next.ask_again_at = now + wait_before_try(pauses, pause, entropy);
    return next;
}

std::string not_asked_because(const CaseLink& link, const LinkPolicy& policy, base::Instant now) {
    if (may_ask(link, policy, now)) return {};
    return "not asked until " + domain::london_time(*link.ask_again_at) + ", because " +
           std::to_string(link.unanswered) + " calls in a row since " +
           domain::london_time(link.unanswered_since.value_or(now)) + " got no answer";
}

}  // namespace server::app
