#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/app/retry_policy.h"

/// Whether the case system is asked at all: after several calls in a row without an answer the hub stops
/// asking for a while, then makes one call to see. Pure.
namespace server::app {

/// How the newest calls about updates went; kept, so that every program of the hub sees it.
struct CaseLink {
    unsigned unanswered = 0;                        ///< in a row, since the last answer
    std::optional<base::Instant> unanswered_since;  ///< when the first of them was made
    std::optional<base::Instant> ask_again_at;      ///< set: not asked before
    /// Why the case system's sign-in service does not accept the hub, and what to do; empty: it does, as far
    /// as is known.
    std::string sign_in{};
    /// What is wrong with the folders of files, or with a file that came back, and what to do; empty:
    /// nothing.
    std::string trouble{};

    bool operator==(const CaseLink&) const = default;
};

struct LinkPolicy {
    unsigned unanswered_max = 5;  ///< with so many in a row the hub stops asking
    /// How long: about the first, doubled with each further call without an answer, at most the second.
    std::chrono::seconds pause_min{60};
    std::chrono::seconds pause_max{900};
};

/// How a step's last call went. NotSignedIn: nothing was asked, because the sign-in was refused.
enum class Reached { NotAsked, Answered, NoAnswer, NotSignedIn };

/// Whether a call may be made now. A pause that ends later than any pause can was made by a clock that ran
/// ahead: it counts for nothing.
bool may_ask(const CaseLink& link, const LinkPolicy& policy, base::Instant now);

/// The link after a step. Any answer, a refusal too, shows that the case system is there. A refused sign-in
/// stops all calls at once, for it would refuse the next one too; `words` say why, for people.
CaseLink after_step(const CaseLink& link, Reached reached, const std::string& words, const LinkPolicy& policy,
                    base::Instant now, base::Entropy& entropy);

/// The link once the case system has answered.
CaseLink open_again(const CaseLink& link);

/// `not asked until 14:05, because 5 calls in a row since 13:58 got no answer`, or because of the sign-in;
/// empty while it is asked.
std::string not_asked_because(const CaseLink& link, const LinkPolicy& policy, base::Instant now);

}  // namespace server::app
