#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <ostream>
#include <string>
#include <utility>

namespace base {

/// An opaque identifier that cannot be mistaken for another kind: `StrongId<struct KioskTag>`.
template <class Tag>
class StrongId {
public:
    StrongId() = default;
    explicit StrongId(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(const StrongId&) const = default;
    friend std::ostream& operator<<(std::ostream& out, const StrongId& id) { return out << id.text_; }

private:
    std::string text_;
};

}  // namespace base

template <class Tag>
struct std::hash<base::StrongId<Tag>> {
    std::size_t operator()(const base::StrongId<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text());
    }
};
