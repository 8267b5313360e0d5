#include "kiosk/app/offline_find.h"

#include <algorithm>
#include <set>
#include <utility>

#include "shared/domain/attendance.h"
#include "shared/domain/calendar.h"
#include "shared/domain/person_key.h"
#include "shared/domain/slip.h"
#include "shared/protocol/limits.h"

namespace kiosk::app {
namespace {

using domain::PersonQuery;
using protocol::FindOutcome;
using protocol::FindReply;
using protocol::ListedPerson;
using protocol::OfferedAppointment;

using Fitting = std::vector<const ListedPerson*>;

/// Questions asked of the hashed keys of today's list.
class Keys {
public:
    Keys(const protocol::TodaysList& list, const domain::KeyedHash& keyed_hash)
        : key_(list.list_key), keyed_hash_(keyed_hash) {}

    std::string of(const PersonQuery& query) const {
        return keyed_hash_.hash(key_, domain::query_key(query));
    }
    std::string of_slip(const std::string& token) const {
        return keyed_hash_.hash(key_, domain::slip_key(domain::slip_hash(keyed_hash_, token)));
    }

    /// Whether this query fits one of them and not another.
    bool parts(const Fitting& fitting, const PersonQuery& query) const {
        const std::string hash = of(query);
        const auto fits = [&](const ListedPerson* one) {
            return std::find(one->keys.begin(), one->keys.end(), hash) != one->keys.end();
        };
        const auto count = std::count_if(fitting.begin(), fitting.end(), fits);
        return count > 0 && static_cast<std::size_t>(count) < fitting.size();
    }

    bool letters_part(const Fitting& fitting, domain::BirthDay birthday) const {
        for (char letter = 'A'; letter <= 'Z'; ++letter) {
            if (parts(fitting, {birthday, letter, std::nullopt})) return true;
        }
        return false;
    }

    bool years_part(const Fitting& fitting, domain::BirthDay birthday) const {
        for (auto year = static_cast<int>(domain::kFirstYear); year <= static_cast<int>(domain::kLastYear);
             ++year) {
            if (parts(fitting, {birthday, std::nullopt, year})) return true;
        }
        return false;
    }

private:
    base::Secret key_;
    const domain::KeyedHash& keyed_hash_;
};

FindReply only(FindOutcome outcome) {
    FindReply reply;
    reply.outcome = outcome;
    return reply;
}

std::set<base::Instant> starts_of(const ListedPerson& person) {
    std::set<base::Instant> starts;
    for (const OfferedAppointment& one : person.appointments) starts.insert(one.start);
    return starts;
}

FindReply ask_start_time(const Fitting& fitting) {
    std::set<base::Instant> all;
    bool apart = false;
    for (const ListedPerson* one : fitting) {
        std::set<base::Instant> starts = starts_of(*one);
        apart = apart || starts != starts_of(*fitting.front());
        all.merge(starts);
    }
    if (!apart || all.size() > protocol::kStartTimesMax) return only(FindOutcome::NotFound);
    FindReply reply = only(FindOutcome::AskStartTime);
    reply.start_times.assign(all.begin(), all.end());
    return reply;
}

/// domain::coverage sees whole appointments; the list has ids and times only, which is all it looks at.
std::vector<domain::Appointment> as_appointments(const std::vector<OfferedAppointment>& offered) {
    std::vector<domain::Appointment> out;
    for (const OfferedAppointment& one : offered) {
        domain::Appointment appointment;
        appointment.id = one.id;
        appointment.start = one.start;
        appointment.duration = std::chrono::duration_cast<std::chrono::minutes>(one.end - one.start);
        out.push_back(std::move(appointment));
    }
    return out;
}

FindReply found(const ListedPerson& person, base::Instant at) {
    const auto offered = [&](const domain::Appointment& appointment) {
        return *std::find_if(person.appointments.begin(), person.appointments.end(),
                             [&](const OfferedAppointment& one) { return one.id == appointment.id; });
    };
    const domain::Coverage coverage = domain::coverage(as_appointments(person.appointments), at);
    FindReply reply = only(FindOutcome::Found);
    reply.person = person.person;
    reply.offers = person.offers;
    for (const domain::Appointment& one : coverage.covered) {
        if (reply.covered.size() < protocol::kCoveredMax) reply.covered.push_back(offered(one));
    }
    for (const domain::Appointment& one : coverage.later) {
        if (reply.later.size() < protocol::kLaterMax) reply.later.push_back(offered(one));
    }
    if (coverage.came_after) reply.came_after = offered(*coverage.came_after);
    return reply;
}

Fitting people_with(const protocol::TodaysList& list, const std::string& key) {
    Fitting fitting;
    for (const ListedPerson& one : list.people) {
        const bool fits = std::find(one.keys.begin(), one.keys.end(), key) != one.keys.end();
        if (fits && !(one.appointments.empty() && one.offers.empty())) fitting.push_back(&one);
    }
    return fitting;
}

FindReply by_slip(const protocol::TodaysList& list, const Keys& keys, const std::string& token,
                  base::Instant at) {
    const Fitting fitting = people_with(list, keys.of_slip(token));
    return fitting.size() == 1 ? found(*fitting.front(), at) : only(FindOutcome::NotFound);
}

FindReply by_query(const protocol::TodaysList& list, const Keys& keys, const protocol::FindRequest& request,
                   base::Instant at) {
    const PersonQuery& query = *request.query;
    if (!domain::check(query)) return only(FindOutcome::NotFound);
    Fitting fitting = people_with(list, keys.of(query));
    if (fitting.empty()) return only(FindOutcome::NotFound);
    if (fitting.size() == 1) return found(*fitting.front(), at);
    if (!query.letter && keys.letters_part(fitting, query.birthday)) return only(FindOutcome::AskLetter);
    if (!query.birth_year && keys.years_part(fitting, query.birthday)) return only(FindOutcome::AskYear);
    if (!request.start_time) return ask_start_time(fitting);
    std::erase_if(fitting,
                  [&](const ListedPerson* one) { return !starts_of(*one).contains(*request.start_time); });
    if (fitting.size() != 1) return only(FindOutcome::NotFound);
    return found(*fitting.front(), at);
}

}  // namespace

FindReply offline_find(const protocol::TodaysList& list, const domain::KeyedHash& keyed_hash,
                       const protocol::FindRequest& request, base::Instant at) {
    const Keys keys(list, keyed_hash);
    if (domain::london_date(at) != list.day || request.query.has_value() == request.slip.has_value()) {
        return only(FindOutcome::NotFound);
    }
    return request.slip ? by_slip(list, keys, *request.slip, at) : by_query(list, keys, request, at);
}

}  // namespace kiosk::app
