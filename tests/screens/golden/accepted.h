#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/screens/golden/kinds.h"

namespace golden {

/// The accepted pictures of one kind: a fingerprint each, and a picture in greys to look at and to compare
/// with.
class Accepted {
public:
    static Accepted read(const Kind& kind);

    /// Whether exactly these colours were accepted for the screen.
    bool has(const Picture& picture) const;
    bool knows(const std::string& name) const { return fingerprints_.contains(name); }
    /// Those that are no sample's any more.
    std::vector<std::string> without(const std::vector<Picture>& pictures) const;
    /// Leaves expected, actual and their difference in `out/pictures`; the folder, for the failure's message.
    std::string leave_difference(const Picture& picture) const;

    /// Replaces everything that was accepted. False when a file cannot be written.
    static bool replace(const Kind& kind, const std::vector<Picture>& pictures);

private:
    std::string folder_;
    std::string kind_;
    std::map<std::string, std::string> fingerprints_;
};

}  // namespace golden
