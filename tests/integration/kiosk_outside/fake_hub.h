#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "tests/support/tls/authority.h"
#include "tests/support/tls/scripted_server.h"

/// Stands in for the hub's server at the kiosk door: answers each path with what a test has set, or as a
/// server in order would.
class FakeHub {
public:
    FakeHub();

    void start();  ///< always on the same port
    void stop();
    const std::string& url() const { return url_; }
    const support::Authority& authority() const { return authority_; }

    /// The next request to this path is answered so, the one after it as usual.
    void say_once(const std::string& path, support::Said said);
    /// The next request to this path is stored, and then the connection breaks in the middle of the reply.
    void lose_reply_once(const std::string& path);
    /// Every request to this path, until start() is called again or it is told otherwise.
    void say_always(const std::string& path, support::Said said);
    void as_usual(const std::string& path);

    std::vector<support::SeenRequest> seen(const std::string& path) const;
    /// Bodies by Idempotency-Key, of what this hub has stored: each key once, whatever was sent.
    std::map<std::string, std::string> stored() const;

private:
    support::Said answer(const support::SeenRequest& request);
    support::Said usual_answer(const support::SeenRequest& request) const;

    support::Authority authority_{"hub authority"};
    support::Identity identity_ = authority_.server("hub");
    mutable std::mutex mutex_;
    std::map<std::string, support::Said> once_, always_;
    std::set<std::string> reply_lost_;
    std::vector<support::SeenRequest> seen_;
    std::map<std::string, std::string> stored_;
    unsigned short port_ = 0;
    std::string url_;
    std::unique_ptr<support::ScriptedServer> server_;
};
