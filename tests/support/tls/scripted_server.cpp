#include "tests/support/tls/scripted_server.h"

#include <algorithm>
#include <memory>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "shared/base/invariant.h"

namespace support {
namespace {

constexpr std::size_t kRequestBytesMax = 1 << 20;

SSL_CTX* make_context(const Identity& identity, const std::string& clients_ca) {
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    const auto bio = [](const std::string& text) {
        return std::unique_ptr<BIO, decltype(&BIO_free_all)>(
            BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free_all);
    };
    X509* certificate = PEM_read_bio_X509(bio(identity.certificate).get(), nullptr, nullptr, nullptr);
    EVP_PKEY* key = PEM_read_bio_PrivateKey(bio(identity.key).get(), nullptr, nullptr, nullptr);
    X509* ca = PEM_read_bio_X509(bio(clients_ca).get(), nullptr, nullptr, nullptr);
    INVARIANT(certificate != nullptr && key != nullptr && ca != nullptr, "the test's PEM is right");
    SSL_CTX_use_certificate(context, certificate);
    SSL_CTX_use_PrivateKey(context, key);
    X509_STORE_add_cert(SSL_CTX_get_cert_store(context), ca);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    X509_free(certificate);
    EVP_PKEY_free(key);
    X509_free(ca);
    return context;
}

std::size_t body_size(const SeenRequest& request) {
    const std::string length = request.header("Content-Length");
    return length.empty() ? 0 : std::stoul(length);
}

/// False when the connection has ended.
bool read_request(SSL* tls, std::string& buffer, SeenRequest& request) {
    std::string block(16'384, '\0');
    const auto more = [&] {
        const int count = SSL_read(tls, block.data(), static_cast<int>(block.size()));
        if (count > 0) buffer.append(block, 0, static_cast<std::size_t>(count));
        return count > 0 && buffer.size() <= kRequestBytesMax;
    };
    std::size_t end = buffer.find("\r\n\r\n");
    while (end == std::string::npos) {
        if (!more()) return false;
        end = buffer.find("\r\n\r\n");
    }
    request.head = buffer.substr(0, end + 2);
    const std::size_t first = request.head.find(' ');
    const std::size_t second = request.head.find(' ', first + 1);
    request.method = request.head.substr(0, first);
    request.path = request.head.substr(first + 1, second - first - 1);
    const std::size_t size = body_size(request);
    while (buffer.size() < end + 4 + size) {
        if (!more()) return false;
    }
    request.body = buffer.substr(end + 4, size);
    buffer.erase(0, end + 4 + size);
    return true;
}

}  // namespace

std::string SeenRequest::header(const std::string& name) const {
    const std::string wanted = "\r\n" + name + ": ";
    const std::size_t at = head.find(wanted);
    if (at == std::string::npos) return {};
    const std::size_t from = at + wanted.size();
    return head.substr(from, head.find("\r\n", from) - from);
}

Said Said::json(int status, const std::string& body, const std::string& more_headers) {
    return {"HTTP/1.1 " + std::to_string(status) +
                " Said\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n" + more_headers + "\r\n" + body,
            Then::KeepOpen};
}

ScriptedServer::ScriptedServer(const Identity& identity, const std::string& clients_ca, Script script,
                               unsigned short port)
    : context_(make_context(identity, clients_ca)), script_(std::move(script)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    INVARIANT(::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0,
              "the port is free");
    INVARIANT(::listen(listener_, 16) == 0, "the server listens");
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
}

ScriptedServer::~ScriptedServer() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        for (const int handle : open_) ::shutdown(handle, SHUT_RDWR);
    }
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (std::thread& server : servers_) server.join();
    ::close(listener_);
    SSL_CTX_free(context_);
}

void ScriptedServer::accept_all() {
    for (;;) {
        const int handle = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(mutex_);
        if (handle < 0 || closing_) {
            if (handle >= 0) ::close(handle);
            return;
        }
        const int yes = 1;
        ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        ++connections_;
        open_.push_back(handle);
        servers_.emplace_back([this, handle] { serve(handle); });
    }
}

void ScriptedServer::serve(int handle) {
    SSL* tls = SSL_new(context_);
    SSL_set_fd(tls, handle);
    std::string buffer;
    bool open = SSL_accept(tls) == 1;
    while (open) {
        SeenRequest request;
        if (!read_request(tls, buffer, request)) break;
        {
            const std::lock_guard lock(mutex_);
            seen_.push_back(request);
        }
        const Said said = script_(request);
        if (!said.bytes.empty() &&
            SSL_write(tls, said.bytes.data(), static_cast<int>(said.bytes.size())) <= 0)
            break;
        if (said.then == Said::Then::Close) break;
        // Staying silent is reading on and never answering: the next read ends when the other side gives up.
        open = said.then != Said::Then::StaySilent || read_request(tls, buffer, request);
    }
    const std::lock_guard lock(mutex_);
    open_.erase(std::find(open_.begin(), open_.end(), handle));
    SSL_free(tls);
    ::close(handle);
}

std::vector<SeenRequest> ScriptedServer::seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
}

}  // namespace support
