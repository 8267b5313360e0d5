#include "kiosk/text/fonts.h"

namespace kiosk::text {

FontList default_fonts() {
    const std::string folder = "/usr/share/fonts/truetype/noto/";
    FontList list;
    for (const char* name : {"NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"})
        list.core.push_back(folder + name);
    for (const char* name :
         {"NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-SemiBold.ttf", "NotoNastaliqUrdu-Regular.ttf",
          "NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-SemiBold.ttf", "NotoSansBengali-Regular.ttf",
          "NotoSansBengali-SemiBold.ttf", "NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-SemiBold.ttf",
          "NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-SemiBold.ttf"}) {
        list.more.push_back(folder + name);
    }
    return list;
}

}  // namespace kiosk::text
