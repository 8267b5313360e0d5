#include <nlohmann/json.hpp>

#include "server/app/breach_words.h"
#include "server/app/moved_deadline.h"
#include "server/ctl/commands.h"
#include "server/ctl/deadline_lines.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "server/ctl/warnings.h"

namespace server::ctl {
namespace {

using domain::Update;

void print_table(const std::vector<Update>& updates, const Hub& hub) {
    const base::Instant now = hub.clock.now();
    std::ostream& out = hub.out;
    if (updates.empty()) {
        out << "Nothing waits for the case system.\n";
        return;
    }
    Table table({"appointment", "record", "state", "submit before", "held until", "decided by", "why"});
    for (const Update& update : updates) {
        const bool submitted = update.state == domain::UpdateState::Submitted;
        table.add({update.appointment.text(), std::string(to_word(update.attendance)),
                   std::string(to_word(update.state)),
                   submitted ? date_and_time(update.deadline)
                             : deadline_with_warning(app::deadline_kind_of(update.attendance),
                                                     update.deadline, now, hub.settings.absence_warnings),
                   date_and_time(update.hold_until), update.decided_by.empty() ? "-" : update.decided_by,
                   update.why.empty() ? "-" : update.why});
    }
    table.print(out);
}

void print_json(const std::vector<Update>& updates, std::ostream& out) {
    for (const Update& update : updates) {
        nlohmann::ordered_json line{{"appointment", update.appointment.text()},
                                    {"attendance", to_word(update.attendance)},
                                    {"state", to_word(update.state)},
                                    {"deadline", base::to_text(update.deadline)},
                                    {"hold_until", base::to_text(update.hold_until)},
                                    {"decided_by", update.decided_by},
                                    {"why", update.why}};
        if (update.arrived_at) line["arrived_at"] = base::to_text(*update.arrived_at);
        if (update.drafted_at) line["drafted_at"] = base::to_text(*update.drafted_at);
        if (update.submitted_at) line["submitted_at"] = base::to_text(*update.submitted_at);
        out << line.dump() << '\n';
    }
}

}  // namespace

base::Done outbox(const Hub& hub, std::optional<domain::Date> day, OutboxForm form) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        const auto updates =
            day ? TRY(view.updates_between(domain::start_of(*day), domain::start_of(domain::next_day(*day))))
                : TRY(view.updates_owed());
        if (form == OutboxForm::JsonLines) {
            print_json(updates, hub.out);
            return {};
        }
        TRY_DONE(warn_of_damage(view, hub.out));
        TRY_DONE(tell_of_link(view, hub.clock.now(), hub.out));
        print_table(updates, hub);
        return tell_of_missed(view, hub.clock.now(), hub.out);
    });
}

base::Done missed_deadlines(const Hub& hub) {
    constexpr std::chrono::days kShownFor{30};
    const base::Instant now = hub.clock.now();
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        const auto missed = TRY(view.breaches_between(now - kShownFor, now));
        if (missed.empty()) {
            hub.out << "No deadline was missed in the last 30 days.\n";
            return {};
        }
        Table table({"appointment", "of", "deadline", "noticed", "because", "moved since"});
        for (const app::Breach& one : missed) {
            const auto moved = TRY(app::moved_since(view, one));
            const bool absence = one.kind == app::DeadlineKind::Absence;
            table.add({one.appointment.text(), absence ? "non-attendance" : "record",
                       date_and_time(one.deadline), date_and_time(one.noticed_at), cause_in_words(one.cause),
                       moved ? "to " + date_and_time(*moved) : std::string()});
        }
        table.print(hub.out);
        return {};
    });
}

}  // namespace server::ctl
