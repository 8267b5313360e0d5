// What is on in a week, as a plain list by day: add, copy, and what clashes.

#include <map>

#include "server/app/week_plan.h"
#include "server/reception/day_words.h"
#include "server/reception/edit_itinerary.h"
#include "server/reception/session_words.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using http::Reply;

domain::Date monday_asked(const Visit& visit) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const domain::Date day = domain::parse_date(visit.form["day"]).value_or(today);
    return domain::working_week_of(day).front();
}

std::string week_path(domain::Date day) {
    return "/week?day=" + domain::to_text(day);
}

domain::Date days_after(domain::Date day, int days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

/// What each session clashes with, in words.
std::map<domain::SessionId, std::string> clashes_in_words(const std::vector<domain::Session>& sessions) {
    std::map<domain::SessionId, std::string> words;
    std::map<domain::SessionId, const domain::Session*> by_id;
    for (const domain::Session& one : sessions) by_id[one.id] = &one;
    const auto say = [&](const domain::SessionId& id, const app::Clash& clash,
                         const domain::SessionId& with) {
        std::string& text = words[id];
        text += (text.empty() ? "" : ". ");
        text += clash.same_room ? "Same room" : "Same facilitator";
        text += " at the same time as " + by_id.at(with)->title;
    };
    for (const app::Clash& clash : app::clashes(sessions)) {
        say(clash.one, clash, clash.other);
        say(clash.other, clash, clash.one);
    }
    return words;
}

Words days_words(const std::vector<domain::Session>& sessions, domain::Date monday) {
    constexpr int kDays = 7;
    constexpr int kWorkingDays = 5;
    const auto clashing = clashes_in_words(sessions);
    Words days(Words::type::list);
    for (int i = 0; i < kDays; ++i) {
        const domain::Date day = days_after(monday, i);
        Words rows(Words::type::list);
        bool any = false;
        for (const domain::Session& session : sessions) {
            if (domain::london_date(session.start) != day) continue;
            any = true;
            Words words = session_words(session);
            const auto clash = clashing.find(session.id);
            words.set("has_clash", clash != clashing.end());
            words.set("clash", clash == clashing.end() ? std::string() : clash->second);
            rows << words;
        }
        if (!any && i >= kWorkingDays) continue;
        Words words;
        words.set("day", weekday_in_words(day) + ' ' + day_in_words(day));
        words.set("rows", rows);
        words.set("has_rows", any);
        days << words;
    }
    return days;
}

std::string missing_in_words(const std::vector<domain::Session>& sessions, domain::Date monday) {
    std::string text;
    for (const domain::SessionKind kind : domain::missing_kinds(sessions, monday)) {
        text += (text.empty() ? "" : ", ") + std::string(in_words(kind));
    }
    return text;
}

Reply week_sheet(Office& office, Visit& visit, const std::string& error) {
    const domain::Date monday = monday_asked(visit);
    std::vector<domain::Session> sessions;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        sessions = TRY(app::week_from(view, monday));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words words = words_of(office, visit);
    set_problem(words, error, "add");
    words.set("week", day_in_words(monday));
    words.set("day_asked", visit.form["day"].empty() ? domain::to_text(monday) : visit.form["day"]);
    words.set("monday", domain::to_text(monday));
    words.set("before", week_path(days_after(monday, -7)));
    words.set("after", week_path(days_after(monday, 7)));
    words.set("print_path", "/week/print?day=" + domain::to_text(monday));
    words.set("calendar_path", "/week/calendar.ics?day=" + domain::to_text(monday));
    words.set("days", days_words(sessions, monday));
    const std::string missing = missing_in_words(sessions, monday);
    words.set("missing", missing);
    words.set("is_missing", !missing.empty());
    words.set("may_edit", may(visit.account.role, PageName::AddSession));
    set_session_choices(words, visit.form);
    return form_page(frame_of(office, visit, "Week"), "week.html", words, error);
}

/// Does a change of the itinerary; back to the week when it is done.
template <class Change>
Reply change_week(Office& office, Visit& visit, const Change& change) {
    const auto done = edit_itinerary(office, visit, change);
    if (done) return go_to(week_path(monday_asked(visit)));
    return week_sheet(office, visit, "This was not done: " + done.error().message + '.');
}

}  // namespace

Reply week(Office& office, Visit& visit) {
    return week_sheet(office, visit, "");
}

Reply add_session(Office& office, Visit& visit) {
    auto session = session_of(visit.form);
    if (!session) return week_sheet(office, visit, session.error().message);
    return change_week(office, visit, [&](app::Transaction& transaction, const auto& editing) -> base::Done {
        TRY(app::add_sessions(transaction, {*session}, editing));
        return {};
    });
}

Reply copy_week(Office& office, Visit& visit) {
    return change_week(office, visit, [&](app::Transaction& transaction, const auto& editing) -> base::Done {
        TRY(app::copy_week(transaction, monday_asked(visit), editing));
        return {};
    });
}

}  // namespace server::reception
