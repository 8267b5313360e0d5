#include "server/app/linked_user.h"

#include <cstring>
#include <filesystem>

#include "server/ctl/commands.h"
#include "server/ctl/london.h"
#include "server/ctl/text_file.h"

namespace server::ctl {
namespace {

base::Result<base::Secret> read_token(const std::string& path) {
    std::string text = TRY(read_text_file(path));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    base::Secret token{std::string_view(text)};
    explicit_bzero(text.data(), text.size());
    return token;
}

/// What was linked before is gone from every file once this has ended well.
base::Done change(const Hub& hub, const app::Store::Command& command) {
    const auto record = TRY(open_for_tool(hub));
    TRY_DONE(record.store->write_and_wait(command));
    return record.store->empty_log();
}

}  // namespace

base::Done link_user(const Hub& hub, const LinkedUserWords& words) {
    const app::LinkedUser user{words.name, hub.clock.now(), words.by, TRY(read_token(words.file))};
    TRY_DONE(app::check(user));
    TRY_DONE(change(hub, [&user](app::Transaction& transaction) { return transaction.put(user); }));
    std::error_code not_removed;
    std::filesystem::remove(words.file, not_removed);
    hub.out << words.name << " is linked.\n";
    if (not_removed) hub.out << "Delete " << words.file << ": whoever has it can sign in as them.\n";
    if (hub.settings.case_system.sign_in == settings::SignIn::Client)
        hub.out << "Set sign_in = \"linked_user\" under [case_system] and start hub-server again.\n";
    return {};
}

base::Done show_linked_user(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&hub](app::View& view) -> base::Done {
        const auto user = TRY(view.linked_user());
        if (!user) {
            hub.out << "Nobody is linked.\n";
            return {};
        }
        hub.out << user->name << ", linked on " << date_and_time(user->linked_at) << " by " << user->linked_by
                << ".\n";
        return {};
    });
}

base::Done unlink_user(const Hub& hub) {
    TRY_DONE(change(hub, [](app::Transaction& transaction) { return transaction.unlink_user(); }));
    hub.out << "Nobody is linked any more. End their sign-in at the case system's sign-in service, too.\n";
    return {};
}

}  // namespace server::ctl
