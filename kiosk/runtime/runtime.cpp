#include "kiosk/runtime/runtime.h"

#include <algorithm>

#include "kiosk/app/update.h"

namespace kiosk::runtime {
namespace {

const screens::Node* find(const screens::Screen& screen, const std::string& id) {
    for (const screens::Node* node : screens::nodes_of(screen)) {
        if (node->id == id) return node;
    }
    return nullptr;
}

}  // namespace

Runtime::Runtime(Parts parts)
    : clock_(parts.clock),
      entropy_(parts.entropy),
      keyed_hash_(parts.keyed_hash),
      view_(std::move(parts.view)),
      model_(std::move(parts.model)),
      speech_(parts.speech),
      scanner_(parts.scanner),
      words_(std::move(parts.words)),
      volume_at_start_(parts.volume),
      volume_(parts.volume),
      headset_(model_.headset),
      outside_({parts.clock, parts.entropy, std::move(parts.journal_path), std::move(parts.journal_options),
                std::move(parts.https), std::move(parts.wake),
                [this](const app::Event& event) { take(event); }, std::move(parts.on_fault),
                std::move(parts.staff), model_.staff.out_of_use}) {}

void Runtime::take(const app::Event& event) {
    const domain::DeviceTime clocks = domain::read_device_time(clock_);
    const app::Moment now{clocks, domain::ArrivalId(base::new_uuid_at(entropy_, clocks.wall))};
    const std::vector<app::Effect> effects = app::update(model_, event, now, keyed_hash_);
    screen_is_old_ = true;
    for (const app::Effect& effect : effects) {
        if (const auto* wake = std::get_if<app::effect::WakeAt>(&effect)) {
            wake_at_ = wake->since_boot;
        } else if (std::holds_alternative<app::effect::RestartProgram>(effect)) {
            restart_wanted_ = true;
        } else if (std::holds_alternative<app::effect::PlaySample>(effect)) {
            play_sample();
        } else {
            outside_.perform(effect);
        }
    }
}

void Runtime::touched() {
    act_without_keys();
    take(app::event::Touched{});
}

void Runtime::act_without_keys() {
    focus_ = {};  // who touches needs no ring
    if (speech_ != nullptr && speech_->state().speaking) speech_->say({});
}

void Runtime::hear_of_scanner() {
    if (scanner_ == nullptr) return;
    if (const bool there = scanner_->is_there(); there != model_.scanner) {
        if (there) {
            take(app::event::ScannerFound{});
        } else {
            take(app::event::ScannerLost{});
        }
    }
    for (input::Scan& scan : scanner_->take()) {
        act_without_keys();
        take(app::event::ScannedCode{std::move(scan)});
    }
}

void Runtime::press(const app::Press& press) {
    take(app::event::Pressed{press});
}

base::Done Runtime::press(const std::string& node_id) {
    const screens::Node* node = find(screen(), node_id);
    if (node == nullptr || !node->press || !node->enabled) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "there is nothing to press called " + node_id + " on the screen " + screen_.id);
    }
    const app::Press meant = *node->press;
    touched();
    press(meant);
    return {};
}

void Runtime::key(const app::KeyPressed& key) {
    if (!key_guard_.lets_through(key, clock_.boot_time())) return;
    const screens::Keyed keyed = on_key(screen(), from_where(), key, model_.visit.modes.speech);
    take(app::event::KeyDown{key});
    if (!keyed.left) focus_ = keyed.focus;
    typed_ = keyed.typed;
    // Any key stops what is being said, but those that are about how it is said.
    if (speech_ != nullptr && !keyed.left) speech_->say({});
    if (keyed.press) press(*keyed.press);
    if (keyed.left) use_voice_key(*keyed.left);
    speak();
}

std::string Runtime::focused() {
    const screens::Node* node = focused_node(screen(), from_where());
    return node != nullptr ? node->id : "";
}

const screens::Screen& Runtime::screen() {
    if (std::exchange(screen_is_old_, false)) screen_ = view_(model_);
    return screen_;
}

void Runtime::turn() {
    outside_.turn();
    hear_of_headset();
    hear_of_scanner();
    if (wake_at_ && clock_.boot_time() >= *wake_at_) {
        wake_at_.reset();
        take(app::event::Tick{});
    }
    speak();
}

base::BootTime Runtime::next_due() const {
    const base::BootTime outside = outside_.next_due();
    const base::BootTime due = wake_at_ ? std::min(outside, *wake_at_) : outside;
    return speech_told_ ? std::min(due, *speech_told_ + kSpeechTold) : due;
}

bool Runtime::settle(std::chrono::milliseconds at_most) {
    const auto until = std::chrono::steady_clock::now() + at_most;
    for (;;) {
        turn();
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !outside_.settle(left)) return false;
        if (wake_at_ && clock_.boot_time() >= *wake_at_) continue;
        speak();
        return true;
    }
}

}  // namespace kiosk::runtime
