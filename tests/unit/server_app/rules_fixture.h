#pragma once

#include "server/app/change_rule.h"
#include "server/app/hub_rules.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
using base::ErrorKind;
using testing::HasSubstr;

inline domain::Date day(const char* text) {
    return domain::parse_date(text).value();
}

/// Friday 27 November 2026, before noon; the hub is open from 8 to 18 on every day.
class ChangeOfRules : public testing::Test {
protected:
    ChangeOfRules() : hub("2026-11-27T11:00:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
    }

    base::Result<RuleOutcome> change(const RuleValue& value, const std::string& accepted = "",
                                     const std::string& why = "the council asked") {
        return hub.run([&](Transaction& t) {
            return change_rule(t, {value, "Mina Holt", why, accepted}, of_file(), hub.clock.now(),
                               hub.entropy);
        });
    }
    base::ErrorKind refused(const RuleValue& value) {
        const auto outcome = change(value);
        EXPECT_FALSE(outcome);
        return outcome ? ErrorKind::Corrupt : outcome.error().kind;
    }
    RuleSet of_file() { return {hub.rules, hub.calendar, {}}; }
    RuleSet now() {
        return hub.run([&](Transaction& t) { return rules_in_force(t, of_file()); }).value();
    }
    /// By what acts go from now on.
    void go_by_the_record() {
        const RuleSet set = now();
        hub.rules = set.rules;
        hub.calendar = set.calendar;
    }
    static WeekHours every_day(int opens, int closes) {
        WeekHours week;
        week.fill(OpeningHours{std::chrono::hours{opens}, std::chrono::hours{closes}});
        return week;
    }

    Hub hub;
    domain::PersonId ada;
};

}  // namespace server::app
