#include "server/store/rule_changes.h"

#include "server/app/rule_limits.h"
#include "server/store/failure.h"
#include "server/store/fields.h"
#include "server/store/rule_fields.h"

namespace server::store {
namespace {

using app::RuleChange;
using app::RuleValue;

std::string place_of(const std::string& id) {
    return "rule_change/" + id;
}

}  // namespace

base::Done append_rule_change(Record& record, const RuleChange& change) {
    TRY_DONE(app::within_limits(change.value));
    const std::string_view what = word_of_rule(change.value);
    const std::string value = fields_of_rule(change.value);
    if (rule_of(what, value) != change.value)
        return base::fail(base::ErrorKind::InvalidInput, "the record could not give this rule back");
    return attempt([&]() -> base::Done {
        const base::Secret key = TRY(Keys(record).hub());
        FieldWriter who;
        who.add(change.who).add(change.why);
        const std::string sealed = record.vault.seal(key, place_of(change.id), who.bytes());
        record.db.query("INSERT INTO rule_change (id, at, what, value, sealed) VALUES (?, ?, ?, ?, ?)")
            .with(change.id, change.at, what, Blob{value}, Blob{sealed})
            .run();
        return {};
    });
}

base::Result<std::vector<RuleValue>> all_rule_values(Record& record) {
    return attempt([&]() -> base::Result<std::vector<RuleValue>> {
        std::vector<RuleValue> all;
        Query row = record.db.query("SELECT what, value FROM rule_change ORDER BY seq");
        while (row.next()) {
            auto value = rule_of(row.text(0), row.text(1));
            if (!value) return damaged("a change of the hub's rules");
            all.push_back(*std::move(value));
        }
        return all;
    });
}

base::Result<std::vector<RuleChange>> all_rule_changes(Record& record) {
    return attempt([&]() -> base::Result<std::vector<RuleChange>> {
        const base::Secret key = TRY(Keys(record).hub());
        std::vector<RuleChange> all;
        Query row = record.db.query("SELECT id, at, what, value, sealed FROM rule_change ORDER BY seq");
        while (row.next()) {
            const std::string id = row.text(0);
            auto value = rule_of(row.text(2), row.text(3));
            const std::string bytes = TRY(record.vault.unseal(key, place_of(id), row.text(4)));
            FieldReader who(bytes);
            RuleChange change{id, row.instant(1), {}, who.text(), who.text()};
            if (!value || !who.ok()) return damaged("a change of the hub's rules");
            change.value = *std::move(value);
            all.push_back(std::move(change));
        }
        return all;
    });
}

}  // namespace server::store
