// The accessibility walk: every screen, in every language and mode and on every panel. Tests are named after
// rows of docs/accessibility.md.
//
// With HUB_LONG=1 all of them. Otherwise a sample: every screen meets every language, every language meets
// every mix of modes that changes the layout on every panel, spread over the screens.

#include "tests/screens/walk/walk.h"

#include <gtest/gtest.h>

#include "kiosk/paint/place_node.h"

namespace {

using namespace kiosk;
using paint::Placed;
using walk::Visitor;

class Walk : public testing::TestWithParam<std::string> {
protected:
    /// Every screen of the language that is due, laid out.
    static void each(const Visitor& visitor) { walk::each(GetParam(), visitor); }
};

/// Sizes of targets, gaps, sizes of letters, clipping, overlap, missing letters, reach: what faults() knows.
TEST_P(Walk, C16_C27_C48_C49_EveryScreenFitsWithoutScrollingAndHasEveryLetter) {
    each([](const walk::Stop& stop) {
        for (const std::string& fault : paint::faults(stop.layout)) {
            ADD_FAILURE() << stop.where << ": " << fault;
        }
    });
}

INSTANTIATE_TEST_SUITE_P(Languages, Walk, testing::ValuesIn(languages::all_tags()), [](const auto& tested) {
    std::string name = tested.param;
    std::erase(name, '-');
    return name;
});

}  // namespace
