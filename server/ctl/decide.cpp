#include <charconv>

#include "server/ctl/commands.h"
#include "server/hub/server_clock.h"

namespace server::ctl {
namespace {

using app::Decision;
using app::Occasion;
using app::Transaction;
using base::ErrorKind;

/// Runs a decision with the server's time as it can be judged now.
template <class Act>
base::Done in_record(const Hub& hub, const Act& act) {
    const auto record = TRY(open_for_tool(hub));
    hub::ServerClock server_clock(hub.clock, hub.settings.clock_trust);
    TRY_DONE(server_clock.learn(*record.store));
    const domain::Calendar calendar({hub.settings.closing_days.begin(), hub.settings.closing_days.end()});
    const Occasion occasion{server_clock.moment(), hub.settings.rules, calendar, hub.entropy};
    return record.store->write_and_wait(
        [&](Transaction& transaction) -> base::Done { return act(transaction, occasion); });
}

/// "14:07" on the appointment's day, or RFC 3339.
base::Result<base::Instant> read_time(const std::string& text, Transaction& transaction,
                                      const domain::AppointmentId& id) {
    int hour = -1;
    int minute = -1;
    if (text.size() == 5 && text[2] == ':') {
        std::from_chars(text.data(), text.data() + 2, hour);
        std::from_chars(text.data() + 3, text.data() + 5, minute);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return base::fail(ErrorKind::InvalidInput, "give the time as HH:MM, such as 14:07");
        }
        const auto appointment = TRY(transaction.appointment(id));
        return domain::at_london_time(domain::london_date(appointment.start),
                                      std::chrono::hours{hour} + std::chrono::minutes{minute});
    }
    return base::parse_instant(text);
}

base::Done record_absence(Transaction& transaction, const Decision& decision, const Occasion& occasion,
                          std::ostream& out) {
    const auto answer = TRY(app::confirm_absence(transaction, decision, occasion));
    out << (answer.to_be_submitted ? "Did not attend: will be submitted."
                                   : "Did not attend is noted, not submitted: " + answer.only_noted_because)
        << '\n';
    return {};
}

int count(const DecisionWords& words) {
    return static_cast<int>(!words.came_at.empty()) + static_cast<int>(!words.settle.empty()) +
           static_cast<int>(words.absent) + static_cast<int>(!words.not_held.empty()) +
           static_cast<int>(words.take_back) + static_cast<int>(words.told);
}

base::Done act_on(Transaction& transaction, const Decision& decision, const DecisionWords& words,
                  const Occasion& occasion, std::ostream& out) {
    if (words.absent) return record_absence(transaction, decision, occasion, out);
    if (words.take_back) return app::take_back(transaction, decision, occasion);
    if (words.told) return app::note_practitioner_told(transaction, decision, occasion);
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
            "decide one thing: --came-at, --settle, --absent, --not-held, --take-back or --told");
    }
    TRY_DONE(in_record(hub, [&](Transaction& transaction, const Occasion& occasion) {
        return act_on(transaction, decision, words, occasion, hub.out);
    }));
    hub.out << "Recorded.\n";
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

}  // namespace server::ctl
