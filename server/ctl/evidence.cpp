#include "server/ctl/evidence.h"

#include "server/app/evidence.h"
#include "server/ctl/in_record.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "server/ctl/time_words.h"

namespace server::ctl {
namespace {

/// The last day on which sending it is in time.
domain::Date last_day_for(const app::EvidenceRequest& request, const domain::Calendar& calendar) {
    return calendar.add_business_days(domain::london_date(request.received_at), 1);
}

std::string state_of(const app::EvidenceEntry& entry, const domain::Calendar& calendar, base::Instant now) {
    if (entry.withdrawn) return "withdrawn " + date_and_time(entry.withdrawn->at);
    const base::Instant deadline = calendar.one_business_day_after(entry.request.received_at);
    if (entry.sent) {
        const std::string when = "sent " + date_and_time(entry.sent->at);
        return entry.sent->at < deadline ? when : when + ", too late";
    }
    return now < deadline ? "open" : "open OVERDUE";
}

base::Done say(const Hub& hub, const EvidenceWords& words, app::EvidenceWord word) {
    return in_record(hub, [&](app::Transaction& transaction, const app::Occasion& occasion) -> base::Done {
        const bool sent = word == app::EvidenceWord::Sent;
        const base::Instant at = TRY(read_when(words.when, occasion.moment.now));
        return app::note_evidence_answer(
            transaction, {words.request, word, at, sent ? words.to : words.reason, words.by}, occasion);
    });
}

}  // namespace

base::Done request_evidence(const Hub& hub, const EvidenceWords& words) {
    app::EvidenceRequest made;
    domain::Date last_day{};
    const base::Done done =
        in_record(hub, [&](app::Transaction& transaction, const app::Occasion& occasion) -> base::Done {
            app::EvidenceAsked asked;
            asked.referral = domain::ReferralId(words.referral);
            asked.appointment = domain::AppointmentId(words.appointment);
            asked.received_at = TRY(read_when(words.when, occasion.moment.now));
            asked.asked_by = words.from;
            asked.what = words.what;
            asked.actor = words.by;
            made = TRY(app::note_evidence_request(transaction, asked, occasion));
            last_day = last_day_for(made, occasion.calendar);
            return {};
        });
    TRY_DONE(done);
    hub.out << "The request " << made.id << " is entered. To be in time it must be sent by the end of "
            << domain::to_text(last_day) << ".\n"
            << "Pack it: hubctl evidence pack "
            << (made.appointment.empty() ? "--referral " + made.referral.text()
                                         : "--appointment " + made.appointment.text())
            << " --request " << made.id << " --file NEW.zip --for WHOM --by NAME\n"
            << "Then: hubctl evidence sent " << made.id << " --to WHOM --by NAME\n";
    return {};
}

base::Done list_evidence(const Hub& hub, EvidenceListed listed) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        Table table({"request", "received", "asked by", "of", "for", "send by the end of", "state"});
        const domain::Calendar calendar = TRY(app::rules_in_force(view, rules_of_file(hub))).calendar;
        for (const app::EvidenceEntry& entry : TRY(app::evidence_register(view))) {
            if (listed == EvidenceListed::Open && !entry.is_open()) continue;
            const app::EvidenceRequest& request = entry.request;
            table.add({request.id, date_and_time(request.received_at),
                       request.asked_by.empty() ? "no longer held" : request.asked_by,
                       request.appointment.empty() ? "referral " + request.referral.text()
                                                   : "appointment " + request.appointment.text(),
                       request.what.empty() ? "-" : request.what,
                       domain::to_text(last_day_for(request, calendar)),
                       state_of(entry, calendar, hub.clock.now())});
        }
        table.print(hub.out);
        return {};
    });
}

base::Done evidence_sent(const Hub& hub, const EvidenceWords& words) {
    TRY_DONE(say(hub, words, app::EvidenceWord::Sent));
    hub.out << "Noted as sent.\n";
    return {};
}

base::Done withdraw_evidence(const Hub& hub, const EvidenceWords& words) {
    TRY_DONE(say(hub, words, app::EvidenceWord::Withdrawn));
    hub.out << "The request is withdrawn and counts nowhere.\n";
    return {};
}

}  // namespace server::ctl
