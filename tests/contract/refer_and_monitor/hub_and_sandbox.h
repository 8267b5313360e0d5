#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/app/sync_schedule.h"
#include "server/case_system/outbox.h"
#include "server/case_system/refer_and_monitor.h"
#include "tests/sandbox/server.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"

namespace contract {

inline base::Instant at(const char* text) {
    return base::parse_instant(text).value();
}

/// The hub's side of the case system, from its record to the socket, against the sandbox over HTTP. One
/// person with one referral; clocks stand still unless moved.
class HubAndSandbox : public testing::Test {
protected:
    HubAndSandbox() { listen(0); }

    void listen(std::uint16_t port) {
        sandbox::ServerSettings where;
        where.port = port;
        server_ = sandbox::Server::start(system_, their_clock_, where).value();
        url_ = server_->url();
    }
    server::case_system::ReferAndMonitorSettings settings() const {
        server::case_system::ReferAndMonitorSettings made;
        made.url = url_;
        made.token_url = url_ + "/auth/oauth/token";
        made.client_id = sandbox::kClientId;
        made.client_secret = base::Secret(std::string_view(sandbox::kClientSecret));
        made.service_user = sandbox::kServiceUser;
        made.time_out = std::chrono::milliseconds{1500};
        return made;
    }
    void connect(const server::case_system::ReferAndMonitorSettings& how) {
        adapter_ = std::make_unique<server::case_system::ReferAndMonitor>(how, clock_);
        sync_ = std::make_unique<server::app::ScheduleSync>(*adapter_, store_, entropy_, sync_settings_);
        outbox_ = std::make_unique<server::case_system::Outbox>(*adapter_, store_, clock_, entropy_,
                                                                forward_settings_);
    }
    void connect() { connect(settings()); }

    template <class F>
    auto world(F&& f) {
        return system_.with_world(std::forward<F>(f));
    }
    std::string add_person() {
        return world([&](sandbox::World& one) {
            return one.add_referral({"", "Alex", "River", "1980-01-01"}, at("2026-10-01T09:00:00Z"));
        });
    }
    std::string book_session(const std::string& referral, base::Instant start) {
        return world([&](sandbox::World& one) { return one.add_session(referral, {start}); });
    }
    std::string book_assessment(const std::string& referral, base::Instant start) {
        return world([&](sandbox::World& one) { return one.add_assessment(referral, {start}); });
    }
    void set_clocks(base::Instant now) {
        clock_.advance(now - clock_.now());
        their_clock_.advance(now - their_clock_.now());
    }
    server::app::SyncOutcome sync(server::app::SyncExtent extent = server::app::SyncExtent::Everything) {
        return sync_->run(extent, clock_.now()).value();
    }
    domain::Appointment held(const std::string& id) {
        return store_.record().appointments.at(domain::AppointmentId(id));
    }
    template <class Row>
    void put(const Row& row) {
        ASSERT_TRUE(store_.write_and_wait(
            [&](server::app::Transaction& transaction) { return transaction.put(row); }));
    }
    domain::Update update_of(const std::string& appointment) {
        for (const auto& [id, update] : store_.record().updates)
            if (update.appointment.text() == appointment) return update;
        ADD_FAILURE() << "no update";
        return {};
    }
    /// Puts an update for an appointment that the hub holds into the outbox.
    domain::Update owe(const std::string& appointment, domain::Attendance attendance);
    void decide(const std::string& appointment);
    /// Runs the outbox as time goes on, until nothing is due or `turns` are over.
    void run_outbox(int turns = 8);

    support::FakeClock clock_{at("2026-11-23T09:00:00Z")};
    support::FakeClock their_clock_{at("2026-11-23T09:00:00Z")};
    support::SeededEntropy entropy_{5};
    support::MemoryStore store_;
    server::app::SyncSettings sync_settings_{{domain::ContractRef(sandbox::kManchesterContract)},
                                             {{"Ardwick Green Hub", "M12 6JX"}}};
    server::app::ForwardSettings forward_settings_;
    sandbox::CaseSystem system_{sandbox::World(3)};
    std::unique_ptr<sandbox::Server> server_;
    std::string url_;
    std::unique_ptr<server::case_system::ReferAndMonitor> adapter_;
    std::unique_ptr<server::app::ScheduleSync> sync_;
    std::unique_ptr<server::case_system::Outbox> outbox_;
};

}  // namespace contract
