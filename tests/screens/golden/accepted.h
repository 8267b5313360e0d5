#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/screens/golden/kinds.h"

namespace golden {

/// The accepted pictures of one kind: a fingerprint and the colours of the areas each, and a picture in greys
/// to look at and to compare with.
class Accepted {
public:
    static Accepted read(const Kind& kind);

    /// Whether these very colours were accepted for the screen; else whether it is the same to the eye
    /// (near.h).
    bool has(const Picture& picture) const;
    bool knows(const std::string& name) const { return kept_.contains(name); }
    /// Those that are no sample's any more.
    std::vector<std::string> without(const std::vector<Picture>& pictures) const;
    /// Leaves expected, actual and their difference in `out/pictures`; the folder, for the failure's message.
    std::string leave_difference(const Picture& picture) const;

    /// Replaces everything that was accepted. False when a file cannot be written.
    static bool replace(const Kind& kind, const std::vector<Picture>& pictures);

private:
    std::string folder_;
    std::string kind_;
    bool is_near(const Picture& picture) const;

    struct Kept {
        std::string fingerprint;
        std::string areas;
    };
    std::map<std::string, Kept> kept_;
};

}  // namespace golden
