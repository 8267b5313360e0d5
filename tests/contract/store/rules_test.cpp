// What managers have changed of the hub's rules.

#include "server/app/rule_limits.h"
#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

namespace app = server::app;

template <class Kind>
class StoreOfRules : public StoreContract<Kind> {
protected:
    Done keep(const app::RuleChange& change) {
        return this->store().write_and_wait([&](Transaction& t) { return t.append(change); });
    }
};
TYPED_TEST_SUITE(StoreOfRules, Kinds);

std::vector<app::RuleValue> one_of_each() {
    const domain::Date day = domain::parse_date("2026-12-24").value();
    app::HoursChange hours;
    hours.week[0] = app::OpeningHours{minutes{8 * 60}, minutes{18 * 60}};
    hours.week[5] = app::OpeningHours{minutes{0}, minutes{1439}};
    std::vector<app::RuleValue> all;
    for (const app::DayRule rule : {app::DayRule::Closed, app::DayRule::Open, app::DayRule::BankHoliday,
                                    app::DayRule::NoBankHoliday, app::DayRule::AsListed})
        all.emplace_back(app::DayChange{day, rule});
    all.emplace_back(hours);
    all.emplace_back(app::GraceChange{minutes{0}, day});
    all.emplace_back(app::LanguagesChange{{"en", "zh-Hans"}});
    all.emplace_back(app::LanguagesChange{});
    return all;
}

TYPED_TEST(StoreOfRules, KeepsEveryKindOfChangeInOrderAndOnce) {
    EXPECT_TRUE(this->ask([](View& view) { return view.rule_values(); }).value().empty());
    std::vector<app::RuleChange> changes;
    for (const app::RuleValue& value : one_of_each()) {
        const int number = static_cast<int>(changes.size());
        // Ids that fall while the order of storing rises.
        changes.push_back({"7a0c2a1e-0000-4000-8000-00000000050" + std::to_string(9 - number),
                           sample::start() + minutes{number}, value, "Mina Holt", "the contract says so"});
    }
    for (const app::RuleChange& one : changes) ASSERT_TRUE(this->keep(one));
    EXPECT_EQ(this->keep(changes[0]).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([](View& view) { return view.rule_changes(); }).value(), changes);
    EXPECT_EQ(this->ask([](View& view) { return view.rule_values(); }).value(), one_of_each());
}

app::RuleChange sample_change(int number, const app::RuleValue& value) {
    return {"7a0c2a1e-0000-4000-8000-00000000060" + std::to_string(number), sample::start(), value,
            "Mina Holt", "the contract says so"};
}

app::LanguagesChange languages(std::size_t count) {
    app::LanguagesChange change;
    for (std::size_t i = 0; i < count; ++i) change.languages.push_back("x-" + std::to_string(i));
    return change;
}

app::HoursChange monday(int opens, int closes) {
    app::HoursChange hours;
    hours.week[0] = app::OpeningHours{minutes{opens}, minutes{closes}};
    return hours;
}

TYPED_TEST(StoreOfRules, KeepsEachKindAtItsLimitAndNothingBeyondIt) {
    const domain::Date day = domain::parse_date("2026-12-24").value();
    const std::vector<app::RuleValue> kept{monday(0, 1439), app::GraceChange{app::kGraceMax, day},
                                           languages(app::kLanguagesMax)};
    const std::vector<app::RuleValue> refused{monday(-1, -1),
                                              monday(480, 480),
                                              monday(480, 1440),
                                              app::GraceChange{app::kGraceMax + minutes{1}, day},
                                              app::GraceChange{minutes{-1}, day},
                                              languages(app::kLanguagesMax + 1),
                                              app::LanguagesChange{{"en", "en"}},
                                              app::LanguagesChange{{""}}};
    for (std::size_t i = 0; i < kept.size(); ++i)
        ASSERT_TRUE(this->keep(sample_change(static_cast<int>(i), kept[i])));
    for (std::size_t i = 0; i < refused.size(); ++i) {
        const auto done = this->keep(sample_change(9, refused[i]));
        ASSERT_FALSE(done) << i;
        EXPECT_EQ(done.error().kind, ErrorKind::InvalidInput) << i;
    }
    EXPECT_EQ(this->ask([](View& view) { return view.rule_values(); }).value(), kept)
        << "what was kept can be read";
}

}  // namespace
}  // namespace store_contract
