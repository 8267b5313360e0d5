#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>

namespace kiosk::platform {

/// A picture of how much of each pixel is covered (0-255), row after row without padding.
struct Coverage {
    std::uint64_t key = 0;  ///< the same key always means the same picture
    int width = 0, height = 0;
    const std::uint8_t* pixels = nullptr;  ///< read only while a texture is made of it

    std::size_t bytes() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(height); }
};

/// Keeps textures between frames: about four full screens of words at 1080x1920.
inline constexpr std::size_t kTextureBytes = 8u << 20;

/// Textures by key. Those of the frame before stay; when more than `max_bytes` are on the shelf at the start
/// of a frame, those not used in the last one go, the ones unused longest first.
class TextureShelf {
public:
    using Make = std::function<unsigned(const Coverage&)>;
    using Drop = std::function<void(unsigned)>;

    TextureShelf(std::size_t max_bytes, Make make, Drop drop);
    ~TextureShelf();
    TextureShelf(const TextureShelf&) = delete;
    TextureShelf& operator=(const TextureShelf&) = delete;

    void begin_frame();
    unsigned texture_of(const Coverage& coverage);

    std::size_t bytes() const { return bytes_; }
    std::size_t count() const { return entries_.size(); }

private:
    struct Entry {
        unsigned texture = 0;
        std::size_t bytes = 0;
        std::uint64_t last_frame = 0;
    };

    std::size_t max_bytes_;
    Make make_;
    Drop drop_;
    std::size_t bytes_ = 0;
    std::uint64_t frame_ = 0;
    std::unordered_map<std::uint64_t, Entry> entries_;
};

}  // namespace kiosk::platform
