#include "kiosk/text/picture_cache.h"

#include <utility>

namespace kiosk::text {

std::shared_ptr<const Picture> PictureCache::find(const std::string& key) {
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->picture;
}

std::shared_ptr<const Picture> PictureCache::keep(const std::string& key, Picture picture) {
    auto kept = std::make_shared<const Picture>(std::move(picture));
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
        bytes_ -= found->second->picture->bytes();
        entries_.erase(found->second);
        by_key_.erase(found);
    }
    if (kept->bytes() > max_bytes_) return kept;
    while (bytes_ + kept->bytes() > max_bytes_) {
        bytes_ -= entries_.back().picture->bytes();
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }
    entries_.push_front({key, kept});
    by_key_[key] = entries_.begin();
    bytes_ += kept->bytes();
    return kept;
}

void PictureCache::clear() {
    by_key_.clear();
    entries_.clear();
    bytes_ = 0;
}

}  // namespace kiosk::text
