#include "shared/base/instant.h"

#include <array>
#include <cstdio>
#include <optional>

namespace base {
namespace {

using std::chrono::day;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

/// A cursor over the text; every read fails softly and leaves `ok` false.
struct Reader {
    std::string_view text;
    bool ok = true;

    int digits(std::size_t count) {
        if (text.size() < count) ok = false;
        int value = 0;
        for (std::size_t i = 0; ok && i < count; ++i) {
            if (text[i] < '0' || text[i] > '9') ok = false;
            value = value * 10 + (text[i] - '0');
        }
        if (ok) text.remove_prefix(count);
        return value;
    }
    bool take(char wanted) {
        if (text.empty() || text.front() != wanted) return false;
        text.remove_prefix(1);
        return true;
    }
    void expect(char wanted) { ok = take(wanted) && ok; }
};

microseconds read_fraction(Reader& reader) {
    constexpr int kMicroDigits = 6;
    constexpr int kDigitsMax = 9;
    if (!reader.take('.')) return microseconds{0};
    int value = 0;
    int count = 0;
    while (!reader.text.empty() && reader.text.front() >= '0' && reader.text.front() <= '9') {
        if (count < kMicroDigits) value = value * 10 + (reader.text.front() - '0');
        reader.text.remove_prefix(1);
        ++count;
    }
    if (count == 0 || count > kDigitsMax) reader.ok = false;
    for (int i = count; i < kMicroDigits; ++i) value *= 10;
    return microseconds{value};
}

std::optional<minutes> read_offset(Reader& reader) {
    if (reader.take('Z')) return minutes{0};
    const bool east = reader.take('+');
    if (!east && !reader.take('-')) return std::nullopt;
    const int hour = reader.digits(2);
    reader.expect(':');
    const int minute = reader.digits(2);
    if (!reader.ok || hour > 23 || minute > 59) return std::nullopt;
    const minutes offset = hours{hour} + minutes{minute};
    return east ? offset : -offset;
}

}  // namespace

Result<Instant> parse_instant(std::string_view text) {
    const auto wrong = [] {
        return fail(ErrorKind::InvalidInput, "not a date-time of the form 2026-11-22T14:07:00Z");
    };
    Reader reader{text};
    const int y = reader.digits(4);
    reader.expect('-');
    const int m = reader.digits(2);
    reader.expect('-');
    const int d = reader.digits(2);
    reader.expect('T');
    const int hour = reader.digits(2);
    reader.expect(':');
    const int minute = reader.digits(2);
    reader.expect(':');
    const int second = reader.digits(2);
    if (!reader.ok) return wrong();
    const microseconds fraction = read_fraction(reader);
    const std::optional<minutes> offset = read_offset(reader);
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!reader.ok || !offset || !reader.text.empty() || !date.ok()) return wrong();
    if (y < 1970 || y > 2200 || hour > 23 || minute > 59 || second > 59) return wrong();
    return sys_days{date} + hours{hour} + minutes{minute} + seconds{second} + fraction - *offset;
}

std::string to_text(Instant instant) {
    const auto date_part = std::chrono::floor<std::chrono::days>(instant);
    const year_month_day date{date_part};
    const std::chrono::hh_mm_ss time{instant - date_part};
    std::array<char, 48> buffer{};
    int length =
        std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d",
                      static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                      static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    std::string out(buffer.data(), static_cast<std::size_t>(length));
    if (time.subseconds().count() != 0) {
        length =
            std::snprintf(buffer.data(), buffer.size(), ".%06d", static_cast<int>(time.subseconds().count()));
        out.append(buffer.data(), static_cast<std::size_t>(length));
    }
    return out + 'Z';
}

}  // namespace base
