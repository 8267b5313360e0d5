#include "server/evidence/event_words.h"

#include "server/evidence/words.h"

namespace server::evidence {
namespace {

using domain::AttendanceEvent;
using domain::EventKind;

std::string kind_of_event(EventKind kind) {
    switch (kind) {
        case EventKind::Arrived:
            return "Came";
        case EventKind::CameAfterEnd:
            return "Came after the end";
        case EventKind::Undone:
            return "The person took the check-in back";
        case EventKind::ReasonGiven:
            return "The person said why they were late";
        case EventKind::TimeDecided:
            return "Staff settled when the person came";
        case EventKind::AbsenceConfirmed:
            return "Staff confirmed that the person did not attend";
        case EventKind::SessionNotHeld:
            return "Staff said that the session was not held";
        case EventKind::SubmitDecided:
            return "Staff decided to share the record with the practitioner";
        case EventKind::PractitionerTold:
            return "The practitioner was told by telephone";
        case EventKind::LeftToPerson:
            return "Left to a person to decide";
        case EventKind::AbsenceWithdrawn:
            return "Staff took back that the person did not attend";
        case EventKind::SessionHeld:
            return "Staff said that the session was held after all";
        case EventKind::ResendDecided:
            return "Staff had it sent to the case system again";
        case EventKind::CorrectedThere:
            return "Staff put it right in the case system by hand";
        case EventKind::InterventionCompleted:
            return "Staff said that the intervention is completed";
        case EventKind::SlipMade:
            return "Staff gave the person a slip";
        case EventKind::SlipRevoked:
            return "Staff ended the person's slip";
    }
    return "";
}

std::string attendance_words(domain::Attendance attendance) {
    switch (attendance) {
        case domain::Attendance::Yes:
            return "in time";
        case domain::Attendance::Late:
            return "late";
        case domain::Attendance::No:
            return "did not attend";
    }
    return "";
}

bool tells_attendance(const AttendanceEvent& event) {
    return event.attendance && event.kind != EventKind::AbsenceConfirmed;
}

}  // namespace

std::string not_held_words(domain::NoSessionReason reason) {
    switch (reason) {
        case domain::NoSessionReason::PersonAcceptable:
            return "because of the person, acceptably";
        case domain::NoSessionReason::PersonUnacceptable:
            return "because of the person, not acceptably";
        case domain::NoSessionReason::Logistics:
            return "because of the place or the service";
    }
    return "";
}

std::string event_words(const AttendanceEvent& event) {
    std::string words = kind_of_event(event.kind);
    if (event.at) words += ", at " + moment_words(*event.at);
    if (tells_attendance(event)) words += ": " + attendance_words(*event.attendance);
    if (event.queued) words += ". There was a queue: counted from when it began";
    if (event.recorded_offline) words += ". Recorded while the server was away, and sent later";
    if (event.clock == domain::ClockState::Doubtful) words += ". The time is not certain";
    return words;
}

std::string by_words(const app::ProvenEvent& proven) {
    const AttendanceEvent& event = proven.event;
    switch (proven.opened) {
        case app::Opened::Erased:
            return "no longer held";
        case app::Opened::InConfidence:
            return event.actor + " (what was said is not passed on)";
        case app::Opened::Yes:
            break;
    }
    const std::string actor = event.actor.empty() ? "the hub's server" : event.actor;
    return event.reason.empty() ? actor : actor + ": " + event.reason;
}

}  // namespace server::evidence
