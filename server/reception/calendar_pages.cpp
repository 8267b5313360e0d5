// The itinerary from and to other programs' calendars: a file to fetch, and one to put in. Of a file that has
// a fault nothing is taken, and each event that cannot be is named.

#include "server/app/itinerary.h"
#include "server/app/week_plan.h"
#include "server/ical/calendar_file.h"
#include "server/reception/day_words.h"
#include "server/reception/edit_itinerary.h"
#include "server/reception/session_words.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr char kKindless[] = "none";
/// Everything planned until then is in the file of all.
constexpr std::chrono::days kAllOfIt{366};

std::string number_or_none(const std::string& text) {
    constexpr std::size_t kDigitsMax = 4;
    const bool is_number = !text.empty() && text.size() <= kDigitsMax &&
                           text.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? text : "";
}

Words kinds_words(const std::string& chosen) {
    Words list(Words::type::list);
    const auto add = [&](const std::string& word, const std::string& label) {
        Words words;
        words.set("word", word);
        words.set("label", label);
        words.set("chosen", word == chosen);
        list << words;
    };
    add(kKindless, "None: refuse such events");
    for (const domain::SessionKind kind : domain::kSessionKinds)
        add(std::string(to_word(kind)), in_words(kind));
    return list;
}

Words refused_words(const std::vector<ical::RefusedEvent>& refused) {
    Words list(Words::type::list);
    for (const ical::RefusedEvent& one : refused) {
        Words words;
        words.set("number", std::to_string(one.number));
        words.set("title", one.title);
        words.set("has_title", !one.title.empty());
        words.set("why", one.why);
        list << words;
    }
    return list;
}

Reply import_sheet(Office& office, Visit& visit, const std::string& error,
                   const std::vector<ical::RefusedEvent>& refused = {}) {
    const auto reading = ical::reading_from(domain::london_date(visit.moment.now), std::nullopt);
    Words words = words_of(office, visit);
    set_problem(words, error, refused.empty() ? "file_calendar" : "refused");
    words.set("kinds", kinds_words(visit.form["kind"]));
    words.set("typed", visit.form["file_calendar"]);
    words.set("last", day_in_words(reading.last));
    words.set("refused", refused_words(refused));
    words.set("has_refused", !refused.empty());
    const std::string added = number_or_none(visit.form["added"]);
    words.set("is_done", !added.empty() && visit.page.method == http::Method::Get);
    words.set("added", added);
    words.set("there", number_or_none(visit.form["there"]));
    words.set("left_out", number_or_none(visit.form["left_out"]));
    return form_page(frame_of(office, visit, "Import a calendar"), "week_import.html", words, error);
}

}  // namespace

Reply week_calendar(Office& office, Visit& visit) {
    const auto day = domain::parse_date(visit.form["day"]);
    const domain::Date today = domain::london_date(visit.moment.now);
    // Without a day, from this week on.
    const domain::Date monday = domain::working_week_of(day.value_or(today)).front();
    std::vector<domain::Session> sessions;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        const domain::Date last = std::chrono::sys_days{monday} + kAllOfIt;
        sessions = day ? TRY(app::week_from(view, monday))
                       : TRY(view.sessions_between(domain::start_of(monday), domain::start_of(last)));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    const std::string name = day ? "week-of-" + domain::to_text(monday) : "what-is-on";
    return download(ical::write_calendar(sessions, office.needs.hub, visit.moment.now),
                    "text/calendar; charset=utf-8", name + ".ics");
}

Reply import_form(Office& office, Visit& visit) {
    return import_sheet(office, visit, "");
}

Reply import_calendar(Office& office, Visit& visit) {
    if (visit.form["file_calendar"].find_first_not_of(" \t\r\n") == std::string::npos)
        return import_sheet(office, visit, "Put in the text of a calendar file.");
    const domain::Date today = domain::london_date(visit.moment.now);
    const auto kind = domain::from_word(domain::kSessionKinds, visit.form["kind"]);
    const auto file = ical::read_calendar(visit.form["file_calendar"], ical::reading_from(today, kind));
    if (!file)
        return import_sheet(office, visit,
                            "Nothing was imported. Of this file: " + file.error().message + '.');
    if (!file->refused.empty()) {
        const auto count = static_cast<std::int64_t>(file->refused.size());
        const std::string what = counted(count, "event") + (count == 1 ? " is" : " are");
        return import_sheet(office, visit, "Nothing was imported: " + what + " not possible.", file->refused);
    }
    app::Added added;
    const auto done =
        edit_itinerary(office, visit, [&](app::Transaction& transaction, const auto& editing) -> base::Done {
            added = TRY(app::add_sessions(transaction, file->sessions, editing));
            return {};
        });
    if (!done) return import_sheet(office, visit, "Nothing was imported: " + done.error().message + '.');
    return go_to("/week/import?added=" + std::to_string(added.added) + "&there=" +
                 std::to_string(added.there_already) + "&left_out=" + std::to_string(file->left_out));
}

}  // namespace server::reception
