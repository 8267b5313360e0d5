#include "server/app/accounts.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "server/app/decision_event.h"

namespace server::app {
namespace {

/// Without letters and digits that are mistaken for each other.
constexpr std::string_view kCodeLetters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
constexpr std::size_t kCodeLength = 12;
constexpr std::size_t kCodeGroup = 4;

bool is_one_line(std::string_view text, std::size_t bytes_max) {
    const bool visible =
        std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c != 0x7F; });
    return visible && !text.empty() && text.size() <= bytes_max && text.front() != ' ' && text.back() != ' ';
}

/// A code of chance such as `K7QF-2MXA-9RTB`: 58 bits.
std::string new_code(base::Entropy& entropy) {
    constexpr unsigned kFair = 256 - 256 % kCodeLetters.size();
    std::string code;
    std::size_t letters = 0;
    while (letters < kCodeLength) {
        std::array<std::byte, 1> chance{};
        entropy.fill(chance);
        const auto number = std::to_integer<unsigned>(chance[0]);
        if (number >= kFair) continue;
        if (letters > 0 && letters % kCodeGroup == 0) code += '-';
        code += kCodeLetters[number % kCodeLetters.size()];
        ++letters;
    }
    return code;
}

std::string open_code(Account& account, const AccountOccasion& occasion) {
    std::string code = new_code(occasion.entropy);
    account.code_hash = code_hash(occasion.vault, kSignInCode, account.id, code);
    account.code_until = occasion.now + kCodeHolds;
    return code;
}

base::Result<Account> account_of(View& view, std::string_view name) {
    auto found = TRY(view.account_named(name));
    if (!found) return base::fail(base::ErrorKind::NotFound, "no account has this name");
    if (found->erased_at) return base::fail(base::ErrorKind::Conflict, "this account is erased");
    return *std::move(found);
}

/// What is left of a password when what people put around a word is taken away: `P@ssw0rd2026!` is
/// `password`.
std::string bare_word(std::string_view text) {
    std::string bare;
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        switch (c) {
            case '@':
            case '4':
                bare += 'a';
                continue;
            case '0':
                bare += 'o';
                continue;
            case '1':
            case '!':
                bare += 'i';
                continue;
            case '3':
                bare += 'e';
                continue;
            case '5':
            case '$':
                bare += 's';
                continue;
            default:
                break;
        }
        if (std::isalpha(c) != 0) bare += static_cast<char>(std::tolower(c));
        if (c >= 0x80) bare += raw;
    }
    return bare;
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        if (std::isalpha(c) != 0) letters += static_cast<char>(std::tolower(c));
        if (c >= 0x80) letters += raw;
    }
    return letters;
}

/// Whether a text is little more than this word: once it is taken out wherever it stands, too little is left.
bool is_little_more_than(std::string text, const std::string& word) {
    constexpr std::size_t kEnoughLeft = 6;
    constexpr std::size_t kWordMin = 3;
    if (word.size() < kWordMin || text.find(word) == std::string::npos) return false;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
        text.erase(at, word.size());
    return text.size() < kEnoughLeft;
}

}  // namespace

base::Result<std::string> add_account(Transaction& transaction, const NewAccount& wanted,
                                      const AccountOccasion& occasion) {
    if (!is_one_line(wanted.name, kAccountNameBytesMax)) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the name must be one line of 1 to 60 bytes, such as \"Sam Reid\"");
    }
    const Vetting& vetting = wanted.vetting;
    if (!is_one_line(vetting.type, kAccountNameBytesMax) ||
        !is_one_line(vetting.number, kAccountNameBytesMax)) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "give the vetting's type and number, each on one line");
    }
    if (!vetting.on.ok() || !vetting.expires.ok() || vetting.expires <= vetting.on ||
        vetting.expires <= domain::london_date(occasion.now)) {
        return base::fail(base::ErrorKind::InvalidInput, "the vetting must not be over: look at its dates");
    }
    if (TRY(transaction.account_named(wanted.name))) {
        return base::fail(base::ErrorKind::Conflict, "this name is taken: give one that tells them apart");
    }
    const auto all = TRY(transaction.accounts());
    const auto erased =
        std::count_if(all.begin(), all.end(), [](const Account& one) { return one.erased_at.has_value(); });
    if (all.size() - static_cast<std::size_t>(erased) >= kAccountsMax) {
        return base::fail(base::ErrorKind::Conflict, "there are as many accounts as there can be");
    }
    Account account;
    account.id = AccountId(base::new_uuid(occasion.entropy));
    account.name = wanted.name;
    account.role = wanted.role;
    account.vetting = vetting;
    account.added_at = occasion.now;
    std::string code = open_code(account, occasion);
    TRY_DONE(keep_account(transaction, account, AccountAct::Added, occasion));
    return code;
}

base::Done lock_account(Transaction& transaction, std::string_view name, const AccountOccasion& occasion) {
    Account account = TRY(account_of(transaction, name));
    account.locked_at = occasion.now;
    ++account.sessions_since;
    return keep_account(transaction, account, AccountAct::Locked, occasion);
}

base::Done unlock_account(Transaction& transaction, std::string_view name, const AccountOccasion& occasion) {
    Account account = TRY(account_of(transaction, name));
    account.locked_at.reset();
    account.wrong_at.reset();
    account.wrong_tries = 0;
    return keep_account(transaction, account, AccountAct::Unlocked, occasion);
}

base::Result<std::string> reset_account(Transaction& transaction, std::string_view name,
                                        const AccountOccasion& occasion) {
    Account account = TRY(account_of(transaction, name));
    account.password.clear();
    account.second_factor.clear();
    account.second_factor_step = 0;
    account.recovery_hashes.clear();
    account.pin_hash.clear();
    account.wrong_tries = 0;
    account.wrong_at.reset();
    account.locked_at.reset();
    ++account.sessions_since;
    std::string code = open_code(account, occasion);
    TRY_DONE(keep_account(transaction, account, AccountAct::Reset, occasion));
    return code;
}

base::Done erase_account(Transaction& transaction, std::string_view name, const AccountOccasion& occasion) {
    const Account before = TRY(account_of(transaction, name));
    if (!before.locked_at) {
        return base::fail(base::ErrorKind::Conflict,
                          "lock the account first, and make sure that they have left: this cannot be undone");
    }
    constexpr std::size_t kEnoughToTellApart = 8;
    Account account;
    account.id = before.id;
    account.name = "Former account " + before.id.text().substr(0, kEnoughToTellApart);
    account.role = before.role;
    account.added_at = before.added_at;
    account.locked_at = before.locked_at;
    account.erased_at = occasion.now;
    account.sessions_since = before.sessions_since + 1;
    return keep_account(transaction, account, AccountAct::Erased, occasion);
}

std::string why_password_is_refused(std::string_view password, std::string_view name,
                                    const std::set<std::string, std::less<>>& denied) {
    if (password.size() < kPasswordBytesMin)
        return "Use at least 12 characters. Three or four words work well.";
    if (password.size() > kPasswordBytesMax) return "Use at most 200 characters.";
    std::set<char> different(password.begin(), password.end());
    constexpr std::size_t kDifferentMin = 5;
    if (different.size() < kDifferentMin)
        return "This password is too easy to guess. Use more different letters.";
    const std::string bare = bare_word(password);
    const std::string letters = letters_of(password);
    const auto guessable = [&](const std::string& word) {
        return is_little_more_than(bare, word) || is_little_more_than(letters, word);
    };
    const bool has_letters = !letters.empty();
    if (!has_letters || std::any_of(denied.begin(), denied.end(), guessable)) {
        return "This password is too easy to guess: many people choose it. Use three or four words.";
    }
    std::string part;
    for (const char c : comparable_name(name) + ' ') {
        if (c != ' ') {
            part += c;
            continue;
        }
        if (guessable(part)) return "This password is too close to your name. Use three or four words.";
        part.clear();
    }
    return "";
}

std::string why_pin_is_refused(std::string_view pin) {
    const auto is_digit = [](char c) {
        return c >= '0' && c <= '9';
    };
    if (pin.size() != kPinDigits || !std::all_of(pin.begin(), pin.end(), is_digit))
        return "Enter 6 digits, such as those of a day that you remember.";
    const int step = pin[1] - pin[0];
    const bool is_row = std::adjacent_find(pin.begin(), pin.end(),
                                           [step](char a, char b) { return b - a != step; }) == pin.end();
    if (is_row && step >= -1 && step <= 1) return "This number is too easy to guess. Choose another.";
    return "";
}

bool may_try(const Account& account, base::Instant now) {
    if (account.locked_at) return false;
    if (account.wrong_tries < kTriesUntilSlow || !account.wrong_at) return true;
    // A clock that was put back must not shut anybody out for longer.
    return now < *account.wrong_at || now - *account.wrong_at >= kWaitBetweenTries;
}

bool is_locked_by_tries(const Account& account) {
    return account.locked_at && account.wrong_tries >= kTriesUntilLocked &&
           account.locked_at == account.wrong_at;
}

base::Done count_wrong_try(Transaction& transaction, Account account, const AccountOccasion& occasion) {
    ++account.wrong_tries;
    account.wrong_at = occasion.now;
    if (account.wrong_tries < kTriesUntilLocked) return transaction.put(account);
    // Whoever is signed in stays so: they are not the one who guesses.
    account.locked_at = occasion.now;
    return keep_account(transaction, account, AccountAct::LockedByTries, occasion);
}

base::Done count_refused_sign_in(Transaction& transaction, base::Instant now) {
    RefusedSignIns refused = TRY(transaction.refused_sign_ins());
    ++refused.tries;
    refused.newest_at = now;
    return transaction.put(refused);
}

std::string code_hash(const Vault& vault, std::string_view kind, const AccountId& account,
                      std::string_view code) {
    std::string bare;
    for (const char raw : code) {
        const auto c = static_cast<unsigned char>(raw);
        if (std::isalnum(c) != 0) bare += static_cast<char>(std::toupper(c));
    }
    return vault.find_hash(kind, account.text() + '/' + bare);
}

std::vector<std::string> new_recovery_codes(Account& account, const AccountOccasion& occasion) {
    std::vector<std::string> codes;
    account.recovery_hashes.clear();
    for (unsigned i = 0; i < kRecoveryCodes; ++i) {
        codes.push_back(new_code(occasion.entropy));
        account.recovery_hashes.push_back(code_hash(occasion.vault, kRecoveryCode, account.id, codes.back()));
    }
    return codes;
}

base::Done keep_account(Transaction& transaction, const Account& account, AccountAct act,
                        const AccountOccasion& occasion) {
    TRY_DONE(check_actor(occasion.who));
    TRY_DONE(transaction.put(account));
    return transaction.append(
        AccountChange{base::new_uuid(occasion.entropy), occasion.now, account.id, act, occasion.who});
}

}  // namespace server::app
