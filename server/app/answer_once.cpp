#include "server/app/answer_once.h"

namespace server::app {

base::Result<bool> is_answered(View& view, const domain::ArrivalId& arrival) {
    return TRY(view.answer(arrival.text())).has_value();
}

base::Result<Answer> answer_once(Transaction& transaction, const std::string& key,
                                 const std::string& body_hash, base::Instant now,
                                 const std::function<base::Result<Answer>()>& run) {
    if (const std::optional<StoredAnswer> first = TRY(transaction.answer(key))) {
        if (first->body_hash == body_hash) return Answer{first->status, first->body};
        return base::fail(base::ErrorKind::Conflict, "this Idempotency-Key was used for another request");
    }
    Answer answer = TRY(run());
    TRY_DONE(transaction.remember({key, body_hash, answer.status, answer.body, now}));
    return answer;
}

}  // namespace server::app
