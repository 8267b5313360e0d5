#pragma once

#include <string>

#include "server/reception/appointment_look.h"
#include "server/reception/fields_wrong.h"

/// One appointment as words for its templates.
namespace server::reception {

/// What the record says, its history, what may be done by whoever visits, what was typed, and what was wrong
/// with that.
Words words_of_shown(const Office& office, const Visit& visit, const Shown& shown, const FieldsWrong& wrong);

/// `not_held`, the reason in plain words, and `is_not_held`: a session that did not happen.
void set_not_held(Words& words, const std::optional<domain::NoSessionReason>& not_held);

/// Empty when the reason may be kept; else what to do, as a sentence.
std::string why_reason_is_refused(const std::string& reason);
/// Says so beside the field `reason` of what was sent.
void check_reason(const Visit& visit, FieldsWrong& wrong);

}  // namespace server::reception
