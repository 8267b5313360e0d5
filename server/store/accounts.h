#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/app/account.h"
#include "server/store/record.h"

/// The tables account and account_change.
namespace server::store {

base::Result<std::vector<app::Account>> all_accounts(Record& record);
base::Result<std::optional<app::Account>> read_account(Record& record, const app::AccountId& id);
base::Result<std::optional<app::Account>> find_account(Record& record, std::string_view name);
base::Done put_account(Record& record, const app::Account& account);

base::Result<std::vector<app::AccountChange>> account_changes(Record& record, base::Instant from,
                                                              base::Instant to);
base::Done append_account_change(Record& record, const app::AccountChange& change);

}  // namespace server::store
