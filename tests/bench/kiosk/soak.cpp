#include "tests/bench/kiosk/soak.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <malloc.h>

#include "kiosk/net/hmac.h"
#include "kiosk/paint/cpu_raster.h"
#include "kiosk/platform/texture_shelf.h"
#include "kiosk/runtime/runtime.h"
#include "kiosk/screens/view.h"
#include "kiosk/screens/words.h"
#include "kiosk/settings/settings.h"
#include "shared/languages/language.h"
#include "tests/support/fake_clock.h"

namespace bench {
namespace {

using namespace std::chrono_literals;

constexpr int kVisits = 10'000;
constexpr int kSettled = 1'000;  ///< by then every cache is as full as it gets
constexpr int kDays = 28;
constexpr int kMonths = 12;
constexpr int kStaysIn = 100;  ///< one check-in of so many is not taken back
constexpr auto kBetweenPresses = 800ms;
constexpr auto kComesToRest = 30'000ms;  ///< of real time
constexpr int kWaitsMax = 60;
constexpr kiosk::paint::Panel kPanel{1080, 1920, 0.248F, {}};

double resident_kb() {
    malloc_trim(0);  // what has been freed counts as free
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmRSS:", 0) == 0) return std::stod(line.substr(6));
    }
    return 0;
}

double open_files() {
    namespace fs = std::filesystem;
    return static_cast<double>(std::distance(fs::directory_iterator("/proc/self/fd"), {})) - 1;
}

/// Draws like kiosk/face.cpp, with a shelf of textures that are only numbers.
class Glass final : public kiosk::paint::Textures {
public:
    explicit Glass(std::unique_ptr<kiosk::text::Shaper> shaper)
        : shaper_(std::move(shaper)),
          canvas_(nullptr),
          shelf_(
              kiosk::platform::kTextureBytes, [this](const auto&) { return ++made_; }, [](unsigned) {}) {}

    void show(const kiosk::screens::Screen& screen, bool in_visit) {
        if (std::exchange(in_visit_, in_visit) && !in_visit) shaper_->forget();
        if (shown_ == screen) return;
        shown_ = screen;
        shelf_.begin_frame();
        canvas_.paint(kiosk::paint::layout(screen, kPanel, *shaper_), {}, *this);
    }
    void* texture_of(const kiosk::text::Picture& picture) override {
        const auto texture =
            shelf_.texture_of({picture.id, picture.width, picture.height, picture.coverage.data()});
        return reinterpret_cast<void*>(
            static_cast<std::uintptr_t>(texture));  // NOLINT: an id, as ImGui has it
    }

private:
    std::unique_ptr<kiosk::text::Shaper> shaper_;
    kiosk::paint::Canvas canvas_;
    unsigned made_ = 0;
    kiosk::platform::TextureShelf shelf_;
    std::optional<kiosk::screens::Screen> shown_;
    bool in_visit_ = false;
};

/// The kiosk and whoever stands at it.
class Kiosk {
public:
    static base::Result<std::unique_ptr<Kiosk>> start(const std::string& settings_file,
                                                      const std::string& journal) {
        const auto settings = TRY(kiosk::settings::read(settings_file));
        const auto& server = settings.server;
        auto endpoint =
            TRY(kiosk::net::read_endpoint({server.url, server.ca, server.certificate, server.key}));
        auto https = TRY(kiosk::net::Https::start(std::move(endpoint)));
        auto words = TRY(kiosk::screens::AllWords::built_in(languages::all_tags()));
        auto shaper = TRY(kiosk::text::Shaper::create());
        return std::unique_ptr<Kiosk>(
            new Kiosk(journal, std::move(https), std::move(words), std::move(shaper)));
    }

    base::Done press(const std::string& node) {
        TRY_DONE(runtime_.press(node));
        return pass(kBetweenPresses);
    }
    base::Done press_all(const std::vector<std::string>& nodes) {
        for (const std::string& node : nodes) TRY_DONE(press(node));
        return {};
    }
    /// Time goes by until the screen is another one.
    base::Done leave(const std::string& screen) {
        for (int i = 0; i < kWaitsMax; ++i) {
            if (runtime_.screen().id != screen) return {};
            TRY_DONE(pass(1s));
        }
        return base::fail(base::ErrorKind::Unavailable, "the kiosk stays at " + screen);
    }
    /// Whoever stood there has gone: the kiosk goes back to the start by itself.
    base::Done walk_away() {
        for (int i = 0; i < kWaitsMax; ++i) {
            if (!runtime_.model().visit.first_touch) return {};
            TRY_DONE(pass(5s));
        }
        return base::fail(base::ErrorKind::Unavailable, "the visit does not end");
    }
    const std::string& screen() { return runtime_.screen().id; }

private:
    Kiosk(const std::string& journal, std::unique_ptr<kiosk::net::Https> https,
          kiosk::screens::AllWords words, std::unique_ptr<kiosk::text::Shaper> shaper)
        : clock_(base::SystemClock{}.now()),
          glass_(std::move(shaper)),
          runtime_({clock_,
                    entropy_,
                    hash_,
                    [words = std::move(words)](const kiosk::app::Model& now) {
                        return kiosk::screens::view(now, words.in(kiosk::app::language_of(now)));
                    },
                    journal,
                    {},
                    std::move(https),
                    [] {},
                    [this](const std::string& fault) { fault_ = fault; },
                    to_begin_with()}) {}

    static kiosk::app::Model to_begin_with() {
        kiosk::app::Model model;
        model.languages = languages::all_tags();
        model.visit = kiosk::app::fresh_visit(model);
        return model;
    }

    base::Done pass(std::chrono::milliseconds time) {
        clock_.advance(time);
        if (!runtime_.settle(kComesToRest))
            return base::fail(base::ErrorKind::Unavailable, "the kiosk does not come to rest");
        if (!fault_.empty()) return base::fail(base::ErrorKind::Unavailable, fault_);
        glass_.show(runtime_.screen(), runtime_.model().visit.first_touch.has_value());
        return {};
    }

    support::FakeClock clock_;
    base::SystemEntropy entropy_;
    kiosk::net::Hmac hash_;
    std::string fault_;
    Glass glass_;
    kiosk::runtime::Runtime runtime_;
};

/// What became of the visits.
struct Tally {
    int taken_back = 0;
    int checked_in = 0;
    int other = 0;  ///< already in, left alone, not found
};

base::Done check_in(Kiosk& kiosk, int visit, Tally& tally) {
    TRY_DONE(
        kiosk.press_all({"start", "continue", "day." + std::to_string(1 + visit % kDays),
                         "month." + std::to_string(1 + visit / kDays % kMonths), "use_letter", "letter.Y"}));
    TRY_DONE(kiosk.leave("searching"));
    if (kiosk.screen() != "is_this_right") {
        ++tally.other;
        return {};
    }
    TRY_DONE(kiosk.press("confirm.yes"));
    TRY_DONE(kiosk.leave("saving"));
    const bool stays = visit % kStaysIn == 0;
    ++(stays ? tally.checked_in : tally.taken_back);
    return stays ? base::Done{} : kiosk.press("undo");
}

base::Done one_visit(Kiosk& kiosk, int visit, Tally& tally) {
    const auto& language = languages::kAll.at(static_cast<std::size_t>(visit) % languages::kAll.size());
    TRY_DONE(kiosk.press("language." + std::string(language.tag)));
    switch (visit % 5) {
        case 3:  // has second thoughts
            TRY_DONE(kiosk.press_all({"start", "continue", "day.3"}));
            ++tally.other;
            break;
        case 4:  // needs large text, and a person
            TRY_DONE(kiosk.press_all({"mode.large", "bar.help"}));
            ++tally.other;
            break;
        default:
            TRY_DONE(check_in(kiosk, visit, tally));
    }
    return kiosk.walk_away();
}

}  // namespace

base::Done soak(const std::string& settings_file, const std::string& journal, Figures& figures) {
    const auto kiosk = TRY(Kiosk::start(settings_file, journal));
    Tally tally;
    double memory = 0;
    double files = 0;
    for (int visit = 0; visit < kVisits; ++visit) {
        TRY_DONE(one_visit(*kiosk, visit, tally));
        if (visit + 1 != kSettled) continue;
        memory = resident_kb();
        files = open_files();
    }
    figures.add("visits, checked in", tally.checked_in, "");
    figures.add("visits, checked in and taken back", tally.taken_back, "");
    figures.add("visits of other kinds", tally.other, "");
    figures.add("kiosk memory after 1,000 visits", memory / 1024, "MB");
    figures.add("kiosk memory after 10,000 visits, more than after 1,000", (resident_kb() - memory) / 1024,
                "MB");
    figures.add("files open after 10,000 visits, more than after 1,000", open_files() - files, "");
    return {};
}

}  // namespace bench
