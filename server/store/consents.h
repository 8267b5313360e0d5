#pragma once

#include <vector>

#include "server/app/person_records.h"
#include "server/store/record.h"

/// The table consent.
namespace server::store {

base::Result<std::vector<app::Consent>> consents_of_person(Record& record, const domain::PersonId& person);
base::Done append_consent(Record& record, const app::Consent& consent);

}  // namespace server::store
