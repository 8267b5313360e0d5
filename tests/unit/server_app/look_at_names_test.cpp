#include "server/app/look_at_names.h"

#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

class LookAtNames : public testing::Test {
protected:
    LookAtNames() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        bob = hub.add_person("bob", "Bob", "Reed", std::nullopt);
    }
    base::Result<std::map<domain::PersonId, std::string>> look(const std::vector<domain::PersonId>& people,
                                                               const std::string& who) {
        return hub.run([&](Transaction& t) {
            return look_at_names(t, people, who, "name on the board", hub.clock.now(), hub.entropy);
        });
    }

    Hub hub;
    domain::PersonId ada, bob;
};

TEST_F(LookAtNames, GivesThemAndKeepsWhoLookedAtWhomWhenAndWhy) {
    const auto names = look({ada, bob, ada}, "R. Porter");
    ASSERT_TRUE(names);
    EXPECT_EQ(names->at(ada), "Ada Quill");
    const auto looks = hub.store.record().looks;
    ASSERT_EQ(looks.size(), 2U) << "once a person";
    EXPECT_EQ(looks[1].person, bob);
    EXPECT_EQ(looks[1].who, "R. Porter");
    EXPECT_EQ(looks[1].what, "name on the board");
    EXPECT_EQ(looks[1].at, hub.clock.now());
    EXPECT_NE(looks[0].id, looks[1].id);
}

TEST_F(LookAtNames, IsRefusedToWhoeverDoesNotSayWhoTheyAre) {
    EXPECT_EQ(look({ada}, " ").error().kind, base::ErrorKind::InvalidInput);
    EXPECT_TRUE(hub.store.record().looks.empty());
}

TEST_F(LookAtNames, PassesOverPeopleWhomTheHubNoLongerHolds) {
    const auto names = look({domain::PersonId("erased"), bob}, "R. Porter");
    ASSERT_TRUE(names);
    EXPECT_EQ(names->size(), 1U);
}

}  // namespace
}  // namespace server::app
