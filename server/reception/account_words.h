#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/reception/visit.h"

/// Accounts as managers read them.
namespace server::reception {

std::string_view role_in_words(app::Role role);

/// Whether the account may be signed in with, and if not, why; with the colour of its tag.
struct AccountState {
    std::string words;
    const char* colour;  ///< of the GOV.UK tag
};
AccountState state_of(const app::Account& account, base::Instant now);

/// That vetting has run out or soon will, as a manager reads it of another; empty while it holds.
std::string vetting_of_another(const app::Vetting& vetting, base::Instant now);

/// The list below for `part_done`: changes of accounts have no reason.
void set_done(Words& words, const Words& done);

/// What was done, for a list; the newest first. Only of `account`, where it is not empty.
Words changes_in_words(const std::vector<app::AccountChange>& changes,
                       const std::map<app::AccountId, std::string>& names, const app::AccountId& account,
                       base::Instant now);

/// What was done to accounts in the last 30 days, in the order it was done.
base::Result<std::vector<app::AccountChange>> recent_changes(app::View& view, base::Instant now);

/// The page that shows the code of a first sign-in, this once.
http::Reply code_page(Office& office, Visit& visit, const std::string& name, const std::string& code);

/// For `part_locked`: which accounts are locked by wrong tries, for whoever may unlock them, and nothing for
/// all others.
base::Done set_locked_accounts(Office& office, const Visit& visit, Words& words);

}  // namespace server::reception
