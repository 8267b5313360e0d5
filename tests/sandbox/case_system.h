#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "tests/sandbox/call.h"
#include "tests/sandbox/faults.h"
#include "tests/sandbox/message.h"
#include "tests/sandbox/tokens.h"
#include "tests/sandbox/world.h"

namespace sandbox {

/// Everything the sandbox holds.
struct Holdings {
    World world;
    Tokens tokens;
    Faults faults;
    std::vector<Call> calls;
};

/// Stands in for Refer and Monitor and for HMPPS Auth: a request and the time in, an answer out. No sockets;
/// every member may be called from any thread.
///
/// Addresses: R&M's own paths at the root, the token at any path that ends in `/oauth/token`, and the
/// sandbox's own controls below `/_sandbox/` (docs/case-system-sandbox.md).
class CaseSystem {
public:
    explicit CaseSystem(World world, TokenSettings tokens = {});

    Outcome handle(const Request& request, base::Instant now);

    /// Looks at or changes the world between two calls: `f(World&)`.
    template <class F>
    auto with_world(F&& f) {
        const std::lock_guard lock(mutex_);
        return f(held_.world);
    }

    /// Every call so far, in the order they came; `/_sandbox/` and `/health` are not among them.
    std::vector<Call> calls() const;
    /// Those of this method (empty: any) with this text in their path.
    std::vector<Call> calls(const std::string& method, const std::string& path_part) const;
    Effects effects(const std::string& appointment) const;
    /// Told of every call, in order, before its answer is sent. Must not call back into the sandbox.
    void on_call(std::function<void(const Call&)> told);

    void add_fault(Fault fault);
    void clear_faults();
    void forget_tokens();
    void set_token_lifetime(std::chrono::seconds lifetime);
    /// A refresh token of this user, as a browser sign-in would have brought it; empty for an unknown user.
    std::string sign_in(const std::string& username);

private:
    Outcome struck(const Request& request, base::Instant now, Call& call);
    Answer answer(const Request& request, base::Instant now, Call& call);

    mutable std::mutex mutex_;
    Holdings held_;
    std::function<void(const Call&)> told_;
};

}  // namespace sandbox
