#include "server/case_system/encode_drafts.h"

#include <nlohmann/json.hpp>

namespace server::case_system {
namespace {

using Json = nlohmann::json;

/// Bytes that are not UTF-8 are replaced: a note typed by somebody must never stop an update.
std::string written(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const char* word_of(domain::Attendance attendance) {
    switch (attendance) {
        case domain::Attendance::Yes:
            return "yes";
        case domain::Attendance::Late:
            return "late";
        case domain::Attendance::No:
            return "no";
    }
    return "yes";
}

void add_reason(Json& body, domain::NoSessionReason reason, const std::string& note) {
    switch (reason) {
        case domain::NoSessionReason::PersonAcceptable:
            body["noSessionReasonType"] = "POP_ACCEPTABLE";
            body["noSessionReasonPopAcceptable"] = note;
            return;
        case domain::NoSessionReason::PersonUnacceptable:
            body["noSessionReasonType"] = "POP_UNACCEPTABLE";
            body["noSessionReasonPopUnacceptable"] = note;
            return;
        case domain::NoSessionReason::Logistics:
            body["noSessionReasonType"] = "LOGISTICS";
            body["noSessionReasonLogistics"] = note;
            return;
    }
}

}  // namespace

std::string encode_attendance(const app::AttendanceDraft& draft) {
    return written({{"attended", word_of(draft.attendance)}, {"didSessionHappen", draft.session_happened}});
}

std::string encode_feedback(const app::FeedbackDraft& draft) {
    Json body = Json::object();
    if (draft.late) {
        body["late"] = true;
        body["lateReason"] = draft.late_reason;
    }
    if (draft.no_session_reason)
        add_reason(body, *draft.no_session_reason, draft.note);
    else if (!draft.note.empty())
        body["noAttendanceInformation"] = draft.note;
    return written(body);
}

}  // namespace server::case_system
