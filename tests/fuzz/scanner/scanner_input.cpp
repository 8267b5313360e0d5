#include "tests/fuzz/scanner/scanner_input.h"

#include <array>

#include "kiosk/input/code_reader.h"
#include "shared/base/invariant.h"
#include "shared/domain/slip.h"

namespace fuzz {
namespace {

bool is_plain(std::string_view text) {
    return text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

bool check_slip(std::string_view text) {
    const domain::SlipReading anywhere = domain::read_slip(text, "");
    const bool good = anywhere.verdict == domain::SlipVerdict::Good;
    const domain::SlipReading here = domain::read_slip(text, "HERE");
    if (!good) {
        INVARIANT(here == anywhere, "what is no slip is none anywhere");
        return false;
    }
    INVARIANT(text.size() == domain::kSlipCharacters && is_plain(text), "a slip can be scanned");
    const std::string_view mark = text.substr(5, domain::kSlipMarkCharacters);
    INVARIANT(domain::is_slip_mark(mark), "a slip has a mark");
    INVARIANT((here.verdict == domain::SlipVerdict::Good) == (mark == "HERE"), "a slip is of one hub");
    return true;
}

/// Records of four bytes: the key's code, low byte first; kind; milliseconds since the key before.
bool check_keys(std::string_view bytes) {
    using kiosk::input::KeyStroke;
    kiosk::input::CodeReader reader;
    base::BootTime at{0};
    bool taken = false;
    const auto look_at = [&](const std::optional<kiosk::input::Scan>& scan) {
        if (!scan || !*scan) return;
        taken = true;
        const std::string& code = **scan;
        INVARIANT(!code.empty() && code.size() <= kiosk::input::kCodeCharactersMax && is_plain(code),
                  "a code is short and plain");
    };
    for (; bytes.size() >= 4; bytes.remove_prefix(4)) {
        const auto byte = [&](std::size_t i) {
            return static_cast<unsigned char>(bytes[i]);
        };
        at += std::chrono::milliseconds{byte(3)};
        const KeyStroke key{static_cast<std::uint16_t>(byte(0) | byte(1) << 8),
                            byte(2) % 3 == 1   ? KeyStroke::Kind::Pressed
                            : byte(2) % 3 == 2 ? KeyStroke::Kind::Repeated
                                               : KeyStroke::Kind::Released};
        look_at(reader.on_key(key, at));
        INVARIANT(!reader.due() || *reader.due() > at, "what is due is still to come");
    }
    if (const auto due = reader.due()) {
        INVARIANT(reader.on_time(*due) && !reader.due(), "every code comes to an end");
    }
    return taken;
}

constexpr std::array<ScannerInput, 2> kInputs{{{"slip", check_slip}, {"scanner_keys", check_keys}}};

}  // namespace

std::span<const ScannerInput> scanner_inputs() {
    return kInputs;
}

const ScannerInput* scanner_input(std::string_view name) {
    for (const ScannerInput& input : kInputs)
        if (name == input.name) return &input;
    return nullptr;
}

}  // namespace fuzz
