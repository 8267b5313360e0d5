#include "server/reception/names.h"

#include "server/app/look_at_names.h"
#include "server/reception/board_words.h"
#include "shared/base/if_found.h"

namespace server::reception {

base::Result<Names> names_seen(Office& office, const Visit& visit,
                               const std::vector<domain::PersonId>& people, const std::string& what) {
    TRY_DONE(note_seen(office, visit, people, what));
    Names names;
    const auto read = [&](app::View& view) -> base::Done {
        names = TRY(names_of_people(view, people, Naming::Full));
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    return names;
}

base::Done note_seen(Office& office, const Visit& visit, const std::vector<domain::PersonId>& people,
                     const std::string& what) {
    const domain::Date day = domain::london_date(visit.moment.now);
    const bool same_day = visit.session->seen_on == day;
    std::vector<domain::PersonId> fresh;
    for (const domain::PersonId& person : people) {
        if (!same_day || !visit.session->seen.contains(person)) fresh.push_back(person);
    }
    if (fresh.empty()) return {};
    const auto look = [&](app::Transaction& transaction) -> base::Done {
        TRY(app::look_at_names(transaction, fresh, visit.account.name, what, visit.moment.now,
                               office.needs.entropy));
        return {};
    };
    TRY_DONE(office.needs.store.write_and_wait(look));
    office.sessions.change(visit.token, [&](Session& session) {
        if (session.seen_on != day) session.seen.clear();
        session.seen_on = day;
        session.seen.insert(fresh.begin(), fresh.end());
    });
    return {};
}

base::Result<Names> names_of_people(app::View& view, const std::vector<domain::PersonId>& people,
                                    Naming naming) {
    Names names;
    for (const domain::PersonId& person : people) {
        const auto found = TRY(base::if_found(view.person(person)));
        if (!found) continue;
        names[person] = naming == Naming::Full ? found->first_name + ' ' + found->last_name
                                               : initials_of(found->first_name, found->last_name);
    }
    return names;
}

std::string name_of(const Names& names, const domain::PersonId& person) {
    const auto found = names.find(person);
    return found == names.end() ? kNameNotHeld : found->second;
}

}  // namespace server::reception
