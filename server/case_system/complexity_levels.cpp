#include "server/case_system/complexity_levels.h"

#include <algorithm>
#include <array>
#include <utility>

namespace server::case_system {
namespace {

using figures::Complexity;

/// By service category: Lifestyle and Associates, Family and Significant Others, Emotional Wellbeing, Social
/// Inclusion; ids of the reference data of Refer and Monitor.
constexpr std::array<std::pair<std::string_view, Complexity>, 12> kLevels{{
    {"a8860894-2610-4070-aa66-72089417ceb2", Complexity::Low},
    {"707a0244-6bfe-4f0a-80d9-5e79498e81a8", Complexity::Medium},
    {"005566a2-ca85-471c-9ac0-38f3aa749092", Complexity::High},
    {"ddc8ee4a-403e-47cc-9af1-815938429bbc", Complexity::Low},
    {"8e409327-e3ab-4c91-9300-2f61a409789f", Complexity::Medium},
    {"52ca5958-56c6-4ae3-99ca-86180265f717", Complexity::High},
    {"cb6f1c1c-29d4-4d34-902e-3c89ee8428a0", Complexity::Low},
    {"46c1ae33-f90b-4dfc-83f7-6eec49209084", Complexity::Medium},
    {"64a1b7ba-305e-4bcc-b427-01b575ace941", Complexity::High},
    {"85aa5a57-62d3-4b9d-9642-248e7be4bebc", Complexity::Low},
    {"64eb3c83-c562-4a63-9182-68a3a7725463", Complexity::Medium},
    {"f1eebd5e-4a0f-457e-b1a8-62e8c7de1afd", Complexity::High},
}};

}  // namespace

Complexity complexity_of(std::string_view level_id) {
    const auto found = std::find_if(kLevels.begin(), kLevels.end(),
                                    [level_id](const auto& one) { return one.first == level_id; });
    return found == kLevels.end() ? Complexity::NotKnown : found->second;
}

}  // namespace server::case_system
