#include "server/reception/sessions.h"

#include <algorithm>
#include <array>
#include <span>

namespace server::reception {
namespace {

constexpr std::size_t kTokenBytes = 32;

template <class Bytes>
std::string hexadecimal(const Bytes& bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const auto each : bytes) {
        const auto byte = static_cast<unsigned char>(each);
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace

std::string Sessions::new_token() {
    std::array<std::byte, kTokenBytes> chance{};
    entropy_.fill(chance);
    return hexadecimal(chance);
}

bool Sessions::is_token(std::string_view text) {
    return text.size() == 2 * kTokenBytes && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

std::string Sessions::open(const app::Account& account, Stage stage) {
    std::string token = new_token();
    Session session;
    session.account = account.id;
    session.stage = stage;
    session.since = account.sessions_since;
    session.began = session.here = clock_.boot_time();
    const std::lock_guard lock(mutex_);
    std::erase_if(sessions_, [this](const auto& one) { return is_over(one.second); });
    if (sessions_.size() >= kSessionsMax) {
        const auto oldest =
            std::min_element(sessions_.begin(), sessions_.end(),
                             [](const auto& a, const auto& b) { return a.second.began < b.second.began; });
        sessions_.erase(oldest);
    }
    sessions_[vault_.digest(token)] = std::move(session);
    return token;
}

std::optional<Session> Sessions::find(std::string_view token) {
    if (!is_token(token)) return std::nullopt;
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(vault_.digest(token));
    if (found == sessions_.end()) return std::nullopt;
    if (!is_over(found->second)) return found->second;
    sessions_.erase(found);
    return std::nullopt;
}

void Sessions::change(std::string_view token, const std::function<void(Session&)>& change) {
    const std::lock_guard lock(mutex_);
    const auto found = sessions_.find(vault_.digest(token));
    if (found != sessions_.end()) change(found->second);
}

void Sessions::close(std::string_view token) {
    const std::lock_guard lock(mutex_);
    sessions_.erase(vault_.digest(token));
}

void Sessions::note_here(std::string_view token) {
    change(token, [this](Session& session) { session.here = clock_.boot_time(); });
}

bool Sessions::is_away(const Session& session) const {
    return session.stage == Stage::In && clock_.boot_time() - session.here >= base::BootTime(kNamesStay);
}

void Sessions::count_wrong_pin(std::string_view token) {
    bool is_last = false;
    change(token, [&is_last](Session& session) { is_last = ++session.wrong_pins >= kWrongPinsMax; });
    if (is_last) close(token);
}

std::string Sessions::form_token(std::string_view token) const {
    return hexadecimal(vault_.find_hash("form_token", token));
}

bool Sessions::is_over(const Session& session) const {
    const base::BootTime age = clock_.boot_time() - session.began;
    return age >= (session.stage == Stage::In ? base::BootTime(kSessionLasts) : base::BootTime(kWayInLasts));
}

bool same_secret(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        difference |=
            static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
    }
    return difference == 0;
}

}  // namespace server::reception
