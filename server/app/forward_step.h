#pragma once

#include "server/app/forward_updates.h"

namespace server::app {

/// One update between the commit before its first call and the commit after its last.
struct ForwardStep {
    domain::Update committed;  ///< as it stands on disk, Sending
    domain::Update update;     ///< as it will be
    domain::UpdateState before = domain::UpdateState::Held;
    domain::Appointment appointment;
    base::Instant now{};
    bool wrote = false;  ///< the case system may have accepted something in this step
};

/// Before this nothing is sent: the end, for nobody knows before it that the session will be held; the start
/// where a person has said that it was not, or that nobody came.
base::Instant not_before(const domain::Update& update, const domain::Appointment& appointment);

/// The same words, with a mark when the deadline has passed.
std::string with_deadline(std::string why, const domain::Update& update, base::Instant now);

/// Talks to the case system about one update: reads what it holds, drafts or submits, and leaves in `update`
/// what follows.
class CaseTalk {
public:
    CaseTalk(CaseSystem& case_system, base::Entropy& entropy, const ForwardSettings& settings);
    Forwarded talk(ForwardStep& step) const;

private:
    Forwarded bring_draft(ForwardStep& step, CaseAttendance theirs) const;
    Forwarded submit(ForwardStep& step, const CaseAttendance& theirs) const;
    CaseResult<CaseAttendance> write(ForwardStep& step, NextStep::Kind kind) const;
    Forwarded after_read(ForwardStep& step, const CaseError& error) const;
    Forwarded after_write(ForwardStep& step, const CaseError& error) const;
    Forwarded compare_after(ForwardStep& step) const;
    bool held_by_their_clock(ForwardStep& step) const;
    Forwarded try_again(ForwardStep& step) const;
    Forwarded hold_until_start(ForwardStep& step) const;

    CaseSystem& case_system_;
    base::Entropy& entropy_;
    const ForwardSettings& settings_;
};

}  // namespace server::app
