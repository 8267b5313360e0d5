// What a hub takes from a calendar and gives to one.

#include "server/ical/calendar_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/domain/calendar.h"

namespace server::ical {
namespace {

using namespace std::chrono_literals;
using domain::Date;
using domain::Session;
using domain::SessionKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr Date kMonday{2026y / 11 / 23};
constexpr char kStart[] = "DTSTART;TZID=Europe/London:20261125T100000\r\n";
constexpr char kEnd[] = "DTEND;TZID=Europe/London:20261125T110000\r\n";
constexpr char kRest[] = "SUMMARY:Cooking together\r\nLOCATION:Room 2\r\nCATEGORIES:Group\r\n";

std::string event(const std::string& lines, const std::string& uid = "1@invented.example") {
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20261120T090000Z\r\n" + lines + "END:VEVENT\r\n";
}
std::string calendar(const std::string& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Invented//Calendar//EN\r\n" + events +
           "END:VCALENDAR\r\n";
}

CalendarFile read(const std::string& events, Date today = kMonday,
                  std::optional<SessionKind> otherwise = std::nullopt) {
    auto file = read_calendar(calendar(events), reading_from(today, otherwise));
    EXPECT_TRUE(file) << file.error().message;
    if (!file) return {};
    for (const RefusedEvent& one : file->refused) ADD_FAILURE() << one.number << ": " << one.why;
    return *std::move(file);
}

/// Day and time by London's clock at which each session starts.
std::vector<std::string> starts(const CalendarFile& file) {
    std::vector<std::string> found;
    for (const Session& one : file.sessions)
        found.push_back(domain::to_text(domain::london_date(one.start)) + ' ' +
                        domain::london_time(one.start) + '-' + domain::london_time(one.end));
    return found;
}

TEST(Calendar, GivesTimesOfLondonOfNoZoneOfWindowsAndOfUtc) {
    EXPECT_THAT(starts(read(event(std::string(kStart) + kEnd + kRest))),
                ElementsAre("2026-11-25 10:00-11:00"));
    EXPECT_THAT(
        starts(read(event(std::string("DTSTART:20261125T100000\r\nDTEND:20261125T110000\r\n") + kRest))),
        ElementsAre("2026-11-25 10:00-11:00"));
    EXPECT_THAT(starts(read(event(std::string("DTSTART;TZID=\"GMT Standard Time\":20261125T100000\r\n"
                                              "DURATION:PT1H30M\r\n") +
                                  kRest))),
                ElementsAre("2026-11-25 10:00-11:30"));
    // In summer London is an hour ahead.
    EXPECT_THAT(
        starts(read(event(std::string("DTSTART:20260701T090000Z\r\nDTEND:20260701T100000Z\r\n") + kRest),
                    Date{2026y / 6 / 29})),
        ElementsAre("2026-07-01 10:00-11:00"));
}

TEST(Calendar, PassesOverWhatSaysNothingOfASession) {
    const std::string more =
        "DESCRIPTION:Bring an apron\\, please\r\nORGANIZER:mailto:someone@invented.example\r\n"
        "GEO:nowhere\r\nX-ANOTHER-THING:1\r\nUNKNOWN-THING:2\r\n"
        "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:Soon\r\nEND:VALARM\r\n";
    const CalendarFile file = read("BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Buy rice\r\nEND:VTODO\r\n" +
                                   event(std::string(kStart) + kEnd + kRest + more));
    ASSERT_EQ(file.sessions.size(), 1U);
    EXPECT_EQ(file.sessions[0].title, "Cooking together");
    EXPECT_EQ(file.sessions[0].facilitator, "") << "who sends the calendar is not who holds the session";
}

TEST(Calendar, IsReadHoweverItsLinesEndAndAreFolded) {
    const std::string text = calendar(event(std::string(kStart) + kEnd +
                                            "SUMMARY:Cooking\r\n  together\r\nLOCATION:Room\r\n\t 2\r\n"
                                            "CATEGORIES:Group\r\n"));
    std::string short_ends;
    for (const char c : text) {
        if (c != '\r') short_ends += c;
    }
    for (const std::string& one : {text, short_ends, "\xEF\xBB\xBF" + text, "\r\n" + text + "\r\n\r\n"}) {
        const auto file = read_calendar(one, reading_from(kMonday, std::nullopt));
        ASSERT_TRUE(file) << file.error().message;
        ASSERT_EQ(file->sessions.size(), 1U) << one;
        EXPECT_EQ(file->sessions[0].title, "Cooking together");
        EXPECT_EQ(file->sessions[0].room, "Room 2");
    }
}

TEST(Calendar, KeepsTheClockOfLondonWhereARepetitionPassesAChangeOfTheClocks) {
    const CalendarFile file = read(
        event("DTSTART;TZID=Europe/London:20261014T100000\r\nDTEND;TZID=Europe/London:20261014T110000\r\n" +
              std::string(kRest) + "RRULE:FREQ=WEEKLY;COUNT=4\r\n"),
        Date{2026y / 10 / 12});
    EXPECT_THAT(starts(file), ElementsAre("2026-10-14 10:00-11:00", "2026-10-21 10:00-11:00",
                                          "2026-10-28 10:00-11:00", "2026-11-04 10:00-11:00"));
    EXPECT_EQ(file.sessions[2].start - file.sessions[1].start, 24h * 7 + 1h);
}

TEST(Calendar, PlansARepetitionWithoutAnEndFromTodayForThirteenWeeksAndNoFurther) {
    const CalendarFile file = read(event("DTSTART;TZID=Europe/London:20240103T100000\r\nDURATION:PT1H\r\n" +
                                         std::string(kRest) + "RRULE:FREQ=WEEKLY;BYDAY=MO,WE\r\n"));
    ASSERT_FALSE(file.sessions.empty());
    EXPECT_EQ(file.sessions.size(), 27U) << "thirteen weeks of two, and the last day is a Monday";
    EXPECT_EQ(domain::london_date(file.sessions.front().start), kMonday);
    EXPECT_EQ(domain::london_date(file.sessions.back().start), (Date{2027y / 2 / 22}));
}

TEST(Calendar, EndsARepetitionWithItsLastDayAndLeavesOutWhatDoesNotTakePlace) {
    const std::string weekly = std::string(kStart) + kEnd + kRest;
    EXPECT_EQ(read(event(weekly + "RRULE:FREQ=WEEKLY;UNTIL=20261209T100000Z\r\n")).sessions.size(), 3U);
    EXPECT_EQ(read(event(weekly + "RRULE:FREQ=WEEKLY;UNTIL=20261209T095959Z\r\n")).sessions.size(), 2U);
    EXPECT_EQ(read(event(weekly + "RRULE:FREQ=WEEKLY;UNTIL=20261209\r\n")).sessions.size(), 3U);
    const CalendarFile file =
        read(event(weekly + "RRULE:FREQ=DAILY;COUNT=5\r\n"
                            "EXDATE;TZID=Europe/London:20261126T100000,20261127T100000\r\n"
                            "EXDATE;VALUE=DATE:20261128\r\n"));
    EXPECT_THAT(starts(file), ElementsAre("2026-11-25 10:00-11:00", "2026-11-29 10:00-11:00"));
}

TEST(Calendar, PutsARepetitionThatWasChangedInThePlaceOfTheOldOne) {
    const CalendarFile file = read(
        event(std::string(kStart) + kEnd + kRest + "RRULE:FREQ=WEEKLY;COUNT=3\r\n") +
        event("RECURRENCE-ID;TZID=Europe/London:20261202T100000\r\n"
              "DTSTART;TZID=Europe/London:20261203T140000\r\nDURATION:PT2H\r\nSUMMARY:Cooking together\r\n"
              "LOCATION:Kitchen\r\nCATEGORIES:Group\r\n") +
        event("RECURRENCE-ID;TZID=Europe/London:20261209T100000\r\nSTATUS:CANCELLED\r\n" +
              std::string(kRest)));
    EXPECT_THAT(starts(file), ElementsAre("2026-11-25 10:00-11:00", "2026-12-03 14:00-16:00"));
    EXPECT_EQ(file.sessions[1].room, "Kitchen");
}

TEST(Calendar, LeavesOutWhatIsCancelledAndWhatLiesOnOtherDaysWhateverItIsLike) {
    const CalendarFile file =
        read(event("STATUS:CANCELLED\r\n" + std::string(kStart)) +
             event("DTSTART;VALUE=DATE:20261122\r\nSUMMARY:Prison visit\r\n") +
             event("DTSTART:20270223T100000\r\n") + event(std::string(kStart) + kEnd + kRest));
    EXPECT_EQ(file.sessions.size(), 1U);
    EXPECT_EQ(file.left_out, 3U);
}

TEST(Calendar, TakesTheKindFromTheCategoryAndElseTheOneThatWasChosen) {
    const std::string times = std::string(kStart) + kEnd + "SUMMARY:Quiet hour\r\nLOCATION:Room 2\r\n";
    EXPECT_EQ(read(event(times + "CATEGORIES:Blue category,One-to-One\r\n")).sessions.at(0).kind,
              SessionKind::OneToOne);
    EXPECT_EQ(read(event(times), kMonday, SessionKind::Family).sessions.at(0).kind, SessionKind::Family);
    EXPECT_EQ(
        read(event(times + "CATEGORIES:specialist\r\n"), kMonday, SessionKind::Family).sessions.at(0).kind,
        SessionKind::Specialist);
}

Session whole() {
    Session session;
    session.id = domain::SessionId("5f0c2a1e-0000-4000-8000-000000000001");
    session.kind = SessionKind::Specialist;
    session.start = domain::at_london_time(Date{2026y / 11 / 25}, 10h);
    session.end = domain::at_london_time(Date{2026y / 11 / 25}, 11h + 30min);
    session.room = "Room 2; left, \\first";
    session.title = "Gardening, and \"tea\"; outside";
    session.titles = {{"pl", "Ogródek, herbata"}, {"ur", "باغبانی"}};
    session.facilitator = "Łucja";
    session.audience = domain::Audience::YoungAdults;
    session.join = domain::JoinWay::AskWorker;
    session.places_left = 7;
    session.language = "pl";
    return session;
}

TEST(Calendar, BringsBackWhatTheHubHasWritten) {
    Session expected = whole();
    const std::string text = write_calendar(std::vector<Session>{expected}, "Ardwick Green",
                                            base::parse_instant("2026-11-23T14:10:00Z").value());
    EXPECT_THAT(text, HasSubstr("DTSTART;TZID=Europe/London:20261125T100000"));
    EXPECT_THAT(text, HasSubstr("BEGIN:VTIMEZONE"));
    EXPECT_THAT(text, HasSubstr("DTSTAMP:20261123T141000Z"));
    const auto file = read_calendar(text, reading_from(kMonday, std::nullopt));
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_TRUE(file->refused.empty()) << file->refused[0].why;
    ASSERT_EQ(file->sessions.size(), 1U);
    expected.id = {};
    EXPECT_EQ(file->sessions[0], expected) << text;
}

TEST(Calendar, WritesTheHourThatLondonHasTwiceInUtc) {
    Session session = whole();
    session.start = base::parse_instant("2026-10-25T01:10:00Z").value();  // 01:10 once more
    session.end = session.start + 30min;
    const std::string text = write_calendar(std::vector<Session>{session}, "Ardwick Green", session.start);
    EXPECT_THAT(text, HasSubstr("DTSTART:20261025T011000Z"));
    const auto file = read_calendar(text, reading_from(Date{2026y / 10 / 19}, std::nullopt));
    ASSERT_TRUE(file && file->sessions.size() == 1U);
    EXPECT_EQ(file->sessions[0].start, session.start);
}

TEST(Calendar, GivesACancelledSessionAsCancelledAndDoesNotTakeItIn) {
    Session session = whole();
    session.state = domain::SessionState::Cancelled;
    const std::string text = write_calendar(std::vector<Session>{session}, "Ardwick Green", session.start);
    EXPECT_THAT(text, HasSubstr("STATUS:CANCELLED"));
    const auto file = read_calendar(text, reading_from(kMonday, std::nullopt));
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->sessions.empty());
    EXPECT_EQ(file->left_out, 1U);
}

TEST(Calendar, HasALimit) {
    std::string many;
    for (std::size_t i = 0; i <= kEventsMax; ++i) many += event(std::string(kStart) + kEnd + kRest);
    EXPECT_FALSE(read_calendar(calendar(many), reading_from(kMonday, std::nullopt)));
    std::string daily;
    for (int i = 0; i < 11; ++i)
        daily += event(std::string(kStart) + kEnd + kRest + "RRULE:FREQ=DAILY\r\n", std::to_string(i));
    EXPECT_TRUE(read_calendar(calendar(daily), reading_from(kMonday, std::nullopt)));
    daily += daily;
    EXPECT_FALSE(read_calendar(calendar(daily), reading_from(kMonday, std::nullopt)));
    EXPECT_FALSE(read_calendar(std::string(kCalendarBytesMax + 1, 'x'), reading_from(kMonday, std::nullopt)));
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += "BEGIN:VEVENT\r\n";
    EXPECT_FALSE(read_calendar(calendar(deep), reading_from(kMonday, std::nullopt)));
}

TEST(Calendar, ARefusalRepeatsNothingOfTheFileButATitleThatIsPlain) {
    const auto file = read_calendar(
        calendar(event(std::string(kStart) + kEnd + "SUMMARY:Two\\nlines\r\nLOCATION:Room 2\r\n")),
        reading_from(kMonday, SessionKind::Group));
    ASSERT_TRUE(file);
    ASSERT_EQ(file->refused.size(), 1U);
    EXPECT_EQ(file->refused[0].title, "");
    EXPECT_THAT(file->refused[0].why, Not(HasSubstr("lines")));
}

}  // namespace
}  // namespace server::ical
