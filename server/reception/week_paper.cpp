#include "server/reception/week_paper.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace server::reception {
namespace {

// As assets/reception/reception.scss lays the page out, in millimetres.
constexpr double kMmAPoint = 25.4 / 72;
constexpr double kPageWidth = 297 - 2 * 8;
constexpr double kColumnPadding = 2.5;
constexpr double kColumnHeight = 160;  ///< of the 194 between the margins, beside heading, days and foot
constexpr std::array kEntryGaps{3.2, 2.6, 2.0, 1.4, 0.9};  ///< by type
static_assert(kEntryGaps.size() == kTypePoints.size());
constexpr double kLineHeight = 1.15;
/// Of the type's size. Bold letters and digits of Arial have 0.5 to 0.58 on the average.
constexpr double kLetterWidth = 0.6;

/// The width of a text in such letters. What is no letter of ASCII counts as a broad one.
double letters_in(std::string_view text) {
    constexpr std::string_view kBroad = "MWmw@%";
    constexpr double kBroadLetter = 1.6;
    constexpr double kCapital = 1.2;
    double letters = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool goes_on = (byte & 0xC0) == 0x80;
        if (goes_on) continue;
        const bool is_broad = byte >= 0x80 || kBroad.find(c) != std::string_view::npos;
        letters += is_broad ? kBroadLetter : c >= 'A' && c <= 'Z' ? kCapital : 1;
    }
    return letters;
}

/// Lines that a text takes when it is broken between words, and within one that is longer than a line.
double lines_of(std::string_view text, double letters_a_line) {
    double lines = 0;
    double used = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        const double word = letters_in(text.substr(from, to - from));
        from = to + 1;
        if (lines > 0 && used + 1 + word <= letters_a_line) {
            used += 1 + word;
            continue;
        }
        const double of_word = std::max(1.0, std::ceil(word / letters_a_line));
        lines += of_word;
        used = word - (of_word - 1) * letters_a_line;
    }
    return lines;
}

double height_of(const PaperDay& day, std::size_t type, double letters_a_line) {
    double height = 0;
    for (const PaperEntry& entry : day) {
        const double lines = lines_of(entry.first, letters_a_line) + lines_of(entry.second, letters_a_line);
        height += lines * kTypePoints[type] * kMmAPoint * kLineHeight + kEntryGaps[type];
    }
    return height;
}

}  // namespace

std::optional<std::size_t> type_that_fits(const std::vector<PaperDay>& days) {
    const double columns = static_cast<double>(std::max<std::size_t>(1, days.size()));
    const double width = kPageWidth / columns - kColumnPadding;
    for (std::size_t type = 0; type < kTypePoints.size(); ++type) {
        const double letters = width / (kTypePoints[type] * kMmAPoint * kLetterWidth);
        const bool fits = std::all_of(days.begin(), days.end(), [&](const PaperDay& day) {
            return height_of(day, type, letters) <= kColumnHeight;
        });
        if (fits) return type;
    }
    return std::nullopt;
}

}  // namespace server::reception
