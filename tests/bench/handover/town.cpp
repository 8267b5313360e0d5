#include "tests/bench/handover/town.h"

#include <array>
#include <cstdio>
#include <random>

#include "shared/domain/calendar.h"
#include "tests/sandbox/invented_names.h"

namespace bench {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr hours kAssessedBefore{24 * 20};
constexpr hours kReferredBefore{24 * 40};
constexpr int kQuartersOfMorning = 12;  ///< from 09:00 on, in which yesterday's first sessions began
constexpr hours kMorning{9};
constexpr hours kBetweenSessions{3};
constexpr int kSessionMinutes = 60;

std::string date_of_birth(std::mt19937_64& chance) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", 1956 + static_cast<int>(chance() % 48),
                  1 + static_cast<int>(chance() % 12), 1 + static_cast<int>(chance() % 28));
    return text.data();
}

sandbox::Person person_of(int index, std::mt19937_64& chance) {
    const auto& name = sandbox::kInventedNames[chance() % sandbox::kInventedNames.size()];
    const std::string number = std::to_string(index);
    sandbox::Person person{"", name.first, std::string(name.last) + "-" + number, date_of_birth(chance)};
    person.preferred_language = name.language[0] == '\0' ? "English" : name.language;
    if (chance() % 8 == 0) person.access_needs = "Large print, please";
    return person;
}

sandbox::Booking session_at(base::Instant start) {
    sandbox::Booking booking;
    booking.start = start;
    booking.minutes = kSessionMinutes;
    return booking;
}

}  // namespace

Town invent_town(std::uint64_t seed, base::Instant now, int referrals) {
    Town town{sandbox::World(seed), {}, {}};
    std::mt19937_64 chance(seed);
    const domain::Date today = domain::london_date(now);
    const auto yesterday =
        domain::start_of(domain::Date{std::chrono::sys_days{today} - std::chrono::days{1}});
    const auto about_now = std::chrono::floor<minutes>(now);
    for (int index = 0; index < referrals; ++index) {
        const std::string id = town.world.add_referral(person_of(index, chance), now - kReferredBefore);
        town.world.add_assessment(id, session_at(about_now - kAssessedBefore));
        base::Instant start =
            yesterday + kMorning + minutes{15} * static_cast<int>(chance() % kQuartersOfMorning);
        for (int session = 0; session < kEndedSessionsAReferral; ++session, start += kBetweenSessions)
            town.ended.push_back({town.world.add_session(id, session_at(start)), start});
        const int day = index % kExpectedOneIn;
        const std::string next = town.world.add_session(id, session_at(about_now + hours{24} * day));
        if (day == 0) town.expected_now.push_back(next);
    }
    return town;
}

}  // namespace bench
