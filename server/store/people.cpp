#include "server/store/people.h"

#include <utility>

#include "server/store/audit.h"
#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/histories.h"
#include "server/store/schedule.h"
#include "server/store/surveys.h"
#include "shared/domain/person_key.h"

namespace server::store {
namespace {

std::string place_of(const domain::PersonId& id) {
    return "person/" + id.text();
}

std::string place_of(const domain::ReferralId& id) {
    return "referral/" + id.text();
}

std::string fields_of(const app::Person& person) {
    FieldWriter fields;
    fields.add(person.crn).add(person.first_name).add(person.last_name);
    fields.add(person.born ? std::optional(domain::to_text(*person.born)) : std::nullopt);
    fields.add(person.preferred_language).add(std::int64_t{person.needs_interpreter});
    fields.add(person.interpreter_language).add(person.access_needs);
    return fields.bytes();
}

base::Result<app::Person> person_of(const domain::PersonId& id, std::string_view bytes) {
    FieldReader fields(bytes);
    app::Person person;
    person.id = id;
    person.crn = fields.text();
    person.first_name = fields.text();
    person.last_name = fields.text();
    if (const std::optional<std::string> born = fields.maybe_text())
        person.born = TRY(domain::parse_date(*born));
    person.preferred_language = fields.text();
    person.needs_interpreter = fields.number() != 0;
    person.interpreter_language = fields.text();
    person.access_needs = fields.text();
    if (!fields.ok()) return damaged("a person's entry");
    return person;
}

base::Done put_find_keys(Record& record, const app::Person& person) {
    record.db.query("DELETE FROM find_key WHERE person = ?").with(person.id).run();
    if (!person.born) return {};
    for (const std::string& key : domain::person_keys(*person.born, {person.first_name, person.last_name})) {
        const std::string hash = record.vault.find_hash("person_key", key);
        record.db.query("INSERT OR IGNORE INTO find_key (hash, person) VALUES (?, ?)")
            .with(Blob{hash}, person.id)
            .run();
    }
    return {};
}

base::Done refuse_erased(Keys& keys, const domain::PersonId& person) {
    if (TRY(keys.standing(person)) != Standing::Erased) return {};
    return base::fail(base::ErrorKind::Conflict, "this person was erased: nothing new is kept of them");
}

}  // namespace

base::Result<app::Person> read_person(Record& record, const domain::PersonId& id) {
    return attempt([&]() -> base::Result<app::Person> {
        Query row = record.db.query("SELECT sealed FROM person WHERE id = ?");
        if (!row.with(id).next() || row.is_null(0))
            return base::fail(base::ErrorKind::NotFound, "the hub holds no such person");
        const auto bytes = TRY(Keys(record).unseal(id, place_of(id), row.text(0)));
        if (!bytes) return damaged("a person without a key");
        return person_of(id, *bytes);
    });
}

base::Result<std::optional<domain::PersonId>> find_by_crn(Record& record, std::string_view crn) {
    return attempt([&]() -> base::Result<std::optional<domain::PersonId>> {
        const std::string hash = record.vault.find_hash("crn", crn);
        Query row = record.db.query("SELECT id FROM person WHERE crn_hash = ?");
        if (!row.with(Blob{hash}).next()) return std::nullopt;
        return domain::PersonId(row.text(0));
    });
}

base::Result<std::vector<domain::PersonId>> find_by_key(Record& record, std::string_view plain_key,
                                                        domain::Date day) {
    return attempt([&]() -> base::Result<std::vector<domain::PersonId>> {
        const std::string hash = record.vault.find_hash("person_key", plain_key);
        std::vector<domain::PersonId> candidates;
        {
            Query row = record.db.query("SELECT person FROM find_key WHERE hash = ? ORDER BY person");
            row.with(Blob{hash});
            while (row.next()) candidates.emplace_back(row.text(0));
        }
        std::vector<domain::PersonId> expected;
        for (domain::PersonId& person : candidates) {
            if (TRY(has_open_offer(record, person))) {
                expected.push_back(std::move(person));
                continue;
            }
            for (const domain::Appointment& appointment : TRY(appointments_of_person(record, person, day))) {
                if (!domain::expected_here(appointment)) continue;
                expected.push_back(std::move(person));
                break;
            }
        }
        return expected;
    });
}

base::Done put_person(Record& record, const app::Person& person) {
    return attempt([&]() -> base::Done {
        Keys keys(record);
        TRY_DONE(refuse_erased(keys, person.id));
        const std::string sealed = TRY(keys.seal(person.id, place_of(person.id), fields_of(person)));
        std::optional<std::string> hash;
        if (!person.crn.empty()) hash = record.vault.find_hash("crn", person.crn);
        record.db.query("UPDATE person SET sealed = ?2, crn_hash = ?3 WHERE id = ?1")
            .with(person.id, Blob{sealed}, hash ? std::optional(Blob{*hash}) : std::nullopt)
            .run();
        return put_find_keys(record, person);
    });
}

base::Result<app::Referral> read_referral(Record& record, const domain::ReferralId& id) {
    return attempt([&]() -> base::Result<app::Referral> {
        Query row = record.db.query("SELECT person, contract, sealed, concluded FROM referral WHERE id = ?");
        if (!row.with(id).next())
            return base::fail(base::ErrorKind::NotFound, "the hub holds no such referral");
        app::Referral referral;
        referral.id = id;
        referral.person = domain::PersonId(row.text(0));
        referral.contract = domain::ContractRef(row.text(1));
        referral.concluded = row.truth(3);
        auto reference = TRY(Keys(record).unseal(referral.person, place_of(id), row.text(2)));
        referral.reference = std::move(reference).value_or(std::string());
        return referral;
    });
}

base::Done put_referral(Record& record, const app::Referral& referral) {
    return attempt([&]() -> base::Done {
        Keys keys(record);
        TRY_DONE(refuse_erased(keys, referral.person));
        const std::string sealed = TRY(keys.seal(referral.person, place_of(referral.id), referral.reference));
        record.db
            .query(
                "INSERT INTO referral (id, person, contract, sealed, concluded) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO UPDATE SET person = excluded.person, contract = excluded.contract, "
                "sealed = excluded.sealed, concluded = excluded.concluded")
            .with(referral.id, referral.person, referral.contract, Blob{sealed}, referral.concluded)
            .run();
        return {};
    });
}

base::Result<std::vector<domain::PersonId>> people_without_anything(Record& record, base::Instant from) {
    return attempt([&]() -> base::Result<std::vector<domain::PersonId>> {
        std::vector<domain::PersonId> people;
        Query row = record.db.query(
            "SELECT id FROM person WHERE erased_at IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM appointment WHERE person = person.id AND start >= ?1) "
            "AND id NOT IN (SELECT person FROM event WHERE recorded_at >= ?1) ORDER BY id");
        row.with(from);
        while (row.next()) people.emplace_back(row.text(0));
        return people;
    });
}

base::Result<std::vector<domain::AppointmentId>> appointments_ever_of(Record& record,
                                                                      const domain::PersonId& person) {
    return attempt([&]() -> base::Result<std::vector<domain::AppointmentId>> {
        std::vector<domain::AppointmentId> ids;
        // Without an index on the person of an event: this is asked of a few people at night, and each index
        // more would cost every arrival of the day a page.
        Query row = record.db.query(
            "SELECT id FROM appointment WHERE person = ?1 UNION SELECT appointment FROM event WHERE person = "
            "?1 AND appointment <> '' UNION SELECT appointment FROM outbox WHERE person = ?1 ORDER BY 1");
        row.with(person);
        while (row.next()) ids.emplace_back(row.text(0));
        return ids;
    });
}

base::Done erase_person(Record& record, const app::Erasure& erasure, Histories histories) {
    return attempt([&]() -> base::Done {
        const domain::PersonId& id = erasure.person;
        const Standing standing = TRY(Keys(record).standing(id));
        if (standing == Standing::Erased) {
            if (histories == Histories::Go) erase_histories(record, id);
            return {};
        }
        if (standing == Standing::Unknown)
            return base::fail(base::ErrorKind::NotFound, "the hub holds no such person");
        {
            Query owed = record.db.query(
                "SELECT 1 FROM outbox WHERE person = ? AND state NOT IN ('submitted', 'withdrawn')");
            if (owed.with(id).next())
                return base::fail(base::ErrorKind::Conflict,
                                  "an update about this person is still owed to the case system: decide and "
                                  "submit it, then erase again");
        }
        if (histories == Histories::Go) erase_histories(record, id);
        record.db.query("DELETE FROM find_key WHERE person = ?").with(id).run();
        record.db.query("DELETE FROM slip WHERE person = ?").with(id).run();
        record.db
            .query(
                "UPDATE person SET wrapped_key = NULL, sealed = NULL, crn_hash = NULL, erased_at = ?2 "
                "WHERE id = ?1")
            .with(id, erasure.at)
            .run();
        // Of the answers only that there were some.
        record.db.query("UPDATE offer SET sealed = NULL, entered_sealed = NULL WHERE person = ?")
            .with(id)
            .run();
        record.db.query("DELETE FROM consent WHERE person = ?").with(id).run();
        record.db.query("DELETE FROM exchange WHERE person = ?").with(id).run();
        record.db.query("DELETE FROM drop_row WHERE person = ?").with(id).run();
        return append_erasure(record, erasure);
    });
}

}  // namespace server::store
