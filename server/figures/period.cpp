#include "server/figures/period.h"

namespace server::figures {
namespace {

constexpr unsigned kMonthsAQuarter = 3;

constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kQuarterLetters = 7;  ///< of `2026-Q4`

bool looks_like_a_quarter(std::string_view text) {
    return text.size() == kQuarterLetters && text.substr(kYearDigits, 2) == "-Q";
}

bool is_quarter(const Period& period) {
    return period.last == period.first + std::chrono::months{kMonthsAQuarter - 1} &&
           (static_cast<unsigned>(period.first.month()) - 1) % kMonthsAQuarter == 0;
}

}  // namespace

std::string to_text(const Period& period) {
    const std::string first = domain::to_text(period.first);
    if (period.first == period.last) return first;
    if (!is_quarter(period)) return first + " to " + domain::to_text(period.last);
    const unsigned quarter = (static_cast<unsigned>(period.first.month()) - 1) / kMonthsAQuarter + 1;
    return first.substr(0, kYearDigits) + "-Q" + std::to_string(quarter);
}

base::Result<Period> parse_month_period(std::string_view text) {
    const domain::Month month = TRY(domain::parse_month(text));
    return Period{month, month};
}

base::Result<Period> parse_quarter(std::string_view text) {
    const char digit = looks_like_a_quarter(text) ? text.back() : '0';
    const auto wrong = base::fail(base::ErrorKind::InvalidInput, "a quarter is written like 2026-Q4");
    if (digit < '1' || digit > '4') return wrong;
    const auto january = domain::parse_month(std::string(text.substr(0, kYearDigits)) + "-01");
    if (!january) return wrong;
    const domain::Month first = *january + std::chrono::months{kMonthsAQuarter * (digit - '1')};
    return Period{first, first + std::chrono::months{kMonthsAQuarter - 1}};
}

base::Result<Period> parse_period(std::string_view text) {
    return looks_like_a_quarter(text) ? parse_quarter(text) : parse_month_period(text);
}

}  // namespace server::figures
