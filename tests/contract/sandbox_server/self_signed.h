#pragma once

#include <string>

namespace sandbox_test {

/// A certificate for 127.0.0.1 that signs itself, and its key, both as PEM text.
struct SelfSigned {
    std::string certificate_pem;
    std::string key_pem;
};

SelfSigned make_self_signed();

}  // namespace sandbox_test
