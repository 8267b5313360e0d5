// What staff call a kiosk, and who shut it out and why.

#include "server/app/kiosks.h"

#include "tests/unit/server_app/decide_fixture.h"

namespace server::app {
namespace {

class Kiosks : public Decide {
protected:
    Kiosks() { hub.add_kiosk("side-door"); }

    base::Done rename(const std::string& id, const std::string& name, const std::string& why = "it moved") {
        return hub.run([&](Transaction& t) {
            return rename_kiosk(t, domain::KioskId(id), name, decision(why), hub.occasion());
        });
    }
    base::Done shut_out(const std::string& id, const std::string& why = "stolen") {
        return hub.run([&](Transaction& t) {
            return revoke_kiosk(t, domain::KioskId(id), decision(why), hub.occasion());
        });
    }
    base::Result<Kiosk> called(const std::string& name) {
        return hub.run([&](Transaction& t) { return kiosk_called(t, name); });
    }
};

TEST_F(Kiosks, AreCalledAsStaffCallThemAndAreFoundUnderBothNames) {
    EXPECT_EQ(called("side-door")->shown(), "side-door");
    ASSERT_TRUE(rename("side-door", "hall"));
    EXPECT_EQ(called("hall")->id.text(), "side-door");
    EXPECT_EQ(called("side-door")->shown(), "hall");
    EXPECT_EQ(called("garden").error().kind, ErrorKind::NotFound);
    const auto kept = hub.store.record().kiosk_changes;
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].act, KioskAct::Renamed);
    EXPECT_EQ(kept[0].name, "side-door");
    EXPECT_EQ(kept[0].new_name, "hall");
    EXPECT_EQ(kept[0].who, "R. Porter");
    EXPECT_EQ(kept[0].why, "it moved");
    ASSERT_TRUE(rename("side-door", "side-door")) << "its own id is free for it";
    EXPECT_EQ(called("side-door")->name, "");
}

TEST_F(Kiosks, HaveNamesThatNobodyTakesForAnothers) {
    for (const char* bad : {"", "Hall", "two words", "a_b", "<b>", "../hall"})
        EXPECT_EQ(rename("side-door", bad).error().kind, ErrorKind::InvalidInput) << bad;
    EXPECT_EQ(rename("side-door", std::string(41, 'a')).error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(rename("side-door", std::string(40, 'a')));
    EXPECT_EQ(rename("side-door", "front-door").error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(rename("front-door", "hall"));
    EXPECT_EQ(rename("side-door", "front-door").error().kind, ErrorKind::Conflict)
        << "what was recorded before still says front-door";
    EXPECT_EQ(rename("side-door", "hall").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(rename("front-door", "hall").error().kind, ErrorKind::Conflict) << "it is called so";
    EXPECT_EQ(rename("garden", "shed").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(rename("side-door", "shed", " ").error().kind, ErrorKind::InvalidInput);
}

TEST_F(Kiosks, AreShutOutOnceWithWhoAndWhy) {
    EXPECT_EQ(shut_out("side-door", "").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(shut_out("garden").error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(shut_out("side-door"));
    EXPECT_EQ(called("side-door")->revoked_at, hub.clock.now());
    hub.advance(1min);
    EXPECT_EQ(shut_out("side-door", "again").error().kind, ErrorKind::Conflict);
    const auto kept = hub.store.record().kiosk_changes;
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].act, KioskAct::Revoked);
    EXPECT_EQ(kept[0].why, "stolen");
}

TEST_F(Kiosks, AreGivenUpOnce) {
    ASSERT_TRUE(shut_out("side-door"));
    EXPECT_FALSE(
        hub.run([](Transaction& t) { return is_given_up(t, domain::KioskId("side-door")); }).value());
    ASSERT_TRUE(give_up("side-door", "R. Porter"));
    EXPECT_TRUE(hub.run([](Transaction& t) { return is_given_up(t, domain::KioskId("side-door")); }).value());
    EXPECT_EQ(give_up("side-door", "K. Second").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.store.record().settled_journals.size(), 1U);
}

TEST_F(Kiosks, AreNamedAsStaffCallThemWhereDidNotAttendWaitsForOne) {
    hub.advance(80min);
    ASSERT_TRUE(rename("front-door", "hall"));
    EXPECT_THAT(why_only_noted(), HasSubstr("hall"));
    EXPECT_THAT(why_only_noted(), testing::Not(HasSubstr("front-door")));
}

TEST_F(Kiosks, AreNamedAsStaffCallThemWhereTheyDidSomething) {
    ASSERT_TRUE(rename("front-door", "hall"));
    const auto kiosks = hub.run([](Transaction& t) { return t.kiosks(); }).value();
    EXPECT_EQ(actor_shown(kiosks, actor_of(domain::KioskId("front-door"))), "kiosk hall");
    EXPECT_EQ(actor_shown(kiosks, actor_of(domain::KioskId("side-door"))), "kiosk side-door");
    EXPECT_EQ(actor_shown(kiosks, "kiosk long-gone"), "kiosk long-gone");
    EXPECT_EQ(actor_shown(kiosks, "Rae Porter"), "Rae Porter");
}

}  // namespace
}  // namespace server::app
