#include "server/crypto/staff_secrets.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>

#include <liboath/oath.h>
#include <sodium/core.h>
#include <sodium/crypto_pwhash.h>
#include <sodium/utils.h>

#include "shared/base/invariant.h"

namespace server::crypto {
namespace {

constexpr std::size_t kCodeDigits = 6;
constexpr std::int64_t kStepSeconds = 30;

/// OWASP's second choice for Argon2id (2 passes over 19 MiB) is the least that counts as sound; this is more.
constexpr unsigned long long kPasses = 3;
constexpr std::size_t kMemoryBytes = 64ULL * 1024 * 1024;

std::string code_of_step(std::string_view key, std::int64_t step) {
    std::array<char, kCodeDigits + 1> code{};
    const int made = oath_hotp_generate(key.data(), key.size(), static_cast<std::uint64_t>(step), kCodeDigits,
                                        false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
    INVARIANT(made == OATH_OK, "liboath makes a code of six digits");
    return {code.data(), kCodeDigits};
}

std::int64_t step_at(base::Instant now) {
    return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count() / kStepSeconds;
}

}  // namespace

SodiumStaffSecrets::SodiumStaffSecrets(PasswordCost cost) : cost_(cost) {
    INVARIANT(sodium_init() >= 0, "libsodium starts");
    INVARIANT(oath_init() == OATH_OK, "liboath starts");
    hash_of_nothing_ = hash_password(base::Secret(std::string_view("nobody has this password")));
}

std::string SodiumStaffSecrets::hash_password(const base::Secret& password) const {
    const auto bytes = password.reveal();
    const bool full = cost_ == PasswordCost::Full;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int done =
        crypto_pwhash_str_alg(hash.data(), reinterpret_cast<const char*>(bytes.data()), bytes.size(),
                              full ? kPasses : crypto_pwhash_OPSLIMIT_MIN,
                              full ? kMemoryBytes : crypto_pwhash_MEMLIMIT_MIN, crypto_pwhash_ALG_ARGON2ID13);
    INVARIANT(done == 0, "there is memory for one password");
    return hash.data();
}

bool SodiumStaffSecrets::password_fits(const std::string& hash, const base::Secret& password) const {
    const bool there = !hash.empty() && hash.size() < crypto_pwhash_STRBYTES;
    const std::string& tried = there ? hash : hash_of_nothing_;
    const auto bytes = password.reveal();
    const int outcome =
        crypto_pwhash_str_verify(tried.c_str(), reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return there && outcome == 0;
}

std::optional<std::int64_t> SodiumStaffSecrets::step_of_code(std::string_view key, std::string_view code,
                                                             base::Instant now) const {
    if (key.empty() || code.size() != kCodeDigits) return std::nullopt;
    const std::int64_t here = step_at(now);
    for (const std::int64_t step : {here, here - 1, here + 1}) {
        if (step < 0) continue;
        if (sodium_memcmp(code_of_step(key, step).data(), code.data(), kCodeDigits) == 0) return step;
    }
    return std::nullopt;
}

std::string SodiumStaffSecrets::code_at(std::string_view key, base::Instant now) const {
    return code_of_step(key, step_at(now));
}

std::string SodiumStaffSecrets::key_in_words(std::string_view key) const {
    char* words = nullptr;
    std::size_t length = 0;
    INVARIANT(oath_base32_encode(key.data(), key.size(), &words, &length) == OATH_OK,
              "liboath writes Base32");
    const std::unique_ptr<char, decltype(&std::free)> held(words, &std::free);
    return {words, length};
}

std::string SodiumStaffSecrets::key_of_words(const std::string& words) const {
    char* key = nullptr;
    std::size_t length = 0;
    if (oath_base32_decode(words.data(), words.size(), &key, &length) != OATH_OK) return "";
    const std::unique_ptr<char, decltype(&std::free)> held(key, &std::free);
    return {key, length};
}

}  // namespace server::crypto
