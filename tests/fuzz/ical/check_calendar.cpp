#include "tests/fuzz/ical/check_calendar.h"

#include <string>

#include "server/ical/calendar_file.h"
#include "shared/base/invariant.h"
#include "shared/domain/calendar.h"

namespace fuzz {
namespace {

using namespace std::chrono_literals;
using server::ical::CalendarFile;
using server::ical::read_calendar;

constexpr domain::Date kToday{2026y / 11 / 23};

void check_words(const std::string& words) {
    INVARIANT(!words.empty() && words.size() < 300, "a refusal says why, shortly");
    for (const char c : words) INVARIANT(c >= ' ' && c <= '~', "a refusal is made of our own words");
}

void check_sessions(const CalendarFile& file, const server::ical::Reading& reading) {
    INVARIANT(file.sessions.size() <= server::ical::kCalendarSessionsMax, "a file adds so many at most");
    for (const domain::Session& session : file.sessions) {
        INVARIANT(domain::check(session).has_value(), "what is taken keeps the rules of the itinerary");
        const domain::Date day = domain::london_date(session.start);
        INVARIANT(reading.first <= day && day <= reading.last, "what is taken lies on days that count");
    }
}

}  // namespace

bool check_calendar(std::string_view text) {
    const auto reading = server::ical::reading_from(kToday, domain::SessionKind::Group);
    const auto file = read_calendar(text, reading);
    if (!file) {
        INVARIANT(file.error().kind == base::ErrorKind::InvalidInput,
                  "a calendar is refused with InvalidInput");
        check_words(file.error().message);
        return false;
    }
    for (const server::ical::RefusedEvent& one : file->refused) check_words(one.why);
    check_sessions(*file, reading);
    if (!file->sessions.empty()) {
        const base::Instant now = domain::start_of(kToday);
        const auto again =
            read_calendar(server::ical::write_calendar(file->sessions, "Any hub", now), reading);
        INVARIANT(again && again->refused.empty(), "what was written can be read");
        INVARIANT(again->sessions == file->sessions, "what was read comes back unchanged");
    }
    return file->refused.empty();
}

}  // namespace fuzz
