#pragma once

#include <mutex>
#include <optional>
#include <vector>

#include "server/app/closing.h"
#include "shared/base/clock.h"

namespace server::reception {

/// What earlier days have left over for the board. To gather it takes a look at a month, so that all open
/// boards share one look until something is stored, or for a while. From any thread.
class LeftOver {
public:
    static constexpr std::chrono::seconds kHolds{10};

    explicit LeftOver(const base::Clock& clock) : clock_(clock) {}

    /// `version` is Live's.
    base::Result<std::vector<app::BoardRow>> rows(app::Store& store, const app::Moment& moment,
                                                  std::int64_t version);
    /// Somebody has done something at reception: the next board looks anew.
    void forget();

private:
    const base::Clock& clock_;
    std::mutex mutex_;
    std::optional<base::BootTime> gathered_at_;
    std::int64_t version_ = 0;
    std::vector<app::BoardRow> rows_;
};

}  // namespace server::reception
