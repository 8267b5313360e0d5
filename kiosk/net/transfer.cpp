#include "kiosk/net/transfer.h"

#include <string_view>

#include "kiosk/net/trust.h"
#include "shared/base/invariant.h"

namespace kiosk::net {
namespace {

constexpr std::chrono::seconds kRetryAfterMax{3'600};

base::Error no_answer(CURLcode code) {
    return {base::ErrorKind::Unavailable,
            std::string("no answer from the hub's server: ") + curl_easy_strerror(code)};
}

curl_blob blob(std::string_view text) {
    // libcurl copies because of the flag; it does not write through the pointer.
    return {const_cast<char*>(text.data()), text.size(), CURL_BLOB_COPY};
}

}  // namespace

Transfer::Transfer(const Endpoint& endpoint, Request request, OnAnswer on_answer)
    : endpoint_(endpoint),
      request_(std::move(request)),
      on_answer_(std::move(on_answer)),
      easy_(curl_easy_init()) {
    INVARIANT(easy_ != nullptr, "libcurl gives a handle unless memory is gone");
    set_up_request();
    set_up_tls();
}

void Transfer::add_header(const std::string& line) {
    curl_slist* longer = curl_slist_append(headers_.get(), line.c_str());
    INVARIANT(longer != nullptr, "a header fits into memory");
    (void)headers_.release();
    headers_.reset(longer);
}

void Transfer::set_up_request() {
    CURL* easy = easy_.get();
    curl_easy_setopt(easy, CURLOPT_URL, (endpoint_.url + request_.path).c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(easy, CURLOPT_PROXY, "");  // the environment's proxy is not for the hub's own network
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(kConnectTimeOut.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request_.time_out.count()));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
    add_header("Accept: application/json");
    add_header("Expect:");
    if (request_.method == Request::Method::Post) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request_.body.c_str());
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
        add_header("Content-Type: application/json");
    }
    if (!request_.idempotency_key.empty()) add_header("Idempotency-Key: " + request_.idempotency_key);
    if (!request_.sending.empty()) add_header("Kiosk-Sending: " + request_.sending);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
}

void Transfer::set_up_tls() {
    CURL* easy = easy_.get();
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_3));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    // The system's authorities are not even read; on_tls brings the only one that counts.
    curl_easy_setopt(easy, CURLOPT_CAINFO, nullptr);
    curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &Transfer::on_tls);
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, this);
    const auto key_bytes = endpoint_.key.reveal();
    const curl_blob certificate = blob(endpoint_.certificate);
    const curl_blob key = blob({reinterpret_cast<const char*>(key_bytes.data()), key_bytes.size()});
    curl_easy_setopt(easy, CURLOPT_SSLCERT_BLOB, &certificate);
    curl_easy_setopt(easy, CURLOPT_SSLKEY_BLOB, &key);
}

CURLcode Transfer::on_tls(CURL*, void* context, void* self) {
    const auto& transfer = *static_cast<Transfer*>(self);
    return trust_only(static_cast<SSL_CTX*>(context), transfer.endpoint_.ca) ? CURLE_OK
                                                                             : CURLE_SSL_CERTPROBLEM;
}

std::size_t Transfer::on_body(const char* bytes, std::size_t, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    if (count > transfer.request_.answer_bytes_max - transfer.body_.size()) return 0;  // too large: cut off
    transfer.body_.append(bytes, count);
    return count;
}

std::size_t Transfer::on_header(const char*, std::size_t one, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    transfer.header_bytes_ += one * count;
    return transfer.header_bytes_ > kAnswerHeaderBytesMax ? 0 : one * count;
}

void Transfer::finish(CURLcode code) {
    if (code != CURLE_OK) {
        on_answer_(tl::unexpected<base::Error>(no_answer(code)));
        return;
    }
    long status = 0;
    curl_off_t retry_after = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &retry_after);
    Answer answer{static_cast<int>(status), std::move(body_), std::nullopt};
    if (retry_after > 0) {
        answer.retry_after = std::min(std::chrono::seconds{retry_after}, kRetryAfterMax);
    }
    on_answer_(std::move(answer));
}

void Transfer::give_up() {
    on_answer_(base::fail(base::ErrorKind::Unavailable, "the kiosk is closing"));
}

}  // namespace kiosk::net
