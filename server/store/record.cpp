#include "server/store/record.h"

#include "server/store/failure.h"

namespace server::store {

base::Result<Keys::Known> Keys::known(const domain::PersonId& person) {
    if (const auto it = known_.find(person); it != known_.end()) return it->second;
    return attempt([&]() -> base::Result<Known> {
        Query row = record_.db.query("SELECT wrapped_key FROM person WHERE id = ?");
        if (!row.with(person).next()) return Known{};
        Known found{Standing::Erased, {}};
        if (!row.is_null(0)) found = {Standing::Held, TRY(record_.vault.unwrap(person.text(), row.text(0)))};
        known_[person] = found;
        return found;
    });
}

base::Done Keys::hold(const domain::PersonId& person) {
    if (TRY(standing(person)) != Standing::Unknown) return {};
    return attempt([&]() -> base::Done {
        const std::string wrapped = record_.vault.new_key(person.text());
        record_.db.query("INSERT INTO person (id, wrapped_key) VALUES (?, ?)")
            .with(person, Blob{wrapped})
            .run();
        return {};
    });
}

base::Result<Standing> Keys::standing(const domain::PersonId& person) {
    return TRY(known(person)).standing;
}

base::Result<std::string> Keys::seal(const domain::PersonId& person, std::string_view place,
                                     std::string_view text) {
    TRY_DONE(hold(person));
    const Known known_person = TRY(known(person));
    const base::Secret key = known_person.standing == Standing::Held ? known_person.key : TRY(hub());
    return record_.vault.seal(key, place, text);
}

base::Result<std::optional<std::string>> Keys::unseal(const domain::PersonId& person, std::string_view place,
                                                      std::string_view sealed) {
    const Known known_person = TRY(known(person));
    if (known_person.standing == Standing::Held)
        return TRY(record_.vault.unseal(known_person.key, place, sealed));
    const base::Result<std::string> later = record_.vault.unseal(TRY(hub()), place, sealed);
    return later ? std::optional(*later) : std::nullopt;
}

base::Result<base::Secret> Keys::hub() {
    if (!hub_.empty()) return hub_;
    return attempt([&]() -> base::Result<base::Secret> {
        Query row = record_.db.query("SELECT wrapped_key FROM hub");
        if (!row.next()) return damaged("no hub key");
        hub_ = TRY(record_.vault.unwrap(kHubOwner, row.text(0)));
        return hub_;
    });
}

}  // namespace server::store
