#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

#include "kiosk/net/https.h"

namespace kiosk::net {

struct EasyFree {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListFree {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// One request under way. Stays where it is in memory: libcurl keeps pointers into it.
class Transfer {
public:
    /// `endpoint` outlives it.
    Transfer(const Endpoint& endpoint, Request request, OnAnswer on_answer);
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    CURL* handle() const { return easy_.get(); }
    /// libcurl is done with it: tells the answer.
    void finish(CURLcode code);
    /// There will be no answer.
    void give_up();

private:
    void set_up_request();
    void set_up_tls();
    void add_header(const std::string& line);
    static std::size_t on_body(const char* bytes, std::size_t one, std::size_t count, void* self);
    static std::size_t on_header(const char* bytes, std::size_t one, std::size_t count, void* self);
    static CURLcode on_tls(CURL* easy, void* context, void* self);

    const Endpoint& endpoint_;
    Request request_;
    OnAnswer on_answer_;
    std::unique_ptr<CURL, EasyFree> easy_;
    std::unique_ptr<curl_slist, ListFree> headers_;
    std::string body_;
    std::size_t header_bytes_ = 0;
};

}  // namespace kiosk::net
