// The day sheet: who is expected, for paper, so that a day can be begun without the hub. Letters stand for
// names, and nothing says why anybody comes.

#include <algorithm>

#include "server/app/today_board.h"
#include "server/reception/day_words.h"
#include "server/reception/letters.h"
#include "server/reception/names.h"
#include "server/reception/session_words.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr std::chrono::days kDaysAhead{14};  ///< the hub holds no later appointments
constexpr int kEmptyLines = 6;               ///< for those who are not on the list

/// The day that was asked for, from today on.
domain::Date day_asked(const Visit& visit) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const auto day = domain::parse_date(visit.form["day"]);
    const bool fits =
        day && *day >= today && std::chrono::sys_days{*day} - std::chrono::sys_days{today} <= kDaysAhead;
    return fits ? *day : today;
}

base::Result<std::vector<app::BoardRow>> expected_rows(Office& office, const Visit& visit, domain::Date day) {
    std::vector<app::BoardRow> rows;
    const auto read = [&](app::View& view) -> base::Done {
        for (const domain::Appointment& one : TRY(view.appointments_on(day))) {
            if (!domain::expected_here(one) || one.status != domain::AppointmentStatus::Live) continue;
            rows.push_back(TRY(app::board_row(view, one, visit.moment.now)));
        }
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    std::stable_sort(rows.begin(), rows.end(), [](const app::BoardRow& a, const app::BoardRow& b) {
        return a.appointment.start < b.appointment.start;
    });
    return rows;
}

std::vector<Lettered> lettered(const std::vector<app::BoardRow>& rows, const Names& names) {
    std::vector<Lettered> people;
    for (const app::BoardRow& row : rows) {
        const auto name = names.find(row.appointment.person);
        people.push_back({row.appointment.start, name == names.end() ? "" : name->second, "", false});
    }
    give_letters(people);
    return people;
}

Words lines_words(const std::vector<app::BoardRow>& rows, const std::vector<Lettered>& people,
                  base::Instant now) {
    Words list(Words::type::list);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const domain::AttendanceRecord& record = rows[i].record;
        const auto& came = record.arrived_at ? record.arrived_at : record.came_after_end;
        Words words;
        words.set("start", domain::london_time(rows[i].appointment.start));
        words.set("letters", people[i].letters.empty() ? "?" : people[i].letters);
        words.set("is_alike", people[i].alike);
        words.set("has_come", came.has_value());
        words.set("came", came ? time_in_words(*came, now) : std::string());
        list << words;
    }
    return list;
}

Words empty_lines() {
    Words list(Words::type::list);
    for (int i = 0; i < kEmptyLines; ++i) list << Words();
    return list;
}

std::string sheet_path(domain::Date day) {
    return "/day-sheet?day=" + domain::to_text(day);
}

}  // namespace

Reply day_sheet(Office& office, Visit& visit) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const domain::Date day = day_asked(visit);
    const auto rows = expected_rows(office, visit, day);
    if (!rows) return told(office, visit, rows.error());
    std::vector<domain::PersonId> people;
    for (const app::BoardRow& row : *rows) people.push_back(row.appointment.person);
    const auto names = names_seen(office, visit, people, "day sheet of " + domain::to_text(day));
    if (!names) return told(office, visit, names.error());
    Words words = words_of(office, visit);
    words.set("day", weekday_in_words(day) + ' ' + day_in_words(day));
    words.set("count", counted(static_cast<std::int64_t>(rows->size()), "appointment"));
    words.set("printed", domain::london_time(visit.moment.now) + " on " + day_in_words(today));
    words.set("lines", lines_words(*rows, lettered(*rows, *names), visit.moment.now));
    words.set("has_lines", !rows->empty());
    words.set("empty_lines", empty_lines());
    words.set("may_record", may(visit.account.role, PageName::PaperForm));
    words.set("is_today", day == today);
    words.set("next", sheet_path(domain::next_day(day)));
    return page(frame_of(office, visit, "Day sheet"), "day_sheet.html", words);
}

}  // namespace server::reception
