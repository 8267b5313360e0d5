#pragma once

#include <string>

#include "server/reception/appointment_look.h"

/// One appointment as words for its templates.
namespace server::reception {

/// What was wrong with a form, by field, to be said beside it.
struct Wrong {
    std::string time;
    std::string reason;
    std::string choice;  ///< of one of several
    std::string who;
    std::string whole;  ///< of no one field

    bool any() const { return !first().empty(); }
    const std::string& first() const;
    const char* first_field() const;  ///< the id of its element
};

/// What the record says, its history, what may be done by whoever visits, what was typed, and what was wrong
/// with that.
Words words_of_shown(const Office& office, const Visit& visit, const Shown& shown, const Wrong& wrong);

/// `not_held`, the reason in plain words, and `is_not_held`: a session that did not happen.
void set_not_held(Words& words, const std::optional<domain::NoSessionReason>& not_held);

/// Empty when the reason may be kept; else what to do, as a sentence.
std::string why_reason_is_refused(const std::string& reason);

}  // namespace server::reception
