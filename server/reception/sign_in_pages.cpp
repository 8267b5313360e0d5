// The way in: name and password, or the first one-time code; then the code of the second factor.

#include <span>
#include <utility>

#include "server/reception/qr_picture.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using app::Account;
using app::AccountAct;
using http::Reply;

constexpr std::size_t kSecondFactorBytes = 20;

/// One sentence for everything that can be wrong, so that nobody learns which names there are.
constexpr char kNotRight[] = "The name or the password is not right, or the account is locked.";
constexpr char kCodeNotRight[] = "The code is not right, or it was used before.";

Reply form_with_error(Office& office, Visit& visit, const Frame& frame, std::string_view name, Words words,
                      const std::string& error, const char* field) {
    words.set("form_token", office.sessions.form_token(visit.token));
    set_problem(words, error, field);
    return form_page(frame, name, words, error);
}

Reply sign_in_form_with(Office& office, Visit& visit, const std::string& error) {
    Words words;
    words.set("name", visit.form["name"]);
    return form_with_error(office, visit, frame_of(office, visit, "Sign in"), "sign_in.html", words, error,
                           "name");
}

/// With what is wrong with the password, and with the PIN; empty for nothing.
Reply password_form_with(Office& office, Visit& visit, const std::string& password_error,
                         const std::string& pin_error) {
    Words words;
    words.set("password_error", password_error);
    words.set("has_password_error", !password_error.empty());
    words.set("pin_error", pin_error);
    words.set("has_pin_error", !pin_error.empty());
    const bool is_password = !password_error.empty();
    return form_with_error(office, visit, frame_of(office, visit, "Choose a password"), "password.html",
                           words, is_password ? password_error : pin_error, is_password ? "password" : "pin");
}

/// One step further, under a token that nobody has seen before.
Reply go_on(Office& office, Visit& visit, const Account& account, Stage stage, const std::string& path) {
    office.sessions.close(visit.token);
    Reply reply = go_to(path);
    set_cookie(reply, office.sessions.open(account, stage));
    return reply;
}

bool is_first_code(const Office& office, const Account& account, const std::string& given,
                   base::Instant now) {
    if (account.code_hash.empty() || now >= account.code_until) return false;
    return same_secret(account.code_hash,
                       app::code_hash(office.needs.vault, app::kSignInCode, account.id, given));
}

/// The key that is shown to be set up; made at the first look.
std::string new_second_factor(Office& office, const Visit& visit) {
    if (!visit.session->new_second_factor.empty()) return visit.session->new_second_factor;
    std::string key(kSecondFactorBytes, '\0');
    office.needs.entropy.fill(std::as_writable_bytes(std::span(key.data(), key.size())));
    office.sessions.change(visit.token, [&key](Session& session) { session.new_second_factor = key; });
    return key;
}

std::string in_groups_of_four(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += ' ';
        out += text[i];
    }
    return out;
}

std::string percent_encoded(std::string_view text) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            out += raw;
        } else {
            out += '%';
            out += kDigits[c >> 4];
            out += kDigits[c & 15];
        }
    }
    return out;
}

Reply second_factor_form_with(Office& office, Visit& visit, const std::string& error) {
    const std::string words_of_key = office.needs.secrets.key_in_words(new_second_factor(office, visit));
    const std::string issuer = percent_encoded(office.needs.hub);
    Words words;
    words.set("key", in_groups_of_four(words_of_key));
    const QrPicture qr = qr_of("otpauth://totp/" + issuer + ':' + percent_encoded(visit.account.name) +
                               "?secret=" + words_of_key + "&issuer=" + issuer);
    words.set("qr_size", std::to_string(qr.size));
    words.set("qr_path", qr.path);
    return form_with_error(office, visit, frame_of(office, visit, "Set up the second step"),
                           "second_factor.html", words, error, "code");
}

/// Whether this code lets the account in now; what was used up is taken out of the account.
bool takes_code(const Office& office, Account& account, std::string code, base::Instant now) {
    std::erase(code, ' ');
    const auto step = office.needs.secrets.step_of_code(account.second_factor, code, now);
    if (step && *step > account.second_factor_step) {
        account.second_factor_step = *step;
        return true;
    }
    const std::string hash = app::code_hash(office.needs.vault, app::kRecoveryCode, account.id, code);
    return std::erase_if(account.recovery_hashes,
                         [&hash](const std::string& one) { return same_secret(one, hash); }) > 0;
}

base::Result<Account> account_of(app::View& view, const app::AccountId& id) {
    auto account = TRY(view.account(id));
    if (!account) return base::fail(base::ErrorKind::NotFound, "");
    return *std::move(account);
}

}  // namespace

Reply home(Office& office, Visit& visit) {
    return go_to(frame_of(office, visit, "").has_board ? "/board" : "/account");
}

Reply sign_in_form(Office& office, Visit& visit) {
    const bool has_token = !visit.token.empty();
    if (!has_token) visit.token = office.sessions.new_token();
    Reply reply = sign_in_form_with(office, visit, "");
    if (!has_token) set_cookie(reply, visit.token);
    return reply;
}

Reply sign_in(Office& office, Visit& visit) {
    const std::string& given = visit.form["password"];
    const base::Instant now = visit.moment.now;
    std::optional<Account> account;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        account = TRY(view.account_named(visit.form["name"]));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    // For every name the same work, the commit included.
    const bool fits = office.needs.secrets.password_fits(account ? account->password : "",
                                                         base::Secret(std::string_view(given)));
    if (!account || !app::may_try(*account, now)) {
        const auto counted = office.needs.store.write_and_wait(
            [&](app::Transaction& transaction) { return app::count_refused_sign_in(transaction, now); });
        return counted ? sign_in_form_with(office, visit, kNotRight) : told(office, visit, counted.error());
    }
    if (fits && account->second_factor.empty()) {
        return go_on(office, visit, *account, Stage::SecondFactorDue, "/second-step");
    }
    if (fits) return go_on(office, visit, *account, Stage::CodeDue, "/code");
    if (is_first_code(office, *account, given, now)) {
        return go_on(office, visit, *account, Stage::PasswordDue, "/password");
    }
    visit.account = *account;
    const auto counted = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        return app::count_wrong_try(transaction, TRY(account_of(transaction, account->id)),
                                    account_occasion(office, visit));
    });
    if (!counted) return told(office, visit, counted.error());
    return sign_in_form_with(office, visit, kNotRight);
}

Reply password_form(Office& office, Visit& visit) {
    return password_form_with(office, visit, "", "");
}

Reply choose_password(Office& office, Visit& visit) {
    const std::string& password = visit.form["password"];
    std::string why = app::why_password_is_refused(password, visit.account.name, office.denied_passwords);
    if (why.empty() && password != visit.form["again"]) why = "The two passwords are not the same.";
    const std::string why_not_pin = app::why_pin_is_refused(visit.form["pin"]);
    if (!why.empty() || !why_not_pin.empty()) return password_form_with(office, visit, why, why_not_pin);
    const std::string hash = office.needs.secrets.hash_password(base::Secret(std::string_view(password)));
    Account account;
    const auto kept = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        account = TRY(account_of(transaction, visit.account.id));
        account.password = hash;
        account.pin_hash = app::code_hash(office.needs.vault, app::kPin, account.id, visit.form["pin"]);
        account.code_hash.clear();
        account.wrong_tries = 0;
        ++account.sessions_since;
        return app::keep_account(transaction, account, AccountAct::PasswordChosen,
                                 account_occasion(office, visit));
    });
    if (!kept) return told(office, visit, kept.error());
    return go_on(office, visit, account, Stage::SecondFactorDue, "/second-step");
}

Reply second_factor_form(Office& office, Visit& visit) {
    return second_factor_form_with(office, visit, "");
}

Reply set_up_second_factor(Office& office, Visit& visit) {
    const std::string key = visit.session->new_second_factor;
    std::string code = visit.form["code"];
    std::erase(code, ' ');
    const auto step = office.needs.secrets.step_of_code(key, code, visit.moment.now);
    if (!step) return second_factor_form_with(office, visit, "The code does not fit. Try the next one.");
    Account account;
    std::vector<std::string> codes;
    const auto kept = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        account = TRY(account_of(transaction, visit.account.id));
        // Somebody else who knew the new password may have been quicker, or the tries have locked it.
        if (!account.second_factor.empty() || account.locked_at) {
            return base::fail(base::ErrorKind::Conflict, "The second step is set up already. Sign in again.");
        }
        account.second_factor = key;
        account.second_factor_step = *step;
        account.wrong_tries = 0;
        codes = app::new_recovery_codes(account, account_occasion(office, visit));
        return app::keep_account(transaction, account, AccountAct::SecondFactorSet,
                                 account_occasion(office, visit));
    });
    if (!kept) return told(office, visit, kept.error());
    office.sessions.close(visit.token);
    visit.token = office.sessions.open(account, Stage::In);
    visit.session = office.sessions.find(visit.token);
    Words list = Words(Words::type::list);
    for (const std::string& one : codes) list << Words("code", one);
    Words words;
    words.set("codes", list);
    Reply reply = page(frame_of(office, visit, "Keep these codes"), "recovery_codes.html", words);
    set_cookie(reply, visit.token);
    return reply;
}

Reply code_form(Office& office, Visit& visit) {
    return form_with_error(office, visit, frame_of(office, visit, "Enter your code"), "code.html", {}, "",
                           "code");
}

Reply give_code(Office& office, Visit& visit) {
    const base::Instant now = visit.moment.now;
    bool is_in = false;
    Account account;
    const auto kept = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        account = TRY(account_of(transaction, visit.account.id));
        if (!app::may_try(account, now)) return {};
        is_in = takes_code(office, account, visit.form["code"], now);
        if (!is_in) return app::count_wrong_try(transaction, account, account_occasion(office, visit));
        account.wrong_tries = 0;
        return transaction.put(account);
    });
    if (!kept) return told(office, visit, kept.error());
    if (is_in) return go_on(office, visit, account, Stage::In, "/");
    return form_with_error(office, visit, frame_of(office, visit, "Enter your code"), "code.html", {},
                           kCodeNotRight, "code");
}

}  // namespace server::reception
