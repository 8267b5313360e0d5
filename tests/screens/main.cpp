// screen-pictures DIR [LANGUAGE[+MODE...] [SCREEN...]]: draws every screen in each of its states, upright and
// wide, large and small, for people to look at; in English, or in the language of that tag and the modes
// named (large, dark, easy, calm, listen), such as ur+large+dark; and only the screens named. With - for DIR
// it draws none and only tells what is wrong.

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "kiosk/paint/cpu_raster.h"
#include "kiosk/text/png.h"
#include "tests/support/kiosk/samples.h"

namespace {

struct Shape {
    const char* name;
    kiosk::paint::Panel panel;
};

/// What stands between the plus signs.
std::vector<std::string> parts_of(const std::string& words) {
    std::vector<std::string> parts;
    std::istringstream stream(words);
    for (std::string part; std::getline(stream, part, '+');) parts.push_back(part);
    return parts;
}

kiosk::app::Modes modes_of(const std::vector<std::string>& parts) {
    const auto named = [&](const char* mode) {
        return std::find(parts.begin(), parts.end(), mode) != parts.end();
    };
    return {named("large"), named("dark"), named("easy"), named("calm"), named("listen")};
}

int fail(const std::string& words) {
    std::cerr << "screen-pictures: " << words << '\n';
    return 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return fail("say into which folder: screen-pictures DIR [LANGUAGE[+MODE...] [SCREEN...]]");
    const std::string folder = arguments[1];
    const std::vector<std::string> how = parts_of(count > 2 ? arguments[2] : "en");
    const std::string language = how.empty() ? "" : how.front();
    const std::vector<std::string> only(arguments + std::min(count, 3), arguments + count);
    const auto words = kiosk::screens::Words::built_in(language);
    if (!words) return fail(words.error().message + ": " + language);
    std::error_code error;
    if (folder != "-") std::filesystem::create_directories(folder, error);
    if (error) return fail("cannot make the folder " + folder);
    const auto shaper = kiosk::text::Shaper::create();
    if (!shaper) return fail(shaper.error().message);
    const Shape shapes[] = {{"upright", {1080, 1920, 0.248F, {}}},
                            {"wide", {1920, 1080, 0.248F, {}}},
                            {"upright15", {1080, 1920, 0.180F, {}}},
                            {"wide15", {1920, 1080, 0.180F, {}}}};
    for (const support::Sample& sample : support::samples(*words, modes_of(how))) {
        if (!only.empty() && std::find(only.begin(), only.end(), sample.name) == only.end()) continue;
        for (const Shape& shape : shapes) {
            const auto made = kiosk::paint::layout(sample.screen, shape.panel, **shaper);
            for (const std::string& fault : kiosk::paint::faults(made)) {
                std::cout << sample.name << ' ' << shape.name << ": " << fault << '\n';
            }
            if (folder == "-") continue;
            const auto pixels = kiosk::paint::picture_of(made);
            const std::string path = folder + '/' + sample.name + '-' + shape.name + ".png";
            const auto written = kiosk::text::write_png(path, pixels.width, pixels.height, pixels.rgba);
            if (!written) return fail(written.error().message);
        }
    }
    return 0;
}
