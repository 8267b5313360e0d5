#pragma once

#include <optional>
#include <string>

#include "server/app/case_system.h"
#include "shared/domain/update.h"

/// What the hub would write for one update, and how that stands to what the case system holds
/// (docs/case-system.md, "Before every write"). Pure.
namespace server::app {

/// Today's case system counts a session only when `attended` is `yes`, and keeps lateness in two fields of
/// the feedback: Flag. Value is the older form, `attended: late`.
enum class LateAs { Flag, Value };

AttendanceDraft attendance_draft(const domain::Update& ours, LateAs late_as);

/// Absent when there is nothing to say beside the attendance.
std::optional<FeedbackDraft> feedback_draft(const domain::Update& ours, LateAs late_as);

/// All that stands there of attendance and feedback, to be kept with the update and compared later: whether
/// somebody has changed a draft since the hub wrote it.
std::string as_it_reads(const CaseAttendance& theirs);

/// Whether both say the same of attendance, lateness, and whether and why not the session was held.
bool same_record(const domain::Update& ours, const CaseAttendance& theirs);

struct NextStep {
    enum class Kind {
        Nothing,  ///< the draft there is ours
        PutAttendance,
        PutFeedback,
        AlreadySubmitted,  ///< and says the same
        AskPerson,         ///< `why` says what clashes and what to do
    };
    Kind kind = Kind::Nothing;
    std::string why;
};

/// The one step that brings the draft nearer to ours without touching anything somebody else has written. An
/// attendance that differs is overwritten only where it still reads as the hub wrote it and a person has
/// decided since, a late flag also where its reason is in the hub's own words.
NextStep next_step(const domain::Update& ours, const CaseAttendance& theirs, LateAs late_as);

}  // namespace server::app
