#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sandbox {

/// What goes wrong with a call. "Unheard" faults strike before the call has any effect, "unanswered" ones
/// after.
enum class FaultKind {
    Delay,              ///< answered as usual, later
    DropUnheard,        ///< the connection is closed; nothing has happened
    DropUnanswered,     ///< the connection is closed after the effect: the caller cannot know
    Status,             ///< a status such as 503 or 429 and nothing has happened
    StatusUnheeded,     ///< the effect, and then the status all the same
    TimeOutUnheard,     ///< never answered; nothing has happened
    TimeOutUnanswered,  ///< never answered, after the effect
};

inline constexpr int kUntilCleared = -1;

struct Fault {
    FaultKind kind = FaultKind::Status;
    std::string method;     ///< empty: any
    std::string path_part;  ///< anywhere in the path and query; empty: any
    int times = 1;          ///< calls still to be struck, or kUntilCleared
    int status = 503;       ///< of the Status kinds
    std::chrono::milliseconds delay{0};
};

/// "delay", "drop_unheard", "drop_unanswered", "status", "status_unheeded", "time_out_unheard",
/// "time_out_unanswered".
const char* word_of(FaultKind kind);
std::optional<FaultKind> fault_kind_of(const std::string& word);

/// The faults that are switched on. The oldest that matches a call strikes it.
class Faults {
public:
    void add(Fault fault) { list_.push_back(std::move(fault)); }
    void clear() { list_.clear(); }
    const std::vector<Fault>& list() const { return list_; }
    /// The fault that strikes this call; one of its times is used up.
    std::optional<Fault> strike(const std::string& method, const std::string& target);

private:
    std::vector<Fault> list_;
};

}  // namespace sandbox
