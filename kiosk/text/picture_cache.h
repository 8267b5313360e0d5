#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "kiosk/text/picture.h"

namespace kiosk::text {

/// Pictures by key, the ones used last kept, never more than `max_bytes` of coverage in all. A picture that
/// is larger than that is handed back but not kept. Pictures still held by a caller outlive their place here.
class PictureCache {
public:
    explicit PictureCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

    std::shared_ptr<const Picture> find(const std::string& key);
    std::shared_ptr<const Picture> keep(const std::string& key, Picture picture);
    void clear();

    std::size_t bytes() const { return bytes_; }
    std::size_t count() const { return entries_.size(); }

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const Picture> picture;
    };

    std::size_t max_bytes_;
    std::size_t bytes_ = 0;
    std::list<Entry> entries_;  // the one used last in front
    std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
};

}  // namespace kiosk::text
