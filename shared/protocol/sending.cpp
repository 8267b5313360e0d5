#include "shared/protocol/sending.h"

#include <charconv>
#include <optional>

#include "shared/base/entropy.h"

namespace protocol {
namespace {

constexpr std::string_view kWall = "wall=\"";
constexpr std::string_view kBootId = "\", boot_id=\"";
constexpr std::string_view kSinceBoot = "\", since_boot_us=";
constexpr std::string_view kRecordedOffline = ", recorded_offline";

/// Takes what stands before `end` off the front of `text`, and `end` with it.
std::optional<std::string_view> take_until(std::string_view& text, std::string_view end) {
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at + end.size());
    return taken;
}

}  // namespace

std::string to_header(const Sending& sending) {
    std::string text{kWall};
    text += base::to_text(sending.told.wall);
    text += kBootId;
    text += sending.told.boot_id;
    text += kSinceBoot;
    text += std::to_string(sending.told.since_boot.count());
    if (sending.recorded_offline) text += kRecordedOffline;
    return text;
}

base::Result<Sending> sending_from_header(std::string_view text) {
    const auto wrong = [] {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the header Kiosk-Sending must hold wall, boot_id and since_boot_us");
    };
    if (text.size() > kSendingHeaderBytesMax || !text.starts_with(kWall)) return wrong();
    text.remove_prefix(kWall.size());
    const auto wall = take_until(text, kBootId);
    const auto boot_id = take_until(text, kSinceBoot);
    if (!wall || !boot_id || !base::is_uuid(*boot_id)) return wrong();
    Sending sending;
    sending.told.wall = TRY(base::parse_instant(*wall));
    sending.told.boot_id = std::string(*boot_id);
    if (text.ends_with(kRecordedOffline)) {
        sending.recorded_offline = true;
        text.remove_suffix(kRecordedOffline.size());
    }
    base::BootTime::rep since_boot_us = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), since_boot_us);
    if (error != std::errc{} || end != text.data() + text.size() || since_boot_us < 0) return wrong();
    sending.told.since_boot = base::BootTime{since_boot_us};
    return sending;
}

}  // namespace protocol
