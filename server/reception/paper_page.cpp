// Paper catch-up: after an outage, who came by the day sheet, each with the real time, in one form.

#include "server/reception/act.h"
#include "server/reception/day_words.h"
#include "server/reception/names.h"
#include "shared/base/time_of_day.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr char kReason[] = "from the paper list";
constexpr std::chrono::days kOldest{30};

/// One line of the sheet, as it was filled in.
struct Line {
    domain::AppointmentId appointment;
    std::string typed;
    std::string wrong;
    std::optional<base::Instant> came;
};

/// The day that was asked for; today where none was, or one to come, or one too old to be held.
domain::Date day_asked(const Visit& visit) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const auto day = domain::parse_date(visit.form["day"]);
    const bool fits =
        day && *day <= today && std::chrono::sys_days{today} - std::chrono::sys_days{*day} <= kOldest;
    return fits ? *day : today;
}

/// Those of the day who are expected here and are not recorded as having come.
base::Result<std::vector<app::BoardRow>> open_rows(Office& office, const Visit& visit, domain::Date day) {
    std::vector<app::BoardRow> rows;
    const auto read = [&](app::View& view) -> base::Done {
        for (const domain::Appointment& one : TRY(view.appointments_on(day))) {
            if (!domain::expected_here(one) || one.status != domain::AppointmentStatus::Live) continue;
            app::BoardRow row = TRY(app::board_row(view, one, visit.moment.now));
            const bool begun = one.start <= visit.moment.now + std::chrono::hours{1};
            if (begun && !app::has_come(row.record)) rows.push_back(std::move(row));
        }
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    return rows;
}

const Line* line_of(const std::vector<Line>& lines, const domain::AppointmentId& id) {
    for (const Line& one : lines) {
        if (one.appointment == id) return &one;
    }
    return nullptr;
}

Words row_words(const app::BoardRow& row, const Names& names, const std::vector<Line>& lines,
                base::Instant now) {
    const domain::Appointment& appointment = row.appointment;
    const Line* line = line_of(lines, appointment.id);
    Words words = state_words(row.state);
    words.set("id", appointment.id.text());
    words.set("name", name_of(names, appointment.person));
    words.set("start", time_in_words(appointment.start, now));
    words.set("typed", line == nullptr ? "" : line->typed);
    words.set("wrong", line == nullptr ? "" : line->wrong);
    words.set("is_wrong", line != nullptr && !line->wrong.empty());
    return words;
}

/// A count that the page was led here with; empty where it is none.
std::string count_asked(const Visit& visit, const char* field) {
    const std::string& text = visit.form[field];
    const bool is_count =
        !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == text.npos;
    return is_count ? text : "";
}

Reply sheet(Office& office, Visit& visit, const std::vector<Line>& lines, const std::string& error) {
    const domain::Date day = day_asked(visit);
    const auto rows = open_rows(office, visit, day);
    if (!rows) return told(office, visit, rows.error());
    std::vector<domain::PersonId> people;
    for (const app::BoardRow& row : *rows) people.push_back(row.appointment.person);
    const auto names = names_seen(office, visit, people, "paper list of " + domain::to_text(day));
    if (!names) return told(office, visit, names.error());
    Words list(Words::type::list);
    std::string first_wrong = "main";
    for (const app::BoardRow& row : *rows) {
        const Line* line = line_of(lines, row.appointment.id);
        if (first_wrong == "main" && line != nullptr && !line->wrong.empty())
            first_wrong = "time-" + row.appointment.id.text();
        list << row_words(row, *names, lines, visit.moment.now);
    }
    Words words = words_of(office, visit);
    set_problem(words, error, first_wrong);
    words.set("rows", list);
    words.set("has_rows", !rows->empty());
    words.set("day", day_in_words(day));
    words.set("day_asked", domain::to_text(day));
    const std::string done = count_asked(visit, "done");
    const std::string already = count_asked(visit, "already");
    words.set("done", done);
    words.set("is_done", !done.empty() && visit.page.method == http::Method::Get);
    words.set("already", already);
    words.set("is_already", !already.empty() && already != "0");
    return form_page(frame_of(office, visit, "Paper list"), "paper.html", words, error);
}

/// What was filled in: the two lists of the form belong together, line by line.
std::vector<Line> lines_of(const Visit& visit, domain::Date day) {
    const auto& ids = visit.form.all("each_appointment");
    const auto& times = visit.form.all("each_time");
    std::vector<Line> lines;
    for (std::size_t i = 0; i < std::min(ids.size(), times.size()); ++i) {
        if (times[i].find_first_not_of(' ') == std::string::npos) continue;
        Line line{domain::AppointmentId(ids[i]), times[i], "", std::nullopt};
        const auto time = base::parse_time_of_day(times[i]);
        if (!time) {
            line.wrong = "Enter a time, such as 09:05, or nothing.";
        } else {
            line.came = domain::at_london_time(day, *time);
            if (*line.came > visit.moment.now) line.wrong = "This time is still to come.";
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

Reply paper_form(Office& office, Visit& visit) {
    return sheet(office, visit, {}, "");
}

Reply record_paper(Office& office, Visit& visit) {
    const domain::Date day = day_asked(visit);
    std::vector<Line> lines = lines_of(visit, day);
    if (lines.empty()) return sheet(office, visit, lines, "Enter the time of at least one person.");
    for (const Line& line : lines) {
        if (!line.wrong.empty()) return sheet(office, visit, lines, line.wrong);
    }
    Line* refused = nullptr;
    std::size_t already_in = 0;
    // All of the sheet or nothing: whoever types it must not wonder how far it went.
    const base::Done done =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            already_in = 0;
            for (Line& line : lines) {
                refused = &line;
                const app::Decision decision{line.appointment, visit.account.name, kReason};
                const auto outcome = TRY(app::record_at_desk(transaction, decision, *line.came, when));
                already_in += outcome.result == protocol::ArrivalResult::AlreadyIn ? 1 : 0;
            }
            return {};
        });
    if (done) {
        return go_to("/paper?day=" + domain::to_text(day) + "&done=" +
                     std::to_string(lines.size() - already_in) + "&already=" + std::to_string(already_in));
    }
    const auto kind = done.error().kind;
    if (kind != base::ErrorKind::Conflict && kind != base::ErrorKind::InvalidInput)
        return told(office, visit, done.error());
    if (refused != nullptr) refused->wrong = "Not possible: " + done.error().message + '.';
    return sheet(office, visit, lines, "Nothing was recorded: " + done.error().message + '.');
}

}  // namespace server::reception
