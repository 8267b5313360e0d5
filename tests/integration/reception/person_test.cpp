// The page of a person, their slip, and who looked.

#include "shared/domain/slip.h"
#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Role;

TEST_F(Desk, ShowsWhatTheHubHoldsOfAPersonAndKeepsWhoLooked) {
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    const std::string page = std::string("/appointments/") + kOmar + "/person";
    cleo.get(page);
    EXPECT_TRUE(says(cleo, "Omar Invented"));
    EXPECT_TRUE(says(cleo, "Interpreter: Urdu; Access: step-free"));
    EXPECT_TRUE(says(cleo, "AB1234CD"));
    EXPECT_TRUE(says(cleo, "Urdu: a kiosk that has it starts in it"));
    EXPECT_FALSE(says(cleo, "Make a slip")) << "a caseworker makes none";
    ASSERT_EQ(looks().size(), 1U);
    EXPECT_EQ(looks().front().who, "Cleo Ash");
    EXPECT_EQ(looks().front().what, "a person's page");

    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/looks");
    EXPECT_TRUE(says(mina, "Cleo Ash"));
    EXPECT_TRUE(says(mina, "a person&apos;s page"));
    cleo.get("/looks");
    EXPECT_TRUE(says(cleo, "Your role does not have this page"));
}

TEST_F(Desk, MakesASlipWhoseTokenIsKeptNowhereAndEndsTheOneBefore) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string appointment = std::string("/appointments/") + kRosa;
    sam.get(appointment + "/person");
    EXPECT_TRUE(says(sam, "<dd class=\"govuk-summary-list__value\">None</dd>"));
    sam.post(appointment + "/slip");
    EXPECT_TRUE(says(sam, "hub-qr"));
    EXPECT_TRUE(says(sam, "Works until 21 February 2027"));
    sam.get(appointment + "/person");
    sam.post(appointment + "/slip");
    std::vector<server::app::Slip> slips;
    ASSERT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
        slips = TRY(view.slips());
        return {};
    }));
    ASSERT_EQ(slips.size(), 2U);
    EXPECT_NE(slips[0].revoked_at.has_value(), slips[1].revoked_at.has_value()) << "one of them works";
    EXPECT_EQ(slips[0].made_by, "Sam Reid");
}

TEST_F(Desk, ACompletedInterventionOpensTheSurveyOnce) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string appointment = std::string("/appointments/") + kRosa;
    sam.get(appointment + "/person");
    sam.post(appointment + "/complete", {{"reason", " "}});
    EXPECT_TRUE(says(sam, "Say why, in a few words."));
    sam.post(appointment + "/complete", {{"reason", "the caseworker says so"}});
    EXPECT_EQ(sam.path(), appointment + "/person");
    EXPECT_TRUE(says(sam, "to be offered at the next visit"));
    EXPECT_FALSE(says(sam, "It is completed"));
    sam.post(appointment + "/complete", {{"reason", "again"}});
    EXPECT_TRUE(says(sam, "This was not done"));
}

}  // namespace
}  // namespace tests
