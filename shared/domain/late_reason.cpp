#include "shared/domain/late_reason.h"

namespace domain {

std::string_view to_word(LateReason reason) {
    switch (reason) {
        case LateReason::Transport:
            return "transport";
        case LateReason::Health:
            return "health";
        case LateReason::Caring:
            return "caring";
        case LateReason::Work:
            return "work";
        case LateReason::CouldNotGetIn:
            return "could_not_get_in";
        case LateReason::Other:
            return "other";
    }
    return "";
}

std::optional<LateReason> late_reason_from_word(std::string_view word) {
    for (const LateReason reason : kLateReasons) {
        if (to_word(reason) == word) return reason;
    }
    return std::nullopt;
}

}  // namespace domain
