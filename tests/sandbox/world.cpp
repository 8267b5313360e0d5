#include "tests/sandbox/world.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "shared/base/invariant.h"
#include "tests/support/seeded_entropy.h"

namespace sandbox {
namespace {

/// A CRN that looks like one and belongs to nobody: X and six digits.
std::string crn_of(int number) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "X%06d", 700000 + number);
    return text.data();
}

std::string reference_of(int number) {
    std::array<char, 16> text{};
    const auto letter = [number](int step) {
        return static_cast<char>('A' + (number * step + step) % 26);
    };
    std::snprintf(text.data(), text.size(), "%c%c%04d%c%c", letter(3), letter(7), number % 10000, letter(11),
                  letter(17));
    return text.data();
}

}  // namespace

Address hub_address() {
    return {"Ardwick Green Hub", "12 Example Street", "Manchester", "Greater Manchester", "M12 6JX"};
}

World::World(std::uint64_t seed) : state_(seed) {
    add_user({kServiceUser,
              new_id(),
              "auth",
              {std::string("INT_SP_") + kProvider, std::string("INT_CR_") + kManchesterContract}});
}

std::uint64_t World::next_number() {
    return state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
}

std::string World::new_id() {
    support::SeededEntropy entropy(next_number());
    return base::new_uuid(entropy);
}

std::string World::add_referral(Person person, base::Instant sent_at, std::string contract,
                                bool plan_approved) {
    ++people_;
    Referral referral;
    referral.id = new_id();
    referral.reference = reference_of(people_);
    referral.person = std::move(person);
    if (referral.person.crn.empty()) referral.person.crn = crn_of(people_);
    referral.contract = std::move(contract);
    referral.sent_at = sent_at;
    referral.assessment_id = new_id();
    referral.assigned_to = User{"HUB_CASEWORKER", "6c4036b7-e87d-44fb-864f-5a06c1c492f3", "auth", {}};
    if (plan_approved) referral.action_plan_id = new_id();
    places_[referral.id] = referrals_.size();
    if (plan_approved) places_[referral.action_plan_id] = referrals_.size();
    referrals_.push_back(std::move(referral));
    return referrals_.back().id;
}

Appointment World::make(const Booking& booking) {
    Appointment appointment;
    appointment.id = new_id();
    appointment.start = booking.start;
    appointment.minutes = booking.minutes;
    appointment.kind = booking.kind;
    appointment.delivery = booking.delivery;
    appointment.address = booking.address;
    appointment.office_code = booking.office_code;
    constexpr std::array kForms{TimeForm::Zulu, TimeForm::SummerOffset, TimeForm::NineDigits};
    appointment.time_form = kForms[static_cast<std::size_t>(booked_++) % kForms.size()];
    return appointment;
}

std::string World::add_assessment(const std::string& id, const Booking& booking) {
    Referral* referral = find_referral(id);
    INVARIANT(referral != nullptr, "an assessment needs a referral");
    if (referral->assessment_booked) referral->assessments.back().superseded = true;
    referral->assessments.push_back(make(booking));
    referral->assessment_booked = true;
    return referral->assessments.back().id;
}

std::string World::add_session(const std::string& id, const Booking& booking) {
    add_unscheduled_session(id);
    Session& session = find_referral(id)->sessions.back();
    session.current = make(booking);
    return session.current->id;
}

void World::add_unscheduled_session(const std::string& id) {
    Referral* referral = find_referral(id);
    INVARIANT(referral != nullptr, "a session needs a referral");
    INVARIANT(!referral->action_plan_id.empty(), "a session needs an approved action plan");
    Session session;
    session.id = new_id();
    session.number = static_cast<int>(referral->sessions.size()) + 1;
    referral->sessions.push_back(std::move(session));
}

std::string World::move(const std::string& id, base::Instant to) {
    Appointment moved;
    const auto moved_from = [&](Appointment& old) {
        moved = old;
        moved.id = new_id();
        moved.start = to;
        moved.attended.reset();
        moved.did_session_happen.reset();
        moved.feedback = {};
        old.superseded = true;
    };
    for (Referral& referral : referrals_) {
        if (referral.assessment_booked && referral.assessments.back().id == id) {
            moved_from(referral.assessments.back());
            referral.assessments.push_back(moved);
            return moved.id;
        }
        for (Session& session : referral.sessions) {
            if (!session.current || session.current->id != id) continue;
            moved_from(*session.current);
            session.moved.push_back(*session.current);
            session.current = moved;
            return moved.id;
        }
    }
    INVARIANT(false, "only a current appointment can be moved");
    return {};
}

void World::cancel(const std::string& id) {
    for (Referral& referral : referrals_) {
        if (referral.assessment_booked && referral.assessments.back().id == id) {
            referral.assessments.back().superseded = true;
            referral.assessment_booked = false;
        }
        for (Session& session : referral.sessions)
            if (session.current && session.current->id == id) session.current.reset();
    }
}

void World::withdraw(const std::string& id, const std::string& code, base::Instant at) {
    Referral* referral = find_referral(id);
    INVARIANT(referral != nullptr, "only a known referral can be withdrawn");
    referral->withdrawal_code = code;
    referral->concluded_at = at;
}

void World::complete(const std::string& id, base::Instant at) {
    Referral* referral = find_referral(id);
    INVARIANT(referral != nullptr, "only a known referral can be completed");
    referral->end_of_service_report = true;
    referral->concluded_at = at;
}

void World::drop_assessment(const std::string& id) {
    Referral* referral = find_referral(id);
    INVARIANT(referral != nullptr, "only a known referral can lose its assessment");
    referral->has_assessment = false;
    referral->assessments.clear();
    referral->assessment_booked = false;
}

void World::add_user(User user) {
    users_[user.username] = std::move(user);
}

const Referral* World::find(const std::string& id, std::string Referral::*member) const {
    // Whoever has changed an id or taken referrals away pays with a search.
    const auto place = places_.find(id);
    if (place != places_.end() && place->second < referrals_.size() &&
        referrals_[place->second].*member == id)
        return &referrals_[place->second];
    const auto found = std::ranges::find(referrals_, id, member);
    return found == referrals_.end() ? nullptr : &*found;
}

Referral* World::find_referral(const std::string& id) {
    return const_cast<Referral*>(find(id, &Referral::id));
}

const Referral* World::find_referral(const std::string& id) const {
    return find(id, &Referral::id);
}

Referral* World::find_by_action_plan(const std::string& id) {
    return id.empty() ? nullptr : const_cast<Referral*>(find(id, &Referral::action_plan_id));
}

Appointment* World::find_appointment(const std::string& id) {
    for (Referral& referral : referrals_) {
        for (Appointment& one : referral.assessments)
            if (one.id == id) return &one;
        for (Session& session : referral.sessions) {
            if (session.current && session.current->id == id) return &*session.current;
            for (Appointment& one : session.moved)
                if (one.id == id) return &one;
        }
    }
    return nullptr;
}

const User* World::find_user(const std::string& username) const {
    const auto found = users_.find(username);
    return found == users_.end() ? nullptr : &found->second;
}

}  // namespace sandbox
