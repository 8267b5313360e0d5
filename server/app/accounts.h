#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/account.h"
#include "server/app/staff_secrets.h"
#include "server/app/store.h"
#include "server/app/vault.h"
#include "shared/base/entropy.h"

/// What hubctl and the pages do with accounts, and the rules of signing in (docs/reception.md).
namespace server::app {

inline constexpr std::size_t kPasswordBytesMin = 12;
inline constexpr std::size_t kPasswordBytesMax = 200;
inline constexpr unsigned kTriesUntilSlow = 5;
inline constexpr unsigned kTriesUntilLocked = 20;
inline constexpr std::chrono::seconds kWaitBetweenTries{60};  ///< once they are slow
inline constexpr std::chrono::hours kCodeHolds{72};           ///< the one-time code to sign in with first
inline constexpr unsigned kRecoveryCodes = 10;
inline constexpr std::size_t kPinDigits = 6;

/// The kinds of code_hash().
inline constexpr char kSignInCode[] = "sign_in_code";
inline constexpr char kRecoveryCode[] = "recovery_code";
inline constexpr char kPin[] = "pin";

/// Who acts on accounts, when, and with what.
struct AccountOccasion {
    std::string who;
    base::Instant now{};
    base::Entropy& entropy;
    const Vault& vault;
};

struct NewAccount {
    std::string name;
    Role role = Role::Reception;
    Vetting vetting;
};

/// Adds an account that signs in with the returned one-time code first. InvalidInput for a name that is
/// empty, too long or of several lines, for vetting that is not complete or over; Conflict when the name is
/// taken or there are kAccountsMax.
base::Result<std::string> add_account(Transaction& transaction, const NewAccount& wanted,
                                      const AccountOccasion& occasion);

/// Shut out at once, everywhere; and let in again. NotFound when there is no such account.
base::Done lock_account(Transaction& transaction, std::string_view name, const AccountOccasion& occasion);
base::Done unlock_account(Transaction& transaction, std::string_view name, const AccountOccasion& occasion);

/// Password and second factor are forgotten and every session ends; the returned one-time code is for a new
/// start. NotFound when there is no such account.
base::Result<std::string> reset_account(Transaction& transaction, std::string_view name,
                                        const AccountOccasion& occasion);

/// Of somebody who has left: their name, vetting, password, codes and second factor are forgotten for good.
/// What they did stays under their name where it stands. NotFound when there is no such account; Conflict
/// when it is not locked.
base::Done erase_account(Transaction& transaction, std::string_view name, const AccountOccasion& occasion);

/// Why a password cannot be taken, as a sentence for whoever chose it; empty when it can. `denied` holds
/// words that many people choose (assets/passwords): a password that is little more than one of them, or than
/// the person's own name, is refused whatever digits stand around it.
std::string why_password_is_refused(std::string_view password, std::string_view name,
                                    const std::set<std::string, std::less<>>& denied);

/// The same of a PIN: kPinDigits digits that are neither all the same nor in a row.
std::string why_pin_is_refused(std::string_view pin);

/// Whether a try is judged at all: not when locked, and not within kWaitBetweenTries of the last wrong one
/// once there were kTriesUntilSlow.
bool may_try(const Account& account, base::Instant now);
/// Whether it is locked because of wrong tries, and not by a person.
bool is_locked_by_tries(const Account& account);
/// Counts a wrong try; the one that makes kTriesUntilLocked locks. Keeps it in the record.
base::Done count_wrong_try(Transaction& transaction, Account account, const AccountOccasion& occasion);

/// Counts a try that counts against no account. A try with a wrong password is committed before it is
/// answered, and so must this one be: else the time of the answer would tell which names there are.
base::Done count_refused_sign_in(Transaction& transaction, base::Instant now);

/// A keyed hash of a code that a person types, whatever case, spaces and dashes they type it with.
std::string code_hash(const Vault& vault, std::string_view kind, const AccountId& account,
                      std::string_view code);
/// Codes to stand in for the second factor, as shown once; their hashes go into the account.
std::vector<std::string> new_recovery_codes(Account& account, const AccountOccasion& occasion);

/// Keeps the account as it is now, and that it was done.
base::Done keep_account(Transaction& transaction, const Account& account, AccountAct act,
                        const AccountOccasion& occasion);

}  // namespace server::app
