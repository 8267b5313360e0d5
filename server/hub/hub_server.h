#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "server/app/sync_schedule.h"
#include "server/http/limits.h"
#include "server/settings/settings.h"
#include "server/store/sqlite_store.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/base/result.h"

/// A whole hub server, wired by hand; main.cpp and the journey tests both run this one.
namespace server::hub {

/// Whether the sync and the outbox run on their own threads at the settings' times, or only when called.
enum class Background { Threads, WhenCalled };

struct Wiring {
    Background background = Background::Threads;
    std::optional<std::uint16_t> port;            ///< instead of the settings'; 0: any free one
    std::optional<std::uint16_t> reception_port;  ///< instead of the settings', where those have one
    http::Limits limits;
    store::Options store;
};

class HubServer {
public:
    /// Opens the record, the way to the case system and the kiosk door. `clock` and `entropy` outlive it.
    /// Errors say what to do.
    static base::Result<std::unique_ptr<HubServer>> start(const settings::Settings& settings,
                                                          const base::Clock& clock, base::Entropy& entropy,
                                                          const Wiring& wiring = {});
    /// Closes the door, ends the threads, commits what is queued.
    ~HubServer();
    HubServer(const HubServer&) = delete;
    HubServer& operator=(const HubServer&) = delete;

    std::uint16_t kiosk_port() const;
    /// 0 where there is no browsers' door.
    std::uint16_t reception_port() const;
    store::SqliteStore& record();
    const app::Vault& vault() const;

    /// One pass of the schedule sync, now.
    base::Result<app::SyncOutcome> sync(app::SyncExtent extent);
    /// What is due of putting away what need not be kept; none when nothing is.
    base::Result<std::optional<app::Housekeeping>> keep_house();
    /// Everything the outbox has to do now. How many updates went a step.
    base::Result<std::size_t> forward();

private:
    struct Parts;
    explicit HubServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace server::hub
