#include "tests/bench/handover/drain.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "server/app/decide.h"
#include "server/case_system/outbox.h"
#include "server/hub/case_link.h"

namespace bench {
namespace {

using server::app::Transaction;

constexpr std::size_t kDecisionsATransaction = 200;
constexpr std::size_t kOneLateIn = 10;
constexpr std::chrono::minutes kLate{12};

base::Done decide(Transaction& transaction, const EndedSession& session, bool late,
                  const server::app::Occasion& occasion) {
    const server::app::Decision decision{domain::AppointmentId(session.appointment), "Sam Desk",
                                         "Seen at the desk."};
    const base::Instant came_at = session.start + (late ? kLate : std::chrono::minutes{0});
    TRY(server::app::record_at_desk(transaction, decision, came_at, occasion));
    return server::app::decide_submit(transaction, decision, occasion);
}

base::Result<std::size_t> still_owed(server::app::Store& store) {
    std::size_t owed = 0;
    const auto look = [&](server::app::View& view) -> base::Done {
        owed = TRY(view.updates_owed()).size();
        return {};
    };
    TRY_DONE(store.read(look));
    return owed;
}

/// How many of the sessions were told of in any other way than once.
std::size_t not_told_once(HubAndTown& hub, std::size_t updates) {
    return hub.theirs().with_world([&](const sandbox::World& world) {
        const auto is_wrong = [&](const EndedSession& session) {
            const auto found = world.effects.find(session.appointment);
            if (found == world.effects.end()) return true;
            const sandbox::Effects& effects = found->second;
            int puts = 0;
            for (const auto& [word, count] : effects.attendance) puts += count;
            return puts != 1 || effects.submits != 1 || effects.feedback > 1;
        };
        const auto first = hub.ended().begin();
        return static_cast<std::size_t>(
                   std::count_if(first, first + static_cast<std::ptrdiff_t>(updates), is_wrong)) +
               (world.effects.size() > updates ? world.effects.size() - updates : 0);
    });
}

tl::unexpected<base::Error> wrong(const std::string& what) {
    return base::fail(base::ErrorKind::Unavailable, what);
}

}  // namespace

base::Done owe_updates(HubAndTown& hub, std::size_t updates) {
    const server::settings::Settings& settings = hub.folder().settings();
    for (std::size_t from = 0; from < updates; from += kDecisionsATransaction) {
        const server::app::Occasion occasion{
            {hub.clock().now(), domain::ClockState::Sure}, settings.rules, settings.calendar, hub.entropy()};
        const auto decide_some = [&](Transaction& transaction) -> base::Done {
            for (std::size_t i = from; i < std::min(updates, from + kDecisionsATransaction); ++i)
                TRY_DONE(decide(transaction, hub.ended()[i], i % kOneLateIn == 0, occasion));
            return {};
        };
        TRY_DONE(hub.store().write_and_wait(decide_some));
    }
    return {};
}

base::Result<double> drain(HubAndTown& hub, std::size_t updates) {
    server::case_system::Outbox outbox(hub.case_system(), hub.store(), hub.clock(), hub.entropy(),
                                       server::hub::forward_settings(hub.folder().settings()));
    const auto begun = std::chrono::steady_clock::now();
    while (TRY(outbox.run_once()) > 0) {
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (const std::size_t owed = TRY(still_owed(hub.store())); owed > 0)
        return wrong(std::to_string(owed) + " updates are still owed");
    if (const std::size_t count = not_told_once(hub, updates); count > 0)
        return wrong(std::to_string(count) + " appointments were not told of once");
    return seconds;
}

}  // namespace bench
