#pragma once

#include <span>
#include <string_view>

#include "shared/base/result.h"

namespace server::store {

class Connection;

/// One numbered step of the schema, embedded from server/store/migrations. The n-th (from 1) brings the
/// database to user_version n.
struct Migration {
    std::string_view name;
    std::string_view sql;
};
std::span<const Migration> migrations();

/// The version this program writes.
int newest_version();

/// Whether tables, indexes and triggers are just those that the steps up to the database's version make.
/// Corrupt when they are not: it was made by another program, or by a version that never went out.
base::Done check_schema(Connection& connection);

/// Applies the steps the database lacks, each in a transaction of its own with its version.
base::Done migrate(Connection& connection);

}  // namespace server::store
