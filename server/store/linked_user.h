#pragma once

#include <optional>

#include "server/app/linked_user.h"
#include "server/store/record.h"

/// The table linked_user.
namespace server::store {

base::Result<std::optional<app::LinkedUser>> read_linked_user(Record& record);
base::Done put_linked_user(Record& record, const app::LinkedUser& user);
base::Done remove_linked_user(Record& record);

}  // namespace server::store
