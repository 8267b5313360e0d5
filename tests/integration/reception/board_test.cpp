// The board of today: what stands on it, who looked, and how fast it learns of an arrival.

#include <memory>
#include <thread>

#include "server/app/decide.h"
#include "tests/integration/reception/desk.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
namespace app = server::app;
using app::Role;

class Board : public Desk {
protected:
    std::size_t place_of(const Browser& browser, const std::string& words) {
        const auto at = browser.page().find(words);
        EXPECT_NE(at, std::string::npos) << words << " is not on the page";
        return at;
    }
    /// A connection to the stream of changes, its head read.
    std::unique_ptr<support::TlsClient> listen(const Browser& browser, const std::string& last_event = "") {
        support::TlsClient::Options options;
        options.server_ca = authority_.certificate();
        auto client = std::make_unique<support::TlsClient>(door_->port(), options);
        EXPECT_TRUE(client->shake_hands());
        std::string headers = "Cookie: " + browser.cookie() + "\r\n";
        if (!last_event.empty()) headers += "Last-Event-ID: " + last_event + "\r\n";
        EXPECT_TRUE(client->send(support::http_request("GET", "/board/changes", headers, "")));
        const auto reply = client->read_reply();
        EXPECT_EQ(reply.value_or(support::HttpReply{}).header("Content-Type"), "text/event-stream");
        return client;
    }
    static std::string id_of(const std::string& event) {
        const auto at = event.find("id: ") + 4;
        return event.substr(at, event.find('\n', at) - at);
    }
};

TEST_F(Board, ShowsWhatNeedsAPersonFirst) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    EXPECT_LT(place_of(sam, "Adelaide Invented"), place_of(sam, "Rosa Invented"));
    EXPECT_LT(place_of(sam, "Rosa Invented"), place_of(sam, "Omar Invented"));
    EXPECT_TRUE(says(sam, "Needs a decision"));
    EXPECT_TRUE(says(sam, "Should be here"));
    EXPECT_FALSE(says(sam, "Interpreter: Urdu")) << "needs are told of who is here";
    arrive(kOmar);
    sam.get("/board");
    EXPECT_TRUE(says(sam, "Arrived on time"));
    EXPECT_TRUE(says(sam, "Interpreter: Urdu; Access: step-free"));
    EXPECT_TRUE(says(sam, "Not connected: the schedule was never read. 1 record waits."));
}

TEST_F(Board, ShowsThoseOfOneStateAlone) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board?show=should-be-here");
    EXPECT_TRUE(says(sam, "Rosa Invented"));
    EXPECT_FALSE(says(sam, "Omar Invented"));
    EXPECT_TRUE(says(sam, "Show everybody"));
    EXPECT_TRUE(says(sam, "data-part=\"/board/part?show=should-be-here\""));
    sam.get("/board?show=arrived-late");
    EXPECT_TRUE(says(sam, "Nobody here today fits this."));
    sam.get("/board?show=%3Cscript%3E");
    EXPECT_TRUE(says(sam, "Omar Invented")) << "what is no state is no wish";
}

TEST_F(Board, FindsANameWithoutAnAddressThatHasIt) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    sam.post("/board/find", {{"name", "oMÁR"}});
    EXPECT_EQ(sam.path(), "/board/find");
    EXPECT_TRUE(says(sam, "Omar Invented"));
    EXPECT_FALSE(says(sam, "Rosa Invented"));
    sam.post("/board/find", {{"name", "\"><b>x"}});
    EXPECT_TRUE(says(sam, "Nobody here today fits this."));
    EXPECT_TRUE(says(sam, "value=\"&quot;&gt;&lt;b&gt;x\""));
    sam.get("/board?name=omar");
    EXPECT_TRUE(says(sam, "Rosa Invented")) << "a name in an address finds nobody";
}

std::string look_of(const std::string& page) {
    const std::string begin = "data-look=\"";
    const auto at = page.find(begin);
    if (at == std::string::npos) return {};
    return page.substr(at + begin.size(), page.find('"', at + begin.size()) - at - begin.size());
}

TEST_F(Board, SendsAPageAgainOnlyTheRowsThatHaveChanged) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    const std::string look = look_of(sam.page());
    ASSERT_FALSE(look.empty());
    arrive(kOmar);
    sam.get("/board/part?held=" + look);
    EXPECT_TRUE(says(sam, "Omar Invented"));
    EXPECT_FALSE(says(sam, "Rosa Invented"));
    EXPECT_TRUE(says(sam, std::string("<tr id=\"row-") + kRosa + "\" data-same></tr>"));
    EXPECT_NE(look_of(sam.page()), look);
}

TEST_F(Board, SendsEveryRowToAPageThatHoldsThoseOfAnotherStartOrKind) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    const std::string look = look_of(sam.page());
    for (const std::string& held : {std::string("another-start-names-900"), std::string("start-names-9x"),
                                    std::string("start-initials-900"),
                                    std::string("start-names-99999999999999999999"), std::string()}) {
        sam.get("/board/part?held=" + held);
        EXPECT_TRUE(says(sam, "Rosa Invented")) << held;
    }
    sam.get("/board/part?show=should-be-here&held=" + look);
    EXPECT_TRUE(says(sam, "Rosa Invented")) << "one with a wish shows whole rows";
}

TEST_F(Board, SharesOneLookAndStillKeepsEachReader) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    Browser kim = signed_in("Kim Ode", Role::Manager);
    sam.get("/board");
    kim.get("/board/part");
    EXPECT_TRUE(says(kim, "Rosa Invented"));
    std::size_t by_kim = 0;
    ASSERT_TRUE(store_->read([&](app::View& view) -> base::Done {
        for (const app::PersonLook& look : TRY(view.looks_between(clock_.now() - 1h, clock_.now() + 1h)))
            by_kim += look.who == "Kim Ode" ? 1 : 0;
        return {};
    }));
    EXPECT_EQ(by_kim, 3U);
}

TEST_F(Board, ShowsNoNameOfSomebodyWhoWasErasedSince) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    ASSERT_TRUE(says(sam, "Rosa Invented"));
    ASSERT_TRUE(write([&](app::Transaction& transaction) -> base::Done {
        const auto appointment = TRY(transaction.appointment(domain::AppointmentId(kRosa)));
        return transaction.erase(
            {base::new_uuid(entropy_), clock_.now(), appointment.person, "Kim", "asked for it"});
    }));
    sam.get("/board");
    EXPECT_FALSE(says(sam, "Rosa Invented"));
}

TEST_F(Board, LooksAnewWhenTimeHasPassedThoughNothingWasStored) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    ASSERT_EQ(place_of(sam, "Should be here") != std::string::npos, true);
    sam.get("/board?show=should-be-here");
    ASSERT_FALSE(says(sam, "Omar Invented"));
    clock_.advance(51min);
    sam.post("/come-back", {{"wanted", "/board"}, {"pin", support::kBrowserPin}});
    sam.get("/board?show=should-be-here");
    EXPECT_TRUE(says(sam, "Omar Invented"));
}

TEST_F(Board, KeepsWhoLookedAtWhoseNameOnceADayAndSession) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    const auto first = looks();
    ASSERT_EQ(first.size(), 3U);
    EXPECT_EQ(first[0].who, "Sam Reid");
    EXPECT_EQ(first[0].what, "name on the board of 2026-11-23");
    sam.get("/board/part");
    sam.get("/board");
    EXPECT_EQ(looks().size(), 3U);
    clock_.advance(1min);
    sign_in_again("Sam Reid");
    EXPECT_EQ(looks().size(), 6U) << "another session is another look";
}

TEST_F(Board, ShowsACallUntilSomebodyGoes) {
    const std::string id = "7a0c2a1e-0000-4000-8000-000000000009";
    ASSERT_TRUE(write([&](app::Transaction& transaction) {
        app::Call call;
        call.id = id;
        call.kiosk = domain::KioskId("front-door");
        call.language = "ur";
        call.cause = "not_found";
        call.at = call.heard_at = clock_.now() - 3min;
        return transaction.put(call);
    }));
    Browser sam = signed_in("Sam Reid", Role::Reception);
    sam.get("/board");
    EXPECT_TRUE(says(sam, "Someone waits at front-door"));
    EXPECT_TRUE(says(sam, "3 minutes ago"));
    EXPECT_TRUE(says(sam, "<strong>Urdu</strong>"));
    Browser cleo = signed_in("Cleo Ash", Role::Caseworker);
    cleo.get("/board");
    EXPECT_TRUE(says(cleo, "Someone waits at front-door"));
    EXPECT_FALSE(says(cleo, "I am going"));
    sam.post("/calls/" + id + "/answer");
    EXPECT_EQ(sam.path(), "/board");
    EXPECT_FALSE(says(sam, "Someone waits"));
    sam.post("/calls/" + id + "/answer");
    EXPECT_TRUE(says(sam, "Somebody else has gone"));
}

TEST_F(Board, IsToldOfAnArrivalAndGoesOnWhereTheConnectionBrokeOff) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    look_for_changes();
    const auto events = listen(sam);
    const std::string first = events->read_until("\n\n");
    EXPECT_NE(first.find("event: change"), std::string::npos) << first;
    arrive(kRosa);
    look_for_changes();
    const std::string second = events->read_until("data: now\n\n");
    EXPECT_NE(second.find("event: change"), std::string::npos) << second;
    EXPECT_NE(id_of(second), id_of(first));

    EXPECT_EQ(listen(sam, id_of(second))->read_until("\n\n"), ":\n\n") << "nothing was missed";
    EXPECT_NE(listen(sam, id_of(first))->read_until("\n\n").find("event: change"), std::string::npos);
    EXPECT_NE(listen(sam, "an-earlier-start-7")->read_until("\n\n").find("event: change"), std::string::npos);
}

TEST_F(Board, HearsOfWhatAnotherProgramCommits) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    look_for_changes();
    const auto events = listen(sam);
    events->read_until("\n\n");
    server::store::Options tool;
    tool.role = server::store::Role::Tool;
    const auto other = folder_.open(tool).value()->write_and_wait([&](app::Transaction& transaction) {
        return transaction.put(app::RecordCheck{clock_.now(), ""});
    });
    ASSERT_TRUE(other);
    look_for_changes();
    EXPECT_NE(events->read_until("data: now\n\n").find("event: change"), std::string::npos);
}

TEST_F(Board, EndsItsStreamsWhenTheDoorCloses) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    look_for_changes();
    const auto events = listen(sam);
    events->read_until("\n\n");
    std::thread closing([this] { door_->stop(); });
    EXPECT_TRUE(events->ended());
    closing.join();
    EXPECT_EQ(door_->connections(), 0U);
}

TEST_F(Board, RecordsAnArrivalAtTheDeskWithWhatWasWrongBesideTheField) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string page = std::string("/appointments/") + kRosa;
    sam.get(page);
    EXPECT_TRUE(says(sam, "Rosa Invented"));
    sam.post(page + "/arrival", {{"time", "quarter past"}, {"reason", "came to the <desk>"}});
    EXPECT_TRUE(says(sam, "Enter a time, such as 09:05."));
    EXPECT_TRUE(says(sam, "quarter past"));
    EXPECT_TRUE(says(sam, "came to the &lt;desk&gt;"));
    sam.post(page + "/arrival", {{"time", "14:11"}, {"reason", "came"}});
    EXPECT_TRUE(says(sam, "still to come"));
    sam.post(page + "/arrival", {{"time", "14:02"}, {"reason", ""}});
    EXPECT_TRUE(says(sam, "Say why, in a few words."));
    sam.post(page + "/arrival", {{"time", "14:02"}, {"reason", "came to the desk"}});
    EXPECT_EQ(sam.path(), page);
    EXPECT_TRUE(says(sam, "Arrived on time"));
    EXPECT_TRUE(says(sam, "Sam Reid: came to the desk"));
    sam.post(page + "/arrival", {{"time", "14:01"}, {"reason", "again"}});
    EXPECT_TRUE(says(sam, "Arrived at 14:01")) << "the earlier proven time stands";
}

TEST_F(Board, ConfirmsDidNotAttendAfterASecondLookAndOnce) {
    Browser sam = signed_in("Sam Reid", Role::Reception);
    const std::string page = std::string("/appointments/") + kAda;
    sam.get(page + "/absence");
    EXPECT_TRUE(says(sam, "Did Adelaide Invented not attend?"));
    EXPECT_TRUE(says(sam, "Look once more"));
    sam.post(page + "/absence", {{"reason", ""}});
    EXPECT_TRUE(says(sam, "Say why"));
    sam.post(page + "/absence", {{"reason", "telephoned, no answer"}});
    EXPECT_EQ(sam.path(), page);
    EXPECT_TRUE(says(sam, "Did not attend"));
    // Of who should be here still it cannot be said.
    const std::string early = std::string("/appointments/") + kRosa;
    sam.get(early + "/absence");
    sam.post(early + "/absence", {{"reason", "not seen"}});
    EXPECT_TRUE(says(sam, "This was not done"));
    EXPECT_TRUE(says(sam, "not seen"));
}

}  // namespace
}  // namespace tests
