#include "tests/support/tls/tls_client.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <csignal>
#include <memory>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "shared/base/invariant.h"

namespace support {
namespace {

std::unique_ptr<BIO, decltype(&BIO_free_all)> bio_of(const std::string& text) {
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free_all};
}

int connect_from(const std::string& address, std::uint16_t port) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    INVARIANT(handle >= 0, "there is a socket");
    sockaddr_in here{};
    here.sin_family = AF_INET;
    INVARIANT(::inet_pton(AF_INET, address.c_str(), &here.sin_addr) == 1, "the address is right");
    INVARIANT(::bind(handle, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0, "the address is ours");
    const timeval patience{TlsClient::kPatience.count(), 0};
    ::setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(handle, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int at_once = 1;
    ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(port);
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    INVARIANT(::connect(handle, reinterpret_cast<sockaddr*>(&there), sizeof there) == 0,
              "the server listens");
    return handle;
}

}  // namespace

std::string HttpReply::header(const std::string& name) const {
    std::string lower = head;
    std::string wanted = "\r\n" + name + ":";
    const auto down = [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    };
    std::transform(lower.begin(), lower.end(), lower.begin(), down);
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), down);
    const std::size_t at = lower.find(wanted);
    if (at == std::string::npos) return "";
    const std::size_t from = head.find_first_not_of(' ', at + wanted.size());
    return head.substr(from, head.find("\r\n", from) - from);
}

TlsClient::TlsClient(std::uint16_t port, const Options& options)
    : context_(SSL_CTX_new(TLS_client_method())), handle_(connect_from(options.from_address, port)) {
    ::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to sockets without MSG_NOSIGNAL
    if (options.old_tls) SSL_CTX_set_max_proto_version(context_, TLS1_2_VERSION);
    if (options.identity) {
        X509* certificate =
            PEM_read_bio_X509(bio_of(options.identity->certificate).get(), nullptr, nullptr, nullptr);
        EVP_PKEY* key =
            PEM_read_bio_PrivateKey(bio_of(options.identity->key).get(), nullptr, nullptr, nullptr);
        INVARIANT(SSL_CTX_use_certificate(context_, certificate) == 1, "the certificate is right");
        INVARIANT(SSL_CTX_use_PrivateKey(context_, key) == 1, "the key fits");
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
    if (!options.server_ca.empty()) {
        X509* ca = PEM_read_bio_X509(bio_of(options.server_ca).get(), nullptr, nullptr, nullptr);
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context_), ca);
        X509_free(ca);
        SSL_CTX_set_verify(context_, SSL_VERIFY_PEER, nullptr);
    }
    ssl_ = SSL_new(context_);
    SSL_set_fd(ssl_, handle_);
}

TlsClient::~TlsClient() {
    SSL_free(ssl_);
    SSL_CTX_free(context_);
    ::close(handle_);
    ERR_clear_error();
}

bool TlsClient::shake_hands() {
    open_ = SSL_connect(ssl_) == 1;
    ERR_clear_error();
    return open_;
}

bool TlsClient::send(std::string_view bytes) {
    std::size_t sent = 0;
    const bool done = bytes.empty() || SSL_write_ex(ssl_, bytes.data(), bytes.size(), &sent) == 1;
    ERR_clear_error();
    return done;
}

bool TlsClient::send_in_clear(std::string_view bytes) {
    return ::send(handle_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
}

bool TlsClient::read_more() {
    std::array<char, 4096> bytes{};
    std::size_t count = 0;
    if (!open_ || SSL_read_ex(ssl_, bytes.data(), bytes.size(), &count) != 1) {
        ERR_clear_error();
        open_ = false;
        return false;
    }
    read_.append(bytes.data(), count);
    return true;
}

std::optional<HttpReply> TlsClient::read_reply(bool without_body) {
    std::size_t end = 0;
    while ((end = read_.find("\r\n\r\n")) == std::string::npos) {
        if (!read_more()) return std::nullopt;
    }
    HttpReply reply;
    reply.head = read_.substr(0, end + 2);
    read_.erase(0, end + 4);
    if (reply.head.size() > 12) reply.status = std::stoi(reply.head.substr(9, 3));
    const std::string length = reply.header("Content-Length");
    const std::size_t wanted = length.empty() || without_body ? 0 : std::stoul(length);
    while (read_.size() < wanted) {
        if (!read_more()) return std::nullopt;
    }
    reply.body = read_.substr(0, wanted);
    read_.erase(0, wanted);
    return reply;
}

std::string TlsClient::read_until(std::string_view text) {
    std::size_t at = 0;
    while ((at = read_.find(text)) == std::string::npos) {
        if (!read_more()) return "";
    }
    std::string part = read_.substr(0, at + text.size());
    read_.erase(0, part.size());
    return part;
}

bool TlsClient::ended(std::chrono::milliseconds within) {
    // What is still unread is not an end.
    while (open_) {
        pollfd watched{handle_, POLLIN, 0};
        if (SSL_pending(ssl_) == 0 && ::poll(&watched, 1, static_cast<int>(within.count())) <= 0)
            return false;
        read_more();
    }
    return true;
}

HttpReply TlsClient::ask(std::string_view bytes) {
    if (!send(bytes)) return {};
    return read_reply().value_or(HttpReply{});
}

std::string http_request(std::string_view method, std::string_view path, std::string_view headers,
                         std::string_view body) {
    std::string text = std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: hub\r\n";
    text += headers;
    if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + std::string(body);
}

}  // namespace support
