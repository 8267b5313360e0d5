#pragma once

#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include "server/app/opening_hours.h"
#include "shared/base/instant.h"
#include "shared/domain/date.h"

/// What managers change of the hub's rules. Changes are only ever added; what counts follows from all of them
/// (server/app/rules_in_force.h).
namespace server::app {

/// What a day is from now on.
enum class DayRule {
    Closed,         ///< the hub is shut on it
    Open,           ///< it is not shut for once
    BankHoliday,    ///< a bank holiday, whatever the built-in rules and a list say
    NoBankHoliday,  ///< none
    AsListed,       ///< as the built-in rules or a list have it
};

struct DayChange {
    domain::Date day{};
    DayRule rule = DayRule::Closed;

    bool operator==(const DayChange&) const = default;
};

struct HoursChange {
    WeekHours week{};

    bool operator==(const HoursChange&) const = default;
};

struct GraceChange {
    std::chrono::minutes grace{};
    domain::Date from{};  ///< the first day of which it is the grace

    bool operator==(const GraceChange&) const = default;
};

/// Which new kiosks offer; empty: all that they speak.
struct LanguagesChange {
    std::vector<std::string> languages;

    bool operator==(const LanguagesChange&) const = default;
};

using RuleValue = std::variant<DayChange, HoursChange, GraceChange, LanguagesChange>;

struct RuleChange {
    std::string id;  ///< UUID
    base::Instant at{};
    RuleValue value;
    std::string who;
    std::string why;

    bool operator==(const RuleChange&) const = default;
};

}  // namespace server::app
