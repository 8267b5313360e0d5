#include "server/reception/left_over.h"

namespace server::reception {

base::Result<std::vector<app::BoardRow>> LeftOver::rows(app::Store& store, const app::Moment& moment,
                                                        std::int64_t version) {
    const std::lock_guard lock(mutex_);
    const base::BootTime now = clock_.boot_time();
    if (gathered_at_ && version == version_ && now - *gathered_at_ < kHolds) return rows_;
    const auto read = [&](app::View& view) -> base::Done {
        rows_ = TRY(app::left_over(view, moment));
        return {};
    };
    TRY_DONE(store.read(read));
    gathered_at_ = now;
    version_ = version;
    return rows_;
}

void LeftOver::forget() {
    const std::lock_guard lock(mutex_);
    gathered_at_.reset();
}

}  // namespace server::reception
