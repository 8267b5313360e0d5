#pragma once

#include <vector>

#include "server/app/forward_updates.h"
#include "server/app/kept_calls.h"

namespace server::app {

/// One update between the commit before its first call and the commit after its last.
struct ForwardStep {
    domain::Update committed;  ///< as it stands on disk, Sending
    domain::Update update;     ///< as it will be
    domain::UpdateState before = domain::UpdateState::Held;
    domain::Appointment appointment;
    base::Instant now{};
    bool wrote = false;                   ///< the case system may have accepted something in this step
    std::vector<Exchange> exchanges{};    ///< every call of this step
    Reached reached = Reached::NotAsked;  ///< how the last of them went
    std::string failed_because{};         ///< for people, where it failed
};

/// A step to take, or why there is none.
struct Begun {
    std::optional<ForwardStep> step;
    Forwarded instead = Forwarded::Overtaken;  ///< of a step that was taken: what became of it
};

/// The step to take, with its update as it is to be put to Sending; or puts the update to whatever forbids
/// that it is sent: a doubtful time, an appointment that was moved or cancelled, a session that has not
/// ended. Overtaken when it was changed since it was read.
base::Result<Begun> check_step(Transaction& transaction, const domain::Update& update, base::Instant now);
/// The same, and puts it to Sending.
base::Result<Begun> begin_step(Transaction& transaction, const domain::Update& update, base::Instant now);

inline constexpr char kChangedWhileSubmitted[] =
    "The record was changed while it was being submitted. Telephone the practitioner, then note that you "
    "told them.";

/// Before this nothing is sent: the end, for nobody knows before it that the session will be held; the start
/// where a person has said that it was not, or that nobody came.
base::Instant not_before(const domain::Update& update, const domain::Appointment& appointment);

/// The same words, with a mark when the deadline has passed.
std::string with_deadline(std::string why, const domain::Update& update, base::Instant now);
/// The same words without that mark, for a deadline that was moved.
std::string without_deadline(std::string why);

/// Talks to the case system about one update: reads what it holds, drafts or submits, and leaves in `update`
/// what follows and in `exchanges` what was said. For one step.
class CaseTalk {
public:
    CaseTalk(CaseSystem& case_system, base::Entropy& entropy, const ForwardSettings& settings,
             const ForwardStep& step);
    Forwarded talk(ForwardStep& step);

private:
    Forwarded read_and_write(ForwardStep& step);
    Forwarded bring_draft(ForwardStep& step, CaseAttendance theirs);
    Forwarded submit(ForwardStep& step, const CaseAttendance& theirs);
    CaseResult<CaseAttendance> write(ForwardStep& step, NextStep::Kind kind);
    Forwarded after_read(ForwardStep& step, const CaseError& error);
    Forwarded after_write(ForwardStep& step, const CaseError& error);
    Forwarded compare_after(ForwardStep& step);
    bool held_by_their_clock(ForwardStep& step) const;
    Forwarded try_again(ForwardStep& step) const;
    Forwarded hold_until_start(ForwardStep& step) const;

    KeptCalls calls_;
    base::Entropy& entropy_;
    const ForwardSettings& settings_;
};

}  // namespace server::app
