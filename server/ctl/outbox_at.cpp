#include "server/app/foresee_queue.h"
#include "server/ctl/commands.h"
#include "server/ctl/deadline_lines.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "shared/base/time_of_day.h"

namespace server::ctl {
namespace {

/// Nothing is known of what people will come to later than that.
constexpr std::chrono::days kForeseenMax{31};

/// "16:00" of today, "2026-11-24 16:00" as London clocks show it, or RFC 3339.
base::Result<base::Instant> read_when(const std::string& text, base::Instant now) {
    constexpr std::size_t kDateLength = 10;
    domain::Date day = domain::london_date(now);
    std::string time = text;
    if (text.size() > kDateLength && text[kDateLength] == ' ') {
        day = TRY(domain::parse_date(text.substr(0, kDateLength)));
        time = text.substr(kDateLength + 1);
    }
    const auto of_day = base::parse_time_of_day(time);
    const base::Instant at = of_day ? domain::at_london_time(day, *of_day) : TRY(base::parse_instant(text));
    if (at < now || at > now + kForeseenMax) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "--at is a time to come, within the next 31 days: 16:00 of today, \"2026-11-24 "
                          "16:00\" or 2026-11-24T16:00:00Z");
    }
    return at;
}

const char* state_in_words(domain::UpdateState state) {
    switch (state) {
        case domain::UpdateState::Held:
            return "held";
        case domain::UpdateState::Sending:
            return "sending";
        case domain::UpdateState::Drafted:
            return "drafted";
        case domain::UpdateState::WaitingForPerson:
            return "waits for a person";
        case domain::UpdateState::Submitted:
            return "submitted";
        case domain::UpdateState::Withdrawn:
            return "withdrawn";
    }
    return "";
}

std::string deadline_of(const app::Foreseen& one) {
    std::string text = date_and_time(one.deadline);
    switch (one.warning) {
        case app::DeadlineState::Open:
            break;
        case app::DeadlineState::Warned:
            text += " WARNING";
            break;
        case app::DeadlineState::WarnedLast:
            text += " LAST WARNING";
            break;
        case app::DeadlineState::Passed:
            text += one.missed ? " MISSED" : " passed";
            break;
    }
    return text;
}

void print_counts(const std::vector<app::Foreseen>& all, std::ostream& out) {
    unsigned warned = 0;
    unsigned missed = 0;
    unsigned left = 0;
    for (const app::Foreseen& one : all) {
        if (one.state != domain::UpdateState::Submitted) ++left;
        if (one.missed)
            ++missed;
        else if (one.warning != app::DeadlineState::Open)
            ++warned;
    }
    out << left << " still owed, " << warned << " warned of, " << missed << " missed.\n";
}

}  // namespace

base::Done outbox_at(const Hub& hub, const std::string& when) {
    const base::Instant now = hub.clock.now();
    const base::Instant at = TRY(read_when(when, now));
    const app::ForeseeRules rules{hub.settings.absence_warnings,
                                  hub.settings.case_system.adapter == settings::Adapter::ReferAndMonitor,
                                  hub.settings.case_system.csv_drop.every};
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        const auto all = TRY(app::foresee_queue(view, now, at, rules));
        hub.out << "At " << date_and_time(at)
                << ", if nobody decides anything more, nobody else comes and the case system answers:\n";
        if (all.empty()) {
            hub.out << "Nothing waits for the case system.\n";
            return {};
        }
        Table table({"appointment", "record", "state", "since", "submit before", "why"});
        for (const app::Foreseen& one : all) {
            table.add({one.appointment.text(), one.attendance ? std::string(to_word(*one.attendance)) : "-",
                       state_in_words(one.state), one.changes > now ? date_and_time(one.changes) : "now",
                       deadline_of(one), one.why.empty() ? "-" : one.why});
        }
        table.print(hub.out);
        print_counts(all, hub.out);
        return {};
    });
}

}  // namespace server::ctl
