// The door asks the register whose certificate it sees; hubctl changes the record behind it.

#include "server/http/kiosk_register.h"

#include <gtest/gtest.h>

#include "tests/integration/http/door_fixture.h"

namespace tests {
namespace {

using server::http::kRegisterAge;

class KioskRegister : public testing::Test {
protected:
    void put(const server::app::Kiosk& kiosk) {
        const base::Done kept = store_.open().write_and_wait(
            [&](server::app::Transaction& transaction) { return transaction.put(kiosk); });
        ASSERT_TRUE(kept) << kept.error().message;
    }

    support::FakeClock clock_{base::parse_instant("2026-11-23T14:00:00Z").value()};
    server::app::Kiosk front_{domain::KioskId("front-door"), "aa", clock_.now(), std::nullopt};
    GatedStore store_;
    server::http::KioskRegister register_{store_, clock_};
};

TEST_F(KioskRegister, KnowsAKioskByItsFingerprintAndNobodyElse) {
    put(front_);
    EXPECT_EQ(register_.find("aa"), front_.id);
    EXPECT_EQ(register_.find("ab"), std::nullopt);
    EXPECT_EQ(register_.find(""), std::nullopt);
}

TEST_F(KioskRegister, DoesNotKnowARevokedKioskASecondLater) {
    put(front_);
    EXPECT_EQ(register_.find("aa"), front_.id);
    front_.revoked_at = clock_.now();
    put(front_);
    clock_.advance(kRegisterAge);
    EXPECT_EQ(register_.find("aa"), std::nullopt);
}

TEST_F(KioskRegister, KnowsAnAddedKioskASecondLater) {
    EXPECT_EQ(register_.find("aa"), std::nullopt);
    put(front_);
    clock_.advance(kRegisterAge);
    EXPECT_EQ(register_.find("aa"), front_.id);
}

}  // namespace
}  // namespace tests
