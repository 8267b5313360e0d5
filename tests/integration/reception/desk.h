#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "server/app/accounts.h"
#include "server/app/decide.h"
#include "server/crypto/hmac_keyed_hash.h"
#include "server/crypto/staff_secrets.h"
#include "server/http/door.h"
#include "server/reception/reception.h"
#include "tests/support/browser/browser.h"
#include "tests/support/fake_clock.h"
#include "tests/support/seeded_entropy.h"
#include "tests/support/store/store_folder.h"
#include "tests/support/tls/authority.h"

namespace tests {

using support::Browser;

/// Whether the page that the browser shows has these words, as HTML.
inline bool says(const Browser& browser, const std::string& words) {
    return browser.page().find(words) != std::string::npos;
}

/// The value of the hidden field of this name on the page the browser shows.
inline std::string hidden(const Browser& browser, const std::string& name) {
    const std::string start = "name=\"" + name + "\" value=\"";
    const std::size_t at = browser.page().find(start);
    if (at == std::string::npos) return "(none)";
    const std::size_t from = at + start.size();
    return browser.page().substr(from, browser.page().find('"', from) - from);
}

/// The browsers' door with real TLS on a free port, the real record, and a clock that stands still at 14:10
/// of Monday 23 November 2026. Rosa should be here since 14:00, Omar is expected at 15:00, and Ada's
/// appointment is over.
class Desk : public testing::Test {
protected:
    static constexpr auto& kPassword = support::kBrowserPassword;
    static constexpr auto& kPin = support::kBrowserPin;

    Desk();
    ~Desk() override;

    Browser browser() const { return {door_->port(), authority_.certificate()}; }
    /// A new account; gives the code of the first sign-in.
    std::string add_account(const std::string& name, server::app::Role role);
    /// The whole first sign-in of a new account.
    Browser signed_in(const std::string& name, server::app::Role role);
    /// Name, password and the code of now, for an account that has signed in before.
    Browser sign_in_again(const std::string& name, const std::string& password = kPassword);
    /// The code that the account's telephone shows now; on each a code counts once.
    std::string code_of(const std::string& name);
    server::app::Account account(const std::string& name);

    base::Done write(const server::app::Store::Command& command) { return store_->write_and_wait(command); }
    /// Comes to the desk now.
    void arrive(const char* appointment);
    /// Every look at a person's record, a day back and a day on.
    std::vector<server::app::PersonLook> looks();
    /// A kiosk of this hub that reported last at this instant; never, where there is none.
    void add_kiosk(std::optional<base::Instant> seen_at);
    void look_for_changes() { live_->look(false); }

    support::Authority authority_{"Invented Hub CA"};
    support::FakeClock clock_{base::parse_instant("2026-11-23T14:10:00Z").value()};
    support::SeededEntropy entropy_{20261123};
    support::StoreFolder folder_;
    std::unique_ptr<server::store::SqliteStore> store_;
    server::crypto::SodiumStaffSecrets secrets_{server::crypto::PasswordCost::Least};
    server::crypto::HmacKeyedHash slip_hash_;
    domain::Calendar calendar_;
    std::filesystem::path keys_;
    server::reception::Live* live_ = nullptr;
    std::unique_ptr<server::http::Door> door_;

    static constexpr char kRosa[] = "7a0c2a1e-0000-4000-8000-000000000001";
    static constexpr char kOmar[] = "7a0c2a1e-0000-4000-8000-000000000002";
    static constexpr char kAda[] = "7a0c2a1e-0000-4000-8000-000000000003";

private:
    void open(server::http::Limits limits);
    void expect_people();
};

}  // namespace tests
