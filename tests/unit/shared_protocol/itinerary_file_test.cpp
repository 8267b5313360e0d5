#include "shared/protocol/itinerary_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shared/protocol/json.h"
#include "shared/protocol/limits.h"
#include "tests/support/protocol/sample_messages.h"

namespace {

using testing::HasSubstr;

/// Of one session, as somebody would write it.
constexpr char kFile[] =
    R"({"sessions":[{"kind":"group","day":"2026-07-06","from":"10:00","to":"11:30","room":"Room 2",)"
    R"("title":"Cooking together","facilitator":"Sam","audience":"everyone","join":"drop_in",)"
    R"("language":"en"}]})";

std::string refusal(const std::string& from, const std::string& to) {
    std::string text = kFile;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    const auto read = protocol::decode_itinerary_file(text.replace(at, from.size(), to));
    return read ? "it was taken" : read.error().message;
}

TEST(ItineraryFile, HoldsLondonsWallClock) {
    const auto sessions = protocol::decode_itinerary_file(kFile).value();
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(sessions[0].start, base::parse_instant("2026-07-06T09:00:00Z").value());
    EXPECT_EQ(sessions[0].end, base::parse_instant("2026-07-06T10:30:00Z").value());
    EXPECT_EQ(sessions[0].state, domain::SessionState::Planned);
    EXPECT_EQ(protocol::encode_itinerary_file(sessions), kFile);
}

TEST(ItineraryFile, ARefusalNamesWhatIsWrongAndWhere) {
    EXPECT_THAT(refusal(R"("group")", R"("party")"), HasSubstr("sessions[0].kind must be one of group"));
    EXPECT_THAT(refusal("10:00", "25:00"), HasSubstr("sessions[0].from must be a time such as 09:30"));
    EXPECT_THAT(refusal("11:30", "09:30"), HasSubstr("sessions[0]: "));
    EXPECT_THAT(refusal("2026-07-06", "2026-02-30"), HasSubstr("sessions[0].day"));
    EXPECT_THAT(refusal("Cooking together", "Group for offenders"), HasSubstr("sessions[0]: "));
    EXPECT_THAT(refusal("Room 2", ""), HasSubstr("sessions[0].room"));
    EXPECT_THAT(refusal(R"("title")", R"("tilte")"), HasSubstr("sessions[0].title is missing"));
    EXPECT_THAT(refusal(R"("room")", R"("chairs":7,"room")"), HasSubstr("not known"));
}

TEST(ItineraryFile, HoldsAtLeastOneAndNoMoreThanItsLimit) {
    EXPECT_FALSE(protocol::decode_itinerary_file(R"({"sessions":[]})"));
    auto sessions = protocol::decode_itinerary_file(kFile).value();
    sessions.assign(protocol::kFileSessionsMax, sessions.front());
    EXPECT_TRUE(protocol::decode_itinerary_file(protocol::encode_itinerary_file(sessions)));
    sessions.push_back(sessions.front());
    EXPECT_FALSE(protocol::decode_itinerary_file(protocol::encode_itinerary_file(sessions)));
}

TEST(ItineraryMessage, OfSevenFullDaysInEveryLanguageIsWithinItsLimit) {
    EXPECT_EQ(protocol::kSessionsMax, domain::kSessionsADayMax * domain::kItineraryDays);
    protocol::Itinerary itinerary = support::sample_itinerary();
    domain::Session largest = support::sample_session();
    largest.title = std::string(domain::kTitleCharsMax, 'x');
    largest.titles.assign(domain::kTitlesMax, {"pa-Guru", largest.title});
    itinerary.sessions.assign(protocol::kSessionsMax, largest);
    const std::string text = protocol::encode(itinerary);
    EXPECT_LE(text.size(), protocol::kItineraryBytesMax);
    EXPECT_TRUE(protocol::decode_itinerary(text));
    itinerary.sessions.push_back(largest);
    EXPECT_FALSE(protocol::decode_itinerary(protocol::encode(itinerary)));
}

}  // namespace
