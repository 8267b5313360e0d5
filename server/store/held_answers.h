#pragma once

#include <optional>

#include "server/app/person_records.h"
#include "server/store/record.h"

/// The table held_answers: one row at most.
namespace server::store {

base::Result<std::optional<app::HeldAnswers>> read_held_answers(Record& record);
base::Done put_held_answers(Record& record, const app::HeldAnswers& held);
base::Done remove_held_answers(Record& record);

}  // namespace server::store
