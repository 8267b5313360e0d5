#include <cstring>
#include <utility>

#include <alsa/asoundlib.h>

#include "kiosk/voice/outputs.h"

namespace kiosk::voice {
namespace {

constexpr unsigned kHeldMicroseconds =
    std::chrono::duration_cast<std::chrono::microseconds>(kHeldMax).count();

struct ClosePcm {
    void operator()(snd_pcm_t* pcm) const { snd_pcm_close(pcm); }
};
struct CloseControl {
    void operator()(snd_ctl_t* control) const { snd_ctl_close(control); }
};
using Pcm = std::unique_ptr<snd_pcm_t, ClosePcm>;
using Control = std::unique_ptr<snd_ctl_t, CloseControl>;

base::Error fault_of(const std::string& device, int error) {
    return {base::ErrorKind::Unavailable, "the sound device " + device + ": " + snd_strerror(error)};
}

base::Result<Pcm> open_pcm(const std::string& device) {
    snd_pcm_t* raw = nullptr;
    int error = snd_pcm_open(&raw, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0);
    if (error < 0) return tl::unexpected(fault_of(device, error));
    Pcm pcm(raw);
    constexpr unsigned kOneChannel = 1;
    constexpr int kResample = 1;
    error = snd_pcm_set_params(raw, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, kOneChannel,
                               kSamplesPerSecond, kResample, kHeldMicroseconds);
    if (error < 0) return tl::unexpected(fault_of(device, error));
    return pcm;
}

/// Whether the card's jack has something in it; false where there is no such control.
class Jack {
public:
    explicit Jack(const std::string& card) {
        if (card.empty()) return;
        snd_ctl_t* raw = nullptr;
        if (snd_ctl_open(&raw, card.c_str(), SND_CTL_READONLY) == 0) control_.reset(raw);
    }

    bool is_in() const {
        if (!control_) return false;
        snd_ctl_elem_value_t* value = nullptr;
        snd_ctl_elem_value_alloca(&value);
        snd_ctl_elem_value_set_interface(value, SND_CTL_ELEM_IFACE_CARD);
        snd_ctl_elem_value_set_name(value, "Headphone Jack");
        return snd_ctl_elem_read(control_.get(), value) == 0 && snd_ctl_elem_value_get_boolean(value, 0) != 0;
    }

private:
    Control control_;
};

void keep_quiet(const char*, int, const char*, int, const char*, ...) {}

class AlsaOutput final : public SoundOutput {
public:
    AlsaOutput(std::string device, Pcm pcm, const HeadsetSource& headset)
        : device_(std::move(device)), pcm_(std::move(pcm)), always_(headset.always), jack_(headset.jack) {}

    base::Done play(std::span<const std::int16_t> chunk) override {
        if (!pcm_) pcm_ = TRY(open_pcm(device_));
        while (!chunk.empty()) {
            snd_pcm_sframes_t count = snd_pcm_writei(pcm_.get(), chunk.data(), chunk.size());
            if (count < 0) count = snd_pcm_recover(pcm_.get(), static_cast<int>(count), 1);
            if (count < 0) {
                pcm_.reset();
                return tl::unexpected(fault_of(device_, static_cast<int>(count)));
            }
            chunk = chunk.subspan(static_cast<std::size_t>(count));
        }
        return {};
    }

    void drop() override {
        if (!pcm_) return;
        snd_pcm_drop(pcm_.get());
        if (snd_pcm_prepare(pcm_.get()) < 0) pcm_.reset();
    }

    bool has_headset() override { return always_ || jack_.is_in(); }

private:
    const std::string device_;
    Pcm pcm_;  ///< none after a fault: opened anew by the next play()
    const bool always_;
    const Jack jack_;
};

}  // namespace

base::Result<std::unique_ptr<SoundOutput>> alsa_output(const std::string& device, HeadsetSource headset) {
    // Its complaints are in our errors; by itself it writes them to the terminal.
    snd_lib_error_set_handler(keep_quiet);
    Pcm pcm = TRY(open_pcm(device));
    return std::make_unique<AlsaOutput>(device, std::move(pcm), headset);
}

}  // namespace kiosk::voice
