// What is on in a week, on one page of A4 for the wall: neutral titles, and nothing about anybody who comes.

#include <algorithm>

#include "server/app/week_plan.h"
#include "server/reception/day_words.h"
#include "server/reception/session_words.h"
#include "server/reception/visit.h"
#include "server/reception/week_paper.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr int kDays = 7;
constexpr int kWorkingDays = 5;

std::string time_and_title(const domain::Session& session) {
    return domain::london_time(session.start) + "–" + domain::london_time(session.end) + ' ' + session.title;
}

/// Room, and of the rest what is not the rule: who may come, how to join, with whom, what has changed.
std::string details(const domain::Session& session) {
    std::string text = session.room;
    const auto add = [&](const std::string& words) {
        text += ". " + words;
    };
    if (session.audience != domain::Audience::Everyone) add(in_words(session.audience));
    if (session.join != domain::JoinWay::DropIn) add(in_words(session.join));
    if (!session.facilitator.empty()) add("With " + session.facilitator);
    if (session.state != domain::SessionState::Planned) add(in_words(session.state));
    return text;
}

/// A day that has a column of its own: a weekend only where something is on.
struct Column {
    domain::Date day{};
    std::vector<const domain::Session*> sessions;
};

std::vector<Column> columns_of(const std::vector<domain::Session>& sessions, domain::Date monday) {
    std::vector<Column> columns;
    domain::Date day = monday;
    for (int i = 0; i < kDays; ++i, day = domain::next_day(day)) {
        Column column{day, {}};
        for (const domain::Session& one : sessions) {
            if (domain::london_date(one.start) == day) column.sessions.push_back(&one);
        }
        if (i < kWorkingDays || !column.sessions.empty()) columns.push_back(std::move(column));
    }
    return columns;
}

std::optional<std::size_t> type_of(const std::vector<Column>& columns) {
    std::vector<PaperDay> days;
    for (const Column& column : columns) {
        PaperDay day;
        for (const domain::Session* one : column.sessions)
            day.push_back({time_and_title(*one), details(*one)});
        days.push_back(std::move(day));
    }
    return type_that_fits(days);
}

Words columns_words(const std::vector<Column>& columns) {
    Words list(Words::type::list);
    for (const Column& column : columns) {
        Words rows(Words::type::list);
        for (const domain::Session* one : column.sessions) {
            Words words;
            words.set("start", domain::london_time(one->start));
            words.set("end", domain::london_time(one->end));
            words.set("title", one->title);
            words.set("details", details(*one));
            rows << words;
        }
        Words words;
        words.set("weekday", weekday_in_words(column.day));
        words.set("day", day_in_words(column.day));
        words.set("rows", rows);
        words.set("has_rows", !column.sessions.empty());
        list << words;
    }
    return list;
}

}  // namespace

Reply week_paper(Office& office, Visit& visit) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const domain::Date monday =
        domain::working_week_of(domain::parse_date(visit.form["day"]).value_or(today)).front();
    std::vector<domain::Session> sessions;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        sessions = TRY(app::week_from(view, monday));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    const std::vector<Column> columns = columns_of(sessions, monday);
    const auto type = type_of(columns);
    Words words = words_of(office, visit);
    words.set("week", day_in_words(monday));
    words.set("week_path", "/week?day=" + domain::to_text(monday));
    words.set("columns", std::to_string(columns.size()));
    words.set("type", std::to_string(type.value_or(0)));
    words.set("fits", type.has_value());
    words.set("days", columns_words(columns));
    words.set("printed", domain::london_time(visit.moment.now) + " on " + day_in_words(today));
    return page(frame_of(office, visit, "Week to print"), "week_paper.html", words);
}

}  // namespace server::reception
