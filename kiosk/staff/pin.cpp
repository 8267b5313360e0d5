#include "kiosk/staff/pin.h"

#include <algorithm>
#include <cstdio>

#include <sodium.h>

#include "kiosk/app/limits.h"

namespace kiosk::staff {
namespace {

bool ready() {
    static const bool started = sodium_init() >= 0;
    return started;
}

bool goes_by(std::string_view pin, int step) {
    for (std::size_t i = 1; i < pin.size(); ++i) {
        if (pin[i] - pin[i - 1] != step) return false;
    }
    return true;
}

}  // namespace

const Cost kOrdinaryCost{crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE};
const Cost kLeastCost{crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};

base::Done check_new_pin(std::string_view pin) {
    const auto refuse = [](const std::string& why) {
        return base::fail(base::ErrorKind::InvalidInput, why);
    };
    if (pin.find_first_not_of("0123456789") != std::string_view::npos) {
        return refuse("the staff number must be digits only: the kiosk has no other keys for it");
    }
    if (pin.size() < app::kPinDigitsMin || pin.size() > app::kPinDigitsMax) {
        return refuse("the staff number must have " + std::to_string(app::kPinDigitsMin) + " to " +
                      std::to_string(app::kPinDigitsMax) + " digits");
    }
    if (goes_by(pin, 0) || goes_by(pin, 1) || goes_by(pin, -1)) {
        return refuse("the staff number must not be one digit again and again, nor count up or down");
    }
    return {};
}

base::Result<std::string> hash_pin(const base::Secret& pin, const Cost& cost) {
    char hash[crypto_pwhash_argon2id_STRBYTES];
    const auto bytes = pin.reveal();
    const bool made =
        ready() && crypto_pwhash_argon2id_str(hash, reinterpret_cast<const char*>(bytes.data()), bytes.size(),
                                              cost.passes, cost.memory_bytes) == 0;
    if (!made) return base::fail(base::ErrorKind::Unavailable, "there is not enough memory for the hash");
    return std::string(hash);
}

bool is_pin_hash(std::string_view text) {
    if (text.size() >= crypto_pwhash_argon2id_STRBYTES) return false;
    const std::string whole(text);
    unsigned version = 0;
    unsigned long memory = 0;
    unsigned long passes = 0;
    unsigned lanes = 0;
    int read = 0;
    const int found = std::sscanf(whole.c_str(), "$argon2id$v=%2u$m=%7lu,t=%3lu,p=%2u$%n", &version, &memory,
                                  &passes, &lanes, &read);
    return found == 4 && read > 0 && version == 19 && lanes == 1 && memory > 0 &&
           memory <= kMemoryKibibytesMax && passes > 0 && passes <= kPassesMax &&
           whole.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/$=,") ==
               std::string::npos;
}

bool is_pin(const std::string& hash, const base::Secret& pin) {
    if (!is_pin_hash(hash) || !ready()) return false;
    const auto bytes = pin.reveal();
    if (bytes.empty()) return false;
    return crypto_pwhash_argon2id_str_verify(hash.c_str(), reinterpret_cast<const char*>(bytes.data()),
                                             bytes.size()) == 0;
}

}  // namespace kiosk::staff
