#include "server/reception/names.h"

#include "server/app/look_at_names.h"
#include "shared/base/if_found.h"

namespace server::reception {

base::Result<Names> names_seen(Office& office, const Visit& visit,
                               const std::vector<domain::PersonId>& people, const std::string& what) {
    const domain::Date day = domain::london_date(visit.moment.now);
    const bool same_day = visit.session->seen_on == day;
    std::vector<domain::PersonId> fresh;
    std::vector<domain::PersonId> known;
    for (const domain::PersonId& person : people) {
        const bool was_seen = same_day && visit.session->seen.contains(person);
        (was_seen ? known : fresh).push_back(person);
    }
    Names names;
    if (!fresh.empty()) {
        const auto look = [&](app::Transaction& transaction) -> base::Done {
            names = TRY(app::look_at_names(transaction, fresh, visit.account.name, what, visit.moment.now,
                                           office.needs.entropy));
            return {};
        };
        TRY_DONE(office.needs.store.write_and_wait(look));
    }
    const auto read = [&](app::View& view) -> base::Done {
        for (const domain::PersonId& person : known) {
            const auto found = TRY(base::if_found(view.person(person)));
            if (found) names[person] = found->first_name + ' ' + found->last_name;
        }
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    office.sessions.change(visit.token, [&](Session& session) {
        if (session.seen_on != day) session.seen.clear();
        session.seen_on = day;
        session.seen.insert(fresh.begin(), fresh.end());
    });
    return names;
}

base::Result<Names> initials_of_people(Office& office, const std::vector<domain::PersonId>& people) {
    Names names;
    const auto read = [&](app::View& view) -> base::Done {
        for (const domain::PersonId& person : people) {
            const auto found = TRY(base::if_found(view.person(person)));
            if (found) names[person] = initials_of(found->first_name, found->last_name);
        }
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    return names;
}

std::string name_of(const Names& names, const domain::PersonId& person) {
    const auto found = names.find(person);
    return found == names.end() ? kNameNotHeld : found->second;
}

}  // namespace server::reception
