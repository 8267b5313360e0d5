#include "shared/domain/name_folding.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

TEST(NameFolding, MakesNamesTheSameHoweverTheyAreTyped) {
    EXPECT_EQ(folded("Łucja ZMYŚLONA"), "lucja zmyslona");
    EXPECT_EQ(folded("Strauß Åse Ægir Þór"), "strauss ase aegir thor");
    EXPECT_EQ(folded("محمد"), "محمد");
    EXPECT_EQ(folded(""), "");
}

TEST(NameFolding, GivesTheFirstCharacterWithItsMarksAsACapital) {
    EXPECT_EQ(first_letter("rosa"), "R");
    EXPECT_EQ(first_letter("e\u0301mile"), "E\u0301");
    EXPECT_EQ(first_letter("محمد"), "م");
    EXPECT_EQ(first_letter(""), "");
}

}  // namespace
}  // namespace domain
