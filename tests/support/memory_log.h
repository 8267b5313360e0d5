#pragma once

#include <algorithm>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace support {

/// What only ever grows, in memory: rows with an id and a time.
template <class Row>
class MemoryLog {
public:
    std::vector<Row> between(base::Instant from, base::Instant to) const {
        std::vector<Row> out;
        std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(out),
                     [&](const Row& row) { return row.at >= from && row.at < to; });
        return out;
    }
    const std::vector<Row>& rows() const { return rows_; }
    base::Done append(const Row& row) {
        const auto same = [&](const Row& one) {
            return one.id == row.id;
        };
        if (std::any_of(rows_.begin(), rows_.end(), same)) {
            return base::fail(base::ErrorKind::Conflict, "it is stored already");
        }
        rows_.push_back(row);
        return {};
    }

private:
    std::vector<Row> rows_;
};

}  // namespace support
