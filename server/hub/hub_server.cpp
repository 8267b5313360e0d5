#include "server/hub/hub_server.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "server/app/align_deadlines.h"
#include "server/case_system/outbox.h"
#include "server/case_system/sync_runner.h"
#include "server/crypto/hmac_keyed_hash.h"
#include "server/http/hub_use_cases.h"
#include "server/http/kiosk_door.h"
#include "server/http/kiosk_register.h"
#include "server/hub/case_link.h"
#include "server/hub/housekeeper.h"
#include "server/hub/paths.h"
#include "server/hub/reception_door.h"
#include "server/hub/record.h"
#include "server/hub/server_clock.h"
#include "shared/base/log.h"

namespace server::hub {
namespace {

/// How often the server's clock is judged anew by what was stored meanwhile.
constexpr std::chrono::seconds kClockLearnsEvery{1};

http::Services services(app::Store& store, const base::Clock& clock, ServerClock& server_clock,
                        http::KioskRegister& kiosks, http::UseCases use_cases) {
    return {store, clock, [&server_clock] { return server_clock.moment(); },
            [&kiosks](std::string_view fingerprint) { return kiosks.find(fingerprint); },
            std::move(use_cases)};
}

}  // namespace

/// In the order in which they are made; they end in the opposite one.
struct HubServer::Parts {
    Parts(const settings::Settings& settings, const base::Clock& clock, base::Entropy& entropy, Record opened,
          std::unique_ptr<app::CaseSystem> link, const Wiring& wiring)
        : hub_clock(clock, settings.clock_trust),
          calendar(settings.calendar),
          record(std::move(opened)),
          case_link(std::move(link)),
          kiosks(*record.store, clock),
          sync(*case_link, *record.store, entropy, sync_settings(settings)),
          sync_runner(sync, clock, {settings.sync.every, settings.sync.nightly_at}),
          files(link_csv_drop(settings)),
          outbox(make_outbox(settings, clock, entropy)),
          housekeeper({*record.store,
                       entropy,
                       [this] { return hub_clock.moment(); },
                       settings.rules,
                       settings.retention,
                       {settings.calendar, settings.expected_referrals}}),
          door({key_paths(settings).server_certificate, key_paths(settings).server_key,
                key_paths(settings).ca_certificate},
               wiring.limits,
               services(*record.store, clock, hub_clock, kiosks,
                        http::hub_use_cases({entropy, keyed_hash, calendar, settings.rules}))),
          wall(clock) {}

    std::unique_ptr<case_system::Outbox> make_outbox(const settings::Settings& settings,
                                                     const base::Clock& clock, base::Entropy& entropy) const {
        if (files) {
            return std::make_unique<case_system::Outbox>(*files, *record.store, clock, entropy,
                                                         file_settings(settings),
                                                         [this] { return hub_clock.moment(); });
        }
        return std::make_unique<case_system::Outbox>(*case_link, *record.store, clock, entropy,
                                                     forward_settings(settings));
    }

    void learn_clock(const std::stop_token& stop) {
        std::unique_lock lock(learning);
        while (!stop.stop_requested()) {
            const auto learned = hub_clock.learn(*record.store);
            if (!learned) base::log::error("record_not_readable");
            stopping.wait_for(lock, stop, kClockLearnsEvery, [] { return false; });
        }
    }

    /// What cannot be aligned now keeps nobody from checking in.
    void align_deadlines(const app::RuleSet& of_file) {
        const auto aligned = app::align_deadlines_at_start(*record.store, of_file, wall.now());
        if (!aligned)
            base::log::warning("deadlines_not_aligned", {{"kind", static_cast<int>(aligned.error().kind)}});
        else if (aligned->moved > 0)
            base::log::warning("deadlines_aligned", {{"moved", aligned->moved}, {"sooner", aligned->sooner}});
    }

    void check_record() {
        const auto sound = record.store->full_check();
        if (sound)
            base::log::info("record_checked");
        else
            base::log::error("record_damaged");
        const app::RecordCheck found{wall.now(), sound ? std::string() : sound.error().message};
        const auto kept = record.store->write_and_wait(
            [&found](app::Transaction& transaction) { return transaction.put(found); });
        if (!kept) base::log::error("record_check_not_kept");
    }

    ServerClock hub_clock;
    domain::Calendar calendar;
    crypto::HmacKeyedHash keyed_hash;
    Record record;
    std::unique_ptr<app::CaseSystem> case_link;
    http::KioskRegister kiosks;
    app::ScheduleSync sync;
    case_system::SyncRunner sync_runner;
    std::unique_ptr<case_system::CsvDrop> files;  ///< where records go as files
    std::unique_ptr<case_system::Outbox> outbox;
    Housekeeper housekeeper;
    http::KioskDoor door;
    std::unique_ptr<ReceptionDoor> reception;  ///< where the settings have one
    const base::Clock& wall;
    std::mutex learning;
    std::condition_variable_any stopping;
    std::jthread clock_thread;
    std::jthread check_thread;
};

HubServer::HubServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

HubServer::~HubServer() {
    parts_->door.stop();
    parts_->reception.reset();
}

base::Result<std::unique_ptr<HubServer>> HubServer::start(const settings::Settings& settings,
                                                          const base::Clock& clock, base::Entropy& entropy,
                                                          const Wiring& wiring) {
    Record record = TRY(open_record(settings, entropy, wiring.store));
    auto link = TRY(link_case_system(settings, clock, *record.store));
    auto parts =
        std::make_unique<Parts>(settings, clock, entropy, std::move(record), std::move(link), wiring);
    TRY_DONE(parts->hub_clock.learn(*parts->record.store));
    if (settings.calendar.ends_soon(domain::london_date(clock.now())))
        base::log::warning("bank_holidays_end_soon");
    parts->align_deadlines({settings.rules, settings.calendar});
    TRY_DONE(parts->door.start(settings.listen_address, wiring.port.value_or(settings.kiosk_port)));
    if (settings.reception_port) {
        parts->reception =
            TRY(ReceptionDoor::open({settings, clock, entropy, parts->hub_clock, parts->calendar,
                                     *parts->record.vault, *parts->record.store},
                                    wiring.reception_port.value_or(*settings.reception_port)));
    }
    if (wiring.background == Background::Threads) {
        parts->sync_runner.start();
        parts->outbox->start();
        parts->housekeeper.start();
        Parts& running = *parts;
        parts->clock_thread =
            std::jthread([&running](const std::stop_token& stop) { running.learn_clock(stop); });
        parts->check_thread = std::jthread([&running] { running.check_record(); });
    }
    return std::unique_ptr<HubServer>(new HubServer(std::move(parts)));
}

std::uint16_t HubServer::reception_port() const {
    return parts_->reception ? parts_->reception->port() : std::uint16_t{0};
}

std::uint16_t HubServer::kiosk_port() const {
    return parts_->door.port();
}

const app::Vault& HubServer::vault() const {
    return *parts_->record.vault;
}

store::SqliteStore& HubServer::record() {
    return *parts_->record.store;
}

base::Result<app::SyncOutcome> HubServer::sync(app::SyncExtent extent) {
    auto outcome = TRY(parts_->sync.run(extent, parts_->wall.now()));
    TRY_DONE(parts_->hub_clock.learn(*parts_->record.store));
    return outcome;
}

base::Result<std::optional<app::Housekeeping>> HubServer::keep_house() {
    return parts_->housekeeper.run_once();
}

base::Result<std::size_t> HubServer::forward() {
    const std::size_t steps = TRY(parts_->outbox->run_once());
    TRY_DONE(parts_->hub_clock.learn(*parts_->record.store));
    return steps;
}

}  // namespace server::hub
