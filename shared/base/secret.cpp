#include "shared/base/secret.h"

#include <cstring>
#include <utility>

namespace base {

Secret::Secret(std::vector<std::byte> bytes) : bytes_(std::move(bytes)) {}

Secret::Secret(std::string_view text) : bytes_(text.size()) {
    if (!text.empty()) std::memcpy(bytes_.data(), text.data(), text.size());
}

Secret::~Secret() {
    wipe();
}

Secret& Secret::operator=(const Secret& other) {
    if (this == &other) return *this;
    wipe();
    bytes_ = other.bytes_;
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this == &other) return *this;
    wipe();
    bytes_ = std::move(other.bytes_);
    return *this;
}

std::string Secret::reveal_text() const {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

void Secret::wipe() {
    if (!bytes_.empty()) explicit_bzero(bytes_.data(), bytes_.size());
}

}  // namespace base
