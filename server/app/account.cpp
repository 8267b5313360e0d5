#include "server/app/account.h"

namespace server::app {

std::string_view to_word(Role role) {
    switch (role) {
        case Role::Reception:
            return "reception";
        case Role::Caseworker:
            return "caseworker";
        case Role::Manager:
            return "manager";
        case Role::Analyst:
            return "analyst";
    }
    return "";
}

std::optional<Role> role_of(std::string_view word) {
    for (const Role role : kRoles) {
        if (to_word(role) == word) return role;
    }
    return std::nullopt;
}

std::string comparable_name(std::string_view name) {
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    std::string lower(name);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace server::app
