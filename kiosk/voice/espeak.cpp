#include "kiosk/voice/espeak.h"

#include <cstring>

#include "kiosk/voice/child.h"
#include "kiosk/voice/voices.h"

namespace kiosk::voice {
namespace {

constexpr std::size_t kWavHeader = 44;

std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t length) {
    std::uint32_t number = 0;
    for (std::size_t i = length; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

void append(std::string& bytes, std::uint32_t number, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(number >> 8 * i & 0xFF);
}

}  // namespace

base::Result<Samples> samples_of_wav(const std::string& bytes) {
    const auto fault = [](const char* what) {
        return base::fail(base::ErrorKind::Corrupt, what);
    };
    if (bytes.size() < kWavHeader || bytes.compare(0, 4, "RIFF") != 0 ||
        bytes.compare(8, 8, "WAVEfmt ") != 0) {
        return fault("what came is no WAV file");
    }
    const bool ours = number_at(bytes, 20, 2) == 1 && number_at(bytes, 22, 2) == 1 &&
                      number_at(bytes, 24, 4) == kSamplesPerSecond && number_at(bytes, 34, 2) == 16 &&
                      bytes.compare(36, 4, "data") == 0;
    if (!ours) return fault("the sound is not one channel of 16 bits at 22,050 a second");
    Samples samples((bytes.size() - kWavHeader) / 2);
    if (samples.size() > kUtteranceSamplesMax) return fault("the sound is too long");
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i] = static_cast<std::int16_t>(number_at(bytes, kWavHeader + 2 * i, 2));
    }
    return samples;
}

std::string wav_of(const Samples& samples) {
    const auto length = static_cast<std::uint32_t>(samples.size() * 2);
    std::string bytes = "RIFF";
    append(bytes, length + kWavHeader - 8, 4);
    bytes += "WAVEfmt ";
    append(bytes, 16, 4);
    append(bytes, 1, 2);
    append(bytes, 1, 2);
    append(bytes, kSamplesPerSecond, 4);
    append(bytes, kSamplesPerSecond * 2, 4);
    append(bytes, 2, 2);
    append(bytes, 16, 2);
    bytes += "data";
    append(bytes, length, 4);
    for (const std::int16_t sample : samples) append(bytes, static_cast<std::uint16_t>(sample), 2);
    return bytes;
}

base::Result<std::unique_ptr<Espeak>> Espeak::start(const std::string& program, int words_per_minute) {
    TRY(run_child({program, "--version"}, "", {kSynthesisMax, 4096}));
    return std::unique_ptr<Espeak>(new Espeak(program, words_per_minute));
}

base::Result<Samples> Espeak::speak(const std::string& text, const std::string& language) {
    const std::string voice(voice_of(language));
    if (voice.empty()) return base::fail(base::ErrorKind::InvalidInput, "there is no voice for " + language);
    const std::vector<std::string> command{
        program_, "-v", voice, "-s", std::to_string(words_per_minute_), "-b", "1", "--stdin", "--stdout"};
    return samples_of_wav(
        TRY(run_child(command, text, {kSynthesisMax, kWavHeader + 2 * kUtteranceSamplesMax})));
}

}  // namespace kiosk::voice
