#pragma once

#include <utility>
#include <vector>

#include "kiosk/input/scanner.h"

namespace support {

/// A scanner that reads what a test shows to it.
class FakeScanner final : public kiosk::input::Scanner {
public:
    std::vector<kiosk::input::Scan> take() override { return std::exchange(scans_, {}); }
    bool is_there() override { return there; }
    void show(kiosk::input::Scan scan) { scans_.push_back(std::move(scan)); }

    bool there = false;  ///< offered on the first screen; shown slips are read all the same

private:
    std::vector<kiosk::input::Scan> scans_;
};

}  // namespace support
