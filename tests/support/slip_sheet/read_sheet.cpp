#include "tests/support/slip_sheet/read_sheet.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include <zbar.h>

namespace support {
namespace {

constexpr std::size_t kPixelsEach = 6;
constexpr std::size_t kWhiteModules = 4;

struct Square {
    unsigned x = 0, y = 0;
};

std::vector<Square> squares_of(const std::string& svg) {
    std::vector<Square> all;
    const std::string::size_type path = svg.find("<path d=\"");
    if (path == std::string::npos) return all;
    for (auto at = svg.find('M', path); at != std::string::npos; at = svg.find('M', at + 1)) {
        Square one;
        if (std::sscanf(svg.c_str() + at, "M%3u %3uh1v1h-1z", &one.x, &one.y) != 2) break;
        all.push_back(one);
    }
    return all;
}

}  // namespace

std::string read_sheet(const std::string& svg) {
    const std::vector<Square> squares = squares_of(svg);
    unsigned last = 0;
    for (const Square& one : squares) last = std::max({last, one.x, one.y});
    const std::size_t side = (last + 1 + 2 * kWhiteModules) * kPixelsEach;
    std::vector<unsigned char> grey(side * side, 0xFF);
    for (const Square& one : squares) {
        for (std::size_t y = 0; y < kPixelsEach; ++y) {
            const std::size_t row = (one.y + kWhiteModules) * kPixelsEach + y;
            const std::size_t column = (one.x + kWhiteModules) * kPixelsEach;
            std::fill_n(grey.begin() + static_cast<std::ptrdiff_t>(row * side + column), kPixelsEach, 0);
        }
    }
    zbar::ImageScanner scanner;
    zbar::Image image(static_cast<unsigned>(side), static_cast<unsigned>(side), "Y800", grey.data(),
                      grey.size());
    scanner.scan(image);
    const zbar::SymbolIterator first = image.symbol_begin();
    return first == image.symbol_end() ? "" : first->get_data();
}

}  // namespace support
