#pragma once

#include <string>

namespace server::reception {

/// A QR code as the path data of an SVG picture of `size` by `size` squares, its quiet zone included.
struct QrPicture {
    int size = 0;
    std::string path;
};
/// The text must fit a QR code: at most 2,000 bytes.
QrPicture qr_of(const std::string& text);

}  // namespace server::reception
