#include "kiosk/staff/state_file.h"

#include "kiosk/app/limits.h"
#include "kiosk/staff/whole_file.h"
#include "shared/settings/document.h"

namespace kiosk::staff {
namespace {

constexpr std::string_view kOutOfUse = "out_of_use";
constexpr std::string_view kLanguagesOff = "languages_off";
constexpr std::string_view kWrongPins = "wrong_pins";

bool is_tag(const std::string& text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") ==
                                std::string::npos;
}

}  // namespace

std::string to_text(const app::StaffState& state) {
    std::string languages;
    for (const std::string& tag : state.languages_off) {
        languages += (languages.empty() ? "\"" : ", \"") + tag + '"';
    }
    return std::string(kOutOfUse) + " = " + (state.out_of_use ? "true" : "false") + '\n' +
           std::string(kLanguagesOff) + " = [" + languages + "]\n" + std::string(kWrongPins) + " = " +
           std::to_string(state.wrong_pins) + '\n';
}

base::Result<app::StaffState> parse_state(std::string_view text, const std::string& name) {
    auto document = TRY(settings::Document::parse(text, name));
    settings::Table& root = document.root();
    app::StaffState state;
    state.out_of_use = root.flag_or(kOutOfUse, state.out_of_use);
    state.languages_off = root.texts_or(kLanguagesOff, {});
    for (const std::string& tag : state.languages_off) {
        if (!is_tag(tag)) root.refuse(kLanguagesOff, "must hold tags such as \"ur\"");
    }
    state.wrong_pins = static_cast<unsigned>(root.integer_or(kWrongPins, 0, 0, app::kWrongPinsMax));
    TRY_DONE(document.finish());
    return state;
}

base::Result<app::StaffState> read_state(const std::string& path) {
    const auto text = TRY(read_whole(path));
    if (!text) return app::StaffState{};
    return parse_state(*text, path);
}

base::Done write_state(const std::string& path, const app::StaffState& state) {
    return write_whole(path, to_text(state));
}

}  // namespace kiosk::staff
