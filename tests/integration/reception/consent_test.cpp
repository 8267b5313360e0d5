// Consent to share with wider partners, on the person's page.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using server::app::Role;

TEST_F(Desk, ConsentIsNotAskedUntilSomebodyRecordsIt) {
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    const std::string appointment = std::string("/appointments/") + kRosa;
    cleo.get(appointment + "/person");
    EXPECT_TRUE(says(cleo, ">Not asked</dd>"));
    cleo.post(appointment + "/consent",
              {{"consent", "given"}, {"with", "the GP"}, {"said_on", "2026-11-20"}});
    EXPECT_EQ(cleo.path(), appointment + "/person");
    EXPECT_TRUE(says(cleo, "Given on 20 November 2026: the GP"));
    EXPECT_TRUE(says(cleo, "Cleo Ash, 14:10"));
    cleo.post(appointment + "/consent", {{"consent", "withdrawn"}, {"said_on", "2026-11-23"}});
    EXPECT_TRUE(says(cleo, "Withdrawn on 23 November 2026"));
    EXPECT_TRUE(says(cleo, "<td class=\"govuk-table__cell\">20 November 2026</td>")) << "the history stays";
}

TEST_F(Desk, WhoeverNeverGaveConsentHasRefusedIt) {
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    const std::string appointment = std::string("/appointments/") + kRosa;
    cleo.get(appointment + "/person");
    cleo.post(appointment + "/consent", {{"consent", "withdrawn"}, {"said_on", "2026-11-23"}});
    EXPECT_TRUE(says(cleo, ">Refused on 23 November 2026</dd>"));
    cleo.post(appointment + "/consent",
              {{"consent", "given"}, {"with", "the GP"}, {"said_on", "2026-11-20"}});
    EXPECT_TRUE(says(cleo, "the person has said something since, on 2026-11-23"));
}

TEST_F(Desk, WhatIsWrongWithConsentStandsBesideItsField) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string appointment = std::string("/appointments/") + kRosa;
    sam.get(appointment + "/person");
    const auto nothing =
        sam.post(appointment + "/consent", {{"said_on", "2026-11-23"}, {"with", "the <GP>"}});
    EXPECT_EQ(nothing.status, 400);
    EXPECT_TRUE(says(sam, "href=\"#consent\""));
    EXPECT_TRUE(says(sam, "Choose what the person said."));
    EXPECT_TRUE(says(sam, "value=\"the &lt;GP&gt;\""));
    sam.post(appointment + "/consent", {{"consent", "given"}, {"with", " "}, {"said_on", "2026-11-24"}});
    EXPECT_TRUE(says(sam, "Enter with whom the hub may share."));
    EXPECT_TRUE(says(sam, "This day is still to come."));
    EXPECT_TRUE(says(sam, "value=\"given\" checked"));
    sam.post(appointment + "/consent", {{"consent", "given"}, {"with", "the GP"}, {"said_on", "soon"}});
    EXPECT_TRUE(says(sam, "Enter the day on which the person said so."));
    sam.get(appointment + "/person");
    EXPECT_TRUE(says(sam, ">Not asked</dd>"));
}

TEST_F(Desk, ConsentIsNotRecordedOverWhatAnotherHasRecordedMeanwhile) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser alex = signed_in("Alex Poe", Role::Reception);
    const std::string appointment = std::string("/appointments/") + kRosa;
    const std::vector<Browser::Field> given{
        {"consent", "given"}, {"with", "the GP"}, {"said_on", "2026-11-23"}, {"seen_consents", "0"}};
    for (Browser* one : {&sam, &alex}) one->get(appointment + "/person");
    sam.post(appointment + "/consent", given);
    alex.post(appointment + "/consent", given);
    EXPECT_TRUE(says(alex, "something else was recorded since you opened the page"));
    std::size_t kept = 0;
    ASSERT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
        kept = TRY(view.consents_of(domain::PersonId("person-Rosa"))).size();
        return {};
    }));
    EXPECT_EQ(kept, 1U);
}

}  // namespace
}  // namespace tests
