// screen-pictures DIR [LANGUAGE [SCREEN...]]: draws every screen in each of its states, upright and wide, for
// people to look at; in English, or in the language of that tag, and only the screens named.

#include <algorithm>
#include <filesystem>
#include <iostream>
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

int fail(const std::string& words) {
    std::cerr << "screen-pictures: " << words << '\n';
    return 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return fail("say into which folder: screen-pictures DIR [LANGUAGE [SCREEN...]]");
    const std::string folder = arguments[1];
    const std::string language = count > 2 ? arguments[2] : "en";
    const std::vector<std::string> only(arguments + std::min(count, 3), arguments + count);
    const auto words = kiosk::screens::Words::built_in(language);
    if (!words) return fail(words.error().message + ": " + language);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail("cannot make the folder " + folder);
    const auto shaper = kiosk::text::Shaper::create();
    if (!shaper) return fail(shaper.error().message);
    const Shape shapes[] = {{"upright", {1080, 1920, 0.248F, {}}}, {"wide", {1920, 1080, 0.248F, {}}}};
    for (const support::Sample& sample : support::samples(*words)) {
        if (!only.empty() && std::find(only.begin(), only.end(), sample.name) == only.end()) continue;
        for (const Shape& shape : shapes) {
            const auto made = kiosk::paint::layout(sample.screen, shape.panel, **shaper);
            for (const std::string& fault : kiosk::paint::faults(made)) {
                std::cout << sample.name << ' ' << shape.name << ": " << fault << '\n';
            }
            const auto pixels = kiosk::paint::picture_of(made);
            const std::string path = folder + '/' + sample.name + '-' + shape.name + ".png";
            const auto written = kiosk::text::write_png(path, pixels.width, pixels.height, pixels.rgba);
            if (!written) return fail(written.error().message);
        }
    }
    return 0;
}
