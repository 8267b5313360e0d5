// Surveys and ratings that are answered at the desk: the form, what is wrong with it, what is kept, and what
// leads nowhere.

#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/app/held_answers.h"
#include "server/reception/survey_words.h"
#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

namespace app = server::app;
using app::Role;
using domain::OfferKind;
using domain::OfferState;
using namespace std::chrono_literals;

class DeskSurvey : public Desk {
protected:
    void SetUp() override {
        sam_ = signed_in("Sam Reid", Role::Reception);
        complete(kRosa);
    }
    void complete(const char* appointment) {
        sam_.get(person(appointment));
        sam_.post(path(appointment) + "/complete", {{"reason", "the caseworker says so"}});
    }
    static std::string path(const char* appointment) { return std::string("/appointments/") + appointment; }
    static std::string person(const char* appointment) { return path(appointment) + "/person"; }
    static std::string survey(const char* appointment, const char* kind) {
        return path(appointment) + "/survey?kind=" + kind;
    }
    support::HttpReply say(Browser& browser, const char* appointment, const char* kind, const char* word,
                           std::vector<Browser::Field> fields = {}) {
        browser.get(survey(appointment, kind));
        fields.insert(fields.end(), {{"kind", kind}, {"word", word}});
        return browser.post(path(appointment) + "/survey", fields);
    }
    app::Offer offer(const char* name, OfferKind kind) {
        std::vector<app::Offer> all;
        EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
            all = TRY(view.offers_of(domain::ReferralId(std::string("referral-") + name)));
            return {};
        }));
        for (const app::Offer& one : all) {
            if (one.kind == kind) return one;
        }
        ADD_FAILURE() << "no such offer";
        return {};
    }
    std::vector<app::AnonymousAnswer> joined() {
        std::vector<app::AnonymousAnswer> all;
        EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
            all = TRY(view.anonymous_answers());
            return {};
        }));
        return all;
    }
    std::optional<app::HeldAnswers> held() {
        std::optional<app::HeldAnswers> found;
        EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
            found = TRY(view.held_answers());
            return {};
        }));
        return found;
    }
    std::vector<app::Call> calls() {
        std::vector<app::Call> all;
        EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
            all = TRY(view.open_calls());
            return {};
        }));
        return all;
    }
    /// So many answers of this month that are joined already.
    void answered(const std::string& month, int people, const std::string& comment) {
        ASSERT_TRUE(write([&](app::Transaction& transaction) -> base::Done {
            for (int i = 0; i < people; ++i)
                TRY_DONE(transaction.add(
                    {{month, "PWB", {"exit", "2026-11", {{"access", i < 5 ? 1U : 5U}}, comment}}}));
            return {};
        }));
    }

    Browser sam_{0, ""};
};

std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST_F(DeskSurvey, AsksAsTheKioskDoesAndSaysFirstWhatIsKept) {
    sam_.get(person(kRosa));
    EXPECT_TRUE(says(sam_, "/survey?kind=exit_survey"));
    sam_.get(survey(kRosa, "exit_survey"));
    const auto kept = sam_.page().find(server::reception::kExitKept);
    const auto asked = sam_.page().find("How easy was it to get the support you needed?");
    ASSERT_NE(kept, std::string::npos);
    ASSERT_NE(asked, std::string::npos);
    EXPECT_LT(kept, asked);
    EXPECT_TRUE(says(sam_, "Very hard"));
    EXPECT_TRUE(says(sam_, "Not for me"));
    EXPECT_TRUE(says(sam_, "No answer"));
    EXPECT_EQ(looks().back().what, "a survey at the desk");
    sam_.get(survey(kRosa, "exit_rating"));
    EXPECT_TRUE(says(sam_, server::reception::kRatingKept));
    EXPECT_TRUE(says(sam_, "Caring for yourself"));
    EXPECT_FALSE(says(sam_, "name=\"comment\""));
}

TEST(SurveyWords, AreThoseOfTheKiosk) {
    const std::string catalogue = text_of("assets/locale/en.po");
    for (const std::string word :
         {server::reception::kExitKept, server::reception::kRatingKept, server::reception::kMaySkip,
          server::reception::kShare, server::reception::kNotShared, server::reception::kTalk,
          server::reception::kNotForMe}) {
        EXPECT_NE(catalogue.find("msgstr \"" + word + "\""), std::string::npos) << word;
    }
    EXPECT_NE(catalogue.find("In danger? Call 999. For health, call {1}. To talk, call {2} on {3}."),
              std::string::npos);
}

TEST_F(DeskSurvey, KeepsAnswersWithoutANameApartFromTheirOffer) {
    say(sam_, kRosa, "exit_survey", "completed",
        {{"way", "paper"},
         {"answer_a", "4"},
         {"answer_b", "0"},
         {"answer_c", ""},
         {"comment", "it\r\nhelped "}});
    EXPECT_TRUE(says(sam_, "The answers are saved"));
    EXPECT_TRUE(says(sam_, "without the person&apos;s name") || says(sam_, "without the person's name"));
    EXPECT_TRUE(says(sam_, "Samaritans on 116 123"));
    const app::Offer exit = offer("Rosa", OfferKind::ExitSurvey);
    EXPECT_EQ(exit.state, OfferState::Completed);
    EXPECT_EQ(exit.way, app::OfferWay::Paper);
    EXPECT_FALSE(exit.answers);
    ASSERT_TRUE(held());
    const domain::Answers answers{"exit", "2026-11", {{"access", 4}, {"better", 0}}, "it helped"};
    EXPECT_EQ(held()->all,
              (std::vector<app::AnonymousAnswer>{{"2026-11", "DN671065_MANCHESTER_PWB", answers}}));
    EXPECT_TRUE(calls().empty());
    sam_.get(person(kRosa));
    EXPECT_TRUE(says(sam_, "completed on 23 November 2026, on paper, entered by Sam Reid"));
    EXPECT_FALSE(says(sam_, "/survey?kind=exit_survey"));
    EXPECT_FALSE(says(sam_, "it helped"));
}

TEST_F(DeskSurvey, WhatIsWrongStandsBesideItsFieldWithWhatWasTyped) {
    const auto reply =
        say(sam_, kRosa, "exit_survey", "completed",
            {{"answer_a", "6"}, {"answer_b", "2"}, {"comment", std::string(281, 'x')}, {"share", "yes"}});
    EXPECT_EQ(reply.status, 400);
    EXPECT_TRUE(says(sam_, "<title>Error: Exit survey"));
    EXPECT_TRUE(says(sam_, "href=\"#way\""));
    EXPECT_TRUE(says(sam_, "id=\"way-error\""));
    EXPECT_TRUE(says(sam_, "id=\"answer_a-error\""));
    EXPECT_TRUE(says(sam_, "id=\"comment-error\""));
    EXPECT_TRUE(says(sam_, "Shorten the comment to 280 letters."));
    EXPECT_TRUE(says(sam_, std::string(281, 'x') + "</textarea>"));
    EXPECT_TRUE(says(sam_, "id=\"answer_b-2\" name=\"answer_b\" type=\"radio\" value=\"2\" checked"));
    EXPECT_TRUE(says(sam_, "id=\"share-yes\" name=\"share\" type=\"radio\" value=\"yes\" checked"));
    EXPECT_EQ(offer("Rosa", OfferKind::ExitSurvey).state, OfferState::Open);
    EXPECT_FALSE(held());
}

TEST_F(DeskSurvey, IsDeclinedOrPutOffAndTheFirstEndStands) {
    say(sam_, kRosa, "exit_survey", "later");
    EXPECT_EQ(sam_.path(), person(kRosa));
    EXPECT_TRUE(says(sam_, "offered, not answered yet"));
    say(sam_, kRosa, "exit_survey", "declined");
    EXPECT_TRUE(says(sam_, "offered and declined on 23 November 2026, at the desk, entered by Sam Reid"));
    EXPECT_EQ(say(sam_, kRosa, "exit_survey", "completed", {{"way", "desk"}, {"answer_a", "1"}}).status, 409);
    EXPECT_FALSE(held());
    EXPECT_EQ(say(sam_, kOmar, "exit_survey", "later").status, 404) << "nothing was offered";
    EXPECT_EQ(sam_.get(path(kRosa) + "/survey?kind=made_up").status, 404);
}

TEST_F(DeskSurvey, WhoWantsToTalkIsOnTheBoardAtOnceAndFollowedUp) {
    say(sam_, kRosa, "exit_survey", "completed", {{"way", "desk"}, {"answer_a", "1"}, {"talk", "yes"}});
    EXPECT_TRUE(says(sam_, "The person would like someone to talk to them."));
    ASSERT_EQ(calls().size(), 1U);
    EXPECT_EQ(calls()[0].cause, "survey_help");
    sam_.get("/board");
    EXPECT_TRUE(says(sam_, "Someone waits at the desk"));
    EXPECT_TRUE(says(sam_, "Wants to talk to someone"));
    sam_.get("/surveys");
    EXPECT_TRUE(says(sam_, ">Open</strong>"));
    EXPECT_FALSE(says(sam_, "How many answer")) << "figures are not for the desk";
    const std::string call = calls()[0].id;
    sam_.post("/help/" + call + "/follow-up", {{"word", "passed_on"}});
    EXPECT_EQ(sam_.path(), "/surveys");
    EXPECT_FALSE(says(sam_, ">Open</strong>"));
    EXPECT_TRUE(says(sam_, "Passed on: Sam Reid, 14:10"));
    sam_.post("/help/" + call + "/follow-up", {{"word", "spoken_with"}});
    EXPECT_TRUE(says(sam_, "Passed on: Sam Reid, 14:10"));
    EXPECT_TRUE(says(sam_, "Spoken with: Sam Reid, 14:10"));
    EXPECT_EQ(sam_.post("/help/" + call + "/follow-up", {{"word", "made_up"}}).status, 404);
    sam_.get("/surveys");
    EXPECT_EQ(sam_.post(std::string("/help/") + kRosa + "/follow-up", {{"word", "spoken_with"}}).status, 404);
}

TEST_F(DeskSurvey, SharedAnswersAreForTheWorkerAndNotForTheDesk) {
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    cleo.get(person(kRosa));
    EXPECT_FALSE(says(cleo, "survey?kind=exit_survey")) << "it asks about the worker";
    EXPECT_EQ(cleo.get(path(kRosa) + "/survey?kind=exit_survey").status, 403);
    say(sam_, kRosa, "exit_survey", "completed",
        {{"way", "desk"}, {"answer_a", "2"}, {"comment", "<script>alert(1)</script>"}, {"share", "yes"}});
    EXPECT_TRUE(offer("Rosa", OfferKind::ExitSurvey).answers);
    EXPECT_FALSE(held());
    cleo.get(person(kRosa));
    EXPECT_TRUE(says(cleo, path(kRosa) + "/shared"));
    cleo.get(path(kRosa) + "/shared");
    EXPECT_TRUE(says(cleo, "Hard"));
    EXPECT_TRUE(says(cleo, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_FALSE(says(cleo, "<script>alert"));
    sam_.get(person(kRosa));
    EXPECT_FALSE(says(sam_, "/shared"));
    EXPECT_EQ(sam_.get(path(kRosa) + "/shared").status, 403);
}

TEST_F(DeskSurvey, RatingsAreShownThenAndNow) {
    ASSERT_TRUE(write([&](app::Transaction& transaction) -> base::Done {
        app::Offer start;
        start.id = domain::OfferId("7a0c2a1e-0000-4000-8000-0000000000aa");
        start.referral = domain::ReferralId("referral-Rosa");
        start.person = domain::PersonId("person-Rosa");
        start.kind = OfferKind::StartRating;
        start.state = OfferState::Completed;
        start.opened_at = start.offered_at.emplace(clock_.now() - 30 * 24h);
        start.ended_at = start.opened_at;
        start.answers = domain::Answers{"areas", "2026-11", {{"money", 1}, {"family", 4}, {"work", 3}}, ""};
        return transaction.put(start);
    }));
    sam_.get(person(kRosa));
    EXPECT_TRUE(says(sam_, "At the start: 24 October 2026. At the end: not known."));
    // mental_health and physical_health come first; money is the seventh, family the fourth.
    say(sam_, kRosa, "exit_rating", "completed",
        {{"way", "paper"}, {"answer_g", "4"}, {"answer_d", "3"}, {"answer_e", "3"}, {"answer_a", "5"}});
    EXPECT_TRUE(says(sam_, "their worker sees them"));
    sam_.get(person(kRosa));
    const auto row = [&](const std::string& area) {
        const auto from = sam_.page().find(">" + area + "</th>");
        return sam_.page().substr(from, sam_.page().find("</tr>", from) - from);
    };
    const auto has = [](const std::string& text, const std::string& what) {
        return text.find(what) != std::string::npos;
    };
    EXPECT_TRUE(has(row("Money and benefits"), ">1</td>"));
    EXPECT_TRUE(has(row("Money and benefits"), ">3 up</td>"));
    EXPECT_TRUE(has(row("Money and benefits"), "M12 12H144"));
    EXPECT_TRUE(has(row("Family, friends and children"), ">1 down</td>"));
    EXPECT_TRUE(has(row("Learning and work"), ">the same</td>"));
    EXPECT_TRUE(has(row("Feelings and mind"), ">not known</td>"));
    EXPECT_TRUE(has(row("Feelings and mind"), ">5</td>"));
    EXPECT_FALSE(has(row("Feelings and mind"), "hub-then"));
}

TEST_F(DeskSurvey, FiguresAndWordsAreForManagersAndAnalystsAndOfNoSmallGroup) {
    answered("2026-10", 12, "<script>alert(1)</script>");
    answered("2026-09", 4, "four of us");
    answered("2026-11", 12, "this month");
    clock_.advance(1min);
    for (const auto& [role, name] :
         {std::pair{Role::Manager, "Mina Holt"}, std::pair{Role::Analyst, "Ana Lytle"}}) {
        Browser browser = signed_in(name, role);
        browser.get("/surveys");
        EXPECT_TRUE(says(browser, "How many answer"));
        EXPECT_TRUE(says(browser, "too few to be told")) << "one was opened";
        EXPECT_EQ(says(browser, "Rosa"), role == Role::Manager) << "an analyst sees no names";
        browser.get("/surveys/answers");
        EXPECT_TRUE(says(browser, "October 2026"));
        EXPECT_TRUE(says(browser, "12 people answered."));
        EXPECT_TRUE(says(browser, "Very hard</th>"));
        EXPECT_TRUE(says(browser, "&lt;script&gt;alert(1)&lt;/script&gt;"));
        EXPECT_FALSE(says(browser, "<script>alert"));
        EXPECT_TRUE(says(browser, "Fewer than 5 people answered."));
        EXPECT_FALSE(says(browser, "four of us"));
        EXPECT_FALSE(says(browser, "this month")) << "of a month that is going on nothing is told";
    }
    EXPECT_EQ(sam_.get("/surveys/answers").status, 403);
}

/// Somebody holds the store's files after each entry, with the key: what they could put beside each other.
TEST_F(DeskSurvey, NothingLeadsFromAnAnswerAtTheDeskToAPerson) {
    complete(kOmar);
    complete(kAda);
    const std::vector<std::pair<const char*, const char*>> guests{
        {kRosa, "zebra"}, {kOmar, "aardvark"}, {kAda, "marmot"}};
    for (const auto& [appointment, comment] : guests) {
        say(sam_, appointment, "exit_survey", "completed",
            {{"way", "paper"}, {"answer_a", "1"}, {"comment", comment}});
        ASSERT_TRUE(says(sam_, "The answers are saved"));
        EXPECT_EQ(std::filesystem::file_size(folder_.path() + "/hub.db-wal"), 0U)
            << "the log holds what waited before, and with that whose the newest is";
        EXPECT_TRUE(joined().empty()) << "joined one by one they stand beside the hour of their offers";
        clock_.advance(4min);
    }
    const auto held_now = held();
    ASSERT_TRUE(held_now);
    std::vector<std::string> waiting;
    for (const app::AnonymousAnswer& one : held_now->all) waiting.push_back(one.answers.comment);
    EXPECT_EQ(waiting, (std::vector<std::string>{"aardvark", "marmot", "zebra"}));
    const std::string files = text_of(folder_.path() + "/hub.db");
    for (const auto& [appointment, comment] : guests) EXPECT_EQ(files.find(comment), std::string::npos);

    const app::Moment next_day{base::parse_instant("2026-11-24T00:01:00Z").value(), domain::ClockState::Sure};
    ASSERT_TRUE(app::release_held_answers(*store_, next_day));
    ASSERT_EQ(joined().size(), guests.size());
    EXPECT_FALSE(held());
    constexpr std::uintmax_t kOnePage = 32 + 24 + 4096;  // of the log, with its heads
    EXPECT_LE(std::filesystem::file_size(folder_.path() + "/hub.db-wal"), kOnePage)
        << "the log was emptied after they were joined; since then only the empty row went";
    for (const char* name : {"Rosa", "Omar", "Adelaide"}) {
        const app::Offer one = offer(name, OfferKind::ExitSurvey);
        EXPECT_EQ(one.state, OfferState::Completed);
        EXPECT_FALSE(one.answers);
    }
    for (const app::AnonymousAnswer& one : joined()) {
        EXPECT_EQ(one.month, "2026-11");
        EXPECT_EQ(one.answers.answers.size(), 1U) << "nothing beside what was asked, not even the way";
    }
}

}  // namespace
}  // namespace tests
