#include "tests/integration/kiosk_and_door/hub_and_kiosk.h"

#include <cstdlib>
#include <fstream>

namespace tests {
namespace {

namespace press = kiosk::app::press;

constexpr std::chrono::milliseconds kSettle{20'000};

std::string write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path) << text;
    return path.string();
}

}  // namespace

HubAndKiosk::HubAndKiosk() {
    std::string name = (std::filesystem::temp_directory_path() / "hub-and-kiosk-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    kiosk_clock_.set_boot_id("0f0e0d0c-0000-4000-8000-00000000000a");
    open_door();
}

HubAndKiosk::~HubAndKiosk() {
    kiosk_.reset();
    door_.reset();
    std::filesystem::remove_all(folder_);
}

void HubAndKiosk::open_door() {
    const support::Identity server = authority_.server("hub");
    const server::http::TlsFiles files{write_file(folder_ / "server.pem", server.certificate),
                                       write_file(folder_ / "server.key", server.key),
                                       write_file(folder_ / "ca.pem", authority_.certificate())};
    server::http::Services services{
        store_, server_clock_,
        [this] {
            return server::app::Moment{server_clock_.now(), domain::ClockState::Sure};
        },
        [this](std::string_view) -> std::optional<domain::KioskId> {
            if (revoked_) return std::nullopt;
            return domain::KioskId("front-door");
        },
        server::http::hub_use_cases({server_entropy_, server_hash_, calendar_, {}})};
    door_ = std::make_unique<server::http::KioskDoor>(files, server::http::Limits{}, std::move(services));
    const base::Done opened = door_->start("127.0.0.1", port_);
    ASSERT_TRUE(opened) << opened.error().message;
    port_ = door_->port();
}

void HubAndKiosk::start_kiosk() {
    auto https =
        kiosk::net::Https::start({"https://127.0.0.1:" + std::to_string(port_), authority_.certificate(),
                                  kiosk_identity_.certificate, base::Secret(kiosk_identity_.key)});
    kiosk_ = std::make_unique<kiosk::runtime::Runtime>(
        kiosk::runtime::Runtime::Parts{kiosk_clock_,
                                       kiosk_entropy_,
                                       kiosk_hash_,
                                       [](const kiosk::app::Model&) { return kiosk::screens::Screen{}; },
                                       (folder_ / "journal.db").string(),
                                       {},
                                       std::move(*https),
                                       [] {},
                                       [](const std::string&) {},
                                       {}});
    settle();
}

void HubAndKiosk::expect_ada(std::chrono::minutes after_two) {
    const auto kept = store_.write_and_wait([&](server::app::Transaction& tx) -> base::Done {
        const domain::PersonId person("p-7Qk3vT9a");
        const domain::ReferralId referral("1f1d3c2b-0a99-4e88-b777-665544332211");
        TRY_DONE(tx.put(server::app::Person{person, "X123456", "Ada", "Invented",
                                            domain::parse_date("1990-11-07").value(), "", false, "", ""}));
        TRY_DONE(tx.put(
            server::app::Referral{referral, person, domain::ContractRef("INVENTED"), "AB1234CD", false}));
        domain::Appointment appointment;
        appointment.id = domain::AppointmentId("0b6f6a9e-9a2c-4a53-8d2f-6f1a2f0f7c11");
        appointment.referral = referral;
        appointment.person = person;
        appointment.start = base::parse_instant("2026-11-23T14:00:00Z").value() + after_two;
        appointment.at_this_hub = true;
        return tx.put(appointment);
    });
    ASSERT_TRUE(kept) << kept.error().message;
}

void HubAndKiosk::settle() {
    ASSERT_TRUE(kiosk_->settle(kSettle)) << "the kiosk did not come to rest";
}

void HubAndKiosk::pass(std::chrono::seconds time) {
    server_clock_.advance(time);
    kiosk_clock_.advance(time);
    if (kiosk_) settle();
}

void HubAndKiosk::press(const kiosk::app::Press& press) {
    kiosk_->touched();
    kiosk_->press(press);
    settle();
}

void HubAndKiosk::ada_is_found() {
    press(press::Start{});
    press(press::Continue{});
    press(press::Day{7});
    press(press::Month{11});
    press(press::UseLetter{});
    press(press::Letter{'A'});
}

}  // namespace tests
