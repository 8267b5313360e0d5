#include "server/case_system/http_client.h"

#include <utility>

#include <curl/curl.h>

#include "shared/base/invariant.h"

namespace server::case_system {
namespace {

using app::CaseError;
using app::CaseFailure;

void start_libcurl_once() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    INVARIANT(started == CURLE_OK, "libcurl can start");
}

/// What is gathered while one answer comes in.
struct Incoming {
    std::string body;
    std::string date;
    bool too_long = false;
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* target) {
    auto& incoming = *static_cast<Incoming*>(target);
    const std::size_t length = size * count;
    if (incoming.body.size() + length > kAnswerBytesMax) {
        incoming.too_long = true;
        return 0;
    }
    incoming.body.append(bytes, length);
    return length;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* target) {
    constexpr std::string_view kDate = "date:";
    const std::string_view line(bytes, size * count);
    if (line.size() > kDate.size() && curl_strnequal(line.data(), kDate.data(), kDate.size()) != 0)
        static_cast<Incoming*>(target)->date = line.substr(kDate.size());
    return line.size();
}

/// A list of header lines, freed with it.
class Headers {
public:
    Headers() = default;
    ~Headers() { curl_slist_free_all(list_); }
    Headers(const Headers&) = delete;
    Headers& operator=(const Headers&) = delete;
    void add(const std::string& line) {
        curl_slist* longer = curl_slist_append(list_, line.c_str());
        INVARIANT(longer != nullptr, "there is memory for a header");
        list_ = longer;
    }
    curl_slist* list() const { return list_; }

private:
    curl_slist* list_ = nullptr;
};

CaseError no_answer(CURLcode code) {
    switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
            return {CaseFailure::Unreachable, 0,
                    "The case system's certificate is not trusted. Check the CA bundle in the settings."};
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return {
                CaseFailure::Unreachable, 0,
                "The case system's name was not found. Check the network and the address in the settings."};
        case CURLE_OPERATION_TIMEDOUT:
            return {CaseFailure::Unreachable, 0, "The case system did not answer in time."};
        default:
            return {CaseFailure::Unreachable, 0, "The case system could not be reached."};
    }
}

void set_headers(CURL* curl, const HttpRequest& request, Headers& headers) {
    headers.add("Accept: application/json");
    headers.add("Expect:");
    if (request.method != Method::Get)
        headers.add(request.content_type.empty() ? "Content-Type:" : "Content-Type: " + request.content_type);
    if (!request.bearer.empty()) headers.add("Authorization: Bearer " + request.bearer.reveal_text());
    if (!request.basic_user.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(curl, CURLOPT_USERNAME, request.basic_user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, request.basic_password.reveal_text().c_str());
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list());
}

void set_method(CURL* curl, const HttpRequest& request) {
    if (request.method == Method::Get) {
        curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
        return;
    }
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
    if (request.method == Method::Put) curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, "PUT");
}

void set_limits(CURL* curl, const ReferAndMonitorSettings& settings) {
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "hub-check-in");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_time_out.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.time_out.count()));
    curl_easy_setopt(curl, CURLOPT_PROXY, settings.proxy.c_str());
    if (!settings.ca_bundle.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings.ca_bundle.c_str());
}

}  // namespace

class HttpClient::Handle {
public:
    Handle() : curl_(curl_easy_init()) { INVARIANT(curl_ != nullptr, "libcurl gives a handle"); }
    ~Handle() { curl_easy_cleanup(curl_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    CURL* curl() const { return curl_; }

private:
    CURL* curl_;
};

HttpClient::HttpClient(const ReferAndMonitorSettings& settings, const base::Clock& clock)
    : settings_(settings), clock_(clock) {
    start_libcurl_once();
}
HttpClient::~HttpClient() = default;

std::unique_ptr<HttpClient::Handle> HttpClient::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!free_.empty()) {
            std::unique_ptr<Handle> handle = std::move(free_.back());
            free_.pop_back();
            return handle;
        }
    }
    return std::make_unique<Handle>();
}

void HttpClient::give_back(std::unique_ptr<Handle> handle) {
    const std::lock_guard lock(mutex_);
    if (free_.size() < kReadsAtATimeMax) free_.push_back(std::move(handle));
}

app::CaseResult<HttpAnswer> HttpClient::send(const HttpRequest& request) {
    std::unique_ptr<Handle> handle = take();
    CURL* curl = handle->curl();
    curl_easy_reset(curl);  // options only: its connections and their TLS sessions stay
    Incoming incoming;
    Headers headers;
    set_limits(curl, settings_);
    set_method(curl, request);
    set_headers(curl, request, headers);
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &incoming);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &incoming);

    const base::Instant began = clock_.now();
    const CURLcode code = curl_easy_perform(curl);
    const base::Instant ended = clock_.now();
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_reset(curl);
    give_back(std::move(handle));

    if (incoming.too_long)
        return tl::unexpected<CaseError>({CaseFailure::NotUnderstood, static_cast<int>(status),
                                          "The case system's answer is longer than the hub reads."});
    if (code != CURLE_OK) return tl::unexpected<CaseError>(no_answer(code));

    HttpAnswer answer{static_cast<int>(status), std::move(incoming.body), std::nullopt};
    const std::time_t date = incoming.date.empty() ? -1 : curl_getdate(incoming.date.c_str(), nullptr);
    if (date >= 0) {
        const base::Instant middle = began + (ended - began) / 2;
        const base::Instant theirs{std::chrono::seconds{date}};
        answer.clock_difference =
            domain::ClockDifference{std::chrono::round<std::chrono::milliseconds>(middle - theirs), ended};
    }
    return answer;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (kPlain.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }
    return out;
}

}  // namespace server::case_system
