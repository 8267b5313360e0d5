#include <algorithm>
#include <string>
#include <vector>

#include "shared/domain/attendance.h"

/// How a record follows from its events.
namespace domain {
namespace {

/// What has been said of one appointment so far, by machines and by people.
class Said {
public:
    /// Takes in the next event in the order they were stored.
    void hear(const AttendanceEvent& event) {
        const AttendanceRecord before = record();
        switch (event.kind) {
            case EventKind::Arrived:
                arrivals_.push_back(event);
                break;
            case EventKind::CameAfterEnd:
                contacts_.push_back(event);
                doubt_absence(event);
                break;
            case EventKind::Undone:
                undo(event.arrival);
                break;
            case EventKind::ReasonGiven:
                reasons_.push_back(event);
                break;
            case EventKind::TimeDecided:
                decided_ = event;
                heard_since_decided_.clear();
                left_to_person_.clear();
                break;
            case EventKind::AbsenceConfirmed:
                absence_ = event;
                absence_doubts_.clear();
                break;
            case EventKind::SessionNotHeld:
                not_held_ = no_session_reason_from_word(event.reason.substr(0, event.reason.find(':')));
                break;
            case EventKind::SubmitDecided:
                submit_decided_ = true;
                left_to_person_.clear();
                break;
            case EventKind::PractitionerTold:
                practitioner_told_at_ = event.at.value_or(event.recorded_at);
                break;
            case EventKind::LeftToPerson:
                if (!event.arrival.empty()) left_to_person_.push_back(event);
                doubt_absence(event);
                submit_decided_ = false;
                break;
            case EventKind::AbsenceWithdrawn:
                absence_.reset();
                absence_doubts_.clear();
                break;
            case EventKind::SessionHeld:
                not_held_.reset();
                break;
            case EventKind::ResendDecided:
            case EventKind::CorrectedThere:
            case EventKind::InterventionCompleted:
            case EventKind::SlipMade:
            case EventKind::SlipRevoked:
                break;
        }
        if (event.kind == EventKind::Arrived && decided_) heard_since_decided_.push_back(event);
        if (is_decision(event.kind)) last_decision_ = event;
        const AttendanceRecord after = record();
        if (after.attendance != before.attendance || after.not_held != before.not_held) {
            submit_decided_ = false;
        }
    }

    AttendanceRecord record() const {
        AttendanceRecord out;
        if (decided_) {
            stand_on(*decided_, out);
            out.clock = ClockState::Sure;
        } else if (const AttendanceEvent* arrival = standing_arrival()) {
            stand_on(*arrival, out);
        }
        if (!out.attendance && absence_) out.attendance = Attendance::No;
        const bool came = out.attendance == Attendance::Yes || out.attendance == Attendance::Late;
        out.came_after_end = contact_at();
        if (const AttendanceEvent* waiting = what_waits(out)) {
            out.time_waits_for_person = true;
            out.waits_because = waiting->reason;
        }
        out.absence_in_question = out.attendance == Attendance::No && !absence_doubts_.empty();
        out.submit_decided = submit_decided_;
        out.practitioner_told_at = practitioner_told_at_;
        if (came) out.not_held = not_held_;
        if (last_decision_) {
            out.decided_by = last_decision_->actor;
            out.decided_reason = last_decision_->reason;
        }
        // An absence that stands again, its arrival taken back, has its own words and no later decision's.
        if (out.attendance == Attendance::No) out.decided_reason = absence_->reason;
        if (!reasons_.empty()) out.late_reason = late_reason_from_word(reasons_.back().reason);
        return out;
    }

private:
    static bool is_decision(EventKind kind) {
        return kind == EventKind::TimeDecided || kind == EventKind::AbsenceConfirmed ||
               kind == EventKind::SessionNotHeld || kind == EventKind::SubmitDecided ||
               kind == EventKind::PractitionerTold || kind == EventKind::AbsenceWithdrawn ||
               kind == EventKind::SessionHeld;
    }

    static void stand_on(const AttendanceEvent& event, AttendanceRecord& out) {
        out.attendance = event.attendance;
        if (event.attendance) out.arrived_at = event.at;
        out.arrival = event.arrival;
        out.clock = event.clock;
        out.queued = event.queued;
        out.recorded_offline = event.recorded_offline;
    }

    void undo(const ArrivalId& arrival) {
        const auto is_it = [&arrival](const AttendanceEvent& event) {
            return event.arrival == arrival;
        };
        for (auto* list :
             {&arrivals_, &contacts_, &reasons_, &heard_since_decided_, &left_to_person_, &absence_doubts_})
            std::erase_if(*list, is_it);
        if (decided_ && is_it(*decided_)) decided_.reset();
        // What was said of a session that this person did not come to is nothing to whoever comes next.
        if (!decided_ && standing_arrival() == nullptr) not_held_.reset();
    }

    /// Of those that count, the earliest proven one, else the earliest; of equals the one stored first.
    const AttendanceEvent* standing_arrival() const {
        const AttendanceEvent* best = nullptr;
        for (const AttendanceEvent& one : arrivals_) {
            if (!one.attendance) continue;
            const bool better = best == nullptr || (one.clock != best->clock ? one.clock == ClockState::Sure
                                                                             : one.at < best->at);
            if (better) best = &one;
        }
        return best;
    }

    static bool unsettled(const AttendanceEvent& arrival) {
        return arrival.clock == ClockState::Doubtful || !arrival.attendance;
    }

    void doubt_absence(const AttendanceEvent& event) {
        if (!absence_) return;
        absence_doubts_.push_back(event);
        submit_decided_ = false;
    }

    std::optional<base::Instant> contact_at() const {
        if (decided_ && !decided_->attendance) return decided_->at;
        return contacts_.empty() ? std::nullopt : contacts_.front().at;
    }

    /// The newest thing that a person must settle: what was left to one, else an arrival that is unsettled
    /// and could better the record, or is all there is. Null when nothing waits.
    const AttendanceEvent* what_waits(const AttendanceRecord& standing) const {
        if (!left_to_person_.empty()) return &left_to_person_.back();
        const bool sure = standing.clock == ClockState::Sure;
        if (sure && standing.attendance == Attendance::Yes) return nullptr;
        const auto asks = [this](const AttendanceEvent& event) {
            if (!decided_) return unsettled(event);
            return unsettled(event) || event.attendance == Attendance::Yes || !decided_->attendance;
        };
        const auto& heard = decided_ ? heard_since_decided_ : arrivals_;
        const auto found = std::find_if(heard.rbegin(), heard.rend(), asks);
        return found == heard.rend() ? nullptr : &*found;
    }

    std::vector<AttendanceEvent> arrivals_;             ///< not undone
    std::vector<AttendanceEvent> contacts_;             ///< came after the end, not undone
    std::vector<AttendanceEvent> reasons_;              ///< of arrivals not undone
    std::vector<AttendanceEvent> heard_since_decided_;  ///< arrivals stored after the time was decided
    std::vector<AttendanceEvent> left_to_person_;       ///< about arrivals, and not settled since
    std::vector<AttendanceEvent> absence_doubts_;       ///< stored after the absence was confirmed
    std::optional<AttendanceEvent> decided_;
    std::optional<AttendanceEvent> absence_;
    std::optional<AttendanceEvent> last_decision_;
    std::optional<NoSessionReason> not_held_;
    std::optional<base::Instant> practitioner_told_at_;
    bool submit_decided_ = false;
};

}  // namespace

AttendanceRecord derive(std::span<const AttendanceEvent> events) {
    Said said;
    for (const AttendanceEvent& event : events) said.hear(event);
    return said.record();
}

}  // namespace domain
