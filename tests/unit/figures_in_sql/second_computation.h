#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "server/figures/compute.h"

namespace SQLite {
class Database;
}

namespace sql {

/// What was found of each thing looked at, by referral and subject: `met`, `missed`, `out`, `unknown` or
/// `uncounted`.
using Findings = std::map<std::pair<std::string, std::string>, std::string>;

/// Histories in a database in memory, and the figures computed from it in SQL.
class SecondComputation {
public:
    explicit SecondComputation(std::span<const server::figures::ReferralHistory> histories);
    ~SecondComputation();

    /// For these months, as of that moment (in whole seconds).
    Findings compute(server::figures::FigureId id, const server::figures::Period& period,
                     base::Instant as_of);
    /// Met and excused of met and missed.
    server::figures::Rate mitigated(server::figures::FigureId id, const server::figures::Period& period,
                                    base::Instant as_of);

private:
    void ask(const server::figures::Period& period, base::Instant as_of);
    std::unique_ptr<SQLite::Database> db_;
};

}  // namespace sql
