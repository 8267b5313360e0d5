#pragma once

#include <optional>
#include <string>

#include "server/app/change_rule.h"
#include "server/reception/fields_wrong.h"
#include "server/reception/visit.h"

/// What the pages share on which a manager changes one of the hub's rules.
namespace server::reception {

struct RuleForm {
    const char* path;     ///< of the page and of its act
    const char* form;     ///< its template
    const char* title;    ///< of the window
    const char* refused;  ///< the field beside which a refusal of the value is said
    /// Fills the form: what was typed, else what is in force.
    void (*fill)(Words& words, const Visit& visit, const app::RuleSet& set);
};

/// Whether something was typed: the form comes back.
bool is_typed(const Visit& visit);

http::Reply rule_sheet(Office& office, Visit& visit, const RuleForm& form);

/// Changes the rule to `value`, none when `wrong` says why, unless something was changed since the page was
/// shown. What follows from it is said first, and asked once more.
http::Reply change_rule(Office& office, Visit& visit, const RuleForm& form,
                        const std::optional<app::RuleValue>& value, FieldsWrong wrong);

}  // namespace server::reception
