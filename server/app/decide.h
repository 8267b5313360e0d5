#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/app/occasion.h"
#include "shared/protocol/messages.h"

/// What only people decide, each with a name and a reason. Every decision is an event, and the outbox row
/// follows in the same transaction. All of them give InvalidInput without a name or reason or with one that
/// is too long, and NotFound for an appointment the hub does not hold.
namespace server::app {

inline constexpr std::size_t kActorBytesMax = 100;
inline constexpr std::size_t kReasonBytesMax = 1000;

struct Decision {
    domain::AppointmentId appointment;
    std::string actor;   ///< the name of the member of staff
    std::string reason;  ///< in their words
};

/// Settles when the person came, where that is doubtful or wrong: in time, late, or after the end (a contact
/// only). InvalidInput for a time to come or of another day; Conflict when no arrival is recorded.
base::Done settle_time(Transaction& transaction, const Decision& decision, base::Instant came_at,
                       const Occasion& occasion);

/// Records somebody who did not use a kiosk. With an arrival already recorded the earlier proven time stands,
/// and the outcome is AlreadyIn when that is not this one. InvalidInput for a time to come or of another day;
/// Conflict for an appointment that is not expected here.
base::Result<protocol::ArrivalOutcome> record_at_desk(Transaction& transaction, const Decision& decision,
                                                      base::Instant came_at, const Occasion& occasion);

/// Takes back every arrival recorded for the appointment, because it is another person's or another
/// appointment's; also for an appointment that the hub does not hold. Conflict when there is none.
base::Done take_back(Transaction& transaction, const Decision& decision, const Occasion& occasion);

/// Why did-not-attend may only be noted for now, in plain words; empty when it may be submitted. While a
/// kiosk has not reported since the appointment's end, or still holds arrivals that it has not delivered, it
/// may hold this one: so may one that was revoked on the appointment's day or later, until somebody says that
/// its journal is lost (give_up_journal). An arrival that was refused for good may be this one until somebody
/// has looked at it (see_to_refused), unless it was refused before the appointment's day. And while the
/// server's clock is doubtful nobody knows that the appointment is over.
base::Result<std::string> why_absence_is_only_noted(View& view, const domain::Appointment& appointment,
                                                    const Moment& moment);

/// What whoever confirms did-not-attend says of somebody who came after the end.
enum class CameAfterEnd { NotSaid, DidNotAttendAllTheSame };

struct AbsenceAnswer {
    bool to_be_submitted = false;
    std::string only_noted_because;  ///< when it is not
};

/// Did not attend. It is submitted as it stands, or only noted (why_absence_is_only_noted). Conflict before
/// the appointment's end, when somebody is recorded as having come, when the person came after the end and
/// that was not said, when an arrival waits to be settled, when it is not expected here, and when the case
/// system already has it as final.
base::Result<AbsenceAnswer> confirm_absence(Transaction& transaction, const Decision& decision,
                                            CameAfterEnd after_end, const Occasion& occasion);

/// Takes did-not-attend back before it was submitted: nothing is said of the appointment again. What was
/// drafted is left to a person (note_corrected_there). Conflict when did-not-attend is not what is recorded,
/// and when it is submitted or on its way.
base::Done withdraw_absence(Transaction& transaction, const Decision& decision, const Occasion& occasion);

/// Whether somebody has given up what this kiosk may have kept.
base::Result<bool> is_given_up(View& view, const domain::KioskId& kiosk);

/// What this revoked kiosk may have kept will never come: it no longer holds did-not-attend back. NotFound
/// for a kiosk that is none of the hub's, Conflict for one that is not revoked or is given up already.
/// `decision.appointment` is not used.
base::Done give_up_journal(Transaction& transaction, const domain::KioskId& kiosk, const Decision& decision,
                           const Occasion& occasion);

/// Somebody has looked at the arrivals that were refused for good at this kiosk, `seen` of them, and has
/// recorded what had to be: they no longer hold did-not-attend back. Conflict when there are not just so
/// many: one that was refused since then has not been looked at. `decision.appointment` is not used.
base::Done see_to_refused(Transaction& transaction, const domain::KioskId& kiosk, unsigned seen,
                          const Decision& decision, const Occasion& occasion);

/// Arrivals at one kiosk that were refused for good, for somebody to look at.
struct RefusedAtKiosk {
    domain::KioskId kiosk;
    unsigned arrivals = 0;
    base::Instant at{};  ///< when the newest was first told of
};
base::Result<std::vector<RefusedAtKiosk>> refused_to_see_to(View& view);

/// The person came, but the session was not held. Conflict before its start, and when nobody is proven to
/// have come.
base::Done session_not_held(Transaction& transaction, const Decision& decision,
                            domain::NoSessionReason reason, const Occasion& occasion);

/// It was held after all, whatever was said before. What was drafted is corrected; where it was submitted
/// that waits for a person. Conflict when nobody has said that it was not held.
base::Done session_held(Transaction& transaction, const Decision& decision, const Occasion& occasion);

/// Submit to the case system what is recorded, once the session has ended. Also lets an update that was
/// refused be tried again. NotFound when nothing is owed; Conflict when it is submitted already, waits for
/// another decision, or is a did-not-attend that may only be noted.
base::Done decide_submit(Transaction& transaction, const Decision& decision, const Occasion& occasion);

/// Whether the practitioner was told by telephone, and nothing that they would want to know was recorded
/// since.
bool is_told_of_all(std::span<const domain::AttendanceEvent> events);

/// The practitioner was told by telephone at this instant. An update that waited for that call is done. Said
/// twice in the same words it is kept once. InvalidInput for a time to come or of before the appointment's
/// start; Conflict when they were told of all of it by then, and no update waits for a call.
base::Done note_practitioner_told(Transaction& transaction, const Decision& decision, base::Instant told_at,
                                  const Occasion& occasion);

/// Somebody has put right in the case system what was taken back here after it was drafted there: nothing is
/// owed any more. NotFound when nothing is; Conflict when something is recorded still, and when it was
/// submitted.
base::Done note_corrected_there(Transaction& transaction, const Decision& decision, const Occasion& occasion);

/// What a resend did.
struct Resent {
    unsigned held = 0;  ///< put back to be sent
    unsigned left = 0;  ///< being sent, withdrawn, or waiting for another decision
};

/// Sends one appointment's update again. The case system is asked first each time, so that nothing is
/// recorded twice. NotFound when the appointment has no update.
base::Result<Resent> resend_one(Transaction& transaction, const Decision& decision, const Occasion& occasion);

/// The same for every appointment that starts in [from, to); `decision.appointment` is not used.
base::Result<Resent> resend_between(Transaction& transaction, base::Instant from, base::Instant to,
                                    const Decision& decision, const Occasion& occasion);

}  // namespace server::app
