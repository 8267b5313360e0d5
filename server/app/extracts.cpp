#include "server/app/extracts.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "server/app/account.h"
#include "server/app/blank.h"
#include "server/app/decision_event.h"
#include "server/figures/ending.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

using base::ErrorKind;
using base::fail;

base::Result<ExtractEntry> entry_of(View& view, const std::string& request) {
    for (ExtractEntry& one : TRY(extract_log(view))) {
        if (one.request.id == request) return std::move(one);
    }
    return fail(ErrorKind::NotFound, "there is no such request for an extract");
}

base::Done check_manager(View& view, const std::string& manager, const ExtractRequest& request) {
    const auto account = TRY(view.account_named(manager));
    if (!account || account->role != Role::Manager || account->locked_at || account->erased_at)
        return fail(ErrorKind::Unauthorized,
                    "an extract with names is approved by a manager who may sign in at reception");
    if (comparable_name(request.who) == comparable_name(manager))
        return fail(ErrorKind::Unauthorized,
                    "whoever asks for an extract with names cannot approve it: ask another manager");
    return {};
}

std::string days_of(const ExtractRequest& request) {
    return domain::to_text(request.first) + " to " + domain::to_text(request.last);
}

/// Who it is about, with a look that is kept.
base::Done add_person(Transaction& transaction, const ExtractRequest& request, const domain::PersonId& id,
                      const std::string& actor, const Occasion& occasion, ExtractCase& out) {
    out.person = TRY(base::if_found(transaction.person(id)));
    if (!out.person) return {};
    const base::Instant now = occasion.moment.now;
    return transaction.append(PersonLook{base::new_uuid_at(occasion.entropy, now), now, id, actor,
                                         "extract of " + days_of(request) + ", for " + request.recipient});
}

}  // namespace

base::Result<ExtractRequest> ask_for_extract(Transaction& transaction, const ExtractAsked& asked,
                                             const Occasion& occasion) {
    TRY_DONE(check_actor(asked.actor));
    if (is_blank(asked.recipient) || asked.recipient.size() > kExtractWordsBytesMax ||
        asked.why.size() > kExtractWordsBytesMax)
        return fail(ErrorKind::InvalidInput,
                    "say for whom the extract is, and why, in at most 500 characters each");
    const base::Instant now = occasion.moment.now;
    if (asked.last < asked.first)
        return fail(ErrorKind::InvalidInput, "the last day of an extract is before its first");
    if (asked.first > domain::london_date(now))
        return fail(ErrorKind::InvalidInput, "the first day of the extract is still to come");
    ExtractRequest request{base::new_uuid_at(occasion.entropy, now),
                           now,
                           asked.first,
                           asked.last,
                           asked.names,
                           asked.actor,
                           asked.recipient,
                           asked.why,
                           asked.place};
    TRY_DONE(transaction.append(request));
    return request;
}

const ExtractStep* ExtractEntry::decision() const {
    for (const ExtractStep& one : steps) {
        if (one.word != ExtractWord::Taken) return &one;
    }
    return nullptr;
}

bool ExtractEntry::may_be_taken(base::Instant now) const {
    if (request.names == ExtractNames::Without) return true;
    const ExtractStep* decided = decision();
    return decided != nullptr && decided->word == ExtractWord::Approved && now < decided->at + kApprovalHolds;
}

base::Result<std::vector<ExtractEntry>> extract_log(View& view) {
    std::vector<ExtractEntry> entries;
    std::map<std::string, std::size_t> places;
    for (ExtractRequest& one : TRY(view.extract_requests())) {
        places.emplace(one.id, entries.size());
        entries.push_back({std::move(one), {}});
    }
    for (ExtractStep& one : TRY(view.extract_steps()))
        entries[places.at(one.request)].steps.push_back(std::move(one));
    std::reverse(entries.begin(), entries.end());
    return entries;
}

base::Done decide_extract(Transaction& transaction, const std::string& request, ExtractWord word,
                          const std::string& manager, const Occasion& occasion) {
    const ExtractEntry entry = TRY(entry_of(transaction, request));
    if (word == ExtractWord::Taken || entry.request.names == ExtractNames::Without)
        return fail(ErrorKind::Conflict, "an extract without names needs no approval");
    TRY_DONE(check_manager(transaction, manager, entry.request));
    if (entry.decision() != nullptr)
        return fail(ErrorKind::Conflict, "this request for an extract is decided already");
    const base::Instant now = occasion.moment.now;
    return transaction.append(
        ExtractStep{base::new_uuid_at(occasion.entropy, now), now, request, word, 0, manager});
}

bool is_case_of(const figures::ReferralHistory& history, const ExtractRequest& request) {
    if (domain::london_date(history.received_at) > request.last) return false;
    const auto ended = figures::ended_on(history, domain::start_of(domain::next_day(request.last)));
    return !ended || *ended >= request.first;
}

base::Result<std::vector<ExtractCase>> take_extract(Transaction& transaction, const std::string& request,
                                                    const std::string& actor, const Occasion& occasion) {
    TRY_DONE(check_actor(actor));
    const ExtractEntry entry = TRY(entry_of(transaction, request));
    const base::Instant now = occasion.moment.now;
    if (!entry.may_be_taken(now))
        return fail(ErrorKind::Unauthorized,
                    "an extract with names is taken within seven days after a manager has approved it");
    std::vector<ExtractCase> cases;
    for (figures::ReferralHistory& one : TRY(histories_for_figures(transaction, now))) {
        // One that stands there for its request for evidence alone has no day on which it was received.
        if (one.received_at == base::Instant{} || !is_case_of(one, entry.request)) continue;
        ExtractCase made{std::move(one), {}, {}};
        if (const auto referral = TRY(base::if_found(transaction.referral(made.history.id)))) {
            made.reference = referral->reference;
            if (entry.request.names == ExtractNames::With)
                TRY_DONE(add_person(transaction, entry.request, referral->person, actor, occasion, made));
        }
        cases.push_back(std::move(made));
    }
    std::sort(cases.begin(), cases.end(), [](const ExtractCase& a, const ExtractCase& b) {
        return std::tie(a.history.received_at, a.history.id) < std::tie(b.history.received_at, b.history.id);
    });
    TRY_DONE(transaction.append(ExtractStep{base::new_uuid_at(occasion.entropy, now), now, request,
                                            ExtractWord::Taken, static_cast<unsigned>(cases.size()), actor}));
    return cases;
}

}  // namespace server::app
