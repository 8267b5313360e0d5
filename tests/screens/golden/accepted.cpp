#include "tests/screens/golden/accepted.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/screens/golden/near.h"
#include "tests/screens/golden/png_file.h"

namespace golden {
namespace {

namespace fs = std::filesystem;

constexpr char kList[] = "/fingerprints.txt";

std::string folder_of(const Kind& kind) {
    return std::string("tests/screens/golden/pictures/") + kind.name;
}

/// White where both are alike, darker the more they differ.
Greys difference(const Greys& a, const Greys& b) {
    Greys made{b.width, b.height, b.levels};
    if (a.width != b.width || a.height != b.height) return made;
    for (std::size_t i = 0; i < made.levels.size(); ++i) {
        made.levels[i] = static_cast<std::uint8_t>(kLevels - 1 - std::abs(a.levels[i] - b.levels[i]));
    }
    return made;
}

}  // namespace

Accepted Accepted::read(const Kind& kind) {
    Accepted accepted;
    accepted.folder_ = folder_of(kind);
    accepted.kind_ = kind.name;
    std::ifstream file(accepted.folder_ + kList);
    for (std::string name, fingerprint, areas; file >> name >> fingerprint >> areas;) {
        accepted.kept_[name] = {fingerprint, areas};
    }
    return accepted;
}

bool Accepted::has(const Picture& picture) const {
    const auto found = kept_.find(picture.name);
    if (found == kept_.end()) return false;
    return found->second.fingerprint == fingerprint(picture.pixels) || is_near(picture);
}

bool Accepted::is_near(const Picture& picture) const {
    const auto expected = read_greys(folder_ + '/' + picture.name + ".png");
    return expected && are_near(*expected, greys_of(picture.pixels)) &&
           has_areas(colours_of(picture.pixels), areas_of_text(kept_.at(picture.name).areas));
}

std::vector<std::string> Accepted::without(const std::vector<Picture>& pictures) const {
    std::vector<std::string> gone;
    for (const auto& entry : kept_) {
        const std::string& name = entry.first;
        const bool still = std::any_of(pictures.begin(), pictures.end(),
                                       [&](const Picture& picture) { return picture.name == name; });
        if (!still) gone.push_back(name);
    }
    return gone;
}

std::string Accepted::leave_difference(const Picture& picture) const {
    const std::string out = "out/pictures/" + kind_ + '/' + picture.name;
    fs::create_directories(out);
    const Greys actual = greys_of(picture.pixels);
    write_colours(out + "/actual.png", picture.pixels);
    if (const auto expected = read_greys(folder_ + '/' + picture.name + ".png")) {
        write_greys(out + "/expected.png", *expected);
        write_greys(out + "/difference.png", difference(*expected, actual));
    }
    return out;
}

bool Accepted::replace(const Kind& kind, const std::vector<Picture>& pictures) {
    const std::string folder = folder_of(kind);
    const Accepted before = read(kind);
    fs::create_directories(folder);
    for (const std::string& name : before.without(pictures)) fs::remove(folder + '/' + name + ".png");
    std::ofstream list(folder + kList);
    for (const Picture& picture : pictures) {
        // What another processor has drawn stays as it was accepted.
        const bool stays = before.has(picture);
        const Kept kept =
            stays ? before.kept_.at(picture.name)
                  : Kept{fingerprint(picture.pixels), to_text(areas_of(colours_of(picture.pixels)))};
        list << picture.name << ' ' << kept.fingerprint << ' ' << kept.areas << '\n';
        if (stays) continue;
        if (!write_greys(folder + '/' + picture.name + ".png", greys_of(picture.pixels))) return false;
    }
    return static_cast<bool>(list.flush());
}

}  // namespace golden
