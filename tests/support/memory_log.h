#pragma once

#include <algorithm>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace support {

/// Adds to a list that only grows. Conflict when something of this id is in it.
template <class One>
base::Done append_once(std::vector<One>& all, const One& one) {
    if (std::any_of(all.begin(), all.end(), [&](const One& other) { return other.id == one.id; })) {
        return base::fail(base::ErrorKind::Conflict, "this is stored already");
    }
    all.push_back(one);
    return {};
}

/// Those of [from, to), in the order they were added.
template <class One>
std::vector<One> between(std::vector<One> all, base::Instant from, base::Instant to) {
    std::erase_if(all, [&](const One& one) { return one.at < from || one.at >= to; });
    return all;
}

}  // namespace support
