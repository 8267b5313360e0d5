#include "kiosk/platform/window.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "kiosk/platform/frames_due.h"
#include "kiosk/platform/keyboard.h"

namespace kiosk::platform {
namespace {

/// The part of OpenGL's state that Dear ImGui's renderer leaves to us.
unsigned make_texture(const Coverage& coverage) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    // White ink whose strength is the coverage: the vertices' colour tints it.
    const GLint swizzle[4]{GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, coverage.width, coverage.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 coverage.pixels);
    return texture;
}

void drop_texture(unsigned texture) {
    const GLuint name = texture;
    glDeleteTextures(1, &name);
}

void* as_id(unsigned texture) {
    return reinterpret_cast<void*>(static_cast<std::uintptr_t>(texture));
}

std::string last_error() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text != nullptr ? text : "no reason given";
}

}  // namespace

struct Window::Parts {
    WindowOptions options;
    GLFWwindow* window = nullptr;
    bool has_renderer = false;
    unsigned white = 0;
    std::optional<TextureShelf> shelf;
    FramesDue frames;
    std::vector<Touch> touches;
    std::vector<app::KeyPressed> keys;
    bool down = false;
    float at_x = 0, at_y = 0;

    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        if (has_renderer) {
            shelf.reset();
            drop_texture(white);
            ImGui_ImplOpenGL3_Shutdown();
            ImGui::DestroyContext();
        }
        if (window != nullptr) glfwDestroyWindow(window);
        glfwTerminate();
    }

    base::Done open_window();
    base::Done start_renderer();
    void listen();
    void touched(Touch::Kind kind);
    void render(ImDrawData& frame, Background background);

    static Parts& of(GLFWwindow* window) { return *static_cast<Parts*>(glfwGetWindowUserPointer(window)); }
};

base::Done Window::Parts::open_window() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_RESIZABLE, GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    GLFWmonitor* monitor = options.full_screen ? glfwGetPrimaryMonitor() : nullptr;
    int width = options.width_px;
    int height = options.height_px;
    if (const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr) {
        width = mode->width;
        height = mode->height;
    }
    // EGL starts sooner than GLX, most of all without a graphics card; where it is missing, GLX does.
    for (const int api : {GLFW_EGL_CONTEXT_API, GLFW_NATIVE_CONTEXT_API}) {
        glfwWindowHint(GLFW_CONTEXT_CREATION_API, api);
        window = glfwCreateWindow(width, height, options.title.c_str(), monitor, nullptr);
        if (window != nullptr) break;
    }
    if (window == nullptr) {
        return base::fail(base::ErrorKind::Unavailable,
                          "no window could be opened with OpenGL 3.3: " + last_error());
    }
    glfwSetWindowUserPointer(window, this);
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    if (!options.show_pointer) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    return {};
}

base::Done Window::Parts::start_renderer() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    // Its own font is never shown: all words are pictures.
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    has_renderer = ImGui_ImplOpenGL3_Init("#version 330");
    if (!has_renderer) {
        ImGui::DestroyContext();
        return base::fail(base::ErrorKind::Unavailable, "OpenGL 3.3 is there but cannot be used");
    }
    const std::uint8_t full = 255;
    white = make_texture({0, 1, 1, &full});
    shelf.emplace(kTextureBytes, make_texture, drop_texture);
    return {};
}

void Window::Parts::touched(Touch::Kind kind) {
    frames.something_happened();
    // Of a slide only the latest place matters, so that a busy panel cannot fill the list.
    const bool slides_on =
        kind == Touch::Kind::Move && !touches.empty() && touches.back().kind == Touch::Kind::Move;
    if (slides_on) touches.pop_back();
    touches.push_back({kind, at_x, at_y, 0});
}

void Window::Parts::listen() {
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).frames.something_happened(); });
    glfwSetFramebufferSizeCallback(window,
                                   [](GLFWwindow* w, int, int) { of(w).frames.something_happened(); });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int, int action, int mods) {
        if (action != GLFW_PRESS) return;  // a key that is held does not repeat (EN 301 549 5.7)
        const auto pressed = key_of(key, mods);
        if (!pressed || of(w).keys.size() >= kKeysMax) return;
        of(w).keys.push_back(*pressed);
        of(w).frames.something_happened();
    });
    if (!options.touch) return;
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        Parts& parts = of(w);
        parts.at_x = static_cast<float>(x);
        parts.at_y = static_cast<float>(y);
        if (parts.down) parts.touched(Touch::Kind::Move);
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
        Parts& parts = of(w);
        if (button != GLFW_MOUSE_BUTTON_LEFT || parts.down == (action == GLFW_PRESS)) return;
        double x = 0;
        double y = 0;
        glfwGetCursorPos(w, &x, &y);
        parts.at_x = static_cast<float>(x);
        parts.at_y = static_cast<float>(y);
        parts.down = action == GLFW_PRESS;
        parts.touched(parts.down ? Touch::Kind::Down : Touch::Kind::Up);
    });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        Parts& parts = of(w);
        if (focused == GLFW_TRUE || !parts.down) return;
        parts.down = false;
        parts.touched(Touch::Kind::Cancel);
    });
}

void Window::Parts::render(ImDrawData& frame, Background background) {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glViewport(0, 0, width, height);
    glClearColor(static_cast<float>(background.red) / 255, static_cast<float>(background.green) / 255,
                 static_cast<float>(background.blue) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplOpenGL3_RenderDrawData(&frame);
}

base::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    if (glfwInit() != GLFW_TRUE) {
        return base::fail(base::ErrorKind::Unavailable,
                          "no display: " + last_error() + ". Start the kiosk inside an X session");
    }
    auto parts = std::make_unique<Parts>();
    parts->options = options;
    TRY_DONE(parts->open_window());
    TRY_DONE(parts->start_renderer());
    parts->listen();
    return std::unique_ptr<Window>(new Window(std::move(parts)));
}

Window::Window(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Window::~Window() = default;

int Window::width_px() const {
    int width = 0;
    glfwGetFramebufferSize(parts_->window, &width, nullptr);
    return width;
}

int Window::height_px() const {
    int height = 0;
    glfwGetFramebufferSize(parts_->window, nullptr, &height);
    return height;
}

std::vector<Touch> Window::wait(std::chrono::milliseconds at_most) {
    const auto sleep = std::clamp(at_most, std::chrono::milliseconds(0), kLongestSleep);
    if (parts_->frames.due() || sleep.count() == 0) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(std::chrono::duration<double>(sleep).count());
    }
    return std::exchange(parts_->touches, {});
}

std::vector<app::KeyPressed> Window::take_keys() {
    return std::exchange(parts_->keys, {});
}

void Window::wake() {
    glfwPostEmptyEvent();
}
bool Window::closing() const {
    return glfwWindowShouldClose(parts_->window) == GLFW_TRUE;
}
void Window::repaint() {
    parts_->frames.something_happened();
}
bool Window::frame_due() const {
    return parts_->frames.due();
}
void* Window::white() const {
    return as_id(parts_->white);
}
void* Window::texture_of(const Coverage& coverage) {
    return as_id(parts_->shelf->texture_of(coverage));
}

void Window::show(ImDrawData& frame, Background background) {
    parts_->render(frame, background);
    glfwSwapBuffers(parts_->window);
    parts_->frames.drawn();
    // Textures may go only when nothing that is still to be drawn names them.
    parts_->shelf->begin_frame();
}

Shot Window::shot(ImDrawData& frame, Background background) {
    parts_->render(frame, background);
    Shot shot{width_px(), height_px(), {}};
    const auto row = static_cast<std::size_t>(shot.width) * 4;
    const auto rows = static_cast<std::size_t>(shot.height);
    std::vector<std::uint8_t> upside_down(row * rows);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadBuffer(GL_BACK);
    glReadPixels(0, 0, shot.width, shot.height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    shot.rgba.reserve(row * rows);
    for (std::size_t y = rows; y-- > 0;) {
        const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(y * row);
        shot.rgba.insert(shot.rgba.end(), from, from + static_cast<std::ptrdiff_t>(row));
    }
    return shot;
}

}  // namespace kiosk::platform
