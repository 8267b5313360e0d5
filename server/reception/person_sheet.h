#pragma once

#include <string>
#include <vector>

#include "server/app/person_records.h"
#include "server/reception/appointment_words.h"

/// What the acts on a person's page share.
namespace server::reception {

/// For `part_consent`: what the person has said so far, and the form with what was typed.
void set_consent(Words& words, const std::vector<app::Consent>& said, const Visit& visit);
/// What stands, in words: `Not asked`, `Given on 3 November 2026`.
std::string consent_in_words(const std::vector<app::Consent>& said);

/// The page, after the look at the person is kept; with what was wrong, as 400.
http::Reply person_sheet(Office& office, Visit& visit, const FieldsWrong& wrong);

}  // namespace server::reception
