#pragma once

#include <optional>

#include "server/reception/visit.h"

/// A desk that was left shows nobody's name: after kNamesStay the pages ask for the person's PIN, and the
/// board shows initials (docs/reception.md, "When nobody is there").
namespace server::reception {

/// Called for every request that is let through. None when the page may be given: a person is there, or the
/// page does without names, which `visit.is_away` then says. Else the page that asks for the PIN, with what
/// was typed into a late form kept in it; or the way out after kWrongPinsMax wrong ones, and for an account
/// that has no PIN.
std::optional<http::Reply> who_is_here(Office& office, Visit& visit);

}  // namespace server::reception
