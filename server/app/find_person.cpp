#include "server/app/find_person.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "server/app/language_tag.h"
#include "server/app/offered_appointment.h"
#include "server/app/offers.h"
#include "shared/domain/slip.h"
#include "shared/protocol/limits.h"

namespace server::app {
namespace {

using domain::Appointment;
using protocol::FindOutcome;
using protocol::FindReply;
using protocol::FindRequest;

/// Somebody who fits what was typed.
struct Candidate {
    Person person;
    std::vector<Appointment> appointments;

    std::set<char> letters() const { return domain::first_letters({person.first_name, person.last_name}); }
    std::set<base::Instant> starts() const {
        std::set<base::Instant> out;
        for (const Appointment& one : appointments) out.insert(one.start);
        return out;
    }
};

base::Result<std::vector<Candidate>> candidates(View& view, const domain::PersonQuery& query,
                                                domain::Date day) {
    std::vector<Candidate> out;
    for (const domain::PersonId& id : TRY(view.people_with_key(domain::query_key(query), day))) {
        std::vector<Appointment> theirs = TRY(expected_of(view, id, day));
        out.push_back({TRY(view.person(id)), std::move(theirs)});
    }
    return out;
}

/// Whether this tells at least one of them from the others.
template <class Property>
bool tells_apart(const std::vector<Candidate>& all, Property property) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Candidate& one) { return property(one) != property(all.front()); });
}

/// The first character of a name, whole in UTF-8; empty for broken text.
std::string first_character(const std::string& name) {
    if (name.empty()) return {};
    const auto lead = static_cast<unsigned char>(name.front());
    std::size_t length = 0;
    if (lead < 0x80) {
        length = 1;
    } else if (lead >= 0xC2 && lead < 0xE0) {
        length = 2;
    } else if (lead >= 0xE0 && lead < 0xF0) {
        length = 3;
    } else if (lead >= 0xF0 && lead < 0xF5) {
        length = 4;
    }
    if (length == 0 || name.size() < length) return {};
    const auto continues = [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    };
    const auto begin = name.begin();
    const auto end = begin + static_cast<std::ptrdiff_t>(length);
    return std::all_of(begin + 1, end, continues) ? std::string(begin, end) : std::string();
}

base::Result<FindReply> found(View& view, const Candidate& candidate, base::Instant touched_at) {
    FindReply reply;
    reply.outcome = FindOutcome::Found;
    reply.person = candidate.person.id;
    reply.initial = first_character(candidate.person.first_name);
    reply.language = language_tag(candidate.person.preferred_language);
    const domain::Coverage coverage = domain::coverage(candidate.appointments, touched_at);
    for (const Appointment& one : coverage.covered) {
        if (reply.covered.size() == protocol::kCoveredMax) break;
        reply.covered.push_back(TRY(offered(view, one)));
    }
    for (const Appointment& one : coverage.later) {
        if (reply.later.size() == protocol::kLaterMax) break;
        reply.later.push_back(TRY(offered(view, one)));
    }
    if (coverage.came_after) reply.came_after = TRY(offered(view, *coverage.came_after));
    reply.offers = TRY(offers_to_make(view, candidate.person.id));
    return reply;
}

FindReply only(FindOutcome outcome) {
    FindReply reply;
    reply.outcome = outcome;
    return reply;
}

/// All that was asked for is given, and still several fit: the start time, or reception.
FindReply ask_start_time(const std::vector<Candidate>& fitting) {
    FindReply reply = only(FindOutcome::AskStartTime);
    std::set<base::Instant> starts;
    for (const Candidate& one : fitting) starts.merge(one.starts());
    reply.start_times.assign(starts.begin(), starts.end());
    const auto starts_of = [](const Candidate& one) {
        return one.starts();
    };
    if (!tells_apart(fitting, starts_of) || starts.size() > protocol::kStartTimesMax) {
        return only(FindOutcome::NotFound);
    }
    return reply;
}

base::Result<FindReply> by_query(View& view, const FindRequest& request, base::Instant touched_at) {
    const domain::PersonQuery& query = *request.query;
    TRY_DONE(domain::check(query));
    std::vector<Candidate> fitting = TRY(candidates(view, query, domain::london_date(touched_at)));
    if (fitting.empty()) return only(FindOutcome::NotFound);
    if (fitting.size() == 1) return found(view, fitting.front(), touched_at);
    if (!query.letter && tells_apart(fitting, [](const Candidate& one) { return one.letters(); })) {
        return only(FindOutcome::AskLetter);
    }
    if (!query.birth_year && tells_apart(fitting, [](const Candidate& one) { return one.person.born; })) {
        return only(FindOutcome::AskYear);
    }
    if (!request.start_time) return ask_start_time(fitting);
    std::erase_if(fitting, [&](const Candidate& one) { return !one.starts().contains(*request.start_time); });
    if (fitting.size() != 1) return only(FindOutcome::NotFound);
    return found(view, fitting.front(), touched_at);
}

/// Whoever holds a slip is found where they would be by what they type: expected, or with something open.
base::Result<FindReply> by_slip(View& view, const std::string& hash, base::Instant touched_at) {
    const std::optional<Slip> slip = TRY(view.slip_with_hash(hash));
    if (!slip || !slip->works_at(touched_at)) return only(FindOutcome::NotFound);
    std::vector<Appointment> theirs = TRY(expected_of(view, slip->person, domain::london_date(touched_at)));
    if (theirs.empty() && !TRY(has_open_offer(view, slip->person))) return only(FindOutcome::NotFound);
    return found(view, {TRY(view.person(slip->person)), std::move(theirs)}, touched_at);
}

}  // namespace

base::Result<FindReply> find_person(View& view, const FindRequest& request, const domain::KeyedHash& hash,
                                    const Moment& moment) {
    const base::Instant touched_at = moment.now - request.touched_ago;
    if (request.query && !request.slip) return by_query(view, request, touched_at);
    if (request.slip && !request.query) {
        return by_slip(view, domain::slip_hash(hash, *request.slip), touched_at);
    }
    return base::fail(base::ErrorKind::InvalidInput, "a search is by exactly one of query and slip");
}

}  // namespace server::app
