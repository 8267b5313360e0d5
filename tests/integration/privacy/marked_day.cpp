#include "tests/integration/privacy/marked_day.h"

#include <fstream>
#include <iostream>
#include <mutex>

#include <fcntl.h>
#include <unistd.h>

#include "shared/base/log.h"

namespace tests {
namespace {

namespace press = kiosk::app::press;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kSettle{20'000};
constexpr int kForwardPasses = 8;

std::mutex log_mutex;
std::ofstream log_out;

void keep_line(std::string_view line) {
    const std::lock_guard lock(log_mutex);
    log_out << line << std::endl;
}

}  // namespace

MarkedDay::MarkedDay() : sandbox_(sandbox::Server::start(system_, clock_).value()) {
    hub_ = std::make_unique<support::HubFolder>(
        support::HubFolder::Plan{sandbox_->url(), support::free_port()}, clock_, entropy_);
    log_out.open(log_file());
    base::log::set_sink(keep_line);
    const int errors = ::open(error_file().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    standard_error_ = ::dup(STDERR_FILENO);
    ::dup2(errors, STDERR_FILENO);
    ::close(errors);
    actor_ = staff_words("Kestrelwyn Staffmarker");
}

MarkedDay::~MarkedDay() {
    kiosk_.reset();
    server_.reset();
    base::log::set_sink(nullptr);
    log_out.close();
    ::dup2(standard_error_, STDERR_FILENO);
    ::close(standard_error_);
    std::cerr << support::file_bytes(error_file());
}

domain::AppointmentId MarkedDay::expect(const std::string& first_name, const std::string& last_name,
                                        const std::string& crn, const std::string& born,
                                        std::chrono::minutes after_two) {
    const std::string language = "Language" + crn;
    const std::string interpreter = "Interpreter" + crn;
    const std::string needs = "Ramp and quiet room " + crn;
    const domain::Date date = domain::parse_date(born).value();
    for (const std::string& text : {first_name, last_name, crn, language, interpreter, needs})
        markers_.add(text);
    markers_.add_birth(date);
    markers_.add_find_keys(date, {first_name, last_name});
    return system_.with_world([&](sandbox::World& world) {
        const std::string referral =
            world.add_referral({crn, first_name, last_name, born, language, interpreter, needs},
                               base::parse_instant("2026-10-01T09:00:00Z").value());
        world.find_referral(referral)->reference = "REF" + crn;
        markers_.add("REF" + crn);
        const base::Instant two = base::parse_instant("2026-11-23T14:00:00Z").value();
        return domain::AppointmentId(world.add_session(referral, {two + after_two}));
    });
}

std::string MarkedDay::staff_words(const std::string& text) {
    markers_.add(text);
    return text;
}

void MarkedDay::start_server() {
    server::hub::Wiring wiring;
    wiring.background = server::hub::Background::WhenCalled;
    auto started = server::hub::HubServer::start(hub_->settings(), clock_, entropy_, wiring);
    ASSERT_TRUE(started) << started.error().message;
    server_ = *std::move(started);
    const auto synced = server_->sync(server::app::SyncExtent::Everything);
    ASSERT_TRUE(synced) << synced.error().message;
}

void MarkedDay::start_kiosk() {
    const support::Identity identity = hub_->kiosk();
    auto https =
        kiosk::net::Https::start({"https://127.0.0.1:" + std::to_string(server_->kiosk_port()),
                                  hub_->authority(), identity.certificate, base::Secret(identity.key)});
    ASSERT_TRUE(https);
    kiosk_ = std::make_unique<kiosk::runtime::Runtime>(
        kiosk::runtime::Runtime::Parts{clock_,
                                       entropy_,
                                       kiosk_hash_,
                                       [](const kiosk::app::Model&) { return kiosk::screens::Screen{}; },
                                       (hub_->path() / "kiosk" / "journal.db").string(),
                                       {},
                                       std::move(*https),
                                       [] {},
                                       [](const std::string& fault) { keep_line(fault); },
                                       {}});
    ASSERT_TRUE(kiosk_->settle(kSettle));
}

void MarkedDay::pass(std::chrono::seconds time) {
    clock_.advance(time);
    ASSERT_TRUE(kiosk_->settle(kSettle));
}

void MarkedDay::press(const kiosk::app::Press& press) {
    kiosk_->touched();
    kiosk_->press(press);
    ASSERT_TRUE(kiosk_->settle(kSettle));
}

void MarkedDay::check_in(unsigned day, unsigned month, char letter) {
    press(press::Start{});
    press(press::Continue{});
    press(press::Day{day});
    press(press::Month{month});
    press(press::UseLetter{});
    press(press::Letter{letter});
    ASSERT_EQ(kiosk_->model().visit.step, kiosk::app::Step::IsThisRight);
    press(press::ConfirmArrival{});
}

void MarkedDay::forward() {
    for (int i = 0; i < kForwardPasses; ++i) {
        ASSERT_TRUE(server_->forward());
        pass(30s);
    }
}

std::unique_ptr<support::TlsClient> MarkedDay::client() {
    support::TlsClient::Options options;
    options.identity = hub_->kiosk();
    options.server_ca = hub_->authority();
    auto made = std::make_unique<support::TlsClient>(server_->kiosk_port(), options);
    EXPECT_TRUE(made->shake_hands());
    return made;
}

}  // namespace tests
