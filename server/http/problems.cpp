#include "server/http/problems.h"

#include <utility>

#include "shared/protocol/json.h"

namespace server::http {
namespace {

struct Facts {
    int status;
    const char* type;
    const char* title;
};

Facts facts_of(ProblemType type) {
    switch (type) {
        case ProblemType::MalformedRequest:
            return {400, "/problems/malformed-request", "The request is not well-formed HTTP"};
        case ProblemType::HeaderTooLarge:
            return {431, "/problems/header-too-large", "The request's header is too large"};
        case ProblemType::UnknownPath:
            return {404, "/problems/unknown-path", "There is nothing at this path"};
        case ProblemType::MethodNotAllowed:
            return {405, "/problems/method-not-allowed", "This path does not know this method"};
        case ProblemType::NotAcceptable:
            return {406, "/problems/not-acceptable", "Replies are application/json only"};
        case ProblemType::UnsupportedMediaType:
            return {415, "/problems/unsupported-media-type", "The body must be application/json in UTF-8"};
        case ProblemType::TooLarge:
            return {413, "/problems/too-large", "The body is too large"};
        case ProblemType::ExpectationFailed:
            return {417, "/problems/expectation-failed", "The only expectation known is 100-continue"};
        case ProblemType::IdempotencyKeyNeeded:
            return {400, "/problems/idempotency-key-needed",
                    "This request needs an Idempotency-Key, a UUID that stays the same at every try"};
        case ProblemType::SendingHeaderNeeded:
            return {400, "/problems/sending-header-needed",
                    "This request needs a Kiosk-Sending header with the kiosk's clocks at this try"};
        case ProblemType::InvalidBody:
            return {400, "/problems/invalid-body", "The body does not have the form asked for"};
        case ProblemType::KeyReused:
            return {422, "/problems/key-reused", "This Idempotency-Key was used for another request"};
        case ProblemType::InFlight:
            return {409, "/problems/in-flight", "The same request is being answered: ask again"};
        case ProblemType::NotFound:
            return {404, "/problems/not-found", "The hub does not hold what the request is about"};
        case ProblemType::Conflict:
            return {422, "/problems/conflict", "The request clashes with what is recorded"};
        case ProblemType::NotAllowed:
            return {403, "/problems/not-allowed", "This kiosk may not do this"};
        case ProblemType::Busy:
            return {503, "/problems/busy", "The hub is busy: ask again"};
        case ProblemType::Failed:
            return {500, "/problems/failed", "The hub could not do this; its log says why"};
    }
    return {500, "/problems/failed", ""};
}

}  // namespace

Reply problem(ProblemType type, std::string detail) {
    const Facts facts = facts_of(type);
    Reply reply;
    reply.status = facts.status;
    reply.body =
        protocol::encode(protocol::Problem{facts.type, facts.title, facts.status, std::move(detail)});
    return reply;
}

Reply problem_of(const base::Error& error, int retry_after_s) {
    switch (error.kind) {
        case base::ErrorKind::InvalidInput:
            return problem(ProblemType::InvalidBody, error.message);
        case base::ErrorKind::NotFound:
            return problem(ProblemType::NotFound);
        case base::ErrorKind::Conflict:
            return problem(ProblemType::Conflict);
        case base::ErrorKind::Unauthorized:
            return problem(ProblemType::NotAllowed);
        case base::ErrorKind::Unavailable: {
            Reply reply = problem(ProblemType::Busy);
            reply.retry_after_s = retry_after_s;
            return reply;
        }
        case base::ErrorKind::Corrupt:
            return problem(ProblemType::Failed);
    }
    return problem(ProblemType::Failed);
}

}  // namespace server::http
