#include "server/app/drop_batch.h"

namespace server::app {

std::string_view to_word(BatchState state) {
    switch (state) {
        case BatchState::Made:
            return "made";
        case BatchState::Prepared:
            return "prepared";
        case BatchState::Leaving:
            return "leaving";
        case BatchState::HandedOver:
            return "handed_over";
        case BatchState::Answered:
            return "answered";
        case BatchState::Abandoned:
            return "abandoned";
    }
    return "";
}

std::optional<BatchState> batch_state_from_word(std::string_view word) {
    for (const BatchState state : {BatchState::Made, BatchState::Prepared, BatchState::Leaving,
                                   BatchState::HandedOver, BatchState::Answered, BatchState::Abandoned}) {
        if (to_word(state) == word) return state;
    }
    return std::nullopt;
}

}  // namespace server::app
