#include <fstream>
#include <utility>

#include "kiosk/voice/espeak.h"
#include "kiosk/voice/outputs.h"

namespace kiosk::voice {
namespace {

class FileOutput final : public SoundOutput {
public:
    FileOutput(std::ofstream file, const HeadsetSource& headset)
        : file_(std::move(file)), always_(headset.always) {}
    FileOutput(const FileOutput&) = delete;
    FileOutput& operator=(const FileOutput&) = delete;
    ~FileOutput() override { file_ << wav_of(played_) << std::flush; }

    base::Done play(std::span<const std::int16_t> chunk) override {
        if (played_.size() + chunk.size() > kUtteranceSamplesMax) return {};
        played_.insert(played_.end(), chunk.begin(), chunk.end());
        return {};
    }
    void drop() override {}
    bool has_headset() override { return always_; }

private:
    std::ofstream file_;
    const bool always_;
    Samples played_;
};

}  // namespace

base::Result<std::unique_ptr<SoundOutput>> file_output(const std::string& path, HeadsetSource headset) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file)
        return base::fail(base::ErrorKind::Unavailable, "the sound file " + path + " cannot be written");
    return std::make_unique<FileOutput>(std::move(file), headset);
}

}  // namespace kiosk::voice
