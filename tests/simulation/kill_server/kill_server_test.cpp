// The real hub-server is killed (SIGKILL) while kiosks send arrivals, started again on the same record, and
// sent again whatever it did not answer. What it acknowledged must be there afterwards, once.
// 200 kills, 20 under the thread sanitizer; HUB_LONG=1 makes them five times as many.

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "server/hub/record.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/sending.h"
#include "tests/simulation/kill_server/arrivals.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/support/hub/server_process.h"
#include "tests/support/tls/tls_client.h"

namespace tests {
namespace {

using namespace std::chrono_literals;
using server::app::Transaction;

constexpr std::uint64_t kSeed = 20'261'122;
constexpr int kClients = 4;
constexpr std::size_t kNewARound = 8;               ///< arrivals first sent to one server, at most
constexpr std::size_t kAnswersBeforeKill = 6;       ///< at most
constexpr std::int64_t kMicrosecondsAfter = 4'000;  ///< at most, from the last of them to the kill
constexpr std::size_t kPeopleATransaction = 250;

#if defined(__SANITIZE_THREAD__)
constexpr int kKills = 20;
#else
constexpr int kKills = 200;
#endif

int kills() {
    const char* const is_long = std::getenv("HUB_LONG");
    return is_long != nullptr && std::string(is_long) == "1" ? 5 * kKills : kKills;
}

std::string mark(std::size_t number, char kind) {
    return std::string(1, kind) + "-" + std::to_string(number);
}

class KilledServer : public testing::Test {
protected:
    KilledServer() : hub_({"http://127.0.0.1:1", support::free_port()}, clock_, entropy_) {
        // Where servers are built with the address sanitizer: they live for a moment, so that what it keeps
        // for long lives would only cost time. Says nothing over what somebody has set.
        ::setenv("ASAN_OPTIONS", "malloc_context_size=2:quarantine_size_mb=1", 0);
    }

    /// So many people with two appointments each that follow on, and an arrival of each for both.
    void make_people(std::size_t count) {
        std::vector<Arrival> arrivals;
        const base::Instant now = clock_.now();
        for (std::size_t i = 0; i < count; ++i) {
            Arrival arrival;
            arrival.request.arrival = domain::ArrivalId(base::new_uuid(entropy_));
            arrival.request.person = domain::PersonId(mark(i, 'p'));
            arrival.request.appointments = {domain::AppointmentId(base::new_uuid(entropy_)),
                                            domain::AppointmentId(base::new_uuid(entropy_))};
            arrival.request.first_touch = domain::read_device_time(clock_);
            arrival.request.run_began = arrival.request.first_touch;
            arrival.request.language = "en";
            arrival.body = protocol::encode(arrival.request);
            arrivals.push_back(std::move(arrival));
        }
        auto record = open();
        for (std::size_t from = 0; from < count; from += kPeopleATransaction) {
            const base::Done kept = record.store->write_and_wait([&](Transaction& tx) -> base::Done {
                for (std::size_t i = from; i < std::min(count, from + kPeopleATransaction); ++i)
                    TRY_DONE(put(tx, i, arrivals[i].request, now));
                return {};
            });
            ASSERT_TRUE(kept) << kept.error().message;
        }
        arrivals_ = std::make_unique<Arrivals>(std::move(arrivals));
    }

    static base::Done put(Transaction& tx, std::size_t number, const protocol::ArrivalRequest& request,
                          base::Instant now) {
        const domain::ReferralId referral(mark(number, 'r'));
        TRY_DONE(tx.put(server::app::Person{request.person, "X" + std::to_string(100'000 + number), "Alex",
                                            "River", domain::parse_date("1990-11-07").value(), "", false, "",
                                            ""}));
        TRY_DONE(tx.put(server::app::Referral{
            referral, request.person, domain::ContractRef("DN671065_MANCHESTER_PWB"), "AB1234CD", false}));
        domain::Appointment one;
        one.referral = referral;
        one.person = request.person;
        one.duration = 120min;
        one.at_this_hub = true;
        one.start = now;
        for (const domain::AppointmentId& id : request.appointments) {
            one.id = id;
            TRY_DONE(tx.put(one));
            one.start = domain::end_of(one);
        }
        return {};
    }

    server::hub::Record open() {
        server::store::Options options;
        options.role = server::store::Role::Tool;
        return server::hub::open_record(hub_.settings(), entropy_, options).value();
    }

    std::unique_ptr<support::ServerProcess> start() {
        auto server = std::make_unique<support::ServerProcess>(HUB_SERVER_PROGRAM, hub_.settings_file(),
                                                               (hub_.path() / "server.log").string());
        EXPECT_TRUE(server->listens()) << support::file_bytes(hub_.path() / "server.log");
        return server;
    }

    std::unique_ptr<support::TlsClient> connect() {
        support::TlsClient::Options options;
        options.identity = kiosk_;
        options.server_ca = authority_;
        return std::make_unique<support::TlsClient>(hub_.settings().kiosk_port, options);
    }

    std::string bytes_of(const Arrival& arrival) const {
        const std::string headers =
            "Content-Type: application/json\r\nIdempotency-Key: " + arrival.request.arrival.text() +
            "\r\nKiosk-Sending: " + protocol::to_header({domain::read_device_time(clock_), false}) + "\r\n";
        return support::http_request("POST", protocol::kArrivalsPath, headers, arrival.body);
    }

    /// Sends until there is no more to send or the connection ends.
    void be_a_kiosk(support::TlsClient& client) {
        while (const auto number = arrivals_->take()) {
            const Arrival& arrival = arrivals_->at(*number);
            const support::HttpReply reply = client.ask(bytes_of(arrival));
            if (reply.status == 200) {
                arrivals_->answered(*number, reply.body);
                continue;
            }
            arrivals_->unanswered(*number);
            if (reply.status == 0) break;
            if (reply.status != 503) ADD_FAILURE() << reply.status << ' ' << reply.body;
            break;
        }
        arrivals_->client_gone();
    }

    /// One server's life: kiosks send side by side until it is killed.
    void round(std::size_t new_ones, std::size_t answers, std::chrono::microseconds more) {
        const auto server = start();
        ASSERT_TRUE(server->listens());
        arrivals_->begin_round(clock_.now(), new_ones);
        std::vector<std::unique_ptr<support::TlsClient>> clients;
        for (int i = 0; i < kClients; ++i) clients.push_back(connect());
        std::vector<std::thread> kiosks;
        for (const auto& client : clients) {
            kiosks.emplace_back([this, &client] {
                if (client->shake_hands())
                    be_a_kiosk(*client);
                else
                    arrivals_->client_gone();
            });
        }
        arrivals_->wait_for_answers(answers, more, kClients);
        EXPECT_TRUE(server->kill_now()) << "the server ended before it was killed";
        for (std::thread& kiosk : kiosks) kiosk.join();
    }

    base::SystemClock clock_;
    base::SystemEntropy entropy_;
    support::HubFolder hub_;
    const support::Identity kiosk_ = hub_.kiosk();
    const std::string authority_ = hub_.authority();
    std::unique_ptr<Arrivals> arrivals_;
};

/// What is wrong with the record of one acknowledged arrival; empty: nothing.
base::Result<std::string> wrong_with(server::app::View& view, const Arrival& arrival,
                                     std::size_t& stored_before) {
    const auto events = TRY(view.events_of(arrival.request.arrival));
    if (events.size() < arrival.request.appointments.size()) return std::string("lost");
    if (events.size() > arrival.request.appointments.size()) return std::string("doubled");
    for (const domain::AppointmentId& id : arrival.request.appointments) {
        const auto of_appointment = TRY(view.events_of(id));
        if (of_appointment.size() != 1) return std::string("not one event an appointment");
        const domain::AttendanceEvent& event = of_appointment.front();
        if (event.arrival != arrival.request.arrival || event.kind != domain::EventKind::Arrived)
            return std::string("another event");
        // An appointment of yesterday, when midnight falls into the run, is kept without an attendance.
        if (event.attendance.has_value() != TRY(view.update_of(id)).has_value())
            return std::string("without its outbox row");
    }
    if (events.front().recorded_at < arrival.answered_after) ++stored_before;
    return std::string();
}

struct Findings {
    std::size_t wrong = 0;
    std::size_t stored_before = 0;  ///< committed by a server that was killed before it answered
    std::string first;
};

Findings look_at(server::app::Store& store, const std::vector<Arrival>& arrivals) {
    Findings findings;
    const base::Done looked = store.read([&](server::app::View& view) -> base::Done {
        for (const Arrival& arrival : arrivals) {
            if (arrival.answer.empty()) continue;
            const std::string wrong = TRY(wrong_with(view, arrival, findings.stored_before));
            if (wrong.empty()) continue;
            if (findings.wrong++ == 0) findings.first = wrong;
        }
        return {};
    });
    EXPECT_TRUE(looked) << looked.error().message;
    return findings;
}

TEST_F(KilledServer, LosesNothingAcknowledgedAndDoublesNothing) {
    const int rounds = kills();
    const auto began = std::chrono::steady_clock::now();
    std::cout << "seed " << kSeed << ", " << rounds << " kills\n";
    std::mt19937_64 chance(kSeed);
    ASSERT_NO_FATAL_FAILURE(make_people(static_cast<std::size_t>(rounds) * kNewARound));
    const auto prepared = std::chrono::steady_clock::now();
    for (int i = 0; i < rounds; ++i) {
        const std::size_t answers = chance() % (kAnswersBeforeKill + 1);
        const std::chrono::microseconds more(static_cast<std::int64_t>(chance() % kMicrosecondsAfter));
        ASSERT_NO_FATAL_FAILURE(round(kNewARound, answers, more)) << "kill " << i;
    }
    std::size_t open_at_the_end = arrivals_->waiting();
    // What is still open is sent to a server that answers all of it.
    ASSERT_NO_FATAL_FAILURE(round(0, open_at_the_end, 0us));
    EXPECT_EQ(arrivals_->waiting(), 0U);

    std::size_t acknowledged = 0;
    std::size_t again = 0;
    for (const Arrival& arrival : arrivals_->all()) {
        acknowledged += arrival.answer.empty() ? 0 : 1;
        again += arrival.sent > 1 ? 1 : 0;
    }
    EXPECT_EQ(acknowledged, arrivals_->taken());

    auto record = open();
    const Findings findings = look_at(*record.store, arrivals_->all());
    EXPECT_EQ(findings.wrong, 0U) << findings.first;
    const base::Done whole = record.store->full_check();
    EXPECT_TRUE(whole) << whole.error().message;
    EXPECT_EQ(record.store->chain_head().value().seq, static_cast<std::int64_t>(2 * acknowledged))
        << "events in all";

    const auto seconds = [](auto from, auto to) {
        return std::chrono::duration<double>(to - from).count();
    };
    std::cout << acknowledged << " arrivals acknowledged, " << again << " of them sent again after a kill, "
              << findings.stored_before << " of those had been committed but not answered; "
              << seconds(prepared, std::chrono::steady_clock::now()) << " s, after "
              << seconds(began, prepared) << " s to prepare\n";
    EXPECT_GT(again, 0U) << "the kills fell into no work";
    EXPECT_GT(findings.stored_before, 0U) << "no kill fell between a commit and its answer";
}

TEST_F(KilledServer, AnAcknowledgedArrivalIsAnsweredInTheSameWordsByTheNextServer) {
    make_people(kNewARound);
    round(kNewARound, kNewARound / 2, 0us);
    const auto server = start();
    ASSERT_TRUE(server->listens());
    const auto client = connect();
    ASSERT_TRUE(client->shake_hands());
    int compared = 0;
    for (const Arrival& arrival : arrivals_->all()) {
        if (arrival.answer.empty()) continue;
        const support::HttpReply reply = client->ask(bytes_of(arrival));
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, arrival.answer);
        ++compared;
    }
    EXPECT_GE(compared, static_cast<int>(kNewARound / 2));
}

/// The proof above is worth nothing unless it sees what is not there.
TEST_F(KilledServer, TheCheckSeesAnArrivalThatWasAcknowledgedAndIsNotThere) {
    make_people(2);
    round(1, 1, 0us);
    std::vector<Arrival> arrivals = arrivals_->all();
    ASSERT_FALSE(arrivals[0].answer.empty());
    auto record = open();
    EXPECT_EQ(look_at(*record.store, arrivals).wrong, 0U);
    arrivals[1].answer = "{}";
    const Findings findings = look_at(*record.store, arrivals);
    EXPECT_EQ(findings.wrong, 1U);
    EXPECT_EQ(findings.first, "lost");
}

}  // namespace
}  // namespace tests
