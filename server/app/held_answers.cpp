#include "server/app/held_answers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace server::app {
namespace {

bool says_less(const AnonymousAnswer& a, const AnonymousAnswer& b) {
    const auto choices = [](const AnonymousAnswer& one) {
        std::vector<std::pair<std::string, unsigned>> all;
        for (const domain::Answer& answer : one.answers.answers)
            all.emplace_back(answer.question, answer.choice);
        return all;
    };
    return std::tuple(a.answers.comment, choices(a), a.month, a.service, a.answers.survey,
                      a.answers.version) <
           std::tuple(b.answers.comment, choices(b), b.month, b.service, b.answers.survey, b.answers.version);
}

bool may_be_joined(const HeldAnswers& held, const Moment& moment) {
    return moment.clock != domain::ClockState::Doubtful && held.day < domain::london_date(moment.now);
}

}  // namespace

base::Done hold_answer(Transaction& transaction, const AnonymousAnswer& answer, base::Instant now) {
    HeldAnswers held = TRY(transaction.held_answers()).value_or(HeldAnswers{});
    held.day = domain::london_date(now);
    held.all.insert(std::lower_bound(held.all.begin(), held.all.end(), answer, says_less), answer);
    return transaction.put(held);
}

base::Done release_held_answers(Store& store, const Moment& moment) {
    std::optional<HeldAnswers> held;
    const auto look = [&](View& view) -> base::Done {
        held = TRY(view.held_answers());
        return {};
    };
    TRY_DONE(store.read(look));
    if (!held) return {};
    if (!may_be_joined(*held, moment)) return store.empty_log();
    // The empty row stays until the log is empty, so that a try that fails there is made again.
    const auto join = [&](Transaction& transaction) -> base::Done {
        HeldAnswers now = TRY(transaction.held_answers()).value_or(HeldAnswers{held->day, {}});
        TRY_DONE(transaction.add(now.all));
        now.all.clear();
        return transaction.put(now);
    };
    TRY_DONE(store.write_and_wait(join));
    TRY_DONE(store.empty_log());
    const auto forget = [](Transaction& transaction) -> base::Done {
        const auto now = TRY(transaction.held_answers());
        if (!now || !now->all.empty()) return {};
        return transaction.forget_held_answers();
    };
    return store.write_and_wait(forget);
}

}  // namespace server::app
