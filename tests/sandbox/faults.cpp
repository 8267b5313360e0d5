#include "tests/sandbox/faults.h"

#include <algorithm>
#include <array>

namespace sandbox {
namespace {

struct Word {
    FaultKind kind;
    const char* text;
};
constexpr std::array kWords{
    Word{FaultKind::Delay, "delay"},
    Word{FaultKind::DropUnheard, "drop_unheard"},
    Word{FaultKind::DropUnanswered, "drop_unanswered"},
    Word{FaultKind::Status, "status"},
    Word{FaultKind::StatusUnheeded, "status_unheeded"},
    Word{FaultKind::TimeOutUnheard, "time_out_unheard"},
    Word{FaultKind::TimeOutUnanswered, "time_out_unanswered"},
};

}  // namespace

const char* word_of(FaultKind kind) {
    return std::ranges::find(kWords, kind, &Word::kind)->text;
}

std::optional<FaultKind> fault_kind_of(const std::string& word) {
    for (const Word& one : kWords)
        if (one.text == word) return one.kind;
    return std::nullopt;
}

std::optional<Fault> Faults::strike(const std::string& method, const std::string& target) {
    const auto found = std::ranges::find_if(list_, [&](const Fault& fault) {
        return (fault.method.empty() || fault.method == method) &&
               target.find(fault.path_part) != std::string::npos;
    });
    if (found == list_.end()) return std::nullopt;
    Fault struck = *found;
    if (found->times != kUntilCleared && --found->times <= 0) list_.erase(found);
    return struck;
}

}  // namespace sandbox
