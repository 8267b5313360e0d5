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

ImDrawData& Canvas::paint(const Layout& layout, const Attention& attention, Textures& textures) {
    const ImVec2 size{static_cast<float>(layout.panel.width_px), static_cast<float>(layout.panel.height_px)};
    ImDrawList& list = parts_->list;
    parts_->shared.ClipRectFullscreen = {0, 0, size.x, size.y};
    list._ResetForNewFrame();
    list.PushTextureID(parts_->white);
    list.PushClipRectFullScreen();
    draw(list, layout, attention, textures);
    list._PopUnusedDrawCmd();

    ImDrawData& data = parts_->data;
    data.Valid = true;
    data.CmdLists = parts_->lists;
    data.CmdListsCount = 1;
    data.TotalVtxCount = list.VtxBuffer.Size;
    data.TotalIdxCount = list.IdxBuffer.Size;
    data.DisplayPos = {0, 0};
    data.DisplaySize = size;
    data.FramebufferScale = {1, 1};
    return data;
}

}  // namespace kiosk::paint
