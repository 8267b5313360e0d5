#include "tests/sandbox/invented_day.h"

#include <array>
#include <cstdio>

#include "shared/base/invariant.h"
#include "tests/sandbox/invented_names.h"
#include "tests/support/seeded_entropy.h"

namespace sandbox {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// Small numbers by chance.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : entropy_(seed) {}

    /// 0 to sides - 1.
    int roll(int sides) {
        std::array<std::byte, 4> bytes{};
        entropy_.fill(bytes);
        unsigned number = 0;
        for (const std::byte byte : bytes) number = (number << 8U) | std::to_integer<unsigned>(byte);
        return static_cast<int>(number % static_cast<unsigned>(sides));
    }

private:
    support::SeededEntropy entropy_;
};

constexpr const char* kOtherContract = "DN671065_SALFORD_PWB";
const Address kOtherHub{"Ordsall Example Hub", "3 Invented Way", "Salford", "Greater Manchester", "M5 6ZX"};

std::string date_of(int year, int month, int day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return text.data();
}

/// Every fifteenth person was born on 1 January, every tenth on 7 March, and one in sixty at no known date.
std::string born(int index, Dice& dice) {
    const int year = 1956 + dice.roll(48);
    if (index % 60 == 41) return {};
    if (index % 15 == 3) return date_of(year, 1, 1);
    if (index % 10 == 6) return date_of(year, 3, 7);
    return date_of(year, 1 + dice.roll(12), 1 + dice.roll(28));
}

Person person_of(int index, Dice& dice) {
    const InventedName& name = kInventedNames[static_cast<std::size_t>(index) % kInventedNames.size()];
    Person person;
    person.first_name = name.first;
    person.last_name = name.last;
    const int round = index / static_cast<int>(kInventedNames.size());
    if (round > 0) person.last_name += (person.last_name.empty() ? "" : "-") + std::string("Vale");
    person.born = born(index, dice);
    person.preferred_language = name.language[0] == '\0' ? "English" : name.language;
    if (name.language[0] != '\0' && dice.roll(2) == 0) person.interpreter_language = name.language;
    constexpr std::array kNeeds{"Uses a wheelchair", "Hard of hearing", "Large print, please",
                                "Needs a quiet place to wait"};
    if (dice.roll(8) == 0) person.access_needs = kNeeds[static_cast<std::size_t>(dice.roll(4))];
    person.in_custody = index % 30 == 29;
    return person;
}

/// Quarter hours from four before `now` to five after it, spread evenly so that every part of the day has
/// some.
base::Instant start_of(int index, int people, base::Instant now) {
    constexpr int kQuarters = 36;
    constexpr int kBefore = 16;
    const auto quarter = std::chrono::floor<minutes>(now).time_since_epoch() / minutes{15};
    const auto step = static_cast<long>(index) * kQuarters / people - kBefore;
    return base::Instant{minutes{15} * (quarter + step)};
}

Booking booking_of(int index, base::Instant start, Dice& dice) {
    Booking booking;
    booking.start = start;
    constexpr std::array kMinutes{30, 45, 60, 60, 90};
    booking.minutes = kMinutes[static_cast<std::size_t>(dice.roll(kMinutes.size()))];
    if (index % 12 == 5) booking.delivery = Delivery::PhoneCall;
    if (index % 20 == 8) booking.delivery = Delivery::VideoCall;
    if (index % 20 == 18) booking.delivery = Delivery::ProbationOffice;
    return booking;
}

struct Day {
    World& world;
    Dice& dice;
    base::Instant now;
    int people;
};

/// An assessment for one in five, a session (one in four of them a group's) for the others.
void add_today(const Day& day, int index, const std::string& referral, Booking booking, bool plan) {
    const std::string& id = referral;
    if (!plan) {
        day.world.add_assessment(id, booking);
        return;
    }
    Booking past = booking;
    past.start -= hours{24 * 14};
    day.world.add_assessment(id, past);
    past.start += hours{24 * 7};
    day.world.add_session(id, past);
    if (index % 4 == 1) booking.kind = Kind::Group;
    const std::string appointment = day.world.add_session(id, booking);
    if (index % 25 == 13) day.world.move(appointment, booking.start + minutes{30});
    if (index % 16 == 2) {
        booking.start += minutes{booking.minutes + 15};
        booking.kind = Kind::OneToOne;
        day.world.add_session(id, booking);
    }
    booking.start += hours{24 * 7};
    day.world.add_session(id, booking);
    if (index % 9 == 4) day.world.add_unscheduled_session(id);
}

void add_person(const Day& day, int index) {
    const bool elsewhere = index % 12 == 11;
    const bool plan = index % 5 != 0;
    const std::string referral =
        day.world.add_referral(person_of(index, day.dice), day.now - hours{24 * (20 + day.dice.roll(60))},
                               elsewhere ? kOtherContract : kManchesterContract, plan);
    Booking booking = booking_of(index, start_of(index, day.people, day.now), day.dice);
    if (elsewhere) booking.address = kOtherHub;
    add_today(day, index, referral, booking, plan);
}

}  // namespace

World invented_day(std::uint64_t seed, base::Instant now, int people) {
    INVARIANT(people >= 1 && people <= kInventedPeopleMax, "an invented day has 1 to 2000 people");
    World world(seed);
    Dice dice(seed);
    const Day day{world, dice, now, people};
    for (int index = 0; index < people; ++index) add_person(day, index);
    const std::string withdrawn =
        world.add_referral({"", "Quinn", "Former", "1970-02-02"}, now - hours{24 * 90});
    world.withdraw(withdrawn, "MOV", now - hours{24 * 10});
    return world;
}

}  // namespace sandbox
