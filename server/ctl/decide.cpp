#include "server/app/kiosks.h"
#include "server/ctl/commands.h"
#include "server/ctl/in_record.h"
#include "shared/base/time_of_day.h"

namespace server::ctl {
namespace {

using app::Decision;
using app::Occasion;
using app::Transaction;
using base::ErrorKind;

/// "14:07" on the appointment's day, or RFC 3339. Of an appointment that goes on past midnight, the time that
/// is nearer to its start.
base::Result<base::Instant> read_time(const std::string& text, Transaction& transaction,
                                      const domain::AppointmentId& id) {
    const auto time = base::parse_time_of_day(text);
    if (!time) return base::parse_instant(text);
    const auto appointment = TRY(transaction.appointment(id));
    const domain::Date day = domain::london_date(appointment.start);
    const base::Instant that_day = domain::at_london_time(day, *time);
    const base::Instant next_day = domain::at_london_time(domain::next_day(day), *time);
    const bool goes_on = domain::is_on(appointment, domain::next_day(day));
    const bool nearer = abs(next_day - appointment.start) < abs(that_day - appointment.start);
    return goes_on && nearer ? next_day : that_day;
}

/// "14:07" today, or RFC 3339; now where nothing is said.
base::Result<base::Instant> read_call_time(const std::string& text, base::Instant now) {
    if (text.empty()) return now;
    const auto time = base::parse_time_of_day(text);
    return time ? domain::at_london_time(domain::london_date(now), *time) : base::parse_instant(text);
}

base::Done record_absence(Transaction& transaction, const Decision& decision, bool came_after_end,
                          const Occasion& occasion, std::ostream& out) {
    const auto after_end =
        came_after_end ? app::CameAfterEnd::DidNotAttendAllTheSame : app::CameAfterEnd::NotSaid;
    const auto answer = TRY(app::confirm_absence(transaction, decision, after_end, occasion));
    out << (answer.to_be_submitted ? "Did not attend: will be submitted."
                                   : "Did not attend is noted, not submitted: " + answer.only_noted_because)
        << '\n';
    return {};
}

int count(const DecisionWords& words) {
    return static_cast<int>(!words.came_at.empty()) + static_cast<int>(!words.settle.empty()) +
           static_cast<int>(words.absent) + static_cast<int>(!words.not_held.empty()) +
           static_cast<int>(words.held_after_all) + static_cast<int>(words.not_absent) +
           static_cast<int>(words.take_back) + static_cast<int>(words.told) +
           static_cast<int>(words.corrected_there);
}

base::Done act_on(Transaction& transaction, const Decision& decision, const DecisionWords& words,
                  const Occasion& occasion, std::ostream& out) {
    if (words.absent) return record_absence(transaction, decision, words.came_after_end, occasion, out);
    if (words.take_back) return app::take_back(transaction, decision, occasion);
    if (words.held_after_all) return app::session_held(transaction, decision, occasion);
    if (words.not_absent) return app::withdraw_absence(transaction, decision, occasion);
    if (words.told) {
        const auto at = TRY(read_call_time(words.told_at, occasion.moment.now));
        return app::note_practitioner_told(transaction, decision, at, occasion);
    }
    if (words.corrected_there) return app::note_corrected_there(transaction, decision, occasion);
    if (!words.settle.empty()) {
        const auto at = TRY(read_time(words.settle, transaction, decision.appointment));
        return app::settle_time(transaction, decision, at, occasion);
    }
    if (!words.came_at.empty()) {
        const auto at = TRY(read_time(words.came_at, transaction, decision.appointment));
        TRY(app::record_at_desk(transaction, decision, at, occasion));
        return {};
    }
    const auto reason = domain::no_session_reason_from_word(words.not_held);
    if (!reason) {
        return base::fail(ErrorKind::InvalidInput,
                          "--not-held is person_acceptable, person_unacceptable or logistics");
    }
    return app::session_not_held(transaction, decision, *reason, occasion);
}

}  // namespace

base::Done decide(const Hub& hub, const Decision& decision, const DecisionWords& words) {
    if (count(words) != 1) {
        return base::fail(
            ErrorKind::InvalidInput,
            "decide one thing: --came-at, --settle, --absent, --not-absent, --not-held, --held-after-all, "
            "--take-back, --told or --corrected-there");
    }
    if (words.came_after_end && !words.absent) {
        return base::fail(ErrorKind::InvalidInput, "--came-after-end belongs to --absent");
    }
    if (!words.told_at.empty() && !words.told) {
        return base::fail(ErrorKind::InvalidInput, "--told-at belongs to --told");
    }
    TRY_DONE(in_record(hub, [&](Transaction& transaction, const Occasion& occasion) {
        return act_on(transaction, decision, words, occasion, hub.out);
    }));
    hub.out << "Recorded.\n";
    return {};
}

base::Done complete(const Hub& hub, const app::Completion& completion) {
    TRY_DONE(in_record(hub, [&](Transaction& transaction, const Occasion& occasion) {
        return app::complete_intervention(transaction, completion, occasion);
    }));
    hub.out << "Recorded: the exit survey and the rating at the end are open for the next visit.\n";
    return {};
}

base::Done submit(const Hub& hub, const Decision& decision) {
    TRY_DONE(in_record(hub, [&](Transaction& transaction, const Occasion& occasion) {
        return app::decide_submit(transaction, decision, occasion);
    }));
    hub.out << "Will be submitted: the practitioner is told and the record is final then.\n";
    return {};
}

base::Done resend(const Hub& hub, const Decision& decision, const ResendWords& words) {
    const bool one = !decision.appointment.empty();
    if (static_cast<int>(one) + static_cast<int>(!words.day.empty()) +
            static_cast<int>(!words.since.empty()) !=
        1) {
        return base::fail(ErrorKind::InvalidInput, "send one appointment again, or --day, or --since");
    }
    app::Resent resent;
    const base::Done done =
        in_record(hub, [&](Transaction& transaction, const Occasion& occasion) -> base::Done {
            if (one) {
                resent = TRY(app::resend_one(transaction, decision, occasion));
                return {};
            }
            base::Instant from{};
            base::Instant to = occasion.moment.now;
            if (words.day.empty()) {
                from = TRY(base::parse_instant(words.since));
            } else {
                const domain::Date day = TRY(domain::parse_date(words.day));
                from = domain::start_of(day);
                to = domain::start_of(domain::next_day(day));
            }
            resent = TRY(app::resend_between(transaction, from, to, decision, occasion));
            return {};
        });
    TRY_DONE(done);
    hub.out << resent.held << " to be sent again, " << resent.left << " left as they are.\n";
    return {};
}

base::Done see_to_refused(const Hub& hub, const std::string& name, unsigned seen, const Decision& decision) {
    const auto act = [&](Transaction& transaction, const Occasion& occasion) -> base::Done {
        const domain::KioskId kiosk = TRY(app::kiosk_called(transaction, name)).id;
        return app::see_to_refused(transaction, kiosk, seen, decision, occasion);
    };
    TRY_DONE(in_record(hub, act));
    hub.out << "What was refused at the kiosk " << name
            << " is seen to: did-not-attend waits for it no longer.\n";
    return {};
}

base::Done lose_kiosk(const Hub& hub, const std::string& name, const Decision& decision) {
    const auto act = [&](Transaction& transaction, const Occasion& occasion) -> base::Done {
        const domain::KioskId kiosk = TRY(app::kiosk_called(transaction, name)).id;
        return app::give_up_journal(transaction, kiosk, decision, occasion);
    };
    TRY_DONE(in_record(hub, act));
    hub.out << "What the kiosk " << name << " kept is given up: did-not-attend waits for it no longer.\n";
    return {};
}

}  // namespace server::ctl
