#include "tests/journeys/support/kiosk_at_hub.h"

#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

#include <gtest/gtest.h>

#include "kiosk/screens/view.h"
#include "kiosk/voice/voices.h"
#include "shared/protocol/built_in_surveys.h"

namespace journeys {
namespace {

/// Of real time: far more than a crowded machine needs.
constexpr std::chrono::milliseconds kComesToRest{30'000};

std::string boot_id(int boots) {
    return "0f0e0d0c-0000-4000-8000-00000000" + std::to_string(1000 + boots);
}

}  // namespace

KioskAtHub::KioskAtHub(std::string folder, base::Instant now,
                       std::function<void(std::chrono::microseconds)> pass)
    : clock(now),
      folder_(std::move(folder)),
      pass_(std::move(pass)),
      entropy_(std::hash<std::string>{}(folder_)) {
    clock.set_boot_id(boot_id(boots_));
}

void KioskAtHub::start() {
    auto endpoint =
        kiosk::net::read_endpoint({"https://127.0.0.1:" + std::to_string(wire.port()), folder_ + "/ca.pem",
                                   folder_ + "/kiosk.pem", folder_ + "/kiosk.key"});
    ASSERT_TRUE(endpoint) << endpoint.error().message;
    auto https = kiosk::net::Https::start(std::move(*endpoint));
    ASSERT_TRUE(https) << https.error().message;
    auto words = kiosk::screens::AllWords::built_in(languages);
    ASSERT_TRUE(words) << words.error().message;
    kiosk::app::Model model;
    model.languages = languages;
    model.surveys = std::make_shared<const domain::Surveys>(protocol::built_in_surveys());
    model.visit = kiosk::app::fresh_visit(model);
    if (speaks) model.voices = kiosk::voice::spoken_of(languages);
    runtime_ = std::make_unique<kiosk::runtime::Runtime>(kiosk::runtime::Runtime::Parts{
        clock,
        entropy_,
        hash_,
        [words = *words](const kiosk::app::Model& now) {
            return kiosk::screens::view(now, words.in(kiosk::app::language_of(now)));
        },
        folder_ + "/journal.db",
        {},
        std::move(*https),
        [] {},
        [](const std::string& fault) { ADD_FAILURE() << fault; },
        model,
        speaks ? &speech : nullptr,
        [words = *words](const kiosk::app::Model& now) -> const kiosk::screens::Words& {
            return words.in(kiosk::app::language_of(now));
        },
        kiosk::voice::kVolumeOrdinary,
        {},
        &scanner});
    settle();
}

void KioskAtHub::reboot() {
    stop();
    clock.reboot(boot_id(++boots_));
    start();
}

void KioskAtHub::settle() {
    if (runtime_) {
        ASSERT_TRUE(runtime_->settle(kComesToRest)) << "the kiosk did not come to rest";
    }
}

void KioskAtHub::press(const std::string& node) {
    // One failure is enough to read: what follows from it is not tried.
    if (testing::Test::HasFatalFailure()) return;
    const base::Done pressed = runtime_->press(node);
    ASSERT_TRUE(pressed) << pressed.error().message;
    settle();
}

std::string KioskAtHub::scan(const std::string& text) {
    scanner.show(text);
    settle();
    return screen();
}

void KioskAtHub::key(kiosk::app::Key key, char symbol) {
    pass_(kiosk::screens::kKeyPause);
    runtime_->key({key, symbol});
    settle();
}

std::string KioskAtHub::focused() {
    return runtime_->focused();
}

void KioskAtHub::choose(const std::string& node) {
    const std::size_t all = kiosk::screens::nodes_of(runtime_->screen()).size();
    for (std::size_t i = 0; i < all && focused() != node; ++i) key(kiosk::app::Key::Next);
    ASSERT_EQ(focused(), node) << "on " << screen();
    key(kiosk::app::Key::Select);
}

void KioskAtHub::walk_to_third_question(unsigned day, unsigned month) {
    press("start");
    press("continue");
    press("day." + std::to_string(day));
    press("month." + std::to_string(month));
}

std::string KioskAtHub::look_for(unsigned day, unsigned month, char letter) {
    walk_to_third_question(day, month);
    press("use_letter");
    press(std::string("letter.") + letter);
    return screen();
}

std::string KioskAtHub::look_for(unsigned day, unsigned month, int year) {
    walk_to_third_question(day, month);
    press("use_year");
    for (const char digit : std::to_string(year)) press(std::string("digit.") + digit);
    press("next");
    return screen();
}

std::string KioskAtHub::confirm() {
    std::set<std::string> covered;
    const auto& found = runtime_->model().visit.found;
    if (found) {
        for (const auto& one : found->to_check_in) covered.insert(one.id.text());
    }
    press("confirm.yes");
    // The server has its time to answer; after it the person is told that the arrival is saved here.
    if (runtime_->model().visit.step == kiosk::app::Step::Saving) pass_(kiosk::app::kAnswerWait);
    if (runtime_->model().visit.kept) acknowledged_.merge(covered);
    return screen();
}

std::string KioskAtHub::check_in(unsigned day, unsigned month, char letter) {
    const std::string answer = look_for(day, month, letter);
    return answer == "is_this_right" ? confirm() : answer;
}

void KioskAtHub::done() {
    press("done");
    // What is open to answer is offered next, and nobody has to look at it.
    if (screen() == "survey_intro") press("bar.start_again");
    EXPECT_EQ(screen(), "welcome");
}

std::string KioskAtHub::screen() {
    return runtime_->screen().id;
}

std::string KioskAtHub::journal_bytes() const {
    std::string all;
    for (const char* name : {"/journal.db", "/journal.db-wal"}) {
        std::ifstream file(folder_ + name, std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

std::string KioskAtHub::words() {
    std::string all;
    for (const auto& block : runtime_->screen().body) {
        for (const auto& node : block.nodes) all += node.label + '\n';
    }
    return all;
}

bool KioskAtHub::is_in_use() const {
    return runtime_ && runtime_->model().visit.first_touch.has_value();
}

}  // namespace journeys
