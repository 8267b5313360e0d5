// Who looked at whose record, for managers.

#include <algorithm>

#include "server/reception/day_words.h"
#include "server/reception/names.h"
#include "server/reception/visit.h"

namespace server::reception {

using http::Reply;

Reply looks(Office& office, Visit& visit) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const domain::Date day = domain::parse_date(visit.form["day"]).value_or(today);
    std::vector<app::PersonLook> kept;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        kept = TRY(view.looks_between(domain::start_of(day), domain::start_of(domain::next_day(day))));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    std::vector<domain::PersonId> people;
    for (const app::PersonLook& one : kept) people.push_back(one.person);
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    const auto names = names_seen(office, visit, people, "log of looks of " + domain::to_text(day));
    if (!names) return told(office, visit, names.error());
    Words list(Words::type::list);
    for (auto one = kept.rbegin(); one != kept.rend(); ++one) {
        Words words;
        words.set("when", domain::london_time(one->at));
        words.set("who", one->who);
        words.set("whose", name_of(*names, one->person));
        words.set("what", one->what);
        list << words;
    }
    Words words = words_of(office, visit);
    words.set("looks", list);
    words.set("has_looks", !kept.empty());
    words.set("day", day_in_words(day));
    words.set("day_asked", domain::to_text(day));
    return page(frame_of(office, visit, "Who looked"), "looks.html", words);
}

}  // namespace server::reception
