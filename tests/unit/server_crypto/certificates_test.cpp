#include "server/crypto/certificates.h"

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace {

namespace crypto = server::crypto;
using base::ErrorKind;

using X509Ptr = std::unique_ptr<X509, decltype(&X509_free)>;

X509Ptr parsed(const crypto::Identity& identity) {
    BIO* memory = BIO_new_mem_buf(identity.certificate.data(), static_cast<int>(identity.certificate.size()));
    X509Ptr certificate(PEM_read_bio_X509(memory, nullptr, nullptr, nullptr), &X509_free);
    BIO_free(memory);
    return certificate;
}

class CertificatesTest : public testing::Test {
protected:
    /// As a TLS peer would judge it, on this day.
    bool trusted(const crypto::Identity& identity, int purpose, const crypto::Identity& authority) const {
        const X509Ptr root = parsed(authority);
        const X509Ptr leaf = parsed(identity);
        X509_STORE* store = X509_STORE_new();
        X509_STORE_add_cert(store, root.get());
        X509_STORE_CTX* context = X509_STORE_CTX_new();
        X509_STORE_CTX_init(context, store, leaf.get(), nullptr);
        X509_STORE_CTX_set_purpose(context, purpose);
        const auto day = std::chrono::duration_cast<std::chrono::seconds>(now_.time_since_epoch());
        X509_STORE_CTX_set_time(context, 0, day.count());
        const bool good = X509_verify_cert(context) == 1;
        X509_STORE_CTX_free(context);
        X509_STORE_free(store);
        return good;
    }
    crypto::Identity kiosk(const crypto::Identity& authority) const {
        return crypto::issue_kiosk(authority, "front-door", validity_).value();
    }

    base::Instant now_ = base::parse_instant("2026-11-22T14:00:00Z").value();
    crypto::Validity validity_{now_ - std::chrono::hours{24}, now_ + std::chrono::hours{24 * 365}};
    crypto::Identity authority_ = crypto::make_authority("Ardwick", validity_).value();
};

TEST_F(CertificatesTest, AServersCertificateStandsForAllItsNamesAndAddressesAndNoOthers) {
    const auto identity =
        crypto::issue_server(authority_, {"hub.example", "192.0.2.7", "2001:db8::7"}, validity_).value();
    const X509Ptr server = parsed(identity);
    EXPECT_EQ(X509_check_host(server.get(), "hub.example", 0, 0, nullptr), 1);
    EXPECT_EQ(X509_check_ip_asc(server.get(), "192.0.2.7", 0), 1);
    EXPECT_EQ(X509_check_ip_asc(server.get(), "2001:db8::7", 0), 1);
    EXPECT_NE(X509_check_host(server.get(), "other.example", 0, 0, nullptr), 1);
    EXPECT_NE(X509_check_ip_asc(server.get(), "192.0.2.8", 0), 1);
    EXPECT_TRUE(trusted(identity, X509_PURPOSE_SSL_SERVER, authority_));
    EXPECT_FALSE(trusted(identity, X509_PURPOSE_SSL_CLIENT, authority_))
        << "a server cannot pass for a kiosk";
}

TEST_F(CertificatesTest, AKiosksCertificateIsGoodForAClientOnly) {
    EXPECT_TRUE(trusted(kiosk(authority_), X509_PURPOSE_SSL_CLIENT, authority_));
    EXPECT_FALSE(trusted(kiosk(authority_), X509_PURPOSE_SSL_SERVER, authority_))
        << "a kiosk cannot pass for the server";
}

TEST_F(CertificatesTest, AKioskCannotIssueCertificates) {
    const auto honest = kiosk(authority_);
    const auto forged = crypto::issue_kiosk(honest, "forged", validity_).value();
    EXPECT_FALSE(trusted(forged, X509_PURPOSE_SSL_CLIENT, authority_));
    EXPECT_FALSE(trusted(forged, X509_PURPOSE_SSL_CLIENT, honest));
    EXPECT_FALSE(crypto::check_identity(forged, authority_.certificate));
}

TEST_F(CertificatesTest, AnotherHubsCertificateIsNotTrustedThoughTheNamesAreTheSame) {
    const auto other = crypto::make_authority("Ardwick", validity_).value();
    const auto foreign = kiosk(other);
    EXPECT_FALSE(trusted(foreign, X509_PURPOSE_SSL_CLIENT, authority_));
    EXPECT_EQ(crypto::check_identity(foreign, authority_.certificate).error().kind, ErrorKind::Corrupt);
    EXPECT_TRUE(crypto::check_identity(foreign, other.certificate));
}

TEST_F(CertificatesTest, AKeyThatBelongsToAnotherCertificateIsNoticed) {
    auto mixed = kiosk(authority_);
    mixed.key = kiosk(authority_).key;
    EXPECT_EQ(crypto::check_identity(mixed, authority_.certificate).error().kind, ErrorKind::Corrupt);
}

TEST_F(CertificatesTest, TheFingerprintIsLowerCaseHexadecimalAndDiffersForEach) {
    const auto first = crypto::fingerprint(kiosk(authority_).certificate).value();
    EXPECT_EQ(first.size(), 64u);
    EXPECT_EQ(first.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_NE(crypto::fingerprint(kiosk(authority_).certificate).value(), first);
}

TEST_F(CertificatesTest, TheValidityIsReadBack) {
    const auto read = crypto::validity_of(kiosk(authority_).certificate).value();
    EXPECT_EQ(read.from, validity_.from);
    EXPECT_EQ(read.to, validity_.to);
}

TEST_F(CertificatesTest, NamesThatCannotStandInACertificateAreRefused) {
    const auto server = [&](const std::vector<std::string>& names) {
        return crypto::issue_server(authority_, names, validity_).error().kind;
    };
    EXPECT_EQ(server({}), ErrorKind::InvalidInput);
    EXPECT_EQ(server({""}), ErrorKind::InvalidInput);
    EXPECT_EQ(server({"hub.example,IP:10.0.0.1"}), ErrorKind::InvalidInput);
    EXPECT_EQ(server({std::string(65, 'a')}), ErrorKind::InvalidInput);
    EXPECT_TRUE(crypto::issue_server(authority_, {std::string(64, 'a')}, validity_));
    EXPECT_EQ(crypto::make_authority(std::string(65, 'x'), validity_).error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(crypto::make_authority(std::string(64, 'x'), validity_));
}

TEST_F(CertificatesTest, WhatIsNoCertificateIsToldAsCorrupt) {
    EXPECT_EQ(crypto::fingerprint("?").error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(crypto::validity_of("").error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(crypto::issue_kiosk({authority_.certificate, "?"}, "k", validity_).error().kind,
              ErrorKind::Corrupt);
}

}  // namespace
