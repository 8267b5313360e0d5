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

namespace {

/// A sentence, to go on.
std::string without_end(std::string words) {
    if (words.ends_with('.')) words.pop_back();
    return words;
}

/// The pause that comes with one more call without success, the `number`-th that ends in a pause.
base::Instant pause_end(unsigned number, const LinkPolicy& policy, base::Instant now,
                        base::Entropy& entropy) {
    const RetryPolicy pauses{policy.pause_min, policy.pause_max, 0};
    return now + wait_before_try(pauses, static_cast<int>(number), entropy);
}

}  // namespace

CaseLink after_step(const CaseLink& link, Reached reached, const std::string& words, const LinkPolicy& policy,
                    base::Instant now, base::Entropy& entropy) {
    switch (reached) {
        case Reached::NotAsked:
            return link;
        case Reached::Answered:
            return open_again(link);
        case Reached::NoAnswer:
        case Reached::NotSignedIn:
            break;
    }
    CaseLink next = link;
    ++next.unanswered;
    if (!next.unanswered_since || *next.unanswered_since > now) next.unanswered_since = now;
    if (reached == Reached::NotSignedIn) {
        next.sign_in = words;
        next.ask_again_at = pause_end(next.unanswered, policy, now, entropy);
        return next;
    }
    next.sign_in.clear();
    if (next.unanswered < policy.unanswered_max) return next;
    next.ask_again_at = pause_end(next.unanswered - policy.unanswered_max + 1, policy, now, entropy);
    return next;
}

std::string not_asked_because(const CaseLink& link, const LinkPolicy& policy, base::Instant now) {
    if (may_ask(link, policy, now)) return {};
    if (!link.sign_in.empty())
        return "not asked until " + domain::london_time(*link.ask_again_at) + ": " +
               without_end(link.sign_in);
    return "not asked until " + domain::london_time(*link.ask_again_at) + ", because " +
           std::to_string(link.unanswered) + " calls in a row since " +
           domain::london_time(link.unanswered_since.value_or(now)) + " got no answer";
}

}  // namespace server::app
