// docs/protocol.md says what is so: its examples are messages, its conversation can be held, its tables are
// the program's.

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "server/crypto/hmac_keyed_hash.h"
#include "server/http/hub_use_cases.h"
#include "server/http/problems.h"
#include "shared/domain/slip.h"
#include "shared/protocol/json.h"
#include "shared/protocol/sending.h"
#include "tests/integration/http/door_fixture.h"
#include "tests/support/protocol/every_decoder.h"
#include "tests/support/seeded_entropy.h"

namespace tests {
namespace {

std::string read_document() {
    std::ifstream file("docs/protocol.md");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Example {
    std::string marker;  ///< what stands in the comment before the block
    std::string json;
};

/// What stands between two texts, and moves behind it; empty at the end.
std::string between(const std::string& text, std::size_t& at, const std::string& before,
                    const std::string& after) {
    const std::size_t from = text.find(before, at);
    const std::size_t to = from == std::string::npos ? from : text.find(after, from + before.size());
    at = std::min(to, text.size());
    return to == std::string::npos ? "" : text.substr(from + before.size(), to - from - before.size());
}

std::vector<Example> examples() {
    const std::string text = read_document();
    std::vector<Example> found;
    std::size_t at = 0;
    for (std::string marker; !(marker = between(text, at, "<!-- ", " -->\n```json\n")).empty();) {
        found.push_back({marker, between(text, at, "```json\n", "```")});
    }
    return found;
}

/// The Kiosk-Sending header as the document shows it.
std::string sending_line() {
    std::size_t at = 0;
    return between(read_document(), at, "\n    Kiosk-Sending: ", "\n");
}

std::string canonical(const std::string& message, const std::string& json) {
    const support::Decoder* decoder = support::decoder(message);
    if (decoder == nullptr) {
        ADD_FAILURE() << "there is no message " << message;
        return "";
    }
    const auto read = decoder->read_and_write(json);
    EXPECT_TRUE(read) << message << ": " << (read ? "" : read.error().message) << "\n" << json;
    return read.value_or("");
}

std::string last_word(const std::string& text) {
    return text.substr(text.rfind(' ') + 1);
}

TEST(ProtocolDocument, EveryJsonBlockIsAnExampleWithAMarker) {
    const std::string text = read_document();
    std::size_t blocks = 0;
    for (std::size_t at = text.find("```json"); at != std::string::npos; at = text.find("```json", at + 1))
        ++blocks;
    EXPECT_EQ(examples().size(), blocks);
}

TEST(ProtocolDocument, EveryExampleIsReadAndEveryMessageHasOne) {
    std::set<std::string> seen;
    for (const Example& example : examples()) {
        if (example.marker.starts_with("ask ") || example.marker.starts_with("hear ")) continue;
        seen.insert(example.marker);
        canonical(example.marker, example.json);
    }
    EXPECT_TRUE(protocol::sending_from_header(sending_line()));
    for (const support::Decoder& decoder : support::every_decoder()) {
        if (decoder.name == std::string("sending_header")) continue;
        EXPECT_TRUE(seen.contains(decoder.name)) << decoder.name;
    }
}

TEST(ProtocolDocument, ListsEveryProblemWithItsStatus) {
    using server::http::ProblemType;
    const std::string text = read_document();
    for (int i = 0; i <= static_cast<int>(ProblemType::Failed); ++i) {
        const auto reply = server::http::problem(static_cast<ProblemType>(i));
        const auto problem = protocol::decode_problem(reply.body).value();
        const std::string row = "| " + std::to_string(reply.status) + " | `" + problem.type + "` |";
        EXPECT_NE(text.find(row), std::string::npos) << row;
    }
}

/// A door with the hub's own use cases, at the moment and with the person of the document's visit.
class Visit : public Door {
protected:
    Visit() {
        clock_.set(base::parse_instant("2026-11-23T13:52:30Z").value());
        const auto kept = store_.open().write_and_wait([](server::app::Transaction& tx) -> base::Done {
            const domain::PersonId person("p-7Qk3vT9a");
            const domain::ReferralId referral("1f1d3c2b-0a99-4e88-b777-665544332211");
            TRY_DONE(tx.put(server::app::Person{person, "X123456", "Łukasz", "Przykładowy",
                                                domain::parse_date("1990-11-07").value(), "Polish", false, "",
                                                ""}));
            TRY_DONE(tx.put(
                server::app::Referral{referral, person, domain::ContractRef("INVENTED"), "AB1234CD", false}));
            domain::Appointment appointment;
            appointment.id = domain::AppointmentId("0b6f6a9e-9a2c-4a53-8d2f-6f1a2f0f7c11");
            appointment.referral = referral;
            appointment.person = person;
            appointment.start = base::parse_instant("2026-11-23T14:00:00Z").value();
            appointment.at_this_hub = true;
            TRY_DONE(tx.put(appointment));
            server::app::Slip slip;
            slip.id = domain::SlipId("1f1d3c2b-0a99-4e88-b777-665544332212");
            slip.person = person;
            slip.referral = referral;
            slip.hash = domain::slip_hash(server::crypto::HmacKeyedHash(),
                                          "HUB1V7QKTK3M9P2XW7RTY4ZQ8HN5BVC6DGF1JER9N2");
            slip.made_at = base::parse_instant("2026-11-20T09:00:00Z").value();
            slip.expires_at = base::parse_instant("2027-02-19T00:00:00Z").value();
            slip.made_by = "Sam";
            return tx.put(slip);
        });
        EXPECT_TRUE(kept);
    }

    server::http::UseCases use_cases() override {
        return server::http::hub_use_cases({entropy_, hash_, calendar_, {}});
    }

    support::HttpReply ask_as_written(const Example& example) {
        std::istringstream words(example.marker);
        std::string word;
        std::string method;
        std::string path;
        words >> word >> method >> path >> word;
        std::string headers = kJson;
        if (word == "key") {
            words >> word;
            headers += "Idempotency-Key: " + word + "\r\n";
        }
        if (path == "/v1/arrivals" || path == "/v1/calls")
            headers += "Kiosk-Sending: " + sending_line() + "\r\n";
        canonical(last_word(example.marker), example.json);
        return ask(support::http_request(method, path, headers, example.json));
    }

    support::SeededEntropy entropy_{20261123};
    server::crypto::HmacKeyedHash hash_;
    domain::Calendar calendar_;
};

TEST_F(Visit, CanBeHeldAsTheDocumentHasIt) {
    open();
    support::HttpReply heard;
    int asked = 0;
    for (const Example& example : examples()) {
        SCOPED_TRACE(example.marker);
        if (example.marker.starts_with("ask ")) {
            heard = ask_as_written(example);
            ++asked;
        } else if (example.marker.starts_with("hear ")) {
            EXPECT_EQ("hear " + std::to_string(heard.status), example.marker.substr(0, 8));
            const bool empty = example.marker.find(':') == std::string::npos;
            const std::string message = last_word(example.marker);
            if (empty) {
                EXPECT_EQ(heard.body + "\n", example.json);
            } else {
                EXPECT_EQ(canonical(message, heard.body), canonical(message, example.json));
            }
        }
    }
    EXPECT_EQ(asked, 5);
    const auto record = store_.record();
    EXPECT_EQ(record.events.size(), 2u) << "arrived, and undone";
    EXPECT_EQ(record.calls.size(), 1u);
}

TEST_F(Visit, TodaysListHoldsHashesOnlyAndHeartbeatsTellWhenItChanges) {
    open();
    const auto list =
        protocol::decode_todays_list(ask(support::http_request("GET", "/v1/today", "", "")).body);
    ASSERT_TRUE(list) << list.error().message;
    ASSERT_EQ(list->people.size(), 1u);
    const base::Secret key{std::string_view(list->list_key)};
    const std::string typed = hash_.hash(key, domain::query_key({{7, 11}, 'L', {}}));
    EXPECT_EQ(std::count(list->people[0].keys.begin(), list->people[0].keys.end(), typed), 1);

    const auto told = [this] {
        return protocol::decode_heartbeat_reply(ask(heartbeat_request()).body).value();
    };
    EXPECT_EQ(told().list_version, list->version);
    Example arrival;
    for (const Example& example : examples()) {
        if (example.marker.starts_with("ask POST /v1/arrivals key")) arrival = example;
    }
    EXPECT_EQ(ask_as_written(arrival).status, 200);
    clock_.advance(std::chrono::seconds(11));
    EXPECT_NE(told().list_version, list->version);
}

TEST_F(Visit, TheListsKeyIsNewEachLondonDay) {
    open();
    const auto key = [this] {
        return protocol::decode_todays_list(ask(support::http_request("GET", "/v1/today", "", "")).body)
            .value()
            .list_key;
    };
    const std::string monday = key();
    EXPECT_EQ(key(), monday);
    clock_.advance(std::chrono::hours(24));
    EXPECT_NE(key(), monday);
}

}  // namespace
}  // namespace tests
