#pragma once

#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "server/http/kiosk_door.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/tls/authority.h"
#include "tests/support/tls/tls_client.h"

namespace tests {

/// The record in memory behind a gate, so that a test decides when the writer and the readers go on.
class GatedStore final : public server::app::Store {
public:
    void write(Command command, OnDone on_done) override;
    base::Done read(const Look& look) override;
    base::Done empty_log() override { return {}; }

    support::MemoryRecord record() const { return store_.record(); }
    support::MemoryStore& open() { return store_; }

    /// Writes wait until release_writes(); reads block until release_reads().
    void hold_writes();
    void release_writes();
    void hold_reads();
    void release_reads();
    void wait_for_held_writes(std::size_t count);
    void wait_for_held_reads(std::size_t count);
    /// Every write is refused as when the queue is full.
    void be_full(bool full);

private:
    support::MemoryStore store_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool hold_writes_ = false;
    bool hold_reads_ = false;
    bool full_ = false;
    std::size_t blocked_reads_ = 0;
    std::vector<std::pair<Command, OnDone>> held_;
};

/// A door with real TLS on a free port, use cases that leave a trace in the record, and a clock that stands
/// still.
class Door : public testing::Test {
protected:
    static constexpr char kKiosk[] = "front-door";

    Door();
    ~Door() override;
    void open(server::http::Limits limits = {});
    base::Done start(std::uint16_t port, server::http::Limits limits = {});

    std::unique_ptr<support::TlsClient> client(const support::Identity& identity,
                                               const std::string& from_address = "127.0.0.1");
    std::unique_ptr<support::TlsClient> kiosk() { return client(kiosk_identity_); }
    support::HttpReply ask(const std::string& bytes);

    /// As the register of kiosks would: by the certificate's fingerprint.
    void admit(const support::Identity& identity, const std::string& kiosk);
    void revoke_all();

    bool nothing_changed() const;
    std::string log() const;

    support::Authority authority_{"Invented Hub CA"};
    support::Identity kiosk_identity_ = authority_.kiosk(kKiosk);
    support::FakeClock clock_{base::parse_instant("2026-11-23T14:00:00Z").value()};
    GatedStore store_;
    std::unique_ptr<server::http::KioskDoor> door_;

    /// By default each leaves a call in the record, by which a test sees that it ran.
    virtual server::http::UseCases use_cases();

private:
    std::filesystem::path folder_;
    mutable std::mutex known_mutex_;
    std::map<std::string, domain::KioskId, std::less<>> known_;
};

/// Requests that are right in every part, of the samples of support/protocol.
std::string find_request();
std::string arrival_request(const std::string& more_headers = "");
std::string call_request();
std::string heartbeat_request();
constexpr char kArrivalKey[] = "6d1f0f0e-2f0b-4c3a-9b8a-1f2e3d4c5b6a";
constexpr char kJson[] = "Content-Type: application/json\r\n";

}  // namespace tests
