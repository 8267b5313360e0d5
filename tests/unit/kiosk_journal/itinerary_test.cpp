#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/journal/journal.h"

/// What is on at the hub, through a restart without the server.
namespace {

using kiosk::journal::Journal;

class KeptItinerary : public testing::Test {
protected:
    KeptItinerary() { std::filesystem::remove_all(folder_); }
    ~KeptItinerary() override { std::filesystem::remove_all(folder_); }

    Journal open() const { return std::move(Journal::open((folder_ / "journal.db").string())).value(); }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("hub-kept-itinerary-" + std::to_string(::getpid()));
};

TEST_F(KeptItinerary, IsNoneBeforeTheFirst) {
    Journal journal = open();
    EXPECT_EQ(journal.kept_itinerary().value(), std::nullopt);
}

TEST_F(KeptItinerary, IsTheNewestAlsoAfterARestart) {
    {
        Journal journal = open();
        ASSERT_TRUE(journal.keep_itinerary("the first"));
        ASSERT_TRUE(journal.keep_itinerary("the second"));
    }
    EXPECT_EQ(open().kept_itinerary().value(), "the second");
}

TEST_F(KeptItinerary, HasALimitAndKeepsTheOneBefore) {
    Journal journal = open();
    ASSERT_TRUE(journal.keep_itinerary(std::string(kiosk::journal::kItineraryBytesMax, 'x')));
    const auto refused = journal.keep_itinerary(std::string(kiosk::journal::kItineraryBytesMax + 1, 'y'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::ErrorKind::InvalidInput);
    EXPECT_EQ(journal.kept_itinerary().value()->front(), 'x');
}

}  // namespace
