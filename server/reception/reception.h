#pragma once

#include <memory>

#include "server/http/behind.h"
#include "server/http/limits.h"
#include "server/http/read_pool.h"
#include "server/reception/visit.h"

namespace server::reception {

/// How much the browsers' door allows: more connections a client than a kiosk, smaller forms.
http::Limits limits();

/// The pages of reception, behind the browsers' door. Refusals come in this order: what HTTP itself makes
/// wrong, an unknown path, a wrong method, no form, too long a form, a form of another site; then nobody
/// signed in or not far enough, a role that may not, a form without its token, nobody there any more; then
/// the page.
class Reception final : public http::Behind {
public:
    /// `live` looks for changes, or is made to by a test.
    Reception(Needs needs, std::unique_ptr<Live> live, const http::Limits& limits);
    ~Reception() override;

    /// Nobody holds a certificate here.
    std::optional<std::string> holder_of(std::string_view fingerprint) override;
    http::Judged judge(const http::RequestHead& head, std::optional<std::uint64_t> body_bytes,
                       std::size_t body_bytes_max) override;
    http::Reply refusal(http::ProblemType type) override;
    void answer(http::Request request, http::OnReply on_reply) override;

private:
    http::Reply reply_to(const http::Request& request);
    /// None when the visitor may have the page; else where they belong, or why not.
    std::optional<http::Reply> admit(Visit& visit);

    Office office_;
    http::ReadPool page_pool_;
    http::ReadPool password_pool_;  ///< one thread: hashing is made to cost much
};

}  // namespace server::reception
