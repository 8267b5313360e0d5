#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/store.h"
#include "shared/base/clock.h"
#include "shared/domain/ids.h"

namespace server::http {

/// How long a kiosk that hubctl has revoked may still be answered.
inline constexpr std::chrono::seconds kRegisterAge{1};

/// The hub's kiosks that are not revoked, kept in memory and read anew from the store when older than
/// kRegisterAge. While the store cannot be read the last reading holds. From any thread.
class KioskRegister {
public:
    KioskRegister(app::Store& store, const base::Clock& clock) : store_(store), clock_(clock) {}

    std::optional<domain::KioskId> find(std::string_view fingerprint);

private:
    void read_anew_when_old();

    app::Store& store_;
    const base::Clock& clock_;
    std::mutex mutex_;
    std::optional<base::BootTime> read_at_;
    std::map<std::string, domain::KioskId, std::less<>> known_;
};

}  // namespace server::http
