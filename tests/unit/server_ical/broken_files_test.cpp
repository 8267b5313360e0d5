// Files of calendars that cannot be taken in (tests/data/ical; each says in itself what is wrong with it):
// what the hub answers to each, in words that say what to do.

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "server/ical/calendar_file.h"

namespace {

namespace fs = std::filesystem;
using server::ical::read_calendar;
using server::ical::reading_from;

constexpr domain::Date kMonday{std::chrono::year{2026} / 11 / 23};

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// What is said of the file as a whole, or of its events.
std::string answer_to(const std::string& name) {
    const auto file =
        read_calendar(text_of("tests/data/ical/" + name + ".ics"), reading_from(kMonday, std::nullopt));
    if (!file) return file.error().message;
    std::string said;
    for (const auto& one : file->refused)
        said += "event " + std::to_string(one.number) + " (" + one.title + "): " + one.why + "\n";
    return said;
}

const std::map<std::string, std::string> kAnswers{
    {"01_not_a_calendar",
     "it is no calendar, for it does not begin with BEGIN:VCALENDAR; export the calendar as iCalendar "
     "(.ics)"},
    {"02_cut_short", "it is cut short, for END:VCALENDAR is missing; export it once more, whole"},
    {"03_event_not_closed", "a part of it is closed that is not open; export it once more"},
    {"04_two_calendars", "there is something after END:VCALENDAR; give one calendar at a time"},
    {"05_no_event", "it has no event; export it with its events"},
    {"06_not_utf8", "it is not written in UTF-8; choose UTF-8 where the calendar is exported"},
    {"07_takes_events_back",
     "it takes events back (METHOD:CANCEL); cancel these sessions at the hub instead"},
    {"08_no_start", "event 1 (Cooking together): it does not say when it starts (DTSTART); give it a start"},
    {"09_no_end", "event 1 (Cooking together): it does not say when it ends (DTEND); give it an end"},
    {"10_ends_before_it_begins", "event 1 (Cooking together): the session must end after it begins"},
    {"11_whole_day",
     "event 1 (Cooking together): it lasts the whole day; say from when until when it takes place"},
    {"12_another_zone",
     "event 1 (Cooking together): its times are those of another zone than Europe/London; choose that "
     "zone, or UTC"},
    {"13_no_such_day",
     "event 1 (Cooking together): its start (DTSTART) is no time that there is; write it like "
     "20261123T100000"},
    {"14_title_says_why_people_come",
     "event 1 (Drugs and alcohol group): the title stands on a public screen and must not say why people "
     "come (\"alcohol\"): choose a neutral one, such as \"Group B\""},
    {"15_no_room", "event 1 (Cooking together): say in which room the session is, in at most 24 letters"},
    {"16_no_kind",
     "event 1 (Cooking together): it does not say which kind it is; give it the category Group, Family, "
     "One-to-one or Specialist, or choose a kind for all that do not say it"},
    {"17_repeats_every_hour",
     "event 1 (Cooking together): it repeats otherwise than by day, week or month; choose one of these, or "
     "make single events"},
    {"18_rule_that_cannot_be_read",
     "event 1 (Cooking together): its line RRULE cannot be read; mend it where the event was made"},
    {"19_over_midnight", "event 1 (Cooking together): the session must end on the day on which it begins"},
    {"20_second_of_two",
     "event 2 (): give the session a title of one line, at most 40 letters, such as \"Group B\""},
    {"21_end_and_length",
     "event 1 (Cooking together): it has both an end (DTEND) and a length (DURATION); leave one of them"},
    {"22_start_that_is_no_time",
     "event 1 (Cooking together): its line DTSTART cannot be read; mend it where the event was made"},
    {"23_full_name", "event 1 (Cooking together): give the first name only of whoever holds the session"},
    {"24_unknown_audience",
     "event 1 (Cooking together): its X-HUB-AUDIENCE must be one of everyone, women, men, young_adults, "
     "families"},
    {"25_single_days",
     "event 1 (Cooking together): it repeats on single days (RDATE); make each of them an event of its "
     "own"},
    {"26_all_from_here_on",
     "event 2 (Cooking together): it changes all repetitions from one on (RANGE); end the old event and "
     "begin a new one"},
    {"27_begun_long_ago",
     "event 1 (Cooking together): it has repeated for more than ten years; begin it anew with a later "
     "first day"},
    {"28_yearly",
     "event 1 (Cooking together): it repeats otherwise than by day, week or month; choose one of these, or "
     "make single events"},
};

TEST(BrokenCalendar, IsAnsweredWithWhatIsWrongAndWhatToDo) {
    for (const auto& [name, answer] : kAnswers) {
        const std::string said = answer_to(name);
        EXPECT_EQ(said.substr(0, said.find('\n')), answer) << name;
    }
}

TEST(BrokenCalendar, EachFileSaysInItselfWhatIsWrongAndHasAnAnswerHere) {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator("tests/data/ical")) {
        const std::string text = text_of(entry.path());
        const bool says =
            text.find("X-WHAT-IS-WRONG:") != text.npos || text.find("What is wrong:") != text.npos;
        EXPECT_TRUE(says) << entry.path();
        EXPECT_TRUE(kAnswers.contains(entry.path().stem().string())) << entry.path();
        ++files;
    }
    EXPECT_EQ(files, kAnswers.size());
    EXPECT_GE(files, 20U);
}

TEST(BrokenCalendar, WouldBeTakenInWithoutWhatIsWrong) {
    // The same event as in the files, right: whatever is refused there is refused for its one fault.
    const std::string text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Invented//Calendar//EN\r\nBEGIN:VEVENT\r\n"
        "UID:1@invented.example\r\nDTSTAMP:20261120T090000Z\r\n"
        "DTSTART;TZID=Europe/London:20261125T100000\r\nDTEND;TZID=Europe/London:20261125T110000\r\n"
        "SUMMARY:Cooking together\r\nLOCATION:Room 2\r\nCATEGORIES:Group\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    const auto file = read_calendar(text, reading_from(kMonday, std::nullopt));
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_TRUE(file->refused.empty());
    EXPECT_EQ(file->sessions.size(), 1U);
}

}  // namespace
