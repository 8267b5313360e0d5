#include "kiosk/net/endpoint.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/net/hmac.h"
#include "tests/support/tls/authority.h"

namespace {

class EndpointTest : public testing::Test {
protected:
    EndpointTest()
        : folder_(std::filesystem::temp_directory_path() / ("kiosk-endpoint-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
        const support::Authority hub("hub");
        const support::Identity kiosk = hub.kiosk("front-door");
        write("ca.pem", hub.certificate());
        write("kiosk.pem", kiosk.certificate);
        write("kiosk.key", kiosk.key);
    }
    ~EndpointTest() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
    }
    kiosk::net::EndpointFiles files() const {
        return {"https://hub:8443", folder_ / "ca.pem", folder_ / "kiosk.pem", folder_ / "kiosk.key"};
    }
    std::string refusal() const {
        const auto endpoint = kiosk::net::read_endpoint(files());
        return endpoint ? "" : endpoint.error().message;
    }
    std::filesystem::path folder_;
};

TEST_F(EndpointTest, ReadsAnEnrolment) {
    EXPECT_EQ(refusal(), "");
}

TEST_F(EndpointTest, NamesTheFileThatIsMissing) {
    std::filesystem::remove(folder_ / "ca.pem");
    EXPECT_THAT(refusal(), testing::HasSubstr("ca.pem: this file cannot be read"));
}

TEST_F(EndpointTest, NamesTheFileThatIsNotACertificate) {
    write("kiosk.pem", "hello");
    EXPECT_THAT(refusal(), testing::HasSubstr("kiosk.pem: it holds no PEM certificate"));
}

TEST_F(EndpointTest, RefusesAKeyOfAnotherCertificate) {
    write("kiosk.key", support::Authority("other").kiosk("other").key);
    EXPECT_THAT(refusal(), testing::HasSubstr("kiosk.key: it does not belong to the certificate"));
}

TEST_F(EndpointTest, RefusesAKeyThatIsNone) {
    write("kiosk.key", "hello");
    EXPECT_THAT(refusal(), testing::HasSubstr("kiosk.key: it holds no PEM private key"));
}

TEST(Hmac, GivesTheDigestOfRfc4231Case2) {
    EXPECT_EQ(kiosk::net::Hmac().hash(base::Secret("Jefe"), "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

}  // namespace
