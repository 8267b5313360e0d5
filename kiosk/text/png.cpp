#include "kiosk/text/png.h"

#include <cstddef>
#include <fstream>
#include <memory>

#include <cairo.h>

namespace kiosk::text {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

cairo_status_t append(void* to, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

base::Result<std::string> encode_png(int width, int height, const std::vector<std::uint8_t>& rgba) {
    if (width <= 0 || height <= 0 ||
        rgba.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4) {
        return base::fail(base::ErrorKind::InvalidInput, "a picture's pixels must fit its width and height");
    }
    const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
        return base::fail(base::ErrorKind::Unavailable, "no memory for a picture of this size");
    }
    unsigned char* pixels = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(pixels + y * stride);
        const std::uint8_t* from = rgba.data() + y * static_cast<std::size_t>(width) * 4;
        for (int x = 0; x < width; ++x, from += 4) {
            row[x] = 0xff000000u | (std::uint32_t{from[0]} << 16) | (std::uint32_t{from[1]} << 8) | from[2];
        }
    }
    cairo_surface_mark_dirty(surface.get());
    std::string bytes;
    if (cairo_surface_write_to_png_stream(surface.get(), append, &bytes) != CAIRO_STATUS_SUCCESS) {
        return base::fail(base::ErrorKind::Unavailable, "the picture could not be encoded");
    }
    return bytes;
}

base::Done write_png(const std::string& path, int width, int height, const std::vector<std::uint8_t>& rgba) {
    const std::string bytes = TRY(encode_png(width, height, rgba));
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) {
        return base::fail(base::ErrorKind::Unavailable, "could not write " + path + ": check the folder");
    }
    return {};
}

}  // namespace kiosk::text
