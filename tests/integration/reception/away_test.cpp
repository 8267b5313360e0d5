// When nobody is there: names go after five minutes, and a PIN brings them back.

#include "server/reception/sessions.h"
#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;
using server::reception::kNamesStay;
using server::reception::kWrongPinsMax;

class Away : public Desk {
protected:
    /// Signed in, with the board in front of them, and gone for kNamesStay.
    Browser left_alone() {
        Browser sam = signed_in("Sam Reid", Role::Reception);
        sam.get("/board");
        clock_.advance(kNamesStay);
        return sam;
    }
};

TEST_F(Away, TheBoardDropsToInitialsWithoutWhatIsToldOfAPerson) {
    arrive(kOmar);
    Browser sam = left_alone();
    const auto looked = looks().size();
    for (const char* path : {"/board", "/board/part", "/board?show=arrived-on-time"}) {
        sam.get(path);
        EXPECT_TRUE(says(sam, "O. I.")) << path;
        for (const char* hidden : {"Omar", "Invented", "Interpreter", "Urdu", "/appointments/"}) {
            EXPECT_FALSE(says(sam, hidden)) << hidden << " on " << path;
        }
    }
    EXPECT_EQ(looks().size(), looked) << "initials are no look at a record";
    EXPECT_TRUE(says(sam, "15:00"));
}

TEST_F(Away, NothingHappensAMomentBefore) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    clock_.advance(kNamesStay - 1s);
    sam.get("/board");
    EXPECT_TRUE(says(sam, "Omar Invented"));
}

TEST_F(Away, WhatComesByItselfKeepsNoNamesOnAScreen) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    for (int minute = 0; minute < 5; ++minute) {
        clock_.advance(1min);
        sam.get("/board/part");
        sam.get("/board?again=yes");
    }
    EXPECT_FALSE(says(sam, "Omar Invented"));
    EXPECT_TRUE(says(sam, "O. I."));
}

TEST_F(Away, ATouchThatThePageTellsOfKeepsThem) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    const auto touch = [&] {
        return sam.ask("POST", "/still-here", "Content-Type: application/x-www-form-urlencoded\r\n",
                       "form_token=" + sam.form_token());
    };
    clock_.advance(4min);
    EXPECT_EQ(touch().status, 204);
    clock_.advance(4min);
    sam.get("/board");
    EXPECT_TRUE(says(sam, "Omar Invented"));
    clock_.advance(kNamesStay);
    EXPECT_EQ(touch().header("Location"), "/come-back") << "too late";
    sam.get("/board");
    EXPECT_FALSE(says(sam, "Omar Invented"));
}

TEST_F(Away, EveryOtherPageAsksForThePinAndThenComes) {
    Browser sam = left_alone();
    const std::string page = std::string("/appointments/") + kRosa;
    sam.get(page);
    EXPECT_TRUE(says(sam, "Are you there, Sam Reid?"));
    EXPECT_FALSE(says(sam, "Rosa"));
    const std::string wanted = "name=\"wanted\" value=\"" + page + '"';
    EXPECT_TRUE(says(sam, wanted));
    sam.post("/come-back", {{"wanted", page}, {"pin", "000001"}});
    EXPECT_TRUE(says(sam, "The PIN is not right."));
    EXPECT_TRUE(says(sam, wanted)) << "kept";
    sam.post("/come-back", {{"wanted", page}, {"pin", kPin}});
    EXPECT_EQ(sam.path(), page);
    EXPECT_TRUE(says(sam, "Rosa Invented"));
}

TEST_F(Away, ThePinLeadsToNoOtherPlaceThanOurPages) {
    Browser sam = left_alone();
    sam.get("/account");
    sam.post("/come-back", {{"wanted", "https://elsewhere.example/"}, {"pin", kPin}});
    EXPECT_EQ(sam.path(), "/board");
}

TEST_F(Away, ALateFormIsKeptUntilThePinComes) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string page = std::string("/appointments/") + kRosa;
    sam.get(page);
    clock_.advance(kNamesStay);
    sam.post(page + "/arrival", {{"time", "14:02"}, {"reason", "came to the \"desk\""}});
    EXPECT_TRUE(says(sam, "What you typed is kept"));
    EXPECT_TRUE(says(sam, "value=\"came to the &quot;desk&quot;\""));
    EXPECT_TRUE(says(sam, "action=\"" + page + "/arrival\""));
    sam.post(page + "/arrival", {{"time", "14:02"}, {"reason", "came to the \"desk\""}, {"pin", kPin}});
    EXPECT_EQ(sam.path(), page);
    EXPECT_TRUE(says(sam, "Arrived on time"));
}

TEST_F(Away, TooManyWrongPinsEndTheSession) {
    Browser sam = left_alone();
    sam.get("/account");
    for (unsigned i = 0; i < kWrongPinsMax; ++i) sam.post("/come-back", {{"pin", "000001"}});
    EXPECT_EQ(sam.path(), "/sign-in");
    sam.get("/board");
    EXPECT_EQ(sam.path(), "/sign-in");
}

TEST_F(Away, WrongPinsAreForgottenByTheRightOneAlone) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    for (unsigned i = 0; i < kWrongPinsMax; ++i) {
        sam.get("/board");  // where the hub itself would not ask yet
        sam.post("/come-back", {{"pin", "000001"}});
    }
    EXPECT_EQ(sam.path(), "/sign-in");
}

TEST_F(Away, AScreenThatRestsByItselfIsOpenedByNothingElseThanThePin) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    sam.post("/come-back", {{"pin", "000001"}, {"stay", "yes"}});
    EXPECT_TRUE(says(sam, "The PIN is not right.")) << "though the hub itself would not ask yet";
    const auto reply = sam.post("/come-back", {{"pin", kPin}, {"stay", "yes"}});
    EXPECT_EQ(reply.status, 204);
}

TEST_F(Away, AnAccountWithoutAPinMustSignInAgain) {
    Browser sam = left_alone();
    ASSERT_TRUE(write([&](server::app::Transaction& transaction) {
        auto account = this->account("Sam Reid");
        account.pin_hash.clear();
        return transaction.put(account);
    }));
    sam.get("/account");
    EXPECT_EQ(sam.path(), "/sign-in");
}

TEST_F(Away, SigningOutNeedsNoPin) {
    Browser sam = left_alone();
    sam.get("/board");
    sam.post("/sign-out");
    EXPECT_EQ(sam.path(), "/sign-in");
}

}  // namespace
}  // namespace tests
