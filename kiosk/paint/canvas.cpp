#include "kiosk/paint/canvas.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace kiosk::paint {
namespace {

constexpr float kCurveTolerance = 0.5F;  // pixels a drawn curve may be off the true one
constexpr float kCircleTolerance = 0.2F;

}  // namespace

struct Canvas::Parts {
    void* white = nullptr;
    ImDrawListSharedData shared;
    ImDrawList list{&shared};
    ImDrawList* lists[1]{&list};
    ImDrawData data;
};

Canvas::Canvas(void* white) : parts_(std::make_unique<Parts>()) {
    parts_->white = white;
    parts_->shared.CurveTessellationTol = kCurveTolerance;
    parts_->shared.SetCircleTessellationMaxError(kCircleTolerance);
    parts_->shared.TexUvWhitePixel = {0.5F, 0.5F};
    parts_->shared.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
}

Canvas::~Canvas() = default;

ImDrawList& Canvas::begin(int width_px, int height_px) {
    const ImVec2 size{static_cast<float>(width_px), static_cast<float>(height_px)};
    ImDrawList& list = parts_->list;
    parts_->shared.ClipRectFullscreen = {0, 0, size.x, size.y};
    parts_->data.DisplaySize = size;
    list._ResetForNewFrame();
    list.PushTextureID(parts_->white);
    list.PushClipRectFullScreen();
    return list;
}

ImDrawData& Canvas::end() {
    ImDrawList& list = parts_->list;
    list._PopUnusedDrawCmd();
    ImDrawData& data = parts_->data;
    data.Valid = true;
    data.CmdLists = parts_->lists;
    data.CmdListsCount = 1;
    data.TotalVtxCount = list.VtxBuffer.Size;
    data.TotalIdxCount = list.IdxBuffer.Size;
    data.DisplayPos = {0, 0};
    data.FramebufferScale = {1, 1};
    return data;
}

ImDrawData& Canvas::paint(const Layout& layout, const Attention& attention, Textures& textures) {
    draw(begin(layout.panel.width_px, layout.panel.height_px), layout, attention, textures);
    return end();
}

}  // namespace kiosk::paint
