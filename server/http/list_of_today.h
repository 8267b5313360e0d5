#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"
#include "shared/domain/calendar.h"
#include "shared/domain/keyed_hash.h"
#include "shared/protocol/messages.h"

namespace server::http {

/// A heartbeat may tell a version this old: the list is not made anew for each of them.
inline constexpr std::chrono::seconds kListVersionAge{10};

/// Today's list for kiosks under a key that is new each London day and at each start, and kept in memory
/// only. It goes by the rules in force, which begin with those of the settings file. From any thread.
class ListOfToday {
public:
    ListOfToday(base::Entropy& entropy, const domain::KeyedHash& hash, app::HubRules of_file)
        : entropy_(entropy), hash_(hash), of_file_(std::move(of_file)) {}

    base::Result<protocol::TodaysList> list(app::View& view, const app::Moment& moment);
    /// Its version, at most kListVersionAge old.
    base::Result<std::string> version(app::View& view, const app::Moment& moment);

private:
    std::string key_of(domain::Date day);

    base::Entropy& entropy_;
    const domain::KeyedHash& hash_;
    const app::HubRules of_file_;

    std::mutex mutex_;
    std::optional<domain::Date> day_;
    std::string key_;
    std::string version_;
    std::optional<base::Instant> version_at_;
};

}  // namespace server::http
