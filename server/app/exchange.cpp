#include "server/app/exchange.h"

#include <array>

namespace server::app {

std::string_view to_word(CaseCall call) {
    switch (call) {
        case CaseCall::Read:
            return "read";
        case CaseCall::PutAttendance:
            return "put_attendance";
        case CaseCall::PutFeedback:
            return "put_feedback";
        case CaseCall::Submit:
            return "submit";
        case CaseCall::WriteFile:
            return "write_file";
        case CaseCall::FileAnswer:
            return "file_answer";
    }
    return "";
}

std::optional<CaseCall> case_call_from_word(std::string_view word) {
    for (const CaseCall call : {CaseCall::Read, CaseCall::PutAttendance, CaseCall::PutFeedback,
                                CaseCall::Submit, CaseCall::WriteFile, CaseCall::FileAnswer}) {
        if (to_word(call) == word) return call;
    }
    return std::nullopt;
}

}  // namespace server::app
