// screen-pictures DIR: draws every screen in each of its states, upright and wide, for people to look at.

#include <filesystem>
#include <iostream>
#include <string>

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
    if (count != 2) return fail("say into which folder: screen-pictures DIR");
    const std::string folder = arguments[1];
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return fail("cannot make the folder " + folder);
    const auto shaper = kiosk::text::Shaper::create();
    if (!shaper) return fail(shaper.error().message);
    const Shape shapes[] = {{"upright", {1080, 1920, 0.248F, {}}}, {"wide", {1920, 1080, 0.248F, {}}}};
    const auto words = support::english();
    for (const support::Sample& sample : support::samples(words)) {
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
