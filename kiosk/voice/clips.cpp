#include "kiosk/voice/clips.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>

#include <sndfile.h>

#include "kiosk/voice/utterance.h"

namespace kiosk::voice {
namespace {

namespace fs = std::filesystem;

constexpr char kEnding[] = ".ogg";

using Sound = std::unique_ptr<SNDFILE, decltype(&sf_close)>;

base::Result<Sound> open_ogg(const std::string& file, SF_INFO& info) {
    Sound sound(sf_open(file.c_str(), SFM_READ, &info), &sf_close);
    if (!sound || (info.format & SF_FORMAT_TYPEMASK) != SF_FORMAT_OGG) {
        return base::fail(base::ErrorKind::Corrupt, "is no Ogg file");
    }
    if (info.channels != 1 || info.samplerate != static_cast<int>(kSamplesPerSecond)) {
        return base::fail(base::ErrorKind::Corrupt, "must have one channel at 22,050 a second");
    }
    if (info.frames < 1 || info.frames > static_cast<sf_count_t>(kUtteranceSamplesMax)) {
        return base::fail(base::ErrorKind::Corrupt, "must be no longer than a minute");
    }
    return sound;
}

/// Full stops of the languages of the kiosk.
constexpr std::array<std::string_view, 4> kStops{".", "\u3002", "\u06D4", "\u0964"};

/// What is still to be said after these words: nothing, or another sentence. None when the text does not
/// begin with them.
std::optional<std::string> rest_after(const std::string& text, const std::string& words) {
    if (!text.starts_with(words)) return std::nullopt;
    std::string rest = text.substr(words.size());
    if (rest.empty()) return rest;
    for (const std::string_view stop : kStops) {
        if (!rest.starts_with(stop)) continue;
        rest.erase(0, stop.size());
        rest.erase(0, std::min(rest.size(), rest.find_first_not_of(' ')));
        return rest;
    }
    return std::nullopt;
}

base::Result<Clip> clip_of(const fs::path& file, const screens::Words& words) {
    const std::string id = file.stem().string();
    if (!words.has(id))
        return base::fail(base::ErrorKind::NotFound, "is named after no text of its language");
    Clip clip{words.language(), heard(words.text(id)), file.string()};
    if (clip.text.find('{') != std::string::npos) {
        return base::fail(base::ErrorKind::InvalidInput, "is of a text with places to fill");
    }
    SF_INFO info{};
    TRY(open_ogg(clip.file, info));
    return clip;
}

void find_in(const fs::path& folder, const screens::Words& words, FoundClips& found) {
    std::error_code unreadable;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, unreadable)) {
        if (entry.path().extension() == kEnding) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        auto clip = clip_of(file, words);
        if (clip) {
            found.clips.push_back(std::move(*clip));
        } else {
            found.faults.push_back(file.string() + ": it " + clip.error().message +
                                   "; the voice reads that text");
        }
    }
}

}  // namespace

base::Result<Samples> samples_of_ogg(const std::string& file) {
    SF_INFO info{};
    const Sound sound = TRY(open_ogg(file, info));
    Samples samples(static_cast<std::size_t>(info.frames));
    const sf_count_t read = sf_readf_short(sound.get(), samples.data(), info.frames);
    if (read < 1) return base::fail(base::ErrorKind::Corrupt, "holds no sound");
    samples.resize(static_cast<std::size_t>(read));
    return samples;
}

FoundClips find_clips(const std::string& folder, const std::vector<std::string>& languages,
                      const screens::AllWords& words) {
    FoundClips found;
    for (const std::string& language : languages) {
        find_in(fs::path(folder) / language, words.in(language), found);
    }
    return found;
}

ClippedVoice::ClippedVoice(std::unique_ptr<Synthesis> rest, std::vector<Clip> clips)
    : rest_(std::move(rest)), clips_(std::move(clips)) {
    std::stable_sort(clips_.begin(), clips_.end(),
                     [](const Clip& a, const Clip& b) { return a.text.size() > b.text.size(); });
}

base::Result<Samples> ClippedVoice::speak(const std::string& text, const std::string& language) {
    for (const Clip& clip : clips_) {
        const auto after = clip.language == language ? rest_after(text, clip.text) : std::nullopt;
        if (!after) continue;
        auto said = samples_of_ogg(clip.file);
        if (!said) break;
        if (after->empty()) return said;
        const Samples more = TRY(rest_->speak(*after, language));
        said->insert(said->end(), more.begin(), more.end());
        return said;
    }
    return rest_->speak(text, language);
}

}  // namespace kiosk::voice
