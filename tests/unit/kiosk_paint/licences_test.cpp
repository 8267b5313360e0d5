// Nothing is shown whose licence is not known.

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "kiosk/text/fonts.h"

namespace {

/// A font's file is named after its family: `NotoSansArabic-Regular.ttf`.
std::string family_of(const std::string& path) {
    const std::string file = path.substr(path.rfind('/') + 1);
    return file.substr(0, file.find('-'));
}

TEST(Licences, NameEveryFontAndThePictograms) {
    std::ifstream file("assets/LICENCES.md");
    std::ostringstream page;
    page << file.rdbuf();
    std::string words = page.str();
    EXPECT_NE(words.find("kiosk/paint/icons.cpp"), std::string::npos);
    std::erase(words, ' ');
    const kiosk::text::FontList fonts = kiosk::text::default_fonts();
    for (const auto* list : {&fonts.core, &fonts.more}) {
        for (const kiosk::text::FontFile& font : *list) {
            EXPECT_NE(words.find(family_of(font.path)), std::string::npos) << font.path;
        }
    }
}

}  // namespace
