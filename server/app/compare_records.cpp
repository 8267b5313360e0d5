#include "server/app/compare_records.h"

#include <algorithm>
#include <string_view>

#include "shared/domain/calendar.h"

namespace server::app {

using domain::Attendance;
using domain::Update;

namespace {

/// Sent where the case system wants words and staff gave none.
constexpr const char* kNoNote = "No further information";

constexpr std::string_view kLateForm = "Arrived 00:00 for 00:00";

std::string late_words(const Update& ours) {
    if (!ours.arrived_at) return "Arrived late";
    return "Arrived " + domain::london_time(*ours.arrived_at) + " for " + domain::london_time(ours.start);
}

/// Whether a hub wrote this reason: the words of late_words() with any times.
bool is_hub_words(std::string_view reason) {
    return reason.size() == kLateForm.size() &&
           std::equal(reason.begin(), reason.end(), kLateForm.begin(), [](char written, char form) {
               return form == '0' ? written >= '0' && written <= '9' : written == form;
           });
}

bool anything_in_feedback(const CaseAttendance& theirs) {
    return theirs.feedback_begun || theirs.late.value_or(false) || !theirs.late_reason.empty() ||
           theirs.no_session_reason || !theirs.note.empty();
}

/// The draft there is the hub's, untouched, and a person has decided otherwise since.
bool may_correct(const Update& ours, const CaseAttendance& theirs) {
    return ours.drafted_at && !ours.decided_by.empty() && !theirs.feedback_begun &&
           ours.drafted == as_it_reads(theirs);
}

/// All that stands in the feedback is a late flag in the hub's own words.
bool is_hub_feedback(const CaseAttendance& theirs) {
    return !theirs.feedback_begun && is_hub_words(theirs.late_reason) && !theirs.no_session_reason &&
           theirs.note.empty();
}

NextStep ask(const char* why) {
    return {NextStep::Kind::AskPerson, why};
}

constexpr const char* kSubmittedOtherwise =
    "The case system holds a submitted record that differs from the hub's, and it cannot be changed there. "
    "Compare them with the caseworker.";
constexpr const char* kDraftedOtherwise =
    "Somebody has drafted another attendance in the case system. Agree with the caseworker, correct the one "
    "that is wrong, then resend.";
constexpr const char* kFeedbackBegun =
    "Somebody has begun feedback in the case system that sending would overwrite. Ask the caseworker to "
    "record "
    "the attendance there, then resend.";

NextStep attendance_step(const Update& ours, const CaseAttendance& theirs) {
    if (!theirs.attended)
        return anything_in_feedback(theirs) ? ask(kFeedbackBegun)
                                            : NextStep{NextStep::Kind::PutAttendance, {}};
    if (may_correct(ours, theirs)) return {NextStep::Kind::PutAttendance, {}};
    return ask(theirs.feedback_begun ? kFeedbackBegun : kDraftedOtherwise);
}

bool says(const CaseAttendance& theirs, const FeedbackDraft& wanted) {
    const bool note_of_ours = wanted.note.empty() || theirs.note == wanted.note;
    return theirs.late.value_or(false) == wanted.late &&
           theirs.no_session_reason == wanted.no_session_reason && note_of_ours;
}

NextStep feedback_step(const Update& ours, const CaseAttendance& theirs, LateAs late_as) {
    const auto wanted = feedback_draft(ours, late_as);
    const bool ours_is_left = may_correct(ours, theirs) && anything_in_feedback(theirs);
    if (!wanted && !theirs.late.value_or(false) && !ours_is_left) return {};
    if (wanted && says(theirs, *wanted)) return {};
    if (theirs.feedback_begun) return ask(kFeedbackBegun);
    if (!anything_in_feedback(theirs) || is_hub_feedback(theirs) || may_correct(ours, theirs))
        return {NextStep::Kind::PutFeedback, {}};
    return ask(kDraftedOtherwise);
}

bool same_attended(Attendance ours, const std::optional<Attendance>& theirs) {
    if (!theirs) return false;
    switch (ours) {
        case Attendance::Yes:
            return *theirs == Attendance::Yes;
        case Attendance::Late:
            return *theirs == Attendance::Yes || *theirs == Attendance::Late;
        case Attendance::No:
            return *theirs == Attendance::No;
    }
    return false;
}

bool same_happened(const Update& ours, const CaseAttendance& theirs) {
    if (ours.attendance == Attendance::No) return !theirs.session_happened.value_or(false);
    return theirs.session_happened == !ours.not_held.has_value();
}

}  // namespace

AttendanceDraft attendance_draft(const Update& ours, LateAs late_as) {
    switch (ours.attendance) {
        case Attendance::Yes:
            return {Attendance::Yes, !ours.not_held};
        case Attendance::Late:
            return {late_as == LateAs::Value ? Attendance::Late : Attendance::Yes, !ours.not_held};
        case Attendance::No:
            return {Attendance::No, false};
    }
    return {Attendance::Yes, !ours.not_held};
}

std::optional<FeedbackDraft> feedback_draft(const Update& ours, LateAs late_as) {
    FeedbackDraft draft;
    if (ours.attendance == Attendance::Late && late_as == LateAs::Flag) {
        draft.late = true;
        draft.late_reason = late_words(ours);
    }
    if (ours.attendance != Attendance::No) draft.no_session_reason = ours.not_held;
    if (ours.attendance == Attendance::No || ours.not_held)
        draft.note = ours.note.empty() ? kNoNote : ours.note;
    const bool says_anything = draft.late || draft.no_session_reason || !draft.note.empty();
    return says_anything ? std::optional(draft) : std::nullopt;
}

std::string as_it_reads(const CaseAttendance& theirs) {
    const auto truth = [](const std::optional<bool>& value) {
        return value ? (*value ? "yes" : "no") : "-";
    };
    std::string text = theirs.attended ? std::string(domain::to_word(*theirs.attended)) : "-";
    text += std::string(" happened ") + truth(theirs.session_happened) + " late " + truth(theirs.late);
    text += theirs.no_session_reason ? " " + std::string(domain::to_word(*theirs.no_session_reason)) : " -";
    return text + '\n' + theirs.late_reason + '\n' + theirs.note;
}

bool same_record(const Update& ours, const CaseAttendance& theirs) {
    if (!same_attended(ours.attendance, theirs.attended) || !same_happened(ours, theirs)) return false;
    const bool theirs_late = theirs.attended == Attendance::Late || theirs.late.value_or(false);
    if (ours.attendance != Attendance::No && theirs_late != (ours.attendance == Attendance::Late))
        return false;
    return ours.attendance == Attendance::No || ours.not_held == theirs.no_session_reason;
}

NextStep next_step(const Update& ours, const CaseAttendance& theirs, LateAs late_as) {
    if (theirs.submitted)
        return same_record(ours, theirs) ? NextStep{NextStep::Kind::AlreadySubmitted, {}}
                                         : ask(kSubmittedOtherwise);
    const AttendanceDraft wanted = attendance_draft(ours, late_as);
    if (theirs.attended != wanted.attendance || !same_happened(ours, theirs))
        return attendance_step(ours, theirs);
    return feedback_step(ours, theirs, late_as);
}

}  // namespace server::app
