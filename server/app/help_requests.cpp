#include "server/app/help_requests.h"

#include <algorithm>
#include <utility>

#include "server/app/decision_event.h"

namespace server::app {
namespace {

bool is_listed_before(const HelpRequest& a, const HelpRequest& b) {
    const bool a_open = a.follow_ups.empty();
    const bool b_open = b.follow_ups.empty();
    if (a_open != b_open) return a_open;
    return a_open ? a.call.at < b.call.at : a.call.at > b.call.at;
}

}  // namespace

base::Result<std::vector<HelpRequest>> help_requests(View& view, base::Instant now) {
    std::vector<HelpRequest> listed;
    for (Call& call : TRY(view.help_calls_since(base::Instant{}))) {
        auto follow_ups = TRY(view.follow_ups_of(call.id));
        if (!follow_ups.empty() && call.at < now - kHelpListedFor) continue;
        listed.push_back({std::move(call), std::move(follow_ups)});
    }
    std::stable_sort(listed.begin(), listed.end(), is_listed_before);
    return listed;
}

base::Done follow_up(Transaction& transaction, const std::string& call, HelpWord word,
                     const std::string& actor, const Occasion& occasion) {
    TRY_DONE(check_actor(actor));
    const auto found = TRY(transaction.call(call));
    if (!found || found->cause != kWantsToTalk)
        return base::fail(base::ErrorKind::NotFound, "nobody asked to talk by this call");
    const base::Instant now = occasion.moment.now;
    return transaction.append(HelpFollowUp{base::new_uuid_at(occasion.entropy, now), now, call, word, actor});
}

}  // namespace server::app
