#include "server/app/visitors.h"

#include <cstdlib>

#include "server/app/decision_event.h"
#include "server/app/store.h"
#include "shared/domain/calendar.h"

namespace server::app {
namespace {

struct Word {
    VisitorKind kind;
    std::string_view word;
};
constexpr std::array kWords{Word{VisitorKind::DropIn, "drop_in"}, Word{VisitorKind::CameAlong, "came_along"},
                            Word{VisitorKind::OtherBusiness, "other_business"}};

base::Result<int> counted_today(View& view, VisitorKind kind, base::Instant now) {
    const domain::Date day = domain::london_date(now);
    int people = 0;
    for (const VisitorCount& one :
         TRY(view.visitors_between(domain::start_of(day), domain::start_of(domain::next_day(day))))) {
        if (one.kind == kind) people += one.people;
    }
    return people;
}

}  // namespace

std::string_view to_word(VisitorKind kind) {
    return kWords.at(static_cast<std::size_t>(kind)).word;
}

std::optional<VisitorKind> visitor_kind_of(std::string_view word) {
    for (const Word& one : kWords) {
        if (one.word == word) return one.kind;
    }
    return std::nullopt;
}

base::Done count_visitors(Transaction& transaction, VisitorKind kind, int people, const std::string& who,
                          base::Instant now, base::Entropy& entropy) {
    TRY_DONE(check_actor(who));
    if (people == 0 || std::abs(people) > kVisitorsAtOnceMax) {
        return base::fail(base::ErrorKind::InvalidInput, "count 1 to 50 people at once");
    }
    if (people < 0 && TRY(counted_today(transaction, kind, now)) + people < 0) {
        return base::fail(base::ErrorKind::Conflict, "fewer than that were counted today");
    }
    return transaction.append(VisitorCount{base::new_uuid(entropy), now, kind, people, who});
}

}  // namespace server::app
