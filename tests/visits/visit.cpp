#include "tests/visits/visit.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <linux/input.h>
#include <sys/stat.h>

#include "kiosk/input/code_reader.h"
#include "kiosk/staff/pin.h"
#include "kiosk/staff/pin_file.h"
#include "server/app/itinerary.h"
#include "server/app/make_slip.h"
#include "server/crypto/hmac_keyed_hash.h"

namespace visits {
namespace {

using namespace std::chrono_literals;
using server::app::Transaction;

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

/// As short as a hub may set them (checklist C34).
void set_shortest_idle_times(const std::string& settings) {
    if (support::file_bytes(settings).find("[idle]") != std::string::npos) return;
    std::ofstream(settings, std::ios::app) << "\n[idle]\nbefore_warning_seconds = 45\nwarning_seconds = 20\n";
}

}  // namespace

Visit::Visit()
    : hub_({"http://127.0.0.1:1", support::free_port()}, clock_, entropy_),
      appointment_(base::new_uuid(entropy_)),
      referral_(base::new_uuid(entropy_)),
      rosa_(base::new_uuid(entropy_)),
      survey_(base::new_uuid(entropy_)) {}

void Visit::SetUp() {
    if (std::getenv("DISPLAY") == nullptr) GTEST_SKIP() << "no display: scripts/test starts one";
    // The graphics driver keeps memory to the end of the program; leaks of our own are found by the other
    // tests.
    ::setenv("ASAN_OPTIONS", "detect_leaks=0", 0);
    make_rosa_expected();
    server_ = std::make_unique<support::ServerProcess>(HUB_SERVER_PROGRAM, hub_.settings_file(),
                                                       (hub_.path() / "server.log").string());
    ASSERT_TRUE(server_->listens()) << support::file_bytes(hub_.path() / "server.log");
    auto finger = drive::Touch::on_display();
    ASSERT_TRUE(finger) << finger.error().message;
    finger_ = std::make_unique<drive::Touch>(std::move(*finger));
    ASSERT_NO_FATAL_FAILURE(plug_scanner());
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
        TRY_DONE(transaction.put(server::app::Person{rosa_, "X100001", "Rosa", "Invented",
                                                     domain::parse_date("1990-11-07").value(), "", false, "",
                                                     ""}));
        TRY_DONE(transaction.put(server::app::Referral{
            referral_, rosa_, domain::ContractRef("DN671065_MANCHESTER_PWB"), "AB1234CD", false}));
        domain::Appointment appointment;
        appointment.id = appointment_;
        appointment.referral = referral_;
        appointment.person = rosa_;
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
    keep(rosa);
}

void Visit::keep(const server::app::Store::Command& command) {
    const base::Done kept = record().store->write_and_wait(command);
    ASSERT_TRUE(kept) << kept.error().message;
}

template <class Question>
auto Visit::ask(const Question& question) {
    decltype(question(std::declval<server::app::View&>())) answer =
        base::fail(base::ErrorKind::Unavailable, "it was not asked");
    const base::Done looked = record().store->read([&](server::app::View& view) -> base::Done {
        answer = question(view);
        return {};
    });
    EXPECT_TRUE(looked) << looked.error().message;
    EXPECT_TRUE(answer) << answer.error().message;
    return std::move(answer).value();
}

void Visit::plug_scanner() {
    const std::string pipe = (hub_.path() / "kiosk" / "scanner").string();
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    // For reading too: then it can be opened before the kiosk has done so.
    scanner_ = base::FileHandle(::open(pipe.c_str(), O_RDWR | O_CLOEXEC));
    ASSERT_TRUE(scanner_);
    std::ofstream settings(hub_.path() / "kiosk" / "kiosk.toml", std::ios::app);
    settings << "\n[scanner]\ndevice = \"recorded:" << pipe << "\"\n";
}

std::string Visit::make_slip() {
    const server::crypto::HmacKeyedHash hash;
    std::string token;
    const base::Done made = record().store->write_and_wait([&](Transaction& transaction) -> base::Done {
        const domain::Calendar calendar;
        const server::app::Occasion occasion{
            {clock_.now(), domain::ClockState::Sure}, {}, calendar, entropy_};
        token = TRY(server::app::make_slip(transaction, referral_, "Sam", hash, occasion)).token;
        return {};
    });
    EXPECT_TRUE(made) << made.error().message;
    return token;
}

void Visit::scan(const std::string& text) {
    std::vector<input_event> events;
    const auto key = [&](std::uint16_t code) {
        for (const int value : {1, 0}) {
            input_event event{};
            event.type = EV_KEY;
            event.code = code;
            event.value = value;
            events.push_back(event);
            events.push_back(input_event{});  // EV_SYN
        }
    };
    for (const char c : text) {
        for (std::uint16_t code = 0; code < 256; ++code) {
            if (kiosk::input::character_of(code) == c) key(code);
        }
    }
    key(KEY_ENTER);
    // In pieces of less than a page, as a pipe takes them whole.
    for (std::size_t at = 0; at < events.size(); at += 64) {
        const std::size_t count = std::min<std::size_t>(64, events.size() - at);
        ASSERT_EQ(::write(scanner_.get(), &events.at(at), count * sizeof(input_event)),
                  static_cast<ssize_t>(count * sizeof(input_event)));
    }
}

void Visit::start_kiosk() {
    const std::string folder = (hub_.path() / "kiosk").string();
    set_shortest_idle_times(folder + "/kiosk.toml");
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

void Visit::set_staff_pin(const std::string& pin) {
    const auto hash = kiosk::staff::hash_pin(base::Secret(pin), kiosk::staff::kLeastCost);
    ASSERT_TRUE(hash) << hash.error().message;
    ASSERT_TRUE(kiosk::staff::write_pin_file((hub_.path() / "kiosk" / "staff.pin").string(), *hash));
}

void Visit::open_staff_corner(const std::string& pin) {
    keys({"Escape", "Up", "Escape", "Down", "Escape", "Up", "Escape", "Down"});
    wait_for({"staff_pin"});
    for (const char digit : pin) key(std::string(1, digit));
    tap("next", "staff_corner");
}

void Visit::wait_for_staff_state(const std::string& line) {
    const auto until = std::chrono::steady_clock::now() + kPatience;
    const auto file = hub_.path() / "kiosk" / "journal" / "staff.toml";
    while (support::file_bytes(file).find(line) == std::string::npos) {
        ASSERT_LT(std::chrono::steady_clock::now(), until) << "never written: " << line;
        std::this_thread::sleep_for(kLooksEvery);
    }
}

std::optional<int> Visit::kiosk_ended() {
    return kiosk_->exit_code_within(kPatience);
}

std::string Visit::label(const std::string& node) const {
    const drive::Painted now = painted();
    const drive::PaintedNode* const found = now.find(node);
    return found != nullptr ? found->label : "";
}

drive::Painted Visit::painted() const {
    return drive::read_painted((hub_.path() / "kiosk" / "screen.json").string()).value_or(drive::Painted{});
}

std::string Visit::wait_for(const std::vector<std::string>& screens, std::chrono::seconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
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

std::string Visit::wait_for_words(const std::string& node, const std::string& words) {
    if (HasFailure()) return node;
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < until) {
        for (const drive::PaintedNode& one : painted().nodes) {
            if (one.id.starts_with(node) && one.label.find(words) != std::string::npos) return one.id;
        }
        std::this_thread::sleep_for(kLooksEvery);
    }
    ADD_FAILURE() << "waited for " << node << " with " << words << " on " << painted().screen;
    return node;
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
    return ask([&](server::app::View& view) { return view.events_of(appointment_); });
}

void Visit::open_exit_survey() {
    keep([&](Transaction& transaction) {
        server::app::Offer offer;
        offer.id = survey_;
        offer.referral = referral_;
        offer.person = rosa_;
        offer.kind = domain::OfferKind::ExitSurvey;
        offer.opened_at = clock_.now();
        return transaction.put(offer);
    });
}

void Visit::wait_for_offer(domain::OfferState state) {
    const auto now = [&] {
        return ask([&](server::app::View& view) { return view.offer(survey_); }).state;
    };
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (now() != state && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(kLooksEvery);
    }
    EXPECT_EQ(now(), state);
}

std::string Visit::journal_bytes() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(hub_.path() / "kiosk" / "journal")) {
        all += support::file_bytes(entry.path());
    }
    EXPECT_FALSE(all.empty());
    return all;
}

domain::SessionId Visit::add_session(const std::string& title) {
    domain::Session session;
    session.id = domain::SessionId(base::new_uuid(entropy_));
    session.start = clock_.now();
    session.end = session.start + 1h;
    session.room = "Room 2";
    session.title = title;
    keep([&](Transaction& transaction) -> base::Done {
        TRY_DONE(transaction.put(session));
        return transaction.append(server::app::ItineraryChange{
            base::new_uuid(entropy_), clock_.now(), session.id, server::app::ItineraryAct::Added, "Sam"});
    });
    return session.id;
}

void Visit::cancel_session(const domain::SessionId& session) {
    keep([&](Transaction& transaction) {
        return server::app::cancel_session(transaction, session, {"Sam", clock_.now(), entropy_});
    });
}

}  // namespace visits
