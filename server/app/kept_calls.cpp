#include "server/app/kept_calls.h"

#include <utility>

namespace server::app {
namespace {

/// Lines of `name: value`; what somebody typed stays on its line.
class Lines {
public:
    Lines& add(const char* name, std::string_view value) {
        if (!text_.empty()) text_ += '\n';
        text_ += name;
        text_ += ": ";
        for (const char c : value) text_ += c == '\n' || c == '\r' ? ' ' : c;
        return *this;
    }
    Lines& add_if_said(const char* name, std::string_view value) {
        return value.empty() ? *this : add(name, value);
    }
    Lines& add_if_said(const char* name, const std::optional<bool>& value) {
        return value ? add(name, *value ? "yes" : "no") : *this;
    }
    Lines& add_if_said(const char* name, const std::optional<domain::NoSessionReason>& reason) {
        return reason ? add(name, domain::to_word(*reason)) : *this;
    }
    std::string text() { return std::move(text_); }

private:
    std::string text_;
};

Reached reached_after(CaseFailure failure) {
    switch (failure) {
        case CaseFailure::Unreachable:
            return Reached::NoAnswer;
        case CaseFailure::NotSignedIn:
            return Reached::NotSignedIn;
        case CaseFailure::ServerError:
        case CaseFailure::NotAllowed:
        case CaseFailure::Conflict:
        case CaseFailure::TooEarly:
        case CaseFailure::Refused:
        case CaseFailure::NotUnderstood:
            break;
    }
    return Reached::Answered;
}

constexpr const char* kAttended = "attended";
constexpr const char* kHappened = "session happened";
constexpr const char* kLate = "late";
constexpr const char* kLateReason = "late reason";
constexpr const char* kNoSession = "why not held";
constexpr const char* kNote = "note";

}  // namespace

std::string in_words(const AttendanceDraft& draft) {
    return Lines()
        .add(kAttended, domain::to_word(draft.attendance))
        .add(kHappened, draft.session_happened ? "yes" : "no")
        .text();
}

std::string in_words(const FeedbackDraft& draft) {
    return Lines()
        .add(kLate, draft.late ? "yes" : "no")
        .add_if_said(kLateReason, draft.late_reason)
        .add_if_said(kNoSession, draft.no_session_reason)
        .add_if_said(kNote, draft.note)
        .text();
}

std::string in_words(const CaseAttendance& theirs) {
    return Lines()
        .add(kAttended, theirs.attended ? domain::to_word(*theirs.attended) : "not recorded")
        .add_if_said(kHappened, theirs.session_happened)
        .add_if_said(kLate, theirs.late)
        .add_if_said(kLateReason, theirs.late_reason)
        .add_if_said(kNoSession, theirs.no_session_reason)
        .add_if_said(kNote, theirs.note)
        .add_if_said("somebody else's feedback", std::string_view(theirs.feedback_begun ? "yes" : ""))
        .add("submitted", theirs.submitted ? "yes" : "no")
        .text();
}

KeptCalls::KeptCalls(CaseSystem& case_system, base::Entropy& entropy, const domain::Update& update,
                     base::Instant at)
    : case_system_(case_system), entropy_(entropy) {
    named_.appointment = update.appointment;
    named_.update = update.id;
    named_.person = update.person;
    named_.at = at;
}

CaseResult<CaseAttendance> KeptCalls::attendance(const domain::Appointment& appointment) {
    return note(CaseCall::Read, appointment, "", case_system_.attendance(appointment));
}

CaseResult<CaseAttendance> KeptCalls::put_attendance(const domain::Appointment& appointment,
                                                     const AttendanceDraft& draft) {
    return note(CaseCall::PutAttendance, appointment, in_words(draft),
                case_system_.put_attendance(appointment, draft));
}

CaseResult<CaseAttendance> KeptCalls::put_feedback(const domain::Appointment& appointment,
                                                   const FeedbackDraft& draft) {
    return note(CaseCall::PutFeedback, appointment, in_words(draft),
                case_system_.put_feedback(appointment, draft));
}

CaseResult<CaseAttendance> KeptCalls::submit(const domain::Appointment& appointment) {
    return note(CaseCall::Submit, appointment, "", case_system_.submit(appointment));
}

CaseResult<CaseAttendance> KeptCalls::note(CaseCall call, const domain::Appointment& appointment,
                                           std::string sent, CaseResult<CaseAttendance> answer) {
    Exchange one = named_;
    one.id = base::new_uuid_at(entropy_, named_.at);
    one.call = call;
    one.address = case_system_.address_of(call, appointment);
    one.status = answer ? answer->status : answer.error().status;
    one.sent = std::move(sent);
    one.answered = answer ? in_words(*answer) : answer.error().words;
    noted_.push_back(std::move(one));
    reached_ = answer ? Reached::Answered : reached_after(answer.error().failure);
    failed_because_ = answer ? std::string() : answer.error().words;
    return answer;
}

}  // namespace server::app
