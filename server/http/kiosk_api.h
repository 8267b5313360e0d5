#pragma once

#include <functional>
#include <string>

#include "server/http/behind.h"
#include "server/http/in_flight.h"
#include "server/http/limits.h"
#include "server/http/read_pool.h"
#include "server/http/routes.h"
#include "server/http/services.h"

namespace server::http {

/// The handlers behind the routes: decode, call the use case inside the store, encode what it said. None of
/// them waits: a look at the store runs on the pool, a change is handed to the store's writer.
class KioskApi final : public Behind {
public:
    KioskApi(Services services, const Limits& limits);

    std::optional<std::string> holder_of(std::string_view fingerprint) override;
    Judged judge(const RequestHead& head, std::optional<std::uint64_t> body_bytes,
                 std::size_t body_bytes_max) override;
    Reply refusal(ProblemType type) override { return problem(type); }
    void answer(Request request, OnReply on_reply) override;

private:
    /// Each gives the reply's body.
    using Look = std::function<base::Result<std::string>(app::View&)>;
    using Change = std::function<base::Result<std::string>(app::Transaction&)>;

    void look(Look look, OnReply on_reply);
    void change(Change change, OnReply on_reply);
    /// A change under an Idempotency-Key: a repeat gets the first answer, and changes nothing.
    template <class Message, class UseCase>
    void change_once(const Request& request, base::Result<Message> message, const UseCase& use_case,
                     const app::Moment& moment, OnReply on_reply);

    const Services services_;
    const int retry_after_s_;
    InFlight in_flight_;
    ReadPool pool_;
};

}  // namespace server::http
