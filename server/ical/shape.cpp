#include "server/ical/shape.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "server/ical/calendar_file.h"
#include "shared/base/utf8.h"

namespace server::ical {
namespace {

constexpr std::size_t kDepthMax = 4;  ///< calendar, event, alarm, and one more

base::Done refuse(const char* why) {
    return base::fail(base::ErrorKind::InvalidInput, why);
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return (c >= 0x20 && c != 0x7F) || c == '\n' || c == '\r' || c == '\t';
    });
}

std::string upper(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return result;
}

/// A line that goes on begins the next with a space or a tab (RFC 5545, 3.1).
std::vector<std::string> unfolded(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        const bool goes_on = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        if (goes_on && !lines.empty()) {
            lines.back() += line.substr(1);
        } else {
            lines.emplace_back(line);
        }
    }
    std::erase_if(lines, [](const std::string& line) { return line.find_first_not_of(" \t") == line.npos; });
    return lines;
}

base::Done check_parts(const std::vector<std::string>& lines) {
    std::vector<std::string> open;
    bool is_over = false;
    for (const std::string& line : lines) {
        const std::string word = upper(line);
        if (is_over) return refuse("there is something after END:VCALENDAR; give one calendar at a time");
        if (word.starts_with("BEGIN:")) {
            open.push_back(word.substr(6));
            if (open.size() > kDepthMax)
                return refuse("its parts are nested too deeply; export it once more");
        } else if (word.starts_with("END:")) {
            if (open.empty() || open.back() != word.substr(4))
                return refuse("a part of it is closed that is not open; export it once more");
            open.pop_back();
            is_over = open.empty();
        }
    }
    if (!is_over) return refuse("it is cut short, for END:VCALENDAR is missing; export it once more, whole");
    return {};
}

}  // namespace

base::Done check_shape(std::string_view text) {
    if (text.size() > kCalendarBytesMax) return refuse("it has more than 1 MB; export fewer months of it");
    if (!is_plain(text) || !base::is_utf8(text))
        return refuse("it is not written in UTF-8; choose UTF-8 where the calendar is exported");
    const auto lines = unfolded(text);
    if (lines.empty() || upper(lines.front()) != "BEGIN:VCALENDAR") {
        return refuse(
            "it is no calendar, for it does not begin with BEGIN:VCALENDAR; export the calendar as iCalendar "
            "(.ics)");
    }
    return check_parts(lines);
}

}  // namespace server::ical
