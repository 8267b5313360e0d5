#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "tests/sandbox/record.h"

namespace sandbox {

/// The contract, hub address and people's words that every invented day shares.
inline constexpr const char* kManchesterContract = "DN671065_MANCHESTER_PWB";
inline constexpr const char* kProvider = "BIG_LIFE_GROUP";
inline constexpr const char* kServiceUser = "HUB_SERVICE";
Address hub_address();

/// An appointment as a test asks for it.
struct Booking {
    base::Instant start;
    int minutes = 60;
    Delivery delivery = Delivery::HubAddress;
    Kind kind = Kind::OneToOne;
    Address address = hub_address();
    std::string office_code = "CRS0180";
};

/// The people, referrals and appointments of the sandbox. Ids are UUIDs made from the seed and a counter: the
/// same steps on the same seed give the same ids. Not thread-safe: see CaseSystem::with_world.
class World {
public:
    explicit World(std::uint64_t seed = 1);

    /// Returns the referral's id. The action plan is approved unless the referral is made without one.
    std::string add_referral(Person person, base::Instant sent_at, std::string contract = kManchesterContract,
                             bool plan_approved = true);
    /// Books the initial assessment; one that is booked already is superseded. Returns the appointment's id.
    std::string add_assessment(const std::string& referral, const Booking& booking);
    /// Adds the next session of the action plan. Returns the appointment's id (not the session's).
    std::string add_session(const std::string& referral, const Booking& booking);
    /// A session that nobody has put a time to: nulls in the answer.
    void add_unscheduled_session(const std::string& referral);
    /// Moves an appointment: the old one is superseded, the new one has another id, which is returned.
    std::string move(const std::string& appointment, base::Instant to);
    /// Takes the appointment away: its session is unscheduled again, its assessment not booked.
    void cancel(const std::string& appointment);
    /// The practitioner withdraws the referral.
    void withdraw(const std::string& referral, const std::string& code, base::Instant at);
    void complete(const std::string& referral, base::Instant at);
    /// The referral has no supplier assessment at all: its GET is a 404.
    void drop_assessment(const std::string& referral);
    void add_user(User user);

    Referral* find_referral(const std::string& id);
    const Referral* find_referral(const std::string& id) const;
    Referral* find_by_action_plan(const std::string& id);
    /// Any appointment, superseded ones included.
    Appointment* find_appointment(const std::string& id);
    const User* find_user(const std::string& username) const;
    /// In the order they were added.
    const std::vector<Referral>& referrals() const { return referrals_; }
    std::vector<Referral>& referrals() { return referrals_; }

    std::map<std::string, Effects> effects;  ///< by appointment id

private:
    /// The referral with this id of its own, or of its action plan.
    const Referral* find(const std::string& id, std::string Referral::*member) const;
    std::string new_id();
    std::uint64_t next_number();
    Appointment make(const Booking& booking);

    std::uint64_t state_;
    int people_ = 0;
    int booked_ = 0;
    std::vector<Referral> referrals_;
    std::unordered_map<std::string, std::size_t> places_;  ///< in `referrals_`, as they were added
    std::map<std::string, User> users_;
};

}  // namespace sandbox
