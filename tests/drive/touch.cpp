#include "tests/drive/touch.h"

#include <cstdint>
#include <memory>
#include <utility>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <cairo/cairo.h>

namespace drive {
namespace {

Display* as_display(void* display) {
    return static_cast<Display*>(display);
}

void copy_pixels(XImage& image, cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    unsigned char* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < image.height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(pixels + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < image.width; ++x) row[x] = static_cast<std::uint32_t>(XGetPixel(&image, x, y));
    }
    cairo_surface_mark_dirty(surface);
}

}  // namespace

base::Result<Touch> Touch::on_display() {
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr)
        return base::fail(base::ErrorKind::Unavailable, "no X display; set DISPLAY or start Xvfb");
    return Touch(display);
}

Touch::~Touch() {
    if (display_ != nullptr) XCloseDisplay(as_display(display_));
}

Touch::Touch(Touch&& other) noexcept : display_(std::exchange(other.display_, nullptr)) {}

void Touch::tap(int x, int y) {
    Display* display = as_display(display_);
    XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
    XTestFakeButtonEvent(display, 1, True, CurrentTime);
    XTestFakeButtonEvent(display, 1, False, CurrentTime);
    XSync(display, False);
}

bool Touch::key(const std::string& name) {
    Display* display = as_display(display_);
    const KeyCode code = XKeysymToKeycode(display, XStringToKeysym(name.c_str()));
    if (code == 0) return false;
    XTestFakeKeyEvent(display, code, True, CurrentTime);
    XTestFakeKeyEvent(display, code, False, CurrentTime);
    XSync(display, False);
    return true;
}

base::Done Touch::picture(const std::string& path) {
    Display* display = as_display(display_);
    const Window root = DefaultRootWindow(display);
    XWindowAttributes attributes{};
    XGetWindowAttributes(display, root, &attributes);
    const auto destroy = [](XImage* image) {
        XDestroyImage(image);
    };
    const std::unique_ptr<XImage, decltype(destroy)> image(
        XGetImage(display, root, 0, 0, static_cast<unsigned>(attributes.width),
                  static_cast<unsigned>(attributes.height), AllPlanes, ZPixmap),
        destroy);
    if (!image) return base::fail(base::ErrorKind::Unavailable, "the display gave no picture");
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, attributes.width, attributes.height),
        cairo_surface_destroy);
    copy_pixels(*image, surface.get());
    if (cairo_surface_write_to_png(surface.get(), path.c_str()) != CAIRO_STATUS_SUCCESS) {
        return base::fail(base::ErrorKind::Unavailable, "the picture could not be written to " + path);
    }
    return {};
}

}  // namespace drive
