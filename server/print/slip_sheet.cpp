#include "server/print/slip_sheet.h"

#include <array>
#include <sstream>

#include <qrcodegen/qrcodegen.hpp>

namespace server::print {
namespace {

constexpr int kWidthMm = 74;
constexpr int kHeightMm = 105;
/// A scanner needs this much white on each side of a code (ISO/IEC 18004).
constexpr int kQuietModules = 4;
constexpr double kCodeMm = 60;
constexpr double kCodeTopMm = 8;

std::string in_words(domain::Date day) {
    constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                                 "July",    "August",   "September", "October", "November", "December"};
    return std::to_string(static_cast<unsigned>(day.day())) + ' ' +
           kMonths.at(static_cast<unsigned>(day.month()) - 1) + ' ' +
           std::to_string(static_cast<int>(day.year()));
}

/// One square a dark module, in modules.
std::string squares_of(const qrcodegen::QrCode& code) {
    std::ostringstream path;
    for (int y = 0; y < code.getSize(); ++y) {
        for (int x = 0; x < code.getSize(); ++x) {
            if (code.getModule(x, y)) path << 'M' << x << ' ' << y << "h1v1h-1z";
        }
    }
    return path.str();
}

std::string line(double top_mm, double size_mm, const std::string& words) {
    std::ostringstream text;
    text << "<text x=\"" << kWidthMm / 2 << "\" y=\"" << top_mm << "\" font-size=\"" << size_mm << "\">"
         << words << "</text>\n";
    return text.str();
}

/// The token as a QR code above these lines.
std::string sheet(const std::string& title, const std::string& token, const std::string& lines) {
    const auto code = qrcodegen::QrCode::encodeText(token.c_str(), qrcodegen::QrCode::Ecc::QUARTILE);
    const double module_mm = kCodeMm / (code.getSize() + 2 * kQuietModules);
    const double left_mm = (kWidthMm - module_mm * code.getSize()) / 2;
    std::ostringstream svg;
    svg << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << kWidthMm << "mm\" height=\"" << kHeightMm
        << "mm\" viewBox=\"0 0 " << kWidthMm << ' ' << kHeightMm << "\">\n"
        << "<title>" << title << "</title>\n"
        << "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
        << "<g transform=\"translate(" << left_mm << ' ' << kCodeTopMm << ") scale(" << module_mm
        << ")\" shape-rendering=\"crispEdges\"><path d=\"" << squares_of(code) << "\"/></g>\n"
        << "<g font-family=\"sans-serif\" text-anchor=\"middle\">\n"
        << lines << "</g>\n</svg>\n";
    return svg.str();
}

}  // namespace

std::string slip_sheet(const std::string& token, domain::Date last_day) {
    return sheet("Slip", token,
                 line(72, 5.5, "Show this to the scanner") + line(80, 4, "Good until " + in_words(last_day)) +
                     line(93, 4, "Lost it? Tell reception.") +
                     line(98.5, 4, "You can always come without it."));
}

std::string badge_sheet(const std::string& token) {
    return sheet("Staff badge", token,
                 line(72, 5.5, "Staff badge") + line(80, 4, "The kiosk asks for the number."));
}

}  // namespace server::print
