#include "tests/visits/visit.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace visits {
namespace {

using namespace std::chrono_literals;
using server::app::Transaction;

constexpr auto kPatience = 30s;  ///< of a crowded machine
constexpr auto kLooksEvery = 10ms;
/// A second press any sooner is taken for a trembling finger, as it must be (EN 301 549 5.8).
constexpr auto kBetweenPresses = 550ms;

struct Tap {
    std::string node;  ///< `language.` is followed by the language
    std::string then;
};

const std::vector<Tap>& way() {
    static const std::vector<Tap> taps{
        {"language.", "welcome"},     {"start", "what_we_keep"},      {"continue", "day"},
        {"day.7", "month"},           {"month.11", "letter_or_year"}, {"use_letter", "letter"},
        {"letter.R", "is_this_right"}};
    return taps;
}

}  // namespace

Visit::Visit()
    : hub_({"http://127.0.0.1:1", support::free_port()}, clock_, entropy_),
      appointment_(base::new_uuid(entropy_)) {}

void Visit::SetUp() {
    if (std::getenv("DISPLAY") == nullptr) GTEST_SKIP() << "no display: scripts/test starts one";
    make_rosa_expected();
    server_ = std::make_unique<support::ServerProcess>(HUB_SERVER_PROGRAM, hub_.settings_file(),
                                                       (hub_.path() / "server.log").string());
    ASSERT_TRUE(server_->listens()) << support::file_bytes(hub_.path() / "server.log");
    auto finger = drive::Touch::on_display();
    ASSERT_TRUE(finger) << finger.error().message;
    finger_ = std::make_unique<drive::Touch>(std::move(*finger));
    start_kiosk();
}

server::hub::Record Visit::record() {
    server::store::Options options;
    options.role = server::store::Role::Tool;
    return server::hub::open_record(hub_.settings(), entropy_, options).value();
}

void Visit::make_rosa_expected() {
    const base::Instant now = clock_.now();
    const auto rosa = [&](Transaction& transaction) -> base::Done {
        const domain::PersonId person(base::new_uuid(entropy_));
        const domain::ReferralId referral(base::new_uuid(entropy_));
        TRY_DONE(transaction.put(server::app::Person{person, "X100001", "Rosa", "Invented",
                                                     domain::parse_date("1990-11-07").value(), "", false, "",
                                                     ""}));
        TRY_DONE(transaction.put(server::app::Referral{
            referral, person, domain::ContractRef("DN671065_MANCHESTER_PWB"), "AB1234CD", false}));
        domain::Appointment appointment;
        appointment.id = appointment_;
        appointment.referral = referral;
        appointment.person = person;
        appointment.start = now;
        appointment.duration = 120min;
        appointment.at_this_hub = true;
        TRY_DONE(transaction.put(appointment));
        // The case system's clock agrees with ours: times are sure.
        server::app::SyncState sync;
        sync.succeeded_at = sync.tried_at = now;
        sync.from_case_system = domain::ClockDifference{0ms, now};
        return transaction.put(sync);
    };
    const base::Done kept = record().store->write_and_wait(rosa);
    ASSERT_TRUE(kept) << kept.error().message;
}

void Visit::start_kiosk() {
    const std::string folder = (hub_.path() / "kiosk").string();
    std::filesystem::remove(folder + "/screen.json");
    kiosk_ = std::make_unique<support::ChildProcess>(
        std::vector<std::string>{HUB_KIOSK_PROGRAM, "--settings", folder + "/kiosk.toml", "--windowed",
                                 "1080x1920", "--screen-file", folder + "/screen.json"},
        -1, folder + "/kiosk.log");
    wait_for({"language"});
}

void Visit::kill_kiosk() {
    ASSERT_TRUE(kiosk_->kill_now()) << "it had ended by itself:\n"
                                    << support::file_bytes(hub_.path() / "kiosk" / "kiosk.log");
}

drive::Painted Visit::painted() const {
    return drive::read_painted((hub_.path() / "kiosk" / "screen.json").string()).value_or(drive::Painted{});
}

std::string Visit::wait_for(const std::vector<std::string>& screens) {
    const auto until = std::chrono::steady_clock::now() + kPatience;
    std::string screen = painted().screen;
    while (std::count(screens.begin(), screens.end(), screen) == 0) {
        if (std::chrono::steady_clock::now() > until) {
            ADD_FAILURE() << "waited for " << screens.front() << "; the kiosk shows " << screen << '\n'
                          << support::file_bytes(hub_.path() / "kiosk" / "kiosk.log");
            return screen;
        }
        std::this_thread::sleep_for(kLooksEvery);
        screen = painted().screen;
    }
    return screen;
}

void Visit::press(const std::string& node) {
    if (HasFailure()) return;  // one is enough to read
    std::this_thread::sleep_for(kBetweenPresses);
    const drive::Painted now = painted();
    const drive::PaintedNode* const place = now.find(node);
    ASSERT_NE(place, nullptr) << "no " << node << " on " << now.screen;
    finger_->tap(place->x + place->width / 2, place->y + place->height / 2);
}

void Visit::tap(const std::string& node, const std::string& then) {
    press(node);
    if (!HasFailure()) wait_for({then});
}

void Visit::key(const std::string& name) {
    if (HasFailure()) return;
    std::this_thread::sleep_for(kBetweenPresses);
    ASSERT_TRUE(finger_->key(name)) << name;
}

void Visit::keys(const std::vector<std::string>& names) {
    for (const std::string& name : names) key(name);
}

void Visit::walk(const std::string& language, std::size_t taps) {
    for (std::size_t i = 0; i < taps; ++i) {
        const Tap& one = way().at(i);
        tap(one.node.ends_with('.') ? one.node + language : one.node, one.then);
    }
}

std::size_t Visit::taps_to_confirm() {
    return way().size();
}

std::vector<domain::AttendanceEvent> Visit::arrivals() {
    std::vector<domain::AttendanceEvent> all;
    const base::Done looked = record().store->read([&](server::app::View& view) -> base::Done {
        all = TRY(view.events_of(appointment_));
        return {};
    });
    EXPECT_TRUE(looked) << looked.error().message;
    return all;
}

}  // namespace visits
