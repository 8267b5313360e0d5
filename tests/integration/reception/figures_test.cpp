// The figures of the contract, as managers and analysts see them.

#include "tests/integration/reception/desk.h"
#include "tests/support/figures/build_history.h"
#include "tests/support/xlsx/read_workbook.h"

namespace tests {
namespace {

using server::app::Role;
using support::AReferral;

class Figures : public Desk {
protected:
    void keep(const server::figures::ReferralHistory& told) {
        ASSERT_TRUE(write([&](server::app::Transaction& transaction) -> base::Done {
            TRY_DONE(transaction.keep(server::app::HistoryReading{clock_.now(), 0}));
            return transaction.keep({told, {}}, "X100001");
        }));
    }
    void keep_some() {
        keep(AReferral("r1")
                 .session("2026-09-10T10:00:00Z", domain::Attendance::Yes)
                 .ended("2026-10-14T10:00:00Z"));
        keep(AReferral("r2").ended("2026-10-14T10:00:00Z", "NOT"));
    }
};

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST_F(Figures, OfTheMonthBeforeAreShownToManagersAndAnalystsAlone) {
    keep_some();
    for (const auto& [name, role] :
         {std::pair("Mina Holt", Role::Manager), std::pair("Ana Lytle", Role::Analyst)}) {
        Browser of_role = signed_in(name, role);
        of_role.get("/account");
        EXPECT_TRUE(says(of_role, "href=\"/figures\"")) << name;
        EXPECT_EQ(of_role.get("/figures").status, 200) << name;
        EXPECT_TRUE(says(of_role, "Figures of the contract, 2026-10"));
        EXPECT_TRUE(says(of_role, "<td class=\"govuk-table__cell\">50.0 %</td>"));
        EXPECT_TRUE(says(of_role, "They stand still from the end of 2026-11-23."));
    }
    Browser sam = signed_in("Sam Reid", Role::Reception);
    EXPECT_EQ(sam.get("/figures").status, 403);
    sam.get("/account");
    EXPECT_FALSE(says(sam, "href=\"/figures\""));
}

TEST_F(Figures, HaveATableBesideEachPictureAndNoStyleOfTheirOwn) {
    keep_some();
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/figures?month=2026-10");
    const std::size_t figures = server::figures::definitions().size();
    EXPECT_EQ(times(mina.page(), "<svg role=\"img\" aria-labelledby=\"trend-"), figures);
    EXPECT_EQ(times(mina.page(), "<table"), figures + 4);
    EXPECT_EQ(times(mina.page(), "<caption"), figures + 4);
    EXPECT_EQ(times(mina.page(), "style="), 0U);
    EXPECT_FALSE(says(mina, "X100001"));
    EXPECT_FALSE(says(mina, ">r1<")) << "whom a number is about is no part of the page";
}

TEST_F(Figures, OpenToTheReferralsBehindThemWithoutANameAndWithALookKept) {
    ASSERT_TRUE(write([&](server::app::Transaction& transaction) {
        server::app::Person person;
        person.id = domain::PersonId("person-of-r1");
        person.crn = "X100091";
        person.first_name = "Nazir";
        person.last_name = "Okoye";
        if (const auto put = transaction.put(person); !put) return put;
        return transaction.put(
            server::app::Referral{domain::ReferralId("r1"), person.id, domain::ContractRef("c"), "JK1827PE"});
    }));
    keep_some();
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/figures?month=2026-10");
    EXPECT_TRUE(says(ana,
                     "<a class=\"govuk-link\" "
                     "href=\"/figures/items?month=2026-10&amp;figure=crs-sl002&amp;verdict=counted\">2</a>"));
    EXPECT_TRUE(looks().empty()) << "numbers are about nobody";
    EXPECT_EQ(ana.get("/figures/items?month=2026-10&figure=crs-sl002&verdict=counted").status, 200);
    EXPECT_TRUE(says(ana, "1 to 2 of 2."));
    EXPECT_TRUE(says(ana, ">JK1827PE</th>"));
    EXPECT_TRUE(says(ana, ">r2</th>")) << "nobody on the list: its id";
    EXPECT_FALSE(says(ana, "Nazir"));
    EXPECT_FALSE(says(ana, "Okoye"));
    EXPECT_FALSE(says(ana, "X100091"));
    ASSERT_EQ(looks().size(), 1U);
    EXPECT_EQ(looks().front().what, "behind CRS SL002 of 2026-10");
    EXPECT_EQ(looks().front().who, "Ana Lytle");
    ana.get("/figures/items?month=2026-10&figure=crs-sl002&verdict=missed");
    EXPECT_TRUE(says(ana, "1 to 1 of 1."));
    EXPECT_FALSE(says(ana, ">JK1827PE<"));
    for (const char* wrong : {"figure=none", "figure=crs-sl002&verdict=perhaps", "month=2026-10"})
        EXPECT_EQ(ana.get(std::string("/figures/items?") + wrong).status, 404) << wrong;
    EXPECT_EQ(ana.get("/figures/items?month=October&figure=kp1").status, 400);
    EXPECT_EQ(ana.get("/figures/items?month=2026-10&figure=crs-sl002&from=99999999999999999999").status, 200);
}

TEST_F(Figures, BehindANumberAreShownAHundredAtATime) {
    for (int i = 0; i < 130; ++i)
        keep(AReferral("r" + std::to_string(1000 + i)).received("2026-10-05T09:00:00Z"));
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/figures/items?month=2026-10&figure=ds1&verdict=met");
    EXPECT_TRUE(says(ana, "1 to 100 of 130."));
    EXPECT_FALSE(says(ana, "The ones before"));
    EXPECT_TRUE(says(ana, "figure=ds1&amp;verdict=met&amp;from=100\">The next ones"));
    ana.get("/figures/items?month=2026-10&figure=ds1&verdict=met&from=100");
    EXPECT_TRUE(says(ana, "101 to 130 of 130."));
    EXPECT_TRUE(says(ana, "from=0\">The ones before"));
    EXPECT_FALSE(says(ana, "The next ones"));
    Browser sam = signed_in("Sam Reid", Role::Reception);
    EXPECT_EQ(sam.get("/figures/items?month=2026-10&figure=ds1").status, 403);
}

TEST_F(Figures, OfAQuarterAreShownToo) {
    keep_some();
    Browser mina = signed_in("Mina Holt", Role::Manager);
    EXPECT_EQ(mina.get("/figures?month=2026-Q4").status, 200);
    EXPECT_TRUE(says(mina, "Figures of the contract, 2026-Q4"));
}

TEST_F(Figures, AreKeptAsAFileWithTheSameNumbers) {
    keep_some();
    Browser ana = signed_in("Ana Lytle", Role::Analyst);
    ana.get("/figures?month=2026-10");
    EXPECT_TRUE(says(ana, "href=\"/figures/report.xlsx?month=2026-10\""));
    const auto csv = ana.get("/figures/report.csv?month=2026-10");
    EXPECT_EQ(csv.header("Content-Type"), "text/csv; charset=utf-8");
    EXPECT_EQ(csv.header("Content-Disposition"), "attachment; filename=\"figures-2026-10.csv\"");
    EXPECT_NE(csv.body.find("CRS SL002,Suitable"), std::string::npos);
    EXPECT_NE(csv.body.find(",1,2,50.0 %,"), std::string::npos);
    const auto xlsx = ana.get("/figures/report.xlsx?month=2026-10");
    EXPECT_EQ(xlsx.header("Content-Disposition"), "attachment; filename=\"figures-2026-10.xlsx\"");
    const auto row = support::read_workbook(xlsx.body).at("Figures").rows.at(1);
    EXPECT_EQ(row.at(3), "CRS SL002");
    EXPECT_EQ(row.at(5) + " of " + row.at(6), "1 of 2");
    EXPECT_EQ(ana.get("/figures/report.csv?month=October").status, 400);
    Browser sam = signed_in("Sam Reid", Role::Reception);
    EXPECT_EQ(sam.get("/figures/report.csv").status, 403);
    EXPECT_EQ(sam.get("/figures/report.xlsx").status, 403);
}

TEST_F(Figures, ThatWereFrozenStandBesideThoseOfNow) {
    keep_some();
    ASSERT_TRUE(write([&](server::app::Transaction& transaction) {
        const auto month = domain::parse_month("2026-10").value();
        return transaction.freeze({month, clock_.now(), {{server::figures::FigureId::Sl002, 1, 0, 0, 0, {}}}},
                                  {});
    }));
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/figures?month=2026-10");
    EXPECT_TRUE(says(mina, "Frozen at 2026-11-23 14:10"));
    EXPECT_TRUE(says(mina, ">Frozen and now</caption>"));
    EXPECT_TRUE(says(mina, "<td class=\"govuk-table__cell\">100.0 %</td>"));
}

TEST_F(Figures, SayBesideTheFieldWhatIsWrongWithTheMonth) {
    keep_some();
    Browser mina = signed_in("Mina Holt", Role::Manager);
    const std::map<std::string, std::string> wrong{{"October", "id=\"month-error\""},
                                                   {"2026-12", "2026-12 has not begun"},
                                                   {"2027-Q1", "2027-Q1 has not begun"},
                                                   {"2024-01", "no longer held"},
                                                   {"%3Cb%3E", "value=\"&lt;b&gt;\""}};
    for (const auto& [month, words] : wrong) {
        EXPECT_EQ(mina.get("/figures?month=" + month).status, 400) << month;
        EXPECT_TRUE(says(mina, words)) << month;
        EXPECT_TRUE(says(mina, "<title>Error: "));
        EXPECT_FALSE(says(mina, "<svg")) << month;
    }
    mina.get("/figures?month=October");
    EXPECT_TRUE(says(mina, "value=\"October\"")) << "what was typed is still there";
}

TEST_F(Figures, OfANewHubSayThatThereIsNothingYet) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    EXPECT_EQ(mina.get("/figures").status, 200);
    EXPECT_TRUE(says(mina, "The hub holds no histories of referrals yet"));
}

}  // namespace
}  // namespace tests
