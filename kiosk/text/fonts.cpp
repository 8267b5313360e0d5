#include "kiosk/text/fonts.h"

namespace kiosk::text {
namespace {

constexpr char kNoto[] = "/usr/share/fonts/truetype/noto/";
constexpr char kNotoCjk[] = "/usr/share/fonts/opentype/noto/";
// Nastaliq falls along the line and asks for twice the room of Latin; its lines may stand a little closer.
constexpr float kNastaliqLine = 0.8F;
constexpr float kNastaliqSize = 1.1F;
constexpr float kNastaliqAbove = 0.6F;
// Noto Sans Arabic asks for room for every mark that the script has; our texts have few.
constexpr float kArabicLine = 0.7F;
constexpr float kArabicAbove = 0.45F;
constexpr int kSimplifiedChinese = 2;  // of the faces in a Noto CJK collection

}  // namespace

FontList default_fonts() {
    FontList list;
    for (const char* name : {"NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"}) {
        list.core.push_back({kNoto + std::string(name)});
    }
    for (const char* name :
         {"NotoSansArabic-Regular.ttf", "NotoSansArabic-SemiBold.ttf", "NotoNastaliqUrdu-Regular.ttf",
          "NotoNastaliqUrdu-Bold.ttf", "NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-SemiBold.ttf",
          "NotoSansBengali-Regular.ttf", "NotoSansBengali-SemiBold.ttf"}) {
        list.more.push_back({kNoto + std::string(name)});
    }
    for (const char* name : {"NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"}) {
        list.more.push_back({kNotoCjk + std::string(name), kSimplifiedChinese});
    }
    list.scripts = {{"ur", "Noto Nastaliq Urdu", kNastaliqSize, kNastaliqLine, kNastaliqAbove},
                    {"ar", "Noto Sans Arabic", 1, kArabicLine, kArabicAbove},
                    {"fa", "Noto Sans Arabic", 1, kArabicLine, kArabicAbove},
                    {"ckb", "Noto Sans Arabic", 1, kArabicLine, kArabicAbove},
                    {"pa", "Noto Sans Gurmukhi"},
                    {"bn", "Noto Sans Bengali"},
                    {"zh-Hans", "Noto Sans CJK SC"}};
    return list;
}

}  // namespace kiosk::text
