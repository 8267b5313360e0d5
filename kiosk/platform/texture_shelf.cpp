#include "kiosk/platform/texture_shelf.h"

#include <algorithm>
#include <utility>

namespace kiosk::platform {

TextureShelf::TextureShelf(std::size_t max_bytes, Make make, Drop drop)
    : max_bytes_(max_bytes), make_(std::move(make)), drop_(std::move(drop)) {}

TextureShelf::~TextureShelf() {
    for (const auto& [key, entry] : entries_) drop_(entry.texture);
}

void TextureShelf::begin_frame() {
    while (bytes_ > max_bytes_) {
        const auto oldest = std::min_element(
            entries_.begin(), entries_.end(),
            [](const auto& a, const auto& b) { return a.second.last_frame < b.second.last_frame; });
        if (oldest == entries_.end() || oldest->second.last_frame == frame_) break;
        drop_(oldest->second.texture);
        bytes_ -= oldest->second.bytes;
        entries_.erase(oldest);
    }
    ++frame_;
}

unsigned TextureShelf::texture_of(const Coverage& coverage) {
    auto found = entries_.find(coverage.key);
    if (found == entries_.end()) {
        found = entries_.emplace(coverage.key, Entry{make_(coverage), coverage.bytes(), frame_}).first;
        bytes_ += coverage.bytes();
    }
    found->second.last_frame = frame_;
    return found->second.texture;
}

}  // namespace kiosk::platform
