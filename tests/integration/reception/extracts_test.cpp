// Case-level extracts: asked for by an analyst, approved by a manager where they have names, and taken.

#include "server/app/extracts.h"

#include "tests/integration/reception/desk.h"
#include "tests/support/figures/build_history.h"

namespace tests {
namespace {

using server::app::Role;
using support::AReferral;

class Extracts : public Desk {
protected:
    void SetUp() override {
        domain::ReferralId referral;
        ASSERT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
            referral = TRY(view.appointment(domain::AppointmentId(kRosa))).referral;
            return {};
        }));
        const server::figures::ReferralHistory told =
            AReferral(referral.text())
                .received("2026-10-05T10:00:00Z")
                .session("2026-10-12T13:00:00Z", domain::Attendance::Yes);
        ASSERT_TRUE(write([&](server::app::Transaction& t) { return t.keep({told, {}}, "X1"); }));
    }
    static std::vector<Browser::Field> october(const std::string& names = "") {
        return {{"first", "2026-10-01"},
                {"last", "2026-10-31"},
                {"recipient", "The council <of> Bury"},
                {"why", "their yearly review"},
                {"names", names}};
    }
    std::vector<server::app::ExtractEntry> log() {
        std::vector<server::app::ExtractEntry> all;
        EXPECT_TRUE(store_->read([&](server::app::View& view) -> base::Done {
            all = TRY(server::app::extract_log(view));
            return {};
        }));
        return all;
    }
    /// Of the newest request.
    std::string path(const std::string& act) { return "/extracts/" + log().at(0).request.id + "/" + act; }
};

TEST_F(Extracts, WithoutNamesAreTakenAtOnceByWhoeverAsked) {
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/account");
    EXPECT_TRUE(says(ana, "href=\"/extracts\""));
    ana.get("/extracts");
    ana.post("/extracts", october());
    EXPECT_EQ(ana.path(), "/extracts");
    EXPECT_TRUE(says(ana, "1 October 2026 to 31 October 2026"));
    EXPECT_TRUE(says(ana, "The council &lt;of&gt; Bury: their yearly review"));
    EXPECT_TRUE(says(ana, "Not taken"));
    const auto csv = ana.post(path("csv"));
    EXPECT_EQ(csv.status, 200);
    EXPECT_EQ(csv.header("Content-Disposition"), "attachment; filename=\"cases.csv\"");
    EXPECT_NE(csv.body.find("referral_id,referral_reference,"), std::string::npos);
    EXPECT_EQ(csv.body.find("crn"), std::string::npos);
    EXPECT_TRUE(looks().empty()) << "no name, no look";
    ana.get("/extracts");
    EXPECT_TRUE(says(ana, "1 case by Ana Lytle, 14:10"));
}

TEST_F(Extracts, WithNamesWaitForAManagerAndThenTellThemAndKeepTheLooks) {
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/extracts");
    ana.post("/extracts", october("yes"));
    EXPECT_TRUE(says(ana, "With names: waits for a manager"));
    EXPECT_FALSE(says(ana, "Take it as CSV"));
    EXPECT_FALSE(says(ana, "Approve"));
    EXPECT_EQ(ana.post(path("csv")).status, 403);
    EXPECT_EQ(ana.post(path("approve")).status, 403);

    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/extracts");
    EXPECT_TRUE(says(mina, "by Ana Lytle, 14:10"));
    mina.post(path("approve"));
    EXPECT_TRUE(says(mina, "With names: approved by Mina Holt, 14:10"));
    EXPECT_FALSE(says(mina, "Take it as CSV")) << "it is not hers";
    EXPECT_EQ(mina.post(path("csv")).status, 404);

    ana.get("/extracts");
    const auto lines = ana.post(path("jsonl"));
    EXPECT_EQ(lines.status, 200);
    EXPECT_NE(lines.body.find("\"first_name\":\"Rosa\""), std::string::npos) << lines.body;
    const auto kept = looks();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].who, "Ana Lytle");
    EXPECT_EQ(kept[0].what, "extract of 2026-10-01 to 2026-10-31, for The council <of> Bury");
}

TEST_F(Extracts, WithNamesAreNotTakenOnceTheApprovalHasRunOut) {
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/extracts");
    ana.post("/extracts", october("yes"));
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/extracts");
    mina.post(path("approve"));
    clock_.advance(std::chrono::hours{7 * 24});
    Browser later = sign_in_again("Ana Lytle");
    later.get("/extracts");
    EXPECT_TRUE(says(later, "With names: the approval has run out, approved by Mina Holt"));
    EXPECT_FALSE(says(later, "Take it as CSV"));
    EXPECT_EQ(later.post(path("csv")).status, 403);
    EXPECT_TRUE(looks().empty());
}

TEST_F(Extracts, OfTheCommandLineAreNotOfferedToAnAccountOfThatName) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    Browser kim = signed_in("Kim Lund", Role::Analyst);
    ASSERT_TRUE(write([&](server::app::Transaction& t) -> base::Done {
        server::app::ExtractAsked asked;
        asked.first = domain::parse_date("2026-10-01").value();
        asked.last = domain::parse_date("2026-10-31").value();
        asked.names = server::app::ExtractNames::With;
        asked.actor = "Kim Lund";
        asked.recipient = "The council";
        asked.place = server::app::ExtractPlace::CommandLine;
        const server::app::Occasion occasion{{clock_.now(), {}}, {}, calendar_, entropy_};
        const auto request = TRY(server::app::ask_for_extract(t, asked, occasion));
        return server::app::decide_extract(t, request.id, server::app::ExtractWord::Approved, "Mina Holt",
                                           occasion);
    }));
    kim.get("/extracts");
    EXPECT_FALSE(says(kim, "The council"));
    EXPECT_EQ(kim.post(path("csv")).status, 404);
    EXPECT_TRUE(looks().empty());
    mina.get("/extracts");
    EXPECT_TRUE(says(mina, "by Kim Lund at the command line"));
}

TEST_F(Extracts, OfAManagerAreApprovedByAnotherOne) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/extracts");
    mina.post("/extracts", october("yes"));
    EXPECT_FALSE(says(mina, "Approve<"));
    EXPECT_EQ(mina.post(path("approve")).status, 403);
    Browser olu = signed_in("Olu Brand", Role::Manager);
    olu.get("/extracts");
    olu.post(path("refuse"));
    EXPECT_TRUE(says(olu, "With names: refused by Olu Brand, 14:10"));
    mina.get("/extracts");
    EXPECT_FALSE(says(mina, "Take it as CSV"));
}

TEST_F(Extracts, AreSeenByAnalystsWhereTheyAreTheirOwn) {
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/extracts");
    ana.post("/extracts", october());
    Browser ben = signed_in("Ben Ward", Role::Analyst);
    ben.get("/extracts");
    EXPECT_FALSE(says(ben, "Ana Lytle"));
    EXPECT_EQ(ben.post(path("csv")).status, 404);
    EXPECT_TRUE(log().at(0).steps.empty());
}

TEST_F(Extracts, AreAskedForAgainWhenTheFormIsWrongAndNothingIsKept) {
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/extracts");
    const auto said = [&](const std::string& first, const std::string& last, const std::string& recipient,
                          const std::string& words) {
        ana.post("/extracts", {{"first", first}, {"last", last}, {"recipient", recipient}, {"names", "yes"}});
        EXPECT_TRUE(says(ana, "Error: Extracts of cases")) << words;
        EXPECT_TRUE(says(ana, words));
        EXPECT_TRUE(says(ana, "value=\"yes\" checked")) << "what was chosen is there still";
    };
    said("", "2026-10-31", "A", "Enter the first day.");
    said("2026-10-01", "October", "A", "Enter the last day.");
    said("2026-10-01", "2026-09-30", "A", "The last day is before the first.");
    said("2026-11-24", "2026-11-24", "A", "The first day is still to come.");
    said("2026-10-01", "2026-10-31", " ", "Enter who is to get it.");
    said("2026-10-01", "2026-10-31", std::string(501, 'a'), "Say it in at most 500 characters.");
    EXPECT_TRUE(log().empty());
}

TEST_F(Extracts, HaveAFileOfWhatEachColumnMeans) {
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    const auto file = ana.get("/extracts/columns");
    EXPECT_EQ(file.header("Content-Disposition"), "attachment; filename=\"columns.csv\"");
    EXPECT_NE(file.body.find("crn,text,Service User Crn,CRN,"), std::string::npos);
}

}  // namespace
}  // namespace tests
