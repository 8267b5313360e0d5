#include "server/http/kiosk_api.h"

#include <memory>
#include <utility>

#include "server/app/answer_once.h"
#include "server/http/problems.h"
#include "server/http/tls.h"
#include "shared/protocol/json.h"
#include "shared/protocol/sending.h"

namespace server::http {
namespace {

Reply done(std::string body) {
    Reply reply;
    reply.body = std::move(body);
    return reply;
}

constexpr int kDone = 200;
constexpr char kNothingToSay[] = "{}";

/// A use case that has nothing to tell, as one that says so.
base::Result<std::string> said(base::Done outcome) {
    TRY_DONE(std::move(outcome));
    return kNothingToSay;
}

template <class Message>
base::Result<std::string> said(base::Result<Message> outcome) {
    return protocol::encode(TRY(std::move(outcome)));
}

base::Result<protocol::ArrivalRequest> decode_arrival(const Request& request) {
    auto arrival = TRY(protocol::decode_arrival_request(request.body));
    const auto sending = TRY(protocol::sending_from_header(request.head.sending));
    arrival.told = sending.told;
    arrival.recorded_offline = sending.recorded_offline;
    if (arrival.arrival.text() != request.head.idempotency_key) {
        return base::fail(base::ErrorKind::InvalidInput, "the field arrival must be the Idempotency-Key");
    }
    return arrival;
}

base::Result<protocol::CallRequest> decode_call(const Request& request) {
    auto call = TRY(protocol::decode_call_request(request.body));
    call.told = TRY(protocol::sending_from_header(request.head.sending)).told;
    if (call.call != request.head.idempotency_key) {
        return base::fail(base::ErrorKind::InvalidInput, "the field call must be the Idempotency-Key");
    }
    return call;
}

base::Result<protocol::OfferWord> decode_offer(const Request& request) {
    auto word = TRY(protocol::decode_offer_word(request.body));
    word.told = TRY(protocol::sending_from_header(request.head.sending)).told;
    return word;
}

base::Result<protocol::AnswersTogether> decode_answers(const Request& request) {
    auto together = TRY(protocol::decode_answers_together(request.body));
    if (together.batch != request.head.idempotency_key) {
        return base::fail(base::ErrorKind::InvalidInput, "the field batch must be the Idempotency-Key");
    }
    return together;
}

}  // namespace

KioskApi::KioskApi(Services services, const Limits& limits)
    : services_(std::move(services)),
      retry_after_s_(static_cast<int>(limits.retry_after.count())),
      pool_(limits.read_threads, limits.reads_waiting) {}

std::optional<std::string> KioskApi::holder_of(std::string_view fingerprint) {
    const auto kiosk = services_.known_kiosk(fingerprint);
    return kiosk ? std::optional(kiosk->text()) : std::nullopt;
}

Judged KioskApi::judge(const RequestHead& head, std::optional<std::uint64_t> body_bytes,
                       std::size_t body_bytes_max) {
    Routed routed = route(head, body_bytes, body_bytes_max);
    return {to_word(routed.route), static_cast<std::size_t>(routed.route), std::move(routed.id),
            std::move(routed.refusal)};
}

void KioskApi::answer(Request request, OnReply on_reply) {
    const app::Moment moment = services_.moment();
    const UseCases& use = services_.use_cases;
    const domain::KioskId kiosk(request.holder);
    const domain::ArrivalId arrival(request.judged.id);
    switch (static_cast<RouteName>(request.judged.route)) {
        case RouteName::Today:
            return look([&use, moment](app::View& view) { return said(use.todays_list(view, moment)); },
                        std::move(on_reply));
        case RouteName::Find: {
            auto find = protocol::decode_find_request(request.body);
            if (!find) return on_reply(problem_of(find.error(), retry_after_s_));
            return look([&use, moment,
                         find = *find](app::View& view) { return said(use.find_person(view, find, moment)); },
                        std::move(on_reply));
        }
        case RouteName::Arrival:
            return change_once(request, decode_arrival(request), use.record_arrival, moment,
                               std::move(on_reply));
        case RouteName::Undo:
            return change_once(request, protocol::decode_undo_request(arrival, request.body),
                               use.undo_arrival, moment, std::move(on_reply));
        case RouteName::Reason:
            return change_once(request, protocol::decode_reason_request(arrival, request.body),
                               use.note_late_reason, moment, std::move(on_reply));
        case RouteName::Call:
            return change_once(request, decode_call(request), use.call_reception, moment,
                               std::move(on_reply));
        case RouteName::CallState:
            return look([&use, kiosk, call = request.judged.id](
                            app::View& view) { return said(use.call_state(view, kiosk, call)); },
                        std::move(on_reply));
        case RouteName::Offer:
            return change_once(request, decode_offer(request), use.take_offer_word, moment,
                               std::move(on_reply));
        case RouteName::Answers:
            return change_once(request, decode_answers(request), use.keep_answers, moment,
                               std::move(on_reply));
        case RouteName::Heartbeat: {
            auto told = protocol::decode_heartbeat(request.body);
            if (!told) return on_reply(problem_of(told.error(), retry_after_s_));
            return change([&use, kiosk, moment, told = std::move(*told)](
                              app::Transaction& tx) { return said(use.heartbeat(tx, kiosk, told, moment)); },
                          std::move(on_reply));
        }
        case RouteName::Itinerary:
            return look([&use, moment](app::View& view) { return said(use.itinerary(view, moment)); },
                        std::move(on_reply));
        case RouteName::ItineraryVersion:
            return look([&use, moment](app::View& view) { return said(use.itinerary_version(view, moment)); },
                        std::move(on_reply));
        case RouteName::None:
            return on_reply(problem(ProblemType::UnknownPath));
    }
}

void KioskApi::look(Look look, OnReply on_reply) {
    auto held = std::make_shared<OnReply>(std::move(on_reply));
    const bool taken = pool_.run([this, look = std::move(look), held] {
        std::string body;
        const base::Done outcome = services_.store.read([&](app::View& view) -> base::Done {
            body = TRY(look(view));
            return {};
        });
        (*held)(outcome ? done(std::move(body)) : problem_of(outcome.error(), retry_after_s_));
    });
    if (!taken) (*held)(problem_of({base::ErrorKind::Unavailable, ""}, retry_after_s_));
}

void KioskApi::change(Change change, OnReply on_reply) {
    const auto body = std::make_shared<std::string>();
    services_.store.write(
        [body, change = std::move(change)](app::Transaction& tx) -> base::Done {
            *body = TRY(change(tx));
            return {};
        },
        [body, wait = retry_after_s_, on_reply = std::move(on_reply)](const base::Done& outcome) {
            on_reply(outcome ? done(std::move(*body)) : problem_of(outcome.error(), wait));
        });
}

template <class Message, class UseCase>
void KioskApi::change_once(const Request& request, base::Result<Message> message, const UseCase& use_case,
                           const app::Moment& moment, OnReply on_reply) {
    if (!message) return on_reply(problem_of(message.error(), retry_after_s_));
    const std::string key = request.head.idempotency_key;
    if (!in_flight_.enter(key)) {
        Reply reply = problem(ProblemType::InFlight);
        reply.retry_after_s = retry_after_s_;
        return on_reply(std::move(reply));
    }
    const std::string hash = sha256_of(std::string(to_word(request.head.method)) + " " + request.head.target +
                                       "\n" + request.body);
    const auto reply = std::make_shared<Reply>();
    services_.store.write(
        [reply, key, hash, kiosk = domain::KioskId(request.holder), moment, &use_case,
         message = std::move(*message)](app::Transaction& tx) -> base::Done {
            const auto first = TRY(tx.answer(key));
            if (first && first->body_hash != hash) {
                *reply = problem(ProblemType::KeyReused);
                return {};
            }
            const auto run = [&]() -> base::Result<app::Answer> {
                return app::Answer{kDone, TRY(said(use_case(tx, kiosk, message, moment)))};
            };
            app::Answer answer = TRY(app::answer_once(tx, key, hash, moment.now, run));
            reply->status = answer.status;
            reply->body = std::move(answer.body);
            return {};
        },
        [this, reply, key, on_reply = std::move(on_reply), wait = retry_after_s_](const base::Done& outcome) {
            // First, because the door may close as soon as the last reply is out.
            in_flight_.leave(key);
            on_reply(outcome ? std::move(*reply) : problem_of(outcome.error(), wait));
        });
}

}  // namespace server::http
