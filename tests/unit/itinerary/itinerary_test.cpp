// The rules of the itinerary: what may stand on a public screen, what changes, what a week must have.

#include "shared/domain/itinerary.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

using namespace std::chrono_literals;

constexpr Date kMonday{2026y / 11 / 23};

Session session(SessionKind kind, Date day, int from_hour, int to_hour) {
    Session made;
    made.id = SessionId("5f0c2a1e-0000-4000-8000-000000000001");
    made.kind = kind;
    made.start = at_london_time(day, std::chrono::hours{from_hour});
    made.end = at_london_time(day, std::chrono::hours{to_hour});
    made.room = "Room 2";
    made.title = "Group B";
    made.facilitator = "Sam";
    return made;
}

Session group() {
    return session(SessionKind::Group, kMonday, 14, 15);
}

Date day_after(Date day, int days) {
    return std::chrono::sys_days(day) + std::chrono::days{days};
}

TEST(Session, WithEverythingRightIsTaken) {
    EXPECT_TRUE(check(group()));
}

TEST(Session, NeedsATitleThatIsOneLine) {
    for (const std::string title :
         {"", "   ", "Group\nB", "Group \u202E B", "Group \u0085 B", "Gr\xC3(p B", "Group \xED\xA0\x80"}) {
        Session one = group();
        one.title = title;
        EXPECT_FALSE(check(one)) << title;
    }
    Session one = group();
    one.title = std::string(kTitleCharsMax, 'x');
    EXPECT_TRUE(check(one));
    one.title += 'x';
    EXPECT_FALSE(check(one));
    one.title.clear();
    for (std::size_t i = 0; i < kTitleCharsMax; ++i) one.title += "ż";
    EXPECT_TRUE(check(one)) << "letters are counted, and not their bytes";
    one.title += "ż";
    EXPECT_FALSE(check(one));
}

TEST(Session, MayNotSayWhyPeopleCome) {
    for (const std::string title : {"Drugs and alcohol group", "Anger management", "OFFENDER group",
                                    "Group for sex offenders", "Life after prison"}) {
        Session one = group();
        one.title = title;
        EXPECT_FALSE(check(one)) << title;
    }
    for (const std::string title : {"Group B", "Sussex walk", "Cooking together", "Border crafts"}) {
        Session one = group();
        one.title = title;
        EXPECT_TRUE(check(one)) << title;
    }
}

TEST(Session, MayNotSayWhyPeopleComeInARoomOrATranslationEither) {
    Session one = group();
    one.room = "Drug clinic";
    EXPECT_FALSE(check(one));
    one = group();
    one.titles = {{"pl", "Anger management"}};
    EXPECT_FALSE(check(one));
    one.titles = {{"pl", "Grupa B"}};
    EXPECT_TRUE(check(one));
}

TEST(Session, NamesLanguagesByTheirTags) {
    for (const char* good : {"en", "pa-Guru", "zh-Hans", "ckb", "es-419"}) {
        Session one = group();
        one.language = good;
        one.titles = {{good, "Group B"}};
        EXPECT_TRUE(check(one)) << good;
    }
    for (const char* wrong : {"", "Polish", "p", "pl-", "-pl", "pl_PL", "pl--x", "12", "en-ninechars"}) {
        Session one = group();
        one.language = wrong;
        EXPECT_FALSE(check(one)) << wrong;
        one = group();
        one.titles = {{wrong, "Group B"}};
        EXPECT_FALSE(check(one)) << wrong;
    }
}

TEST(Session, EndsAfterItBeginsAndOnTheSameDay) {
    Session one = group();
    one.end = one.start;
    EXPECT_FALSE(check(one));
    one.end = one.start - 1min;
    EXPECT_FALSE(check(one));
    EXPECT_FALSE(check(session(SessionKind::Group, kMonday, 2, 15))) << "longer than twelve hours";
    one = session(SessionKind::Group, kMonday, 22, 23);
    one.end = start_of(next_day(kMonday));
    EXPECT_TRUE(check(one)) << "until midnight";
    one.end += 1min;
    EXPECT_FALSE(check(one)) << "past midnight";
}

TEST(Session, NeedsARoomAndGivesNoMoreThanAFirstName) {
    Session one = group();
    one.room.clear();
    EXPECT_FALSE(check(one));
    one = group();
    one.facilitator = "Sam Sample";
    EXPECT_FALSE(check(one));
    one.facilitator = "Anne-Marie";
    EXPECT_TRUE(check(one));
    one.facilitator.clear();
    EXPECT_TRUE(check(one));
}

TEST(Session, ThatIsMovedSaysWhereItWasAtFirst) {
    const Session planned = group();
    const base::Instant now = planned.start - 3h;
    const auto later = moved(planned, planned.start + 1h, planned.end + 1h, "Room 2", now);
    ASSERT_TRUE(later);
    EXPECT_EQ(later->state, SessionState::Moved);
    EXPECT_EQ(later->was_start, planned.start);
    EXPECT_TRUE(later->was_room.empty());
    EXPECT_EQ(later->changed_at, now);
    const auto again = moved(*later, planned.start + 2h, planned.end + 2h, "Room 9", now + 1h);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->was_start, planned.start);
    EXPECT_EQ(again->was_room, "Room 2");
    const auto back = moved(*again, planned.start, planned.end, "Room 9", now + 2h);
    ASSERT_TRUE(back);
    EXPECT_FALSE(back->was_start) << "it is at its first time again";
}

TEST(Session, ChangesOnlyToSomethingElse) {
    const Session planned = group();
    EXPECT_EQ(moved(planned, planned.start, planned.end, planned.room, planned.start).error().kind,
              base::ErrorKind::Conflict);
    EXPECT_EQ(moved(planned, planned.end, planned.start, planned.room, planned.start).error().kind,
              base::ErrorKind::InvalidInput);
    const auto filled = full(planned, planned.start);
    ASSERT_TRUE(filled);
    EXPECT_EQ(filled->places_left, 0U);
    EXPECT_FALSE(full(*filled, planned.start));
    const auto off = cancelled(*filled, planned.start);
    ASSERT_TRUE(off);
    EXPECT_FALSE(cancelled(*off, planned.start));
    EXPECT_FALSE(full(*off, planned.start));
    EXPECT_FALSE(moved(*off, planned.start + 1h, planned.end + 1h, "Room 2", planned.start));
}

TEST(Session, ThatWasFullHasPlacesAgainAndIsWhatItWasBefore) {
    const base::Instant now = group().start - 2h;
    const Session filled = full(group(), now).value();
    const Session again = opened(filled, 3U, now).value();
    EXPECT_EQ(again.state, SessionState::Planned);
    EXPECT_EQ(again.places_left, 3U);
    EXPECT_EQ(opened(group(), 3U, now).error().kind, base::ErrorKind::Conflict);

    const Session moved_first = moved(group(), group().start + 1h, group().end + 1h, "Room 2", now).value();
    const Session moved_still = opened(full(moved_first, now).value(), std::nullopt, now).value();
    EXPECT_EQ(moved_still.state, SessionState::Moved);
    EXPECT_EQ(moved_still.was_start, group().start);
}

TEST(Session, ThatIsFullStaysFullWhenItIsMoved) {
    const base::Instant now = group().start - 2h;
    const Session filled = full(group(), now).value();
    const Session elsewhere = moved(filled, group().start + 1h, group().end + 1h, "Room 2", now + 1h).value();
    EXPECT_EQ(elsewhere.state, SessionState::Full);
    EXPECT_EQ(elsewhere.places_left, 0U);
    EXPECT_EQ(elsewhere.was_start, group().start);
    EXPECT_EQ(elsewhere.changed_at, now + 1h);
    EXPECT_TRUE(is_moved(elsewhere));
    EXPECT_FALSE(is_moved(filled));
}

TEST(Week, LacksTheKindsThatNobodyHolds) {
    std::vector<Session> week{session(SessionKind::Group, kMonday, 9, 10),
                              session(SessionKind::Family, day_after(kMonday, 1), 9, 10),
                              session(SessionKind::OneToOne, day_after(kMonday, 4), 9, 10),
                              session(SessionKind::Specialist, day_after(kMonday, 5), 9, 10)};
    EXPECT_EQ(missing_kinds(week, day_after(kMonday, 2)), std::vector{SessionKind::Specialist})
        << "Saturday is not one of the five days";
    week.back().start -= 24h;
    EXPECT_TRUE(missing_kinds(week, kMonday).empty());
    week.front() = cancelled(week.front(), week.front().start).value();
    EXPECT_EQ(missing_kinds(week, kMonday), std::vector{SessionKind::Group});
    EXPECT_EQ(missing_kinds(week, day_after(kMonday, 7)).size(), 4U) << "the week after has none";
}

TEST(Week, BeginsOnMondayAlsoAsSeenFromSunday) {
    const Date sunday = day_after(kMonday, 6);
    EXPECT_EQ(working_week_of(sunday).front(), kMonday);
    EXPECT_EQ(working_week_of(kMonday).front(), kMonday);
    EXPECT_EQ(working_week_of(sunday).back(), day_after(kMonday, 4));
}

TEST(Programme, ShowsTheWeekendOnlyWhereSomethingIsOn) {
    std::vector<Session> all{group()};
    EXPECT_EQ(days_shown(all, kMonday).size(), 5U);
    all.push_back(session(SessionKind::Family, day_after(kMonday, 5), 10, 12));
    EXPECT_EQ(days_shown(all, kMonday).size(), 6U);
    EXPECT_EQ(days_shown(all, day_after(kMonday, 6)).front(), day_after(kMonday, 6)) << "today, whatever";
}

TEST(Programme, IsByStartAndForWhoeverLooks) {
    Session women = session(SessionKind::Group, kMonday, 9, 10);
    women.audience = Audience::Women;
    const std::vector<Session> all{group(), women};
    EXPECT_EQ(sessions_on(all, kMonday, Audience::Everyone).front(), women);
    EXPECT_EQ(sessions_on(all, kMonday, Audience::Women).size(), 2U);
    EXPECT_EQ(sessions_on(all, kMonday, Audience::Men).size(), 1U);
    EXPECT_TRUE(sessions_on(all, next_day(kMonday), Audience::Everyone).empty());
}

TEST(Programme, AMovedSessionStandsOnBothDays) {
    const Session planned = group();
    const auto later = moved(planned, planned.start + 24h, planned.end + 24h, "Room 2", planned.start - 1h);
    ASSERT_TRUE(later);
    const std::vector<Session> all{*later};
    EXPECT_EQ(sessions_on(all, kMonday, Audience::Everyone).size(), 1U);
    EXPECT_EQ(sessions_on(all, next_day(kMonday), Audience::Everyone).size(), 1U);
}

TEST(Programme, KeepsItsWallClockAcrossAClockChange) {
    const Date saturday{2026y / 10 / 24};
    const Session before = session(SessionKind::Group, saturday, 10, 11);
    const Session after = session(SessionKind::Group, next_day(saturday), 10, 11);
    EXPECT_EQ(after.start - before.start, 25h);
    EXPECT_EQ(london_time(after.start), "10:00");
}

TEST(Words, OfEveryChoiceAreReadBack) {
    for (const auto one : kSessionKinds) EXPECT_EQ(from_word(kSessionKinds, to_word(one)), one);
    for (const auto one : kAudiences) EXPECT_EQ(from_word(kAudiences, to_word(one)), one);
    for (const auto one : kJoinWays) EXPECT_EQ(from_word(kJoinWays, to_word(one)), one);
    for (const auto one : kSessionStates) EXPECT_EQ(from_word(kSessionStates, to_word(one)), one);
    EXPECT_FALSE(from_word(kSessionKinds, "nothing"));
}

}  // namespace
}  // namespace domain
