#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/strong_id.h"
#include "shared/domain/calendar.h"

/// The people who work at the hub and sign in at reception (docs/reception.md).
namespace server::app {

using AccountId = base::StrongId<struct AccountTag>;  ///< UUID

/// What somebody does at the hub; server/reception/pages.cpp says which role may do what.
enum class Role { Reception, Caseworker, Manager, Analyst };
inline constexpr std::array kRoles{Role::Reception, Role::Caseworker, Role::Manager, Role::Analyst};
/// `reception`, `caseworker`, `manager`, `analyst`.
std::string_view to_word(Role role);
std::optional<Role> role_of(std::string_view word);

/// The check of somebody before they may work with people's data.
struct Vetting {
    std::string type;  ///< such as `Enhanced`
    std::string number;
    domain::Date on{};
    domain::Date expires{};

    bool operator==(const Vetting&) const = default;
};
/// So long before vetting ends the person is told at each sign-in.
inline constexpr std::chrono::days kVettingWarns{60};

struct Account {
    AccountId id;
    std::string name;  ///< that the person signs in with, and under which their acts are kept
    Role role = Role::Reception;
    Vetting vetting;
    base::Instant added_at{};

    std::string password;        ///< Argon2id with its salt and costs; empty until one is chosen
    std::string code_hash;       ///< of the one-time code to sign in with first; empty when none is open
    base::Instant code_until{};  ///< the code counts until then
    std::string second_factor;   ///< the key of the second factor; empty until it is set up
    std::int64_t second_factor_step{};  ///< the last step whose code was taken: a code counts once
    std::vector<std::string>
        recovery_hashes;   ///< of the codes that stand in for the second factor, once each
    std::string pin_hash;  ///< of the number that brings a resting session back; empty until one is chosen

    unsigned wrong_tries = 0;  ///< since the last right one
    std::optional<base::Instant> wrong_at;
    std::optional<base::Instant> locked_at;
    std::optional<base::Instant> erased_at{};  ///< nothing of whoever it was is left in it (erase_account)
    std::int64_t sessions_since = 0;  ///< another number ends every session that began with the one before

    bool operator==(const Account&) const = default;
};

inline constexpr std::size_t kAccountsMax = 500;
inline constexpr std::size_t kAccountNameBytesMax = 60;

/// As names are compared: without spaces around and without regard to case of Latin letters.
std::string comparable_name(std::string_view name);

/// What was done to an account. Only ever more of them.
enum class AccountAct {
    Added,
    Locked,
    LockedByTries,
    Unlocked,
    Reset,
    PasswordChosen,
    PinChosen,
    SecondFactorSet,
    Erased
};
struct AccountChange {
    std::string id;  ///< UUID
    base::Instant at{};
    AccountId account;
    AccountAct act = AccountAct::Added;
    std::string who;  ///< the name of whoever did it

    bool operator==(const AccountChange&) const = default;
};

/// Tries to sign in that counted against no account: of a name that there is not, or while an account takes
/// none.
struct RefusedSignIns {
    std::int64_t tries = 0;
    base::Instant newest_at{};

    bool operator==(const RefusedSignIns&) const = default;
};

}  // namespace server::app
