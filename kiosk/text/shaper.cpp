#include "kiosk/text/shaper.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "kiosk/text/picture_cache.h"
#include "shared/base/invariant.h"

#if defined(__SANITIZE_ADDRESS__)
// Pango looks fonts up in threads that nobody can wait for. Each lets go of the fonts' configuration a moment
// after it has answered, so that a program may end before that; what fontconfig still holds then is no leak
// of ours.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
#endif

namespace kiosk::text {
namespace {

struct Release {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

constexpr double kProbePx = 1000;  // the size at which a capital's share of the font size is measured

std::string key_of(const Line& line) {
    std::string key =
        line.language + '\n' + std::to_string(line.cap_px) + ' ' + std::to_string(line.width_px);
    key += line.weight == Weight::SemiBold ? " s" : " r";
    key += line.align == Align::Centre ? "c" : "s";
    key += line.right_to_left ? "r\n" : "l\n";
    return key + line.text;
}

std::size_t whole_letters(const std::string& text) {
    std::size_t end = std::min(text.size(), kMaxTextBytes);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return end;
}

/// Pango turns the alignment round for a text that runs against its surroundings; here a text stands on the
/// side where its screen's lines start, whichever way it runs.
PangoAlignment alignment_of(const Line& line, PangoLayout* layout) {
    if (line.align == Align::Centre) return PANGO_ALIGN_CENTER;
    const PangoDirection own = pango_layout_get_direction(layout, 0);
    const bool against = own == (line.right_to_left ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
    return line.right_to_left != against ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

const Script* script_of(const FontList& fonts, const std::string& language) {
    for (const Script& one : fonts.scripts) {
        if (one.language == language) return &one;
    }
    return nullptr;
}

/// False when there is no such file or face, or the configuration has no font yet (add_file() comes first).
bool add_face(FcConfig* config, const FontFile& file) {
    int faces = 0;
    FcPattern* face =
        FcFreeTypeQuery(reinterpret_cast<const FcChar8*>(file.path.c_str()), file.face, nullptr, &faces);
    if (face == nullptr) return false;
    FcFontSet* all = FcConfigGetFonts(config, FcSetApplication);
    if (all != nullptr && FcFontSetAdd(all, face) == FcTrue) return true;
    FcPatternDestroy(face);
    return false;
}

bool add_file(FcConfig* config, const FontFile& file) {
    if (!std::filesystem::exists(file.path)) return false;
    if (file.face != 0) return add_face(config, file);
    return FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file.path.c_str())) == FcTrue;
}

bool breaks_a_word(PangoLayout* layout) {
    int count = 0;
    const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* text = pango_layout_get_text(layout);
    const int lines = pango_layout_get_line_count(layout);
    for (int i = 1; i < lines; ++i) {
        const int start = pango_layout_get_line_readonly(layout, i)->start_index;
        const long letter = g_utf8_pointer_to_offset(text, text + start);
        if (letter < count && attributes[letter].is_line_break == 0) return true;
    }
    return false;
}

}  // namespace

struct Shaper::Parts {
    Parts(const FontList& list, std::size_t cache_bytes) : fonts(list), cache(cache_bytes) {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts();

    FontList fonts;
    std::string families;
    PictureCache cache;
    std::uint64_t next_id = 1;
    bool opened_more = false;
    double em_per_cap = 1.4;
    Owned<FcConfig> config;
    Owned<PangoFontMap> map;
    Owned<PangoContext> context;
    Owned<PangoLayout> layout;

    void open_more();
    void arrange(const Line& line);
    void arrange_with_all_fonts(const Line& line);
    void measure_capital();
    Picture draw();
};

Shaper::Parts::~Parts() {
    // Pango 1.50 does not give its reference to the configuration back by itself.
    if (map) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), nullptr);
}

void Shaper::Parts::open_more() {
    opened_more = true;
    for (const FontFile& file : fonts.more) add_file(config.get(), file);
    pango_fc_font_map_config_changed(PANGO_FC_FONT_MAP(map.get()));
}

void Shaper::Parts::arrange(const Line& line) {
    PangoLayout* l = layout.get();
    pango_context_set_language(context.get(), pango_language_from_string(line.language.c_str()));
    pango_context_set_base_dir(context.get(), line.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    const Owned<PangoFontDescription> font(pango_font_description_new());
    const Script* script = script_of(fonts, line.language);
    const std::string asked = script == nullptr ? families : families + ',' + script->family;
    pango_font_description_set_family(font.get(), asked.c_str());
    pango_font_description_set_weight(
        font.get(), line.weight == Weight::SemiBold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    const double size = script == nullptr ? 1 : static_cast<double>(script->size);
    pango_font_description_set_absolute_size(font.get(),
                                             std::round(line.cap_px * em_per_cap * size * PANGO_SCALE));
    pango_layout_set_font_description(l, font.get());
    pango_layout_set_width(l, line.width_px > 0 ? line.width_px * PANGO_SCALE : -1);
    pango_layout_set_wrap(l, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(l, script == nullptr ? 0 : script->line);
    pango_layout_set_text(l, line.text.data(), static_cast<int>(whole_letters(line.text)));
    pango_layout_context_changed(l);
    pango_layout_set_alignment(l, alignment_of(line, l));
}

void Shaper::Parts::arrange_with_all_fonts(const Line& line) {
    arrange(line);
    if (opened_more || pango_layout_get_unknown_glyphs_count(layout.get()) == 0) return;
    open_more();
    arrange(line);
}

void Shaper::Parts::measure_capital() {
    em_per_cap = 1;
    Line line;
    line.text = "H";
    line.language = "en";
    line.cap_px = kProbePx;
    arrange(line);
    PangoRectangle ink{};
    pango_layout_get_extents(layout.get(), &ink, nullptr);
    INVARIANT(ink.height > 0, "the first font has no capital H to measure text by");
    em_per_cap = kProbePx * PANGO_SCALE / ink.height;
}

/// Where a text's box begins and ends, in pixels below the top that Pango gives it.
struct Upright {
    int top, bottom;
    int height() const { return bottom - top; }
};

/// Without the room around a text that its font asks for and `Script::line` does without; Pango itself keeps
/// lines together only from the second on. Never smaller than the ink: what stands around it is not touched.
Upright box_of(const Script* script, PangoLayout* layout) {
    PangoRectangle ink{};
    PangoRectangle box{};
    pango_layout_get_pixel_extents(layout, &ink, &box);
    if (script == nullptr || script->line >= 1) return {0, box.height};
    PangoRectangle first{};
    pango_layout_line_get_pixel_extents(pango_layout_get_line_readonly(layout, 0), nullptr, &first);
    const float saved = static_cast<float>(first.height) * (1 - script->line);
    const auto above = static_cast<int>(saved * script->above);
    const auto below = static_cast<int>(saved) - above;
    return {std::min(above, ink.y), std::max(box.height - below, ink.y + ink.height)};
}

Picture Shaper::Parts::draw() {
    PangoRectangle ink{};
    pango_layout_get_pixel_extents(layout.get(), &ink, nullptr);
    Picture picture;
    picture.id = next_id++;
    if (ink.width <= 0 || ink.height <= 0) return picture;
    // A pixel more on each side: smoothing may touch the pixel beside the ink's own box.
    picture.width = ink.width + 2;
    picture.height = ink.height + 2;
    picture.left = ink.x - 1;
    picture.top = ink.y - 1;
    const Owned<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_A8, picture.width, picture.height));
    INVARIANT(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS, "no memory for a text's picture");
    const Owned<cairo_t> cairo(cairo_create(surface.get()));
    cairo_move_to(cairo.get(), 1 - ink.x, 1 - ink.y);
    pango_cairo_show_layout(cairo.get(), layout.get());
    cairo_surface_flush(surface.get());
    const unsigned char* rows = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(picture.width);
    picture.coverage.resize(width * static_cast<std::size_t>(picture.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(picture.height); ++y) {
        std::copy_n(rows + y * stride, width,
                    picture.coverage.begin() + static_cast<std::ptrdiff_t>(y * width));
    }
    return picture;
}

base::Result<std::unique_ptr<Shaper>> Shaper::create(const FontList& fonts, std::size_t cache_bytes) {
    auto parts = std::make_unique<Parts>(fonts, cache_bytes);
    for (const std::string& family : fonts.families) {
        parts->families += (parts->families.empty() ? "" : ",") + family;
    }
    parts->config.reset(FcConfigCreate());
    for (const FontFile& file : fonts.core) {
        if (add_file(parts->config.get(), file)) continue;
        return base::fail(
            base::ErrorKind::NotFound,
            "the font " + file.path + " cannot be opened: run scripts/setup, which installs the fonts");
    }
    // Without a current configuration, Pango reads the machine's fonts and rules in a thread of its own, for
    // nothing.
    const Owned<FcConfig> none(FcConfigCreate());
    FcConfigSetCurrent(none.get());
    parts->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(parts->map.get()), parts->config.get());
    parts->context.reset(pango_font_map_create_context(parts->map.get()));
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(parts->context.get(), options.get());
    pango_context_set_round_glyph_positions(parts->context.get(), FALSE);
    parts->layout.reset(pango_layout_new(parts->context.get()));
    parts->measure_capital();
    return std::unique_ptr<Shaper>(new Shaper(std::move(parts)));
}

Shaper::Shaper(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Shaper::~Shaper() = default;

Extent Shaper::measure(const Line& line) {
    parts_->arrange_with_all_fonts(line);
    PangoLayout* layout = parts_->layout.get();
    PangoRectangle box{};
    pango_layout_get_pixel_extents(layout, nullptr, &box);
    const int height = box_of(script_of(parts_->fonts, line.language), layout).height();
    return {box.width, height, pango_layout_get_line_count(layout),
            pango_layout_get_unknown_glyphs_count(layout), breaks_a_word(layout)};
}

std::shared_ptr<const Picture> Shaper::picture(const Line& line) {
    const std::string key = key_of(line);
    if (auto kept = parts_->cache.find(key)) return kept;
    parts_->arrange_with_all_fonts(line);
    Picture drawn = parts_->draw();
    if (const Script* script = script_of(parts_->fonts, line.language)) {
        drawn.top -= box_of(script, parts_->layout.get()).top;
    }
    return parts_->cache.keep(key, std::move(drawn));
}

void Shaper::forget() {
    parts_->cache.clear();
}
std::size_t Shaper::cached_bytes() const {
    return parts_->cache.bytes();
}
std::size_t Shaper::cached_pictures() const {
    return parts_->cache.count();
}

}  // namespace kiosk::text
