#include "server/reception/denied_passwords.h"

#include <gtest/gtest.h>

#include "server/app/accounts.h"

namespace server::reception {
namespace {

TEST(DeniedPasswords, HoldThoseThatBecameKnownBesideOurOwn) {
    const auto denied = denied_passwords();
    EXPECT_GT(denied.size(), 2000U);
    EXPECT_TRUE(denied.contains("manchester")) << "our own";
    for (const char* known : {"trustno", "superman", "mustang", "letmein"})
        EXPECT_TRUE(denied.contains(known)) << known;
    for (const std::string& word : denied) {
        EXPECT_GE(word.size(), 3U);
        EXPECT_EQ(word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos) << word;
    }
}

TEST(DeniedPasswords, RefuseWhateverDigitsAndSignsStandAroundOne) {
    const auto denied = denied_passwords();
    const auto refused = [&](const std::string& password) {
        return !app::why_password_is_refused(password, "Kim Ode", denied).empty();
    };
    for (const std::string& word : denied)
        EXPECT_TRUE(refused(word + "1987!_2026#") || word.size() > 190) << word;
    EXPECT_TRUE(refused("Superman2026!"));
    EXPECT_TRUE(refused("Tru5tno1-2026"));
    EXPECT_FALSE(refused("three wet dogs"));
    EXPECT_FALSE(refused("superman eats green soup"));
}

}  // namespace
}  // namespace server::reception
