#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"

/// What a map holds, as the store's port gives it.
namespace support {

/// NotFound where there is none, said of `what`.
template <class Map, class Key>
base::Result<typename Map::mapped_type> find(const Map& map, const Key& key, const char* what) {
    const auto found = map.find(key);
    if (found == map.end())
        return base::fail(base::ErrorKind::NotFound, std::string("the hub holds no such ") + what);
    return found->second;
}

template <class Map>
std::vector<typename Map::mapped_type> values(const Map& map) {
    std::vector<typename Map::mapped_type> out;
    for (const auto& [key, value] : map) out.push_back(value);
    return out;
}

template <class Map, class Test>
std::vector<typename Map::mapped_type> values_where(const Map& map, Test test) {
    auto out = values(map);
    std::erase_if(out, [&](const auto& one) { return !test(one); });
    return out;
}

}  // namespace support
