#include "tests/unit/forwarding/fake_case_system.h"

#include <algorithm>

namespace forwarding {

using server::app::AttendanceDraft;
using server::app::CaseAttendance;
using server::app::CaseError;
using server::app::CaseFailure;
using server::app::CaseResult;
using server::app::FeedbackDraft;

namespace {

CaseAttendance answered(CaseAttendance there) {
    there.status = 200;
    return there;
}

}  // namespace

std::optional<FakeCaseSystem::Failure> FakeCaseSystem::failure_of(Verb verb) {
    for (Failure& failure : failures) {
        if (failure.verb != verb || failure.times == 0) continue;
        --failure.times;
        return failure;
    }
    return std::nullopt;
}

template <class Write>
CaseResult<CaseAttendance> FakeCaseSystem::write(Verb verb, const domain::Appointment& one,
                                                 const Write& write) {
    calls.push_back(verb);
    if (during) during(verb);
    const auto failure = failure_of(verb);
    if (failure && failure->effect == Effect::None) return tl::unexpected<CaseError>(failure->error);
    CaseAttendance& there = held[one.id];
    if (there.submitted) return tl::unexpected<CaseError>({CaseFailure::Conflict, 409, "submitted"});
    write(there);
    if (failure) return tl::unexpected<CaseError>(failure->error);
    return answered(there);
}

CaseResult<CaseAttendance> FakeCaseSystem::attendance(const domain::Appointment& one) {
    calls.push_back(Verb::Read);
    if (during) during(Verb::Read);
    if (const auto failure = failure_of(Verb::Read)) return tl::unexpected<CaseError>(failure->error);
    return answered(held[one.id]);
}

CaseResult<CaseAttendance> FakeCaseSystem::put_attendance(const domain::Appointment& one,
                                                          const AttendanceDraft& draft) {
    return write(Verb::PutAttendance, one, [&](CaseAttendance& there) {
        if (there.session_happened != draft.session_happened) {
            if (there.feedback_begun) ++wiped;
            there = CaseAttendance{};
        }
        there.attended = draft.attendance;
        there.session_happened = draft.session_happened;
    });
}

CaseResult<CaseAttendance> FakeCaseSystem::put_feedback(const domain::Appointment& one,
                                                        const FeedbackDraft& draft) {
    feedback.push_back(draft);
    return write(Verb::PutFeedback, one, [&](CaseAttendance& there) {
        if (there.feedback_begun) ++wiped;
        there.feedback_begun = false;
        there.late = draft.late ? std::optional(true) : std::nullopt;
        there.late_reason = draft.late_reason;
        there.no_session_reason = draft.no_session_reason;
        there.note = draft.note;
    });
}

CaseResult<CaseAttendance> FakeCaseSystem::submit(const domain::Appointment& one) {
    return write(Verb::Submit, one, [&](CaseAttendance& there) {
        there.submitted = true;
        ++submits;
    });
}

int FakeCaseSystem::count(Verb verb) const {
    return static_cast<int>(std::count(calls.begin(), calls.end(), verb));
}

}  // namespace forwarding
