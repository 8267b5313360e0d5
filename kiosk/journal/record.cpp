#include "kiosk/journal/record.h"

#include <array>
#include <utility>

namespace kiosk::journal {
namespace {

constexpr std::array<std::pair<RecordKind, std::string_view>, 6> kWords{{{RecordKind::Arrival, "arrival"},
                                                                         {RecordKind::Undo, "undo"},
                                                                         {RecordKind::Reason, "reason"},
                                                                         {RecordKind::Call, "call"},
                                                                         {RecordKind::Offer, "offer"},
                                                                         {RecordKind::Answers, "answers"}}};

}  // namespace

std::string_view to_word(RecordKind kind) {
    for (const auto& [known, word] : kWords) {
        if (known == kind) return word;
    }
    return {};
}

std::optional<RecordKind> record_kind_from_word(std::string_view word) {
    for (const auto& [kind, known] : kWords) {
        if (known == word) return kind;
    }
    return std::nullopt;
}

}  // namespace kiosk::journal
