#include "server/app/forward_step.h"

#include <algorithm>
#include <utility>

namespace server::app {

using base::Instant;
using domain::Appointment;
using domain::Update;
using domain::UpdateState;

namespace {

/// Beyond this the case system's clock is followed: its `Date` counts whole seconds, and a call takes a
/// moment.
constexpr std::chrono::seconds kClocksAgreeWithin{2};
/// A draft that the case system has settled is looked at again no sooner.
constexpr std::chrono::minutes kLookAgain{10};
/// Attendance and feedback, once each.
constexpr int kWritesMax = 2;

constexpr const char* kSomebodyElses =
    "Somebody has begun feedback in the case system, and submitting would finish it. The caseworker should "
    "submit "
    "it there.";
constexpr const char* kNotKept =
    "The case system did not keep what the hub sent. Ask its support, then resend.";
constexpr const char* kPassed = "The deadline has passed.";
constexpr const char* kTheirClock =
    "Waits for the session's end by the case system's clock: the hub server's runs ahead of it.";

Forwarded ask_person(ForwardStep& step, std::string why) {
    step.update.state = UpdateState::WaitingForPerson;
    step.update.why = with_deadline(std::move(why), step.update, step.now);
    return Forwarded::ForPerson;
}

Forwarded drafted(ForwardStep& step) {
    Update& update = step.update;
    update.state = UpdateState::Drafted;
    if (!update.drafted_at) update.drafted_at = step.now;
    update.tries = 0;
    update.next_try = step.now + kLookAgain;
    update.why = with_deadline(update.submit_decided ? "" : "Drafted; waits for somebody to submit it.",
                               update, step.now);
    return Forwarded::Drafted;
}

Forwarded submitted(ForwardStep& step) {
    Update& update = step.update;
    update.state = UpdateState::Submitted;
    // A resend that finds everything as it was does not move the time at which the deadline was met.
    if (step.wrote || !update.submitted_at) update.submitted_at = step.now;
    update.tries = 0;
    update.why = update.submit_decided ? "" : "Submitted in the case system by somebody there.";
    update.why = with_deadline(update.why, update, step.now);
    return Forwarded::Submitted;
}

}  // namespace

Instant not_before(const Update& update, const Appointment& appointment) {
    const bool did_not_happen = update.attendance == domain::Attendance::No || update.not_held;
    return did_not_happen ? appointment.start : domain::end_of(appointment);
}

std::string with_deadline(std::string why, const Update& update, Instant now) {
    if (now < update.deadline || why.find(kPassed) != std::string::npos) return why;
    return why + (why.empty() ? "" : " ") + kPassed;
}

std::string without_deadline(std::string why) {
    const std::size_t at = why.find(kPassed);
    if (at == std::string::npos) return why;
    why.erase(at);
    while (!why.empty() && why.back() == ' ') why.pop_back();
    return why;
}

CaseTalk::CaseTalk(CaseSystem& case_system, base::Entropy& entropy, const ForwardSettings& settings,
                   const ForwardStep& step)
    : calls_(case_system, entropy, step.update, step.now), entropy_(entropy), settings_(settings) {}

Forwarded CaseTalk::talk(ForwardStep& step) {
    const Forwarded forwarded = read_and_write(step);
    step.exchanges = calls_.noted();
    step.reached = calls_.reached();
    step.failed_because = calls_.failed_because();
    return forwarded;
}

Forwarded CaseTalk::read_and_write(ForwardStep& step) {
    auto theirs = calls_.attendance(step.appointment);
    if (!theirs) return after_read(step, theirs.error());
    if (held_by_their_clock(step)) return Forwarded::Held;
    return bring_draft(step, std::move(*theirs));
}

Forwarded CaseTalk::bring_draft(ForwardStep& step, CaseAttendance theirs) {
    for (int writes = 0;; ++writes) {
        const NextStep next = next_step(step.update, theirs, settings_.late_as);
        switch (next.kind) {
            case NextStep::Kind::AlreadySubmitted:
                return submitted(step);
            case NextStep::Kind::AskPerson:
                return ask_person(step, next.why);
            case NextStep::Kind::Nothing:
                // Of a write whose answer was lost.
                if (step.update.drafted.empty()) step.update.drafted = as_it_reads(theirs);
                // A draft is committed as one before it is submitted.
                if (writes == 0 && step.update.drafted_at && step.update.submit_decided)
                    return submit(step, theirs);
                return drafted(step);
            case NextStep::Kind::PutAttendance:
            case NextStep::Kind::PutFeedback:
                break;
        }
        if (writes == kWritesMax) return ask_person(step, kNotKept);
        auto answer = write(step, next.kind);
        if (!answer) return after_write(step, answer.error());
        theirs = std::move(*answer);
        step.update.drafted = as_it_reads(theirs);
    }
}

CaseResult<CaseAttendance> CaseTalk::write(ForwardStep& step, NextStep::Kind kind) {
    step.wrote = true;
    if (kind == NextStep::Kind::PutAttendance)
        return calls_.put_attendance(step.appointment, attendance_draft(step.update, settings_.late_as));
    // Without anything to say, an empty feedback takes back a late flag the hub drafted before.
    return calls_.put_feedback(step.appointment,
                               feedback_draft(step.update, settings_.late_as).value_or(FeedbackDraft{}));
}

Forwarded CaseTalk::submit(ForwardStep& step, const CaseAttendance& theirs) {
    if (theirs.feedback_begun) return ask_person(step, kSomebodyElses);
    step.wrote = true;
    const auto answer = calls_.submit(step.appointment);
    return answer ? submitted(step) : after_write(step, answer.error());
}

/// Nothing was written in this step, so the update is where it was.
Forwarded CaseTalk::after_read(ForwardStep& step, const CaseError& error) {
    switch (count_failure(step.update, error, settings_.retry)) {
        case AfterFailure::TryAgain:
        case AfterFailure::HoldUntilStart:
            step.update.state = step.before;
            return try_again(step);
        case AfterFailure::ReadAndCompare:
        case AfterFailure::AskPerson:
            return ask_person(step, step.update.why);
    }
    return Forwarded::ForPerson;
}

/// The update stays Sending where it may have been accepted: the next try reads before it writes.
Forwarded CaseTalk::after_write(ForwardStep& step, const CaseError& error) {
    switch (count_failure(step.update, error, settings_.retry)) {
        case AfterFailure::TryAgain:
            return try_again(step);
        case AfterFailure::HoldUntilStart:
            return hold_until_start(step);
        case AfterFailure::ReadAndCompare:
            return compare_after(step);
        case AfterFailure::AskPerson:
            return ask_person(step, step.update.why);
    }
    return Forwarded::ForPerson;
}

Forwarded CaseTalk::compare_after(ForwardStep& step) {
    const std::string why = step.update.why;
    const auto theirs = calls_.attendance(step.appointment);
    if (!theirs) {
        switch (count_failure(step.update, theirs.error(), settings_.retry)) {
            case AfterFailure::TryAgain:
                return try_again(step);
            case AfterFailure::HoldUntilStart:
            case AfterFailure::ReadAndCompare:
            case AfterFailure::AskPerson:
                return ask_person(step, why);
        }
    }
    const NextStep next = next_step(step.update, *theirs, settings_.late_as);
    switch (next.kind) {
        case NextStep::Kind::AlreadySubmitted:
            return submitted(step);
        case NextStep::Kind::Nothing:
            return step.update.drafted_at ? ask_person(step, why) : drafted(step);
        case NextStep::Kind::PutAttendance:
        case NextStep::Kind::PutFeedback:
            return ask_person(step, why);
        case NextStep::Kind::AskPerson:
            return ask_person(step, next.why);
    }
    return Forwarded::ForPerson;
}

bool CaseTalk::held_by_their_clock(ForwardStep& step) const {
    const auto difference = calls_.case_system().clock_difference();
    if (!difference || difference->ahead <= kClocksAgreeWithin) return false;
    const Instant from = std::max(step.update.hold_until, not_before(step.update, step.appointment));
    if (step.now - difference->ahead >= from) return false;
    step.update.state = UpdateState::Held;
    step.update.next_try = from + difference->ahead;
    step.update.why = kTheirClock;
    return true;
}

Forwarded CaseTalk::try_again(ForwardStep& step) const {
    step.update.next_try = step.now + wait_before_try(settings_.retry, step.update.tries, entropy_);
    step.update.why = with_deadline(step.update.why, step.update, step.now);
    return Forwarded::WillRetry;
}

Forwarded CaseTalk::hold_until_start(ForwardStep& step) const {
    step.update.state = UpdateState::Held;
    const auto ahead = calls_.case_system().clock_difference().value_or(domain::ClockDifference{}).ahead;
    const Instant by_their_clock = not_before(step.update, step.appointment) + ahead;
    step.update.next_try =
        std::max(by_their_clock, step.now + wait_before_try(settings_.retry, step.update.tries, entropy_));
    return Forwarded::Held;
}

}  // namespace server::app
