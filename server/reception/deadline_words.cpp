#include "server/reception/deadline_words.h"

#include <algorithm>

#include "server/app/breach_words.h"
#include "server/app/moved_deadline.h"
#include "server/reception/day_words.h"

namespace server::reception {
namespace {

std::string deadline_in_words(base::Instant deadline) {
    return domain::london_time(deadline) + " on " + day_in_words(domain::london_date(deadline));
}

}  // namespace

std::string breach_in_words(const app::Breach& breach, const app::BoardRow& row) {
    std::string words = "The deadline of " + deadline_in_words(breach.deadline) +
                        " was missed: " + cause_in_words(breach.cause) + '.';
    if (const auto later = app::moved_since(breach, row))
        words += " It was moved since, to " + deadline_in_words(*later) + '.';
    return words;
}

std::string missed_counts_in_words(const std::vector<app::Breach>& missed) {
    if (missed.empty()) return {};
    std::string text = std::to_string(missed.size());
    char before = ':';
    for (const auto cause :
         {app::BreachCause::WaitingForPerson, app::BreachCause::CaseSystem, app::BreachCause::Hub}) {
        const auto count = std::count_if(missed.begin(), missed.end(),
                                         [cause](const auto& one) { return one.cause == cause; });
        if (count == 0) continue;
        text += std::string(1, before) + ' ' + cause_in_words(cause) + ' ' + std::to_string(count);
        before = ',';
    }
    return text;
}

}  // namespace server::reception
