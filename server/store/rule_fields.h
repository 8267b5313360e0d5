#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/app/rule_change.h"

/// A change of the hub's rules as the column `value` keeps it.
namespace server::store {

/// The column `what`: `day`, `hours`, `grace`, `languages`.
std::string_view word_of_rule(const app::RuleValue& value);
std::string fields_of_rule(const app::RuleValue& value);
/// None for bytes that fields_of_rule does not give for this word.
std::optional<app::RuleValue> rule_of(std::string_view word, std::string_view bytes);

}  // namespace server::store
