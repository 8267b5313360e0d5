// The hub's kiosks in the browser: who sees them, and what managers do with one.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

class KioskPages : public Desk {
protected:
    using Field = Browser::Field;
    static constexpr char kOne[] = "/kiosks/one?kiosk=front-door";

    /// What the kiosk tells of itself now.
    template <class Change>
    void tells(const Change& change) {
        ASSERT_TRUE(write([&](server::app::Transaction& transaction) -> base::Done {
            server::app::KioskHealth health;
            health.kiosk = domain::KioskId("front-door");
            health.seen_at = clock_.now();
            health.version = "1.0";
            change(health);
            return transaction.put(health);
        }));
    }
    /// Sends a form of the kiosk's page as it stands in the browser.
    void send(Browser& browser, const std::string& path, std::vector<Field> fields) {
        fields.emplace_back("kiosk", "front-door");
        fields.emplace_back("seen", hidden(browser, "seen"));
        browser.post(path, std::move(fields));
    }
    Browser manager() {
        Browser mina = signed_in("Mina Holt", Role::Manager);
        mina.get(kOne);
        return mina;
    }
};

TEST_F(KioskPages, SayHowEachKioskIsInWords) {
    add_kiosk(std::nullopt);
    Browser rae = signed_in("Rae Desk", Role::Reception);
    const auto shows = [&](const char* words) {
        rae.get("/kiosks");
        EXPECT_TRUE(says(rae, words)) << words;
    };
    shows("Has never reported");
    tells([](auto&) {});
    shows(">Well<");
    shows(">Right<");
    shows(">Nothing<");
    tells([](auto& health) { health.skew = 75s; });
    shows("Its clock is wrong");
    shows("75 seconds ahead");
    tells([](auto& health) {
        health.skew = -3s;
        health.journal_waiting = 3;
        health.arrivals_waiting = 1;
    });
    shows("Holds arrivals it has not sent");
    shows("3 seconds behind");
    shows("3 records, of them 1 arrival");
    tells([](auto& health) { health.out_of_use = true; });
    shows("Taken out of use by staff");
    clock_.advance(3min);
    shows("Not heard of since 14:10");
    EXPECT_FALSE(says(rae, "/kiosks/one")) << "reception reads";
    rae.get(kOne);
    EXPECT_TRUE(says(rae, "Your role does not have this page"));
}

TEST_F(KioskPages, ARenamedKioskIsCalledSoEverywhereAndTheReasonIsKept) {
    add_kiosk(clock_.now());
    Browser mina = manager();
    send(mina, "/kiosks/rename", {{"new_name", "hall"}, {"rename_reason", ""}});
    EXPECT_TRUE(says(mina, "id=\"rename_reason-error\""));
    EXPECT_TRUE(says(mina, "value=\"hall\"")) << "what was typed is there still";
    send(mina, "/kiosks/rename", {{"new_name", "The Hall"}, {"rename_reason", "it moved"}});
    EXPECT_TRUE(says(mina, "id=\"new_name-error\""));
    EXPECT_TRUE(says(mina, "value=\"it moved\""));
    send(mina, "/kiosks/rename", {{"new_name", "hall"}, {"rename_reason", "it moved"}});
    EXPECT_EQ(mina.path(), kOne) << "its address stays";
    EXPECT_TRUE(says(mina, "Kiosk hall"));
    EXPECT_TRUE(says(mina, "Renamed from front-door to hall"));
    for (const char* path : {"/kiosks", "/board", "/settings"}) {
        mina.get(path);
        EXPECT_TRUE(says(mina, "hall")) << path;
    }
    mina.get("/board");
    EXPECT_FALSE(says(mina, "front-door"));
    mina.get("/kiosks");
    EXPECT_TRUE(says(mina, "it moved"));
}

TEST_F(KioskPages, ARevokedKioskHoldsDidNotAttendBackUntilItIsGivenUp) {
    add_kiosk(clock_.now() - 2h);
    Browser mina = manager();
    EXPECT_FALSE(says(mina, "Give up what it held")) << "as long as it is let in";
    send(mina, "/kiosks/lost", {{"lost_reason", "broken"}});
    EXPECT_TRUE(says(mina, "the kiosk is still let in: revoke it first"));
    send(mina, "/kiosks/revoke", {{"revoke_reason", " "}});
    EXPECT_TRUE(says(mina, "id=\"revoke_reason-error\""));
    send(mina, "/kiosks/revoke", {{"revoke_reason", "stolen in the night"}});
    EXPECT_TRUE(says(mina, "Revoked at 14:10, may still hold arrivals"));
    EXPECT_TRUE(says(mina, "stolen in the night"));
    EXPECT_FALSE(says(mina, "Revoke it<"));
    const std::string absence = std::string("/appointments/") + kAda + "/absence";
    mina.get(absence);
    EXPECT_TRUE(says(mina, "front-door (revoked)"));
    mina.get(kOne);
    send(mina, "/kiosks/lost", {{"lost_reason", "its disk is gone"}});
    EXPECT_TRUE(says(mina, "what it held is given up"));
    EXPECT_TRUE(says(mina, "its disk is gone"));
    EXPECT_FALSE(says(mina, "Give it up<")) << "once";
    mina.get(absence);
    EXPECT_FALSE(says(mina, "front-door"));
}

TEST_F(KioskPages, ArrivalsThatWereRefusedStandFirstUntilAManagerHasSeenToThem) {
    add_kiosk(clock_.now());
    tells([&](auto& health) {
        health.arrivals_refused = 2;
        health.refused_at = clock_.now() - 5min;
    });
    Browser rae = signed_in("Rae Desk", Role::Reception);
    rae.get("/kiosks");
    EXPECT_TRUE(says(rae, "<strong>front-door</strong>: 2 arrivals, since 14:05"));
    Browser mina = manager();
    ASSERT_EQ(hidden(mina, "count"), "2");
    send(mina, "/kiosks/refused", {{"count", "2"}, {"refused_reason", ""}});
    EXPECT_TRUE(says(mina, "id=\"refused_reason-error\""));
    const std::string seen = hidden(mina, "seen");
    tells([&](auto& health) {
        health.arrivals_refused = 3;
        health.refused_at = clock_.now();
    });
    mina.post("/kiosks/refused", {{"kiosk", "front-door"},
                                  {"seen", seen},
                                  {"count", "2"},
                                  {"refused_reason", "both were recorded at the desk"}});
    EXPECT_TRUE(says(mina, "something else was done since")) << "the third has not been looked at";
    EXPECT_EQ(hidden(mina, "count"), "3");
    send(mina, "/kiosks/refused", {{"count", "2"}, {"refused_reason", "both were recorded at the desk"}});
    EXPECT_TRUE(says(mina, "the kiosk has told of 3 refused for good, not 2"));
    send(mina, "/kiosks/refused", {{"count", "3"}, {"refused_reason", "all were recorded at the desk"}});
    EXPECT_EQ(mina.path(), kOne);
    EXPECT_TRUE(says(mina, "Refused arrivals seen to"));
    EXPECT_FALSE(says(mina, "The hub could not take"));
    rae.get("/kiosks");
    EXPECT_FALSE(says(rae, "Arrivals that the hub could not take"));
    EXPECT_TRUE(says(rae, "all were recorded at the desk"));
}

TEST_F(KioskPages, OfTwoManagersTheSecondIsTold) {
    add_kiosk(clock_.now());
    Browser mina = manager();
    Browser nora = signed_in("Nora Lane", Role::Manager);
    nora.get(kOne);
    send(mina, "/kiosks/rename", {{"new_name", "hall"}, {"rename_reason", "it moved"}});
    send(nora, "/kiosks/revoke", {{"revoke_reason", "stolen"}});
    EXPECT_TRUE(says(nora, "something else was done since you opened the page"));
    EXPECT_TRUE(says(nora, "Kiosk hall")) << "the page as it is now";
    EXPECT_FALSE(says(nora, "Revoked at"));
}

TEST_F(KioskPages, AKioskThatThereIsNotIsNotThere) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    for (const char* path : {"/kiosks/one", "/kiosks/one?kiosk=garden", "/kiosks/one?kiosk=%27%20OR%201=1",
                             "/kiosks/front-door"})
        EXPECT_EQ(mina.get(path).status, 404) << path;
    mina.get("/kiosks");
    EXPECT_TRUE(says(mina, "This hub has no kiosk yet."));
    mina.get("/account");
    EXPECT_EQ(mina.post("/kiosks/revoke", {{"kiosk", "garden"}, {"revoke_reason", "gone"}}).status, 404);
}

}  // namespace
}  // namespace tests
