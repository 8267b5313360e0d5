#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "server/app/account.h"
#include "server/app/vault.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/domain/calendar.h"
#include "shared/domain/ids.h"

namespace server::reception {

/// How far somebody has come on the way in.
enum class Stage {
    PasswordDue,      ///< came with a one-time code and must choose a password
    SecondFactorDue,  ///< must set the second factor up
    CodeDue,          ///< the password was right; the code of the second factor is still to come
    In,
};

inline constexpr std::chrono::hours kSessionLasts{12};  ///< however busy it is
inline constexpr std::chrono::minutes kWayInLasts{15};  ///< from the first step to In
inline constexpr std::size_t kSessionsMax = 1000;       ///< beyond it the oldest ends
/// So long after the last act of a person names are shown no more, until a PIN brings them back.
inline constexpr std::chrono::minutes kNamesStay{5};
inline constexpr unsigned kWrongPinsMax = 5;           ///< the last of them ends the session
inline constexpr char kCookie[] = "__Host-reception";  ///< HttpOnly, Secure, SameSite=Strict

struct Session {
    app::AccountId account;
    Stage stage = Stage::CodeDue;
    std::int64_t since = 0;   ///< app::Account::sessions_since then: another now, and the session is over
    base::BootTime began{};   ///< by the clock that nobody sets
    base::BootTime here{};    ///< when a person last did something with it
    unsigned wrong_pins = 0;  ///< since the last right one
    std::string new_second_factor;  ///< the key that is shown to be set up, until it is confirmed
    domain::Date seen_on{};  ///< the day whose board shows these people's names to this session already
    std::set<domain::PersonId> seen;
};

/// Who is signed in. In memory alone: a restart of the server signs everybody out. The browser holds a token
/// of 32 random bytes; here stands its hash only. From any thread.
class Sessions {
public:
    Sessions(const app::Vault& vault, base::Entropy& entropy, const base::Clock& clock)
        : vault_(vault), entropy_(entropy), clock_(clock) {}

    /// A token of chance, in 64 hexadecimal digits, for the cookie.
    std::string new_token();
    static bool is_token(std::string_view text);

    /// Begins a session under a token of its own, never under one that the browser has brought.
    std::string open(const app::Account& account, Stage stage);
    /// None when there is none or its time is over.
    std::optional<Session> find(std::string_view token);
    void change(std::string_view token, const std::function<void(Session&)>& change);
    void close(std::string_view token);

    /// A person does something with it.
    void note_here(std::string_view token);
    /// Whether kNamesStay has gone by since.
    bool is_away(const Session& session) const;
    /// A wrong PIN; the last of kWrongPinsMax ends the session.
    void count_wrong_pin(std::string_view token);

    /// What a form of whoever holds this token must bring back, so that no other site's form is taken.
    std::string form_token(std::string_view token) const;

private:
    bool is_over(const Session& session) const;

    const app::Vault& vault_;
    base::Entropy& entropy_;
    const base::Clock& clock_;
    std::mutex mutex_;
    std::map<app::Digest, Session> sessions_;
};

/// Whether two secrets are the same, in a time that says nothing of where they differ.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace server::reception
