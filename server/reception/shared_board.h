#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/reception/board_now.h"
#include "server/reception/live.h"
#include "shared/base/clock.h"

namespace server::reception {

/// However many boards are open, the record is read and the rows are written once for each change. A look
/// holds until anything is committed, by any program, or for kHolds: what is expected becomes late by time
/// alone. From any thread.
class SharedBoard {
public:
    static constexpr std::chrono::seconds kHolds{10};

    SharedBoard(app::Store& store, Live& live, const base::Clock& clock,
                std::vector<std::chrono::hours> warnings);

    /// Whoever shows names of it keeps that they were looked at.
    base::Result<std::shared_ptr<const BoardNow>> now(const app::Moment& moment, Naming naming);

    /// The number of the look with this id, as a browser says it; none of another start or naming.
    std::optional<std::int64_t> number_of(std::string_view id, Naming naming) const;

private:
    struct Kept {
        std::shared_ptr<const BoardNow> board;
        base::BootTime looked_at{};
        std::int64_t mark = 0;
    };
    base::Result<BoardNow> look(const app::Moment& moment, Naming naming);
    std::string begin_of_ids(Naming naming) const;

    app::Store& store_;
    Live& live_;
    const base::Clock& clock_;
    const std::vector<std::chrono::hours> warnings_;
    std::mutex mutex_;
    std::array<Kept, 2> kept_;  ///< by Naming
    std::int64_t looks_ = 0;
};

}  // namespace server::reception
