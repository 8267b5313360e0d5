#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/crypto/bytes.h"
#include "server/crypto/hmac_keyed_hash.h"
#include "server/crypto/hub_vault.h"

namespace {

using base::ErrorKind;
using server::crypto::HubVault;

base::Secret key_of(char letter) {
    return base::Secret(std::string_view(std::string(server::crypto::kKeyBytes, letter)));
}

class VaultTest : public testing::Test {
protected:
    base::SystemEntropy entropy_;
    HubVault vault_{key_of('a'), entropy_};
    std::string wrapped_ = vault_.new_key("ann");
    base::Secret key_ = *vault_.unwrap("ann", wrapped_);
};

TEST_F(VaultTest, WhatWasSealedIsReadAgainWithTheSameKeyAndPlace) {
    const std::string sealed = vault_.seal(key_, "person/ann", "born 1970-01-02");
    EXPECT_EQ(*vault_.unseal(key_, "person/ann", sealed), "born 1970-01-02");
    EXPECT_EQ(*vault_.unseal(key_, "p", vault_.seal(key_, "p", "")), "");
}

TEST_F(VaultTest, ASealedTextHoldsNothingOfTheTextAndIsNeverTheSameTwice) {
    const std::string sealed = vault_.seal(key_, "p", "Zebedee");
    EXPECT_EQ(sealed.find("Zebedee"), std::string::npos);
    EXPECT_NE(sealed, vault_.seal(key_, "p", "Zebedee"));
}

TEST_F(VaultTest, ASealedTextOpensInNoOtherPlace) {
    const std::string sealed = vault_.seal(key_, "person/ann", "x");
    EXPECT_EQ(vault_.unseal(key_, "person/bea", sealed).error().kind, ErrorKind::Corrupt);
}

TEST_F(VaultTest, EveryChangedBitIsNoticed) {
    const std::string sealed = vault_.seal(key_, "p", "abc");
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        std::string changed = sealed;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(vault_.unseal(key_, "p", changed)) << "bit " << bit;
    }
    for (std::size_t size = 0; size < sealed.size(); ++size)
        EXPECT_FALSE(vault_.unseal(key_, "p", sealed.substr(0, size))) << "size " << size;
}

TEST_F(VaultTest, AKeyUnwrapsForItsOwnerOnly) {
    EXPECT_EQ(vault_.unwrap("bea", wrapped_).error().kind, ErrorKind::Corrupt);
}

TEST_F(VaultTest, AnotherHubsKeyOpensNothing) {
    HubVault other(key_of('b'), entropy_);
    EXPECT_EQ(other.unwrap("ann", wrapped_).error().kind, ErrorKind::Corrupt);
    EXPECT_NE(other.find_hash("crn", "X123456"), vault_.find_hash("crn", "X123456"));
}

TEST_F(VaultTest, EveryPersonHasAnotherKey) {
    const base::Secret other = *vault_.unwrap("bea", vault_.new_key("bea"));
    EXPECT_NE(other.reveal_text(), key_.reveal_text());
    EXPECT_FALSE(vault_.unseal(other, "p", vault_.seal(key_, "p", "x")));
}

TEST_F(VaultTest, AFindHashIsTheSameEachTimeAndAnotherForEachKindAndText) {
    const std::string hash = vault_.find_hash("crn", "X123456");
    EXPECT_EQ(hash.size(), 32u);
    EXPECT_EQ(hash, vault_.find_hash("crn", "X123456"));
    EXPECT_NE(hash, vault_.find_hash("crn", "X123457"));
    EXPECT_NE(hash, vault_.find_hash("person_key", "X123456"));
    EXPECT_NE(vault_.find_hash("a", "bc"), vault_.find_hash("ab", "c"));
}

TEST_F(VaultTest, DigestIsSha256) {
    EXPECT_EQ(server::crypto::to_hex(vault_.digest("abc")),  // FIPS 180-4, example
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(VaultTest, NoTwoSaltsAreTheSame) {
    EXPECT_NE(vault_.salt(), vault_.salt());
}

TEST(HmacKeyedHash, GivesTheValueOfRfc4231TestCase2) {
    const server::crypto::HmacKeyedHash hash;
    EXPECT_EQ(hash.hash(base::Secret(std::string_view("Jefe")), "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

}  // namespace
