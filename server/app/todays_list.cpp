#include "server/app/todays_list.h"

#include <map>
#include <utility>
#include <vector>

#include "server/app/hub_rules.h"
#include "server/app/offered_appointment.h"
#include "server/app/offers.h"
#include "shared/base/if_found.h"
#include "shared/domain/slip.h"
#include "shared/protocol/limits.h"

namespace server::app {
namespace {

using domain::Appointment;
using protocol::ListedPerson;
using protocol::OfferedAppointment;
using protocol::TodaysList;

using ByPerson = std::map<domain::PersonId, std::vector<Appointment>>;

/// Whoever is expected that day, and whoever has something open to answer.
base::Result<ByPerson> expected_on(View& view, domain::Date day) {
    ByPerson out;
    for (Appointment& one : TRY(view.appointments_on(day))) {
        if (domain::expected_here(one)) out[one.person].push_back(std::move(one));
    }
    for (const Offer& offer : TRY(view.open_offers())) out[offer.person];
    return out;
}

/// Under what somebody is found; a slip that works now works until the end of the day.
base::Result<std::vector<std::string>> plain_keys_of(View& view, const Person& person, base::Instant now) {
    std::vector<std::string> keys;
    if (person.born) keys = domain::person_keys(*person.born, {person.first_name, person.last_name});
    const std::optional<Slip> slip = TRY(view.slip_of(person.id));
    if (slip && slip->works_at(now)) keys.push_back(domain::slip_key(slip->hash));
    return keys;
}

void write(std::string& text, base::Instant instant) {
    text += base::to_text(instant) + ' ';
}

/// Everything but `as_of` and the version itself, unambiguously: ids and hashes hold no spaces or line ends.
std::string contents(const TodaysList& list) {
    std::string text = domain::to_text(list.day) + ' ' + std::to_string(list.grace.count()) + ' ';
    write(text, list.opens_at);
    write(text, list.closes_at);
    for (const ListedPerson& person : list.people) {
        text += "\nperson " + person.person.text();
        for (const std::string& key : person.keys) text += ' ' + key;
        for (const OfferedAppointment& one : person.appointments) {
            text += "\nappointment " + one.id.text() + ' ';
            write(text, one.start);
            write(text, one.end);
            if (one.arrived_at) write(text, *one.arrived_at);
            if (one.clock == domain::ClockState::Doubtful) text += "doubtful ";
        }
        for (const protocol::Offer& one : person.offers) text += "\noffer " + one.id.text();
    }
    return text;
}

}  // namespace

base::Result<TodaysList> todays_list(View& view, const std::string& list_key, const domain::KeyedHash& hash,
                                     const Moment& moment, const HubRules& rules) {
    TodaysList list;
    list.day = domain::london_date(moment.now);
    list.as_of = moment.now;
    const OpeningHours hours = kiosk_hours_on(rules, list.day);
    list.opens_at = domain::at_london_time(list.day, hours.opens);
    list.closes_at = domain::at_london_time(list.day, hours.closes);
    list.grace = grace_on(rules, list.day);
    list.list_key = list_key;
    list.slip_mark = TRY(view.slip_mark());
    const base::Secret key{std::string_view(list_key)};
    for (const auto& [id, appointments] : TRY(expected_on(view, list.day))) {
        const std::optional<Person> person = TRY(base::if_found(view.person(id)));
        if (!person || list.people.size() == protocol::kPeopleMax) continue;
        ListedPerson listed;
        listed.person = id;
        for (const std::string& plain : TRY(plain_keys_of(view, *person, moment.now))) {
            listed.keys.push_back(hash.hash(key, plain));
        }
        // Whoever has neither a day of birth nor a slip is found by reception only.
        if (listed.keys.empty()) continue;
        for (const Appointment& one : appointments) {
            if (listed.appointments.size() == protocol::kLaterMax) break;
            listed.appointments.push_back(TRY(offered(view, one)));
        }
        listed.offers = TRY(offers_to_list(view, id));
        list.people.push_back(std::move(listed));
    }
    list.version = hash.hash(key, contents(list));
    return list;
}

}  // namespace server::app
