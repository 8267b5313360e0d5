#include "tests/bench/kiosk/frames.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/paint/cpu_raster.h"
#include "kiosk/screens/view.h"
#include "shared/languages/language.h"
#include "tests/support/kiosk/samples.h"

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

constexpr kiosk::paint::Panel kPanel{1080, 1920, 0.248F, {}};
constexpr int kColdFrames = 40;
constexpr int kWarmFrames = 400;
constexpr double kMegabyte = 1024.0 * 1024.0;

/// One way of writing, as the fonts see it: Nastaliq is a face of its own.
std::string script_of(const languages::Language& language) {
    if (language.tag == "ur") return "Nastaliq";
    switch (language.script) {
        case languages::Script::Latin:
            return "Latin";
        case languages::Script::Arabic:
            return "Arabic";
        case languages::Script::Gurmukhi:
            return "Gurmukhi";
        case languages::Script::Bengali:
            return "Bengali";
        case languages::Script::Han:
            return "Chinese";
    }
    return {};
}

/// A screen to be drawn again and again.
struct Subject {
    std::string name;
    kiosk::app::Model model;
    std::shared_ptr<const kiosk::screens::Words> words;
    microseconds cold{0};
};

class Easel {
public:
    explicit Easel(kiosk::text::Shaper& shaper) : shaper_(shaper), canvas_(nullptr) {}

    microseconds draw(const Subject& subject) {
        const auto began = Clock::now();
        const auto screen = kiosk::screens::view(subject.model, *subject.words);
        const auto layout = kiosk::paint::layout(screen, kPanel, shaper_);
        canvas_.paint(layout, {}, textures_);
        return std::chrono::duration_cast<microseconds>(Clock::now() - began);
    }
    microseconds draw_cold(const Subject& subject) {
        shaper_.forget();
        return draw(subject);
    }

private:
    kiosk::text::Shaper& shaper_;
    kiosk::paint::Canvas canvas_;
    kiosk::paint::PictureTextures textures_;
};

/// The screen of each script that took longest when nothing was drawn yet, the better of two tries.
std::map<std::string, Subject> heaviest_screens(Easel& easel) {
    std::map<std::string, Subject> heaviest;
    for (const languages::Language& language : languages::kAll) {
        const std::string tag(language.tag);
        const auto words = std::make_shared<const kiosk::screens::Words>(support::words_of(tag));
        for (const support::Sample& sample : support::samples(*words)) {
            Subject subject{sample.name + " (" + tag + ")", sample.model, words, {}};
            subject.cold = std::min(easel.draw_cold(subject), easel.draw_cold(subject));
            Subject& most = heaviest[script_of(language)];
            if (most.cold < subject.cold) most = std::move(subject);
        }
    }
    return heaviest;
}

void measure(Easel& easel, const std::string& script, const Subject& subject, Figures& figures) {
    std::vector<microseconds> cold;
    std::vector<microseconds> warm;
    for (int i = 0; i < kColdFrames; ++i) cold.push_back(easel.draw_cold(subject));
    for (int i = 0; i < kWarmFrames; ++i) warm.push_back(easel.draw(subject));
    const std::string name = "frame, " + script + ", " + subject.name;
    figures.add(name + ", warm, p50", percentile(warm, 0.5), "us");
    figures.add(name + ", warm, p99", percentile(warm, 0.99), "us");
    figures.add(name + ", cold, p50", percentile(cold, 0.5), "us", name + ", warm, p50");
    figures.add(name + ", cold, p99", percentile(cold, 0.99), "us");
}

/// The most that the cache holds while every screen is shown in every language without ever being emptied.
double most_cached_mb(Easel& easel, const kiosk::text::Shaper& shaper) {
    std::size_t most = 0;
    for (const languages::Language& language : languages::kAll) {
        const auto words =
            std::make_shared<const kiosk::screens::Words>(support::words_of(std::string(language.tag)));
        for (const support::Sample& sample : support::samples(*words)) {
            easel.draw({sample.name, sample.model, words, {}});
            most = std::max(most, shaper.cached_bytes());
        }
    }
    return static_cast<double>(most) / kMegabyte;
}

}  // namespace

base::Done measure_frames(Figures& figures) {
    const auto shaper = TRY(kiosk::text::Shaper::create());
    Easel easel(*shaper);
    for (const auto& [script, subject] : heaviest_screens(easel)) measure(easel, script, subject, figures);
    figures.add("cache of drawn words, every screen in every language", most_cached_mb(easel, *shaper), "MB");
    return {};
}

}  // namespace bench
