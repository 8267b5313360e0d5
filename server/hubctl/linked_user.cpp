// The provider's user in whose name the case system is called.

#include "server/hubctl/words.h"

namespace server::hubctl {

void add_linked_user_commands(CLI::App& app, Words& words, Command& chosen) {
    auto* command =
        app.add_subcommand("case-user", "in whose name the case system is called")->require_subcommand(1);
    auto* link = command->add_subcommand("link", "a provider's user by their refresh token");
    link->add_option("name", words.linked_user.name, "their name, for people")->required();
    link->add_option("--file", words.linked_user.file, "holds the token alone; it is deleted")->required();
    link->add_option("--by", words.linked_user.by, "your name")->required();
    link->callback([&] {
        chosen = [&](const Hub& hub) {
            return server::ctl::link_user(hub, words.linked_user);
        };
    });
    command->add_subcommand("show", "who is linked, since when, by whom")->callback([&] {
        chosen = server::ctl::show_linked_user;
    });
    command->add_subcommand("unlink", "nobody is any more")->callback([&] {
        chosen = server::ctl::unlink_user;
    });
}

}  // namespace server::hubctl
