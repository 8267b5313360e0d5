#include "server/report/chart.h"

namespace server::report {
namespace {

constexpr int kWidth = 420;
constexpr int kHeight = 150;
constexpr int kBottom = 125;  ///< y of 0 %
constexpr int kTop = 25;      ///< y of 100 %
constexpr int kBarWidth = 40;
constexpr int kStep = kWidth / kTrendMonths;

int y_of(unsigned percent) {
    return kBottom - static_cast<int>(percent) * (kBottom - kTop) / 100;
}

/// More than all is drawn as all, and said in its label.
unsigned percent_of(const figures::Rate& rate) {
    const unsigned percent = static_cast<unsigned>(100UL * rate.count / rate.of);
    return percent > 100 ? 100 : percent;
}

std::string text_at(int x, int y, const std::string& words) {
    return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"middle\">" +
           escaped(words) + "</text>";
}

int top_of(const OfMonth& one) {
    return one.rate.of == 0 ? kBottom : y_of(percent_of(one.rate));
}

std::string bar(const OfMonth& one, int left) {
    const int top = top_of(one);
    if (top == kBottom) return "";
    return "<rect x=\"" + std::to_string(left) + "\" y=\"" + std::to_string(top) + "\" width=\"" +
           std::to_string(kBarWidth) + "\" height=\"" + std::to_string(kBottom - top) + "\"/>";
}

/// The rate stands above its bar, `-` where there is none.
std::string labels(const OfMonth& one, int left) {
    const int middle = left + kBarWidth / 2;
    return text_at(middle, kHeight - 8, domain::to_text(one.month)) +
           text_at(middle, top_of(one) - 4, figures::to_text(one.rate));
}

std::string in_words(const Line& line) {
    std::string words;
    for (const OfMonth& one : line.trend)
        words += (words.empty() ? "" : "; ") + domain::to_text(one.month) + ": " + figures::to_text(one.rate);
    return words;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

std::string trend_chart(const Line& line, const std::string& id) {
    const figures::Definition& held_to = figures::definition(line.figure.id);
    std::string svg = "<svg role=\"img\" aria-labelledby=\"" + id + "-t\" viewBox=\"0 0 " +
                      std::to_string(kWidth) + " " + std::to_string(kHeight) +
                      "\" class=\"trend\"><title id=\"" + id + "-t\">" + escaped(held_to.code) +
                      ", six months: " + in_words(line) + ". Target " +
                      std::to_string(held_to.target_percent) + " %.</title>";
    const std::string y = std::to_string(y_of(held_to.target_percent));
    std::string words;
    int left = (kStep - kBarWidth) / 2;
    for (const OfMonth& one : line.trend) {
        svg += bar(one, left);
        words += labels(one, left);
        left += kStep;
    }
    // The words come last and have a rim, so that the target's line goes behind them.
    return svg + "<line x1=\"0\" x2=\"" + std::to_string(kWidth) + "\" y1=\"" + y + "\" y2=\"" + y + "\"/>" +
           words + "</svg>";
}

}  // namespace server::report
