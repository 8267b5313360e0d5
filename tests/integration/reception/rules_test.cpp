// What managers change of the hub's rules in the browser, and what everybody sees of it.

#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

namespace app = server::app;
using namespace std::chrono_literals;
using app::Role;

class RulePages : public Desk {
protected:
    using Field = Browser::Field;

    /// Opens a page of a rule and sends its form.
    void change(Browser& browser, const std::string& path, std::vector<Field> fields) {
        browser.get(path);
        send(browser, path, std::move(fields));
    }
    /// Sends the form of the page that the browser shows.
    void send(Browser& browser, const std::string& path, std::vector<Field> fields) {
        for (const char* name : {"seen", "accepted", "accepted_for"})
            fields.emplace_back(name, hidden(browser, name));
        browser.post(path, std::move(fields));
    }
    static std::vector<Field> hours(const std::string& opens, const std::string& closes,
                                    const std::string& reason) {
        std::vector<Field> fields;
        for (int i = 0; i < 7; ++i) fields.emplace_back("each_opens", opens);
        for (int i = 0; i < 7; ++i) fields.emplace_back("each_closes", closes);
        fields.emplace_back("reason", reason);
        return fields;
    }
    app::RuleSet now() {
        app::RuleSet set;
        EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
            set = TRY(app::rules_in_force(view, {{}, calendar_, {}}));
            return {};
        }));
        return set;
    }
};

TEST_F(RulePages, AManagerClosesADayAndEverybodySeesWhoDidAndWhy) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    change(mina, "/settings/days",
           {{"day", "2026-12-24"}, {"rule", "close"}, {"reason", "Christmas Eve <b>shut</b>"}});
    EXPECT_EQ(mina.path(), "/settings");
    EXPECT_TRUE(says(mina, "Shut on 24 December 2026"));
    EXPECT_TRUE(says(mina, "Christmas Eve &lt;b&gt;shut&lt;/b&gt;")) << "script in a text stays text";
    EXPECT_FALSE(says(mina, "<b>shut"));
    Browser rae = signed_in("Rae Desk", Role::Reception);
    rae.get("/settings");
    EXPECT_TRUE(says(rae, "Shut on 24 December 2026"));
    EXPECT_TRUE(says(rae, "Mina Holt"));
    EXPECT_FALSE(says(rae, "/settings/days")) << "reception reads";
    EXPECT_EQ(rae.get("/settings/days").status, 403);
    change(mina, "/settings/days",
           {{"day", "2026-12-24"}, {"rule", "open"}, {"reason", "a volunteer comes"}});
    EXPECT_TRUE(says(mina, "Not shut on 24 December 2026"));
    EXPECT_TRUE(says(mina, "Shut on 24 December 2026")) << "what was done before stays";
}

TEST_F(RulePages, AFormThatIsWrongComesBackWithWhatWasTypedAndTheMessageBesideTheField) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    change(mina, "/settings/days", {{"day", "2026-02-30"}, {"rule", "tea"}, {"reason", ""}});
    for (const char* field : {"day", "rule", "reason"})
        EXPECT_TRUE(says(mina, std::string("id=\"") + field + "-error\"")) << field;
    EXPECT_TRUE(says(mina, "value=\"2026-02-30\""));
    change(mina, "/settings/days", {{"day", "2026-11-20"}, {"rule", "close"}, {"reason", "late"}});
    EXPECT_TRUE(says(mina, "This was not done: the day is over."));
    change(mina, "/settings/grace", {{"grace", "61"}, {"from", "2026-11-30"}, {"reason", "why"}});
    EXPECT_TRUE(says(mina, "id=\"grace-error\""));
    EXPECT_TRUE(says(mina, "value=\"61\""));
    change(mina, "/settings/grace", {{"grace", "10"}, {"from", "2026-11-23"}, {"reason", "why"}});
    EXPECT_TRUE(says(mina, "id=\"from-error\"")) << "today is too soon";
    change(mina, "/settings/hours", hours("09:00", "9", "why"));
    EXPECT_TRUE(says(mina, "id=\"opens-1-error\""));
    EXPECT_TRUE(says(mina, "Monday: Enter two times"));
    change(mina, "/settings/hours", hours("", "", "why"));
    EXPECT_TRUE(says(mina, "open on one day of the week at least"));
    change(mina, "/settings/languages", {{"each_language", "tlh"}, {"reason", "why"}});
    EXPECT_TRUE(says(mina, "id=\"language-error\""));
    change(mina, "/settings/languages",
           {{"each_language", "en"}, {"each_language", "en"}, {"reason", "why"}});
    EXPECT_TRUE(says(mina, "Choose each language once."));
    mina.get("/settings");
    EXPECT_TRUE(says(mina, "Nothing was done."));
}

TEST_F(RulePages, ClosingADayOnWhichPeopleAreExpectedSaysHowManyAndAsksAgain) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    change(mina, "/settings/days", {{"day", "2026-11-23"}, {"rule", "close"}, {"reason", "no heating"}});
    EXPECT_EQ(mina.path(), "/settings/days");
    EXPECT_TRUE(says(mina, "1 person is expected")) << "Omar, at three; the others were expected before now";
    EXPECT_TRUE(says(mina, "value=\"no heating\""));
    EXPECT_FALSE(now().calendar.is_closed(domain::parse_date("2026-11-23").value()));
    send(mina, "/settings/days", {{"day", "2026-11-30"}, {"rule", "close"}, {"reason", "no heating"}});
    EXPECT_EQ(mina.path(), "/settings") << "on that day nobody is expected, and nothing is asked";
    change(mina, "/settings/days", {{"day", "2026-11-23"}, {"rule", "close"}, {"reason", "no heating"}});
    send(mina, "/settings/days", {{"day", "2026-11-23"}, {"rule", "close"}, {"reason", "no heating"}});
    EXPECT_EQ(mina.path(), "/settings");
    EXPECT_TRUE(now().calendar.is_closed(domain::parse_date("2026-11-23").value()));
}

TEST_F(RulePages, HoursGraceAndLanguagesAreInForceFromTheNextRequestOn) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    change(mina, "/settings/hours", hours("07:30", "20:00", "the contract says so"));
    EXPECT_TRUE(says(mina, "Monday to Sunday 07:30 to 20:00"));
    change(mina, "/settings/grace",
           {{"grace", "15"}, {"from", "2026-11-24"}, {"reason", "a strike of buses"}});
    EXPECT_TRUE(says(mina, "5 minutes after the start; 15 minutes from 24 November 2026 on"));
    change(mina, "/settings/languages",
           {{"each_language", "en"}, {"each_language", "pl"}, {"reason", "who comes here"}});
    EXPECT_TRUE(says(mina, "New kiosks offer English, Polish"));
    EXPECT_EQ(now().languages, (std::vector<std::string>{"en", "pl"}));
    clock_.advance(24h);
    Browser nora = signed_in("Nora Lane", Role::Manager);
    nora.get("/settings");
    EXPECT_TRUE(says(nora, "15 minutes after the start"));
}

TEST_F(RulePages, WhatIsRecordedAfterAChangeGoesByIt) {
    arrive(kRosa);
    const auto deadline = [&] {
        base::Instant found{};
        EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
            found = TRY(view.update_of(domain::AppointmentId(kRosa))).value().deadline;
            return {};
        }));
        return base::to_text(found);
    };
    EXPECT_EQ(deadline(), "2026-11-25T00:00:00Z");
    Browser mina = signed_in("Mina Holt", Role::Manager);
    change(mina, "/settings/days",
           {{"day", "2026-11-24"}, {"rule", "bank_holiday"}, {"reason", "proclaimed"}});
    EXPECT_EQ(deadline(), "2026-11-26T00:00:00Z") << "what waits";
    clock_.advance(55min);
    Browser rae = signed_in("Rae Desk", Role::Reception);
    const std::string omar = std::string("/appointments/") + kOmar;
    rae.get(omar);
    rae.post(omar + "/arrival",
             {{"time", "15:01"}, {"reason", "at the desk"}, {"seen", hidden(rae, "seen")}});
    EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
        const auto update = TRY(view.update_of(domain::AppointmentId(kOmar)));
        EXPECT_EQ(update ? base::to_text(update->deadline) : "none", "2026-11-26T00:00:00Z");
        return {};
    })) << "what is recorded since";
    Browser nora = signed_in("Nora Lane", Role::Manager);
    change(nora, "/settings/days", {{"day", "2026-11-24"}, {"rule", "as_listed"}, {"reason", "it was not"}});
    EXPECT_TRUE(says(nora, "2 records must be submitted sooner than until now."));
}

TEST_F(RulePages, OfADayOnWhichTheHubIsShutDidNotAttendSaysSo) {
    const std::string absence = std::string("/appointments/") + kAda + "/absence";
    Browser rae = signed_in("Rae Desk", Role::Reception);
    rae.get(absence);
    EXPECT_FALSE(says(rae, "The hub was shut on this day."));
    clock_.advance(55min);  // Omar's appointment has begun, and nobody is expected any more
    Browser mina = signed_in("Mina Holt", Role::Manager);
    change(mina, "/settings/days", {{"day", "2026-11-23"}, {"rule", "close"}, {"reason", "no heating"}});
    ASSERT_EQ(mina.path(), "/settings");
    rae.post("/come-back", {{"pin", kPin}});
    rae.get(absence);
    EXPECT_TRUE(says(rae, "The hub was shut on this day."));
}

TEST_F(RulePages, OfTwoManagersTheSecondIsTold) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    Browser nora = signed_in("Nora Lane", Role::Manager);
    nora.get("/settings/grace");
    change(mina, "/settings/grace", {{"grace", "10"}, {"from", "2026-11-30"}, {"reason", "new contract"}});
    send(nora, "/settings/grace", {{"grace", "0"}, {"from", "2026-11-30"}, {"reason", "strict"}});
    EXPECT_TRUE(says(nora, "something else was changed since you opened the page"));
    send(nora, "/settings/grace", {{"grace", "0"}, {"from", "2026-11-30"}, {"reason", "strict"}});
    EXPECT_EQ(nora.path(), "/settings") << "the page that came back is the newest";
}

TEST_F(RulePages, TheLanguagesSayWhichTextsNobodyHasReviewed) {
    Browser mina = signed_in("Mina Holt", Role::Manager);
    mina.get("/settings/languages");
    EXPECT_TRUE(says(mina, "Urdu <bdi lang=\"ur\">"));
    EXPECT_TRUE(says(mina, "Nobody has reviewed it yet."));
}

}  // namespace
}  // namespace tests
