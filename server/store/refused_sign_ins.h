#pragma once

#include "server/app/account.h"
#include "server/store/record.h"

/// The table refused_sign_ins: one row, none before the first.
namespace server::store {

base::Result<app::RefusedSignIns> read_refused_sign_ins(Record& record);
base::Done put_refused_sign_ins(Record& record, const app::RefusedSignIns& refused);

}  // namespace server::store
