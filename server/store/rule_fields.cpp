#include "server/store/rule_fields.h"

#include <array>
#include <cstdint>

#include "server/app/rule_limits.h"
#include "server/store/fields.h"
#include "server/store/words.h"

namespace server::store {
namespace {

using app::DayRule;

constexpr std::array kDayRules{Word<DayRule>{DayRule::Closed, "closed"}, Word<DayRule>{DayRule::Open, "open"},
                               Word<DayRule>{DayRule::BankHoliday, "bank_holiday"},
                               Word<DayRule>{DayRule::NoBankHoliday, "no_bank_holiday"},
                               Word<DayRule>{DayRule::AsListed, "as_listed"}};
/// Of a day of the week on which the hub is shut.
constexpr std::int64_t kShut = -1;
constexpr std::int64_t kMinutesADay = 24 * 60;

struct Writing {
    FieldWriter& fields;

    void operator()(const app::DayChange& change) const {
        fields.add(domain::to_text(change.day)).add(word_of(kDayRules, change.rule));
    }
    void operator()(const app::HoursChange& change) const {
        for (const auto& day : change.week) {
            fields.add(day ? std::int64_t{day->opens.count()} : kShut);
            fields.add(day ? std::int64_t{day->closes.count()} : kShut);
        }
    }
    void operator()(const app::GraceChange& change) const {
        fields.add(std::int64_t{change.grace.count()}).add(domain::to_text(change.from));
    }
    void operator()(const app::LanguagesChange& change) const {
        fields.add(static_cast<std::int64_t>(change.languages.size()));
        for (const std::string& tag : change.languages) fields.add(tag);
    }
};

std::optional<app::RuleValue> day_of(FieldReader& fields) {
    const auto day = domain::parse_date(fields.text());
    const auto rule = value_of(kDayRules, fields.text());
    if (!day || !rule) return std::nullopt;
    return app::DayChange{*day, *rule};
}

std::optional<app::RuleValue> hours_of(FieldReader& fields) {
    app::HoursChange change;
    for (auto& day : change.week) {
        const std::int64_t opens = fields.number();
        const std::int64_t closes = fields.number();
        if (opens == kShut && closes == kShut) continue;
        if (opens < 0 || closes <= opens || closes >= kMinutesADay) return std::nullopt;
        day = app::OpeningHours{std::chrono::minutes{opens}, std::chrono::minutes{closes}};
    }
    return change;
}

std::optional<app::RuleValue> grace_of(FieldReader& fields) {
    const std::int64_t grace = fields.number();
    const auto from = domain::parse_date(fields.text());
    if (!from || grace < 0 || grace > app::kGraceMax.count()) return std::nullopt;
    return app::GraceChange{std::chrono::minutes{grace}, *from};
}

std::optional<app::RuleValue> languages_of(FieldReader& fields) {
    const std::int64_t count = fields.number();
    if (count < 0) return std::nullopt;
    app::LanguagesChange change;
    // As many as there are: what is too much is refused where it is kept, and is no damage.
    for (std::int64_t i = 0; i < count && fields.ok(); ++i) change.languages.push_back(fields.text());
    return change;
}

struct Kind {
    std::string_view word;
    std::optional<app::RuleValue> (*read)(FieldReader&);
};
/// In the order of app::RuleValue.
constexpr std::array kKinds{Kind{"day", day_of}, Kind{"hours", hours_of}, Kind{"grace", grace_of},
                            Kind{"languages", languages_of}};

}  // namespace

std::string_view word_of_rule(const app::RuleValue& value) {
    return kKinds.at(value.index()).word;
}

std::string fields_of_rule(const app::RuleValue& value) {
    FieldWriter fields;
    std::visit(Writing{fields}, value);
    return fields.bytes();
}

std::optional<app::RuleValue> rule_of(std::string_view word, std::string_view bytes) {
    for (const Kind& kind : kKinds) {
        if (kind.word != word) continue;
        FieldReader fields(bytes);
        auto value = kind.read(fields);
        return fields.ok() && fields.at_end() ? value : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace server::store
