#include "server/http/kiosk_register.h"

#include <utility>

namespace server::http {

std::optional<domain::KioskId> KioskRegister::find(std::string_view fingerprint) {
    const std::lock_guard lock(mutex_);
    read_anew_when_old();
    const auto found = known_.find(fingerprint);
    if (found == known_.end()) return std::nullopt;
    return found->second;
}

void KioskRegister::read_anew_when_old() {
    const base::BootTime now = clock_.boot_time();
    if (read_at_ && now >= *read_at_ && now - *read_at_ < kRegisterAge) return;
    decltype(known_) known;
    const base::Done read = store_.read([&known](app::View& view) -> base::Done {
        for (const app::Kiosk& kiosk : TRY(view.kiosks())) {
            if (!kiosk.revoked_at) known.emplace(kiosk.fingerprint, kiosk.id);
        }
        return {};
    });
    read_at_ = now;
    if (read) known_ = std::move(known);
}

}  // namespace server::http
