#include "tests/journeys/support/hub_world.h"

#include <cstdlib>
#include <fstream>

#include "shared/domain/calendar.h"

namespace journeys {
namespace {

/// More than any journey needs; a journey that does not come to its end fails instead of hanging.
constexpr int kStepsMax = 2000;

}  // namespace

base::Instant london(const std::string& wall_clock) {
    const auto number = [&](std::size_t from) {
        return wall_clock.size() >= from + 2 ? std::stoi(wall_clock.substr(from, 2)) : 0;
    };
    const domain::Date day = domain::parse_date(wall_clock.substr(0, 10)).value();
    return domain::at_london_time(day, std::chrono::minutes{60 * number(11) + number(14)}) +
           std::chrono::seconds{number(17)};
}

HubWorld::HubWorld() {
    std::string name = (std::filesystem::temp_directory_path() / "hub-journey-XXXXXX").string();
    folder_ = mkdtemp(name.data());
}

HubWorld::~HubWorld() {
    kiosks_.clear();
    server_.reset();
    sandbox_.reset();
    std::filesystem::remove_all(folder_);
}

std::string HubWorld::person(const std::string& first_name, const std::string& last_name,
                             const std::string& born) {
    return case_system_.with_world([&](sandbox::World& world) {
        return world.add_referral({"", first_name, last_name, born}, london("2026-09-01 09:00"));
    });
}

std::string HubWorld::session(const std::string& referral, const std::string& starts, int minutes) {
    return session(referral, {london(starts), minutes});
}

std::string HubWorld::session(const std::string& referral, const sandbox::Booking& booking) {
    const std::string id =
        case_system_.with_world([&](sandbox::World& world) { return world.add_session(referral, booking); });
    return keep_in_mind(id, "/delivery-session-appointments/" + id + '/');
}

std::string HubWorld::assessment(const std::string& referral, const std::string& starts) {
    const std::string id = case_system_.with_world(
        [&](sandbox::World& world) { return world.add_assessment(referral, {london(starts)}); });
    return keep_in_mind(id, "/referral/" + referral + "/supplier-assessment/");
}

std::string HubWorld::keep_in_mind(const std::string& appointment, std::string path) {
    case_system_.with_world([&](sandbox::World& world) {
        const sandbox::Appointment& one = *world.find_appointment(appointment);
        booked_[appointment] = {one.start + std::chrono::minutes{one.minutes}, std::move(path)};
    });
    return appointment;
}

void HubWorld::cancel(const std::string& appointment) {
    case_system_.with_world([&](sandbox::World& world) { world.cancel(appointment); });
}

std::string HubWorld::move(const std::string& appointment, const std::string& to) {
    const std::string id =
        case_system_.with_world([&](sandbox::World& world) { return world.move(appointment, london(to)); });
    return keep_in_mind(id, "/delivery-session-appointments/" + id + '/');
}

void HubWorld::hub_is_open_from(const std::string& opens, const std::string& closes) {
    opens_ = opens;
    closes_ = closes;
}

void HubWorld::hub_writes_files() {
    std::filesystem::create_directories(out());
    std::filesystem::create_directories(returned());
    adapter_ = "adapter = \"csv_drop\"\ndrop_out = \"out\"\ndrop_returned = \"returned\"\n";
}

void HubWorld::make_hub() {
    std::filesystem::create_directories(folder_ / "keys");
    std::ofstream(folder_ / "keys/case-system.secret") << sandbox::kClientSecret;
    const std::string text = "[hub]\nname = \"Ardwick Green\"\ncontracts = [\"" +
                             std::string(sandbox::kManchesterContract) + "\"]\nopens = \"" + opens_ +
                             "\"\ncloses = \"" + closes_ + "\"\n[help]\nwho = \"" + help_from_ +
                             "\"\n[[hub.address]]\npostcode = \"M12 6JX\"\n" +
                             (has_reception_ ? "[reception]\nport = 9443\n" : "") +
                             "[server]\nnames = [\"127.0.0.1\"]\nlisten_address = \"127.0.0.1\"\n"
                             "[case_system]\n" +
                             adapter_ + "url = \"" + sandbox_->url() + "\"\ntoken_url = \"" +
                             sandbox_->token_url() + "\"\nclient_id = \"" + sandbox::kClientId +
                             "\"\nservice_user = \"" + sandbox::kServiceUser + "\"\ntime_out_seconds = 5\n";
    auto settings = server::settings::parse(text, "hub.toml", folder_.string());
    ASSERT_TRUE(settings) << settings.error().message;
    settings_ = *settings;
    const base::Done made = server::ctl::init(hubctl());
    ASSERT_TRUE(made) << made.error().message;
}

void HubWorld::hub_opens(const std::string& at) {
    case_clock_.set(london(at));
    server_clock_.set(london(at));
    auto started = sandbox::Server::start(case_system_, case_clock_);
    ASSERT_TRUE(started) << started.error().message;
    sandbox_ = std::move(*started);
    sandbox_port_ = sandbox_->port();
    ASSERT_NO_FATAL_FAILURE(make_hub());
    ASSERT_NO_FATAL_FAILURE(start_server());
    ASSERT_NO_FATAL_FAILURE(sync());
    add_kiosk("front");
}

void HubWorld::start_server() {
    server::hub::Wiring wiring;
    wiring.background = server::hub::Background::WhenCalled;
    wiring.port = 0;
    wiring.reception_port = 0;
    auto started = server::hub::HubServer::start(settings_, server_clock_, entropy_, wiring);
    ASSERT_TRUE(started) << started.error().message;
    server_ = std::move(*started);
    for (const auto& kiosk : kiosks_) kiosk->wire.lead_to(server_->kiosk_port());
}

KioskAtHub& HubWorld::add_kiosk(const std::string& name) {
    const std::string folder = (folder_ / name).string();
    const base::Done added = server::ctl::add_kiosk(hubctl(), name, folder);
    EXPECT_TRUE(added) << added.error().message;
    kiosks_.push_back(std::make_unique<KioskAtHub>(folder, case_clock_.now(),
                                                   [this](std::chrono::microseconds time) { pass(time); }));
    kiosks_.back()->wire.lead_to(server_->kiosk_port());
    kiosks_.back()->start();
    return *kiosks_.back();
}

void HubWorld::sandbox_comes_back() {
    sandbox::ServerSettings same;
    same.port = sandbox_port_;
    auto started = sandbox::Server::start(case_system_, case_clock_, same);
    ASSERT_TRUE(started) << started.error().message;
    sandbox_ = std::move(*started);
}

void HubWorld::sync() {
    const auto outcome = server_->sync(server::app::SyncExtent::Everything);
    ASSERT_TRUE(outcome) << outcome.error().message;
    ASSERT_EQ(outcome->problem, "");
}

void HubWorld::advance_all(std::chrono::microseconds time) {
    case_clock_.advance(time);
    server_clock_.advance(time);
    for (const auto& kiosk : kiosks_) kiosk->clock.advance(time);
    for (const auto& kiosk : kiosks_) kiosk->settle();
}

void HubWorld::pass(std::chrono::microseconds time) {
    // While somebody stands at a kiosk its screens change at their own times; an empty one can be left alone.
    const base::BootTime until = case_clock_.boot_time() + time;
    for (int steps = 0; case_clock_.boot_time() < until; ++steps) {
        ASSERT_LT(steps, kStepsMax) << "time does not pass";
        std::chrono::microseconds step = until - case_clock_.boot_time();
        for (const auto& kiosk : kiosks_) {
            if (!kiosk->is_in_use()) continue;
            const std::chrono::microseconds due = kiosk->next_due() - kiosk->clock.boot_time();
            step = std::min(step, std::max<std::chrono::microseconds>(due, std::chrono::milliseconds{1}));
        }
        advance_all(step);
    }
}

void HubWorld::at(const std::string& wall_clock) {
    ASSERT_GE(london(wall_clock), now()) << "time does not run backwards";
    pass(london(wall_clock) - now());
}

void HubWorld::look(const server::app::Store::Look& look) {
    const base::Done looked = server_->record().read(look);
    EXPECT_TRUE(looked) << looked.error().message;
}

std::vector<domain::AttendanceEvent> HubWorld::events(const std::string& appointment) {
    std::vector<domain::AttendanceEvent> all;
    look([&](server::app::View& view) -> base::Done {
        all = TRY(view.events_of(domain::AppointmentId(appointment)));
        return {};
    });
    return all;
}

domain::AttendanceEvent HubWorld::arrival(const std::string& appointment) {
    const auto all = events(appointment);
    EXPECT_EQ(all.size(), 1U) << "one arrival, and nothing else";
    return all.empty() ? domain::AttendanceEvent{} : all.front();
}

std::optional<domain::Update> HubWorld::update(const std::string& appointment) {
    std::optional<domain::Update> one;
    look([&](server::app::View& view) -> base::Done {
        one = TRY(view.update_of(domain::AppointmentId(appointment)));
        return {};
    });
    return one;
}

domain::Update HubWorld::owed(const std::string& appointment) {
    const auto one = update(appointment);
    EXPECT_TRUE(one) << "nothing is owed for " << appointment;
    return one.value_or(domain::Update{});
}

std::vector<domain::Update> HubWorld::updates_owed() {
    std::vector<domain::Update> all;
    look([&](server::app::View& view) -> base::Done {
        all = TRY(view.updates_owed());
        return {};
    });
    return all;
}

unsigned HubWorld::waiting_at_kiosks() {
    unsigned waiting = 0;
    look([&](server::app::View& view) -> base::Done {
        for (const auto& kiosk : TRY(view.kiosk_health())) waiting += kiosk.journal_waiting;
        return {};
    });
    return waiting;
}

}  // namespace journeys
