#include "server/reception/qr_picture.h"

#include <qrcodegen/qrcodegen.hpp>

#include "shared/base/invariant.h"

namespace server::reception {
namespace {

constexpr int kQuietZone = 4;  // ISO/IEC 18004: four modules of nothing around it
constexpr std::size_t kTextBytesMax = 2000;

}  // namespace

QrPicture qr_of(const std::string& text) {
    INVARIANT(text.size() <= kTextBytesMax, "what is shown as a QR code is made here and short");
    const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    QrPicture picture;
    picture.size = code.getSize() + 2 * kQuietZone;
    for (int y = 0; y < code.getSize(); ++y) {
        for (int x = 0; x < code.getSize(); ++x) {
            if (!code.getModule(x, y)) continue;
            picture.path +=
                'M' + std::to_string(x + kQuietZone) + ' ' + std::to_string(y + kQuietZone) + "h1v1h-1z";
        }
    }
    return picture;
}

}  // namespace server::reception
