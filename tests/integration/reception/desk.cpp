#include "tests/integration/reception/desk.h"

#include <cstdlib>
#include <fstream>

#include "server/store/change_mark.h"
#include "shared/protocol/built_in_surveys.h"

namespace tests {
namespace {

namespace app = server::app;
using namespace std::chrono_literals;

std::string write_file(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file) << text;
    return file.string();
}

base::Done expect(app::Transaction& transaction, const char* appointment_id, const std::string& first_name,
                  base::Instant start) {
    const domain::PersonId person("person-" + first_name);
    const domain::ReferralId referral("referral-" + first_name);
    const bool needs = first_name == "Omar";
    TRY_DONE(
        transaction.put(app::Person{person, std::string("X10000") + appointment_id[35], first_name,
                                    "Invented", domain::parse_date("1990-11-07").value(), needs ? "Urdu" : "",
                                    needs, needs ? "Urdu" : "", needs ? "step-free" : ""}));
    TRY_DONE(transaction.put(
        app::Referral{referral, person, domain::ContractRef("DN671065_MANCHESTER_PWB"), "AB1234CD", false}));
    domain::Appointment appointment;
    appointment.id = domain::AppointmentId(appointment_id);
    appointment.referral = referral;
    appointment.person = person;
    appointment.start = start;
    appointment.at_this_hub = true;
    return transaction.put(appointment);
}

}  // namespace

Desk::Desk() : store_(std::move(folder_.open().value())) {
    std::string name = (std::filesystem::temp_directory_path() / "hub-desk-XXXXXX").string();
    keys_ = mkdtemp(name.data());
    EXPECT_TRUE(write([&](app::Transaction& transaction) -> base::Done {
        TRY_DONE(expect(transaction, kRosa, "Rosa", clock_.now() - 10min));
        TRY_DONE(expect(transaction, kOmar, "Omar", clock_.now() + 50min));
        return expect(transaction, kAda, "Adelaide", clock_.now() - 2h);
    }));
    open(server::reception::limits());
}

Desk::~Desk() {
    door_.reset();
    std::filesystem::remove_all(keys_);
}

void Desk::open(server::http::Limits limits) {
    const support::Identity server = authority_.server("hub");
    server::http::TlsFiles files{write_file(keys_ / "server.pem", server.certificate),
                                 write_file(keys_ / "server.key", server.key), ""};
    auto live = std::make_unique<server::reception::Live>(
        std::move(server::store::SqliteChangeMark::open(folder_.path()).value()), "start");
    live_ = live.get();
    server::reception::Needs needs{*store_,
                                   folder_.vault(),
                                   secrets_,
                                   slip_hash_,
                                   entropy_,
                                   clock_,
                                   [this] {
                                       return app::Moment{clock_.now(), domain::ClockState::Sure};
                                   },
                                   {},
                                   calendar_,
                                   "Ardwick Green",
                                   {12h, 4h}};
    needs.surveys = protocol::built_in_surveys();
    door_ = std::make_unique<server::http::Door>(server::http::Door::Parts{
        std::move(files), server::http::ClientCertificates::None, limits, clock_,
        std::make_unique<server::reception::Reception>(std::move(needs), std::move(live), limits)});
    const auto opened = door_->start("127.0.0.1", 0);
    EXPECT_TRUE(opened) << opened.error().message;
}

void Desk::arrive(const char* appointment) {
    ASSERT_TRUE(write([&](app::Transaction& transaction) -> base::Done {
        const app::Decision decision{domain::AppointmentId(appointment), "Kim", "came to the desk"};
        const app::Occasion occasion{{clock_.now(), domain::ClockState::Sure}, {}, calendar_, entropy_};
        TRY(app::record_at_desk(transaction, decision, clock_.now(), occasion));
        return {};
    }));
}

std::vector<app::PersonLook> Desk::looks() {
    std::vector<app::PersonLook> found;
    EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
        found = TRY(view.looks_between(clock_.now() - 24h, clock_.now() + 24h));
        return {};
    }));
    return found;
}

void Desk::add_kiosk(std::optional<base::Instant> seen_at) {
    ASSERT_TRUE(write([&](app::Transaction& transaction) -> base::Done {
        app::Kiosk kiosk;
        kiosk.id = domain::KioskId("front-door");
        kiosk.fingerprint = std::string(64, 'a');
        kiosk.added_at = clock_.now() - 24h;
        TRY_DONE(transaction.put(kiosk));
        if (!seen_at) return {};
        app::KioskHealth health;
        health.kiosk = kiosk.id;
        health.seen_at = *seen_at;
        health.version = "1.0";
        return transaction.put(health);
    }));
}

std::string Desk::add_account(const std::string& name, app::Role role) {
    std::string code;
    EXPECT_TRUE(write([&](app::Transaction& transaction) -> base::Done {
        const app::Vetting vetting{"Enhanced", "V-0815", domain::parse_date("2026-01-05").value(),
                                   domain::parse_date("2029-01-04").value()};
        code = TRY(app::add_account(transaction, {name, role, vetting},
                                    {"Kim", clock_.now(), entropy_, folder_.vault()}));
        return {};
    }));
    return code;
}

app::Account Desk::account(const std::string& name) {
    std::optional<app::Account> found;
    EXPECT_TRUE(store_->read([&](app::View& view) -> base::Done {
        found = TRY(view.account_named(name));
        return {};
    }));
    return found.value();
}

std::string Desk::code_of(const std::string& name) {
    return secrets_.code_at(account(name).second_factor, clock_.now());
}

Browser Desk::signed_in(const std::string& name, app::Role role) {
    const std::string code = add_account(name, role);
    Browser browser = this->browser();
    support::first_sign_in(browser, name, code, [this](const std::string& key) {
        return secrets_.code_at(secrets_.key_of_words(key), clock_.now());
    });
    return browser;
}

Browser Desk::sign_in_again(const std::string& name, const std::string& password) {
    Browser browser = this->browser();
    browser.get("/sign-in");
    browser.post("/sign-in", {{"name", name}, {"password", password}});
    if (browser.path() == "/code") browser.post("/code", {{"code", code_of(name)}});
    return browser;
}

}  // namespace tests
