// The itinerary as files of iCalendar, in and out.

#include "server/app/itinerary.h"
#include "server/crypto/key_file.h"
#include "server/ctl/commands.h"
#include "server/ical/calendar_file.h"
#include "shared/settings/document.h"

namespace server::ctl {
namespace {

constexpr unsigned kEverybodyReads = 0644;
/// From the first day that a hub can hold on; what was on is evidence, and is handed over like the rest.
constexpr domain::Date kFirst{std::chrono::year{2000} / 1 / 1};
constexpr domain::Date kLast{domain::kLastYear / 1 / 1};

base::Result<std::optional<domain::SessionKind>> kind_of(const std::string& word) {
    if (word.empty()) return std::optional<domain::SessionKind>();
    const auto kind = domain::from_word(domain::kSessionKinds, word);
    if (!kind) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "--kind must be one of group, family, one_to_one, specialist");
    }
    return kind;
}

tl::unexpected<base::Error> nothing(const std::string& file, const std::string& why) {
    return base::fail(base::ErrorKind::InvalidInput, file + ": " + why + ". Nothing was imported");
}

}  // namespace

base::Done export_calendar(const Hub& hub, const std::string& file) {
    const auto record = TRY(open_for_tool(hub));
    std::vector<domain::Session> sessions;
    const auto read = [&](app::View& view) -> base::Done {
        sessions = TRY(view.sessions_between(domain::start_of(kFirst), domain::start_of(kLast)));
        return {};
    };
    TRY_DONE(record.store->read(read));
    const std::string text = ical::write_calendar(sessions, hub.settings.hub_name, hub.clock.now());
    TRY_DONE(crypto::write_new_file(file, text, kEverybodyReads));
    hub.out << "Sessions in " << file << ": " << sessions.size() << ".\n";
    return {};
}

base::Done import_calendar(const Hub& hub, const CalendarWords& words) {
    const auto reading = ical::reading_from(domain::london_date(hub.clock.now()), TRY(kind_of(words.kind)));
    const auto file = ical::read_calendar(TRY(::settings::read_file(words.file)), reading);
    if (!file) return nothing(words.file, file.error().message);
    for (const ical::RefusedEvent& one : file->refused) {
        hub.out << "event " << one.number << (one.title.empty() ? "" : " (" + one.title + ')') << ": "
                << one.why << '\n';
    }
    if (!file->refused.empty()) return nothing(words.file, "the events above are not possible");
    const auto record = TRY(open_for_tool(hub));
    app::Added added;
    const auto add = [&](app::Transaction& transaction) -> base::Done {
        added = TRY(app::add_sessions(transaction, file->sessions, {words.by, hub.clock.now(), hub.entropy}));
        return {};
    };
    TRY_DONE(record.store->write_and_wait(add));
    hub.out << "Sessions added: " << added.added << ". There already: " << added.there_already
            << ". Events left out, cancelled or on other days: " << file->left_out << ".\n";
    return {};
}

}  // namespace server::ctl
