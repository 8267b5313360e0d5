#include "shared/settings/document.h"

#include <gtest/gtest.h>

namespace {

settings::Document parse(std::string_view text) {
    return settings::Document::parse(text, "hub.toml").value();
}

TEST(SettingsDocument, ReadsWhatTheFileHasAndFallsBackWhereItMay) {
    auto document = parse("[hub]\nname = \"Ardwick\"\ngrace_minutes = 7\nopens = \"08:30\"\n");
    auto hub = document.root().table("hub");
    EXPECT_EQ(hub.text("name"), "Ardwick");
    EXPECT_EQ(hub.integer_or("grace_minutes", 5, 0, 60), 7);
    EXPECT_EQ(hub.integer_or("other", 5, 0, 60), 5);
    EXPECT_EQ(hub.time_or("opens", std::chrono::minutes{0}), std::chrono::minutes{510});
    EXPECT_TRUE(document.finish());
}

TEST(SettingsDocument, NamesTheLineAndTheReasonOfEveryMistakeAtOnce) {
    auto document = parse("[hub]\nname = 4\ngrace_minutes = 90\nopens = \"25:00\"\ncolour = \"blue\"\n");
    auto hub = document.root().table("hub");
    (void)hub.text("name");
    (void)hub.integer_or("grace_minutes", 5, 0, 60);
    (void)hub.time_or("opens", std::chrono::minutes{0});
    const auto done = document.finish();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message,
              "hub.toml:2: hub.name must be text in quotes, not empty\n"
              "hub.toml:3: hub.grace_minutes must be a whole number from 0 to 60\n"
              "hub.toml:4: hub.opens must be a time of day such as \"08:30\"\n"
              "hub.toml:5: hub.colour is not a setting; check its spelling");
}

TEST(SettingsDocument, ARefusalIsPlainTextWhateverTheFileHolds) {
    auto document = parse("\"\\u001B[2J\" = 1\n");
    const auto done = document.finish();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "hub.toml:1: ?[2J is not a setting; check its spelling");
    const auto none = settings::Document::parse("a = n\n", "hub.toml");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().message.find('\n'), std::string::npos) << none.error().message;
}

TEST(SettingsDocument, RefusesAFileThatIsNotToml) {
    const auto document = settings::Document::parse("[hub\nname=", "hub.toml");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().kind, base::ErrorKind::InvalidInput);
    EXPECT_EQ(document.error().message.rfind("hub.toml:1: ", 0), 0u) << document.error().message;
}

TEST(SettingsDocument, RefusesAMissingFileAndSaysWhatToDo) {
    const auto document = settings::read_file("no-such-folder/hub.toml");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().kind, base::ErrorKind::NotFound);
}

TEST(SettingsDocument, AsksForTheTablesThatAreNeeded) {
    auto document = parse("[hub]\n");
    (void)document.root().table("hub").tables("address", 1);
    const auto done = document.finish();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "hub.toml:1: hub.address is needed at least 1 time(s), as [[address]]");
}

TEST(SettingsDocument, ReadsArraysOfTablesAndRefusesUnknownKeysInside) {
    auto document = parse("[[address]]\npostcode = \"M12 6JX\"\nflor = 2\n");
    auto addresses = document.root().tables("address", 1);
    ASSERT_EQ(addresses.size(), 1u);
    EXPECT_EQ(addresses[0].text("postcode"), "M12 6JX");
    const auto done = document.finish();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "hub.toml:3: address[1].flor is not a setting; check its spelling");
}

}  // namespace
