#pragma once

#include <string>
#include <vector>

#include "kiosk/app/limits.h"
#include "kiosk/app/update.h"

namespace support {

/// A hash that is none, so that a list in a test can be read.
class PlainHash final : public domain::KeyedHash {
public:
    std::string hash(const base::Secret& key, std::string_view text) const override;
};

/// 14:00 in London on the day on which the tests' people come.
base::Instant two_o_clock();

/// An appointment whose times are minutes after 14:00; `number` makes its id.
protocol::OfferedAppointment offered(unsigned number, int start_minutes, int end_minutes);

/// Somebody of today's list under the key "key".
protocol::ListedPerson listed(const std::string& id, const std::string& born, const std::string& name,
                              std::vector<protocol::OfferedAppointment> appointments);

/// A list of that day, open from 08:00 to 18:00, as of 13:00.
protocol::TodaysList todays_list(std::vector<protocol::ListedPerson> people);

/// The kiosk at the front door without anything around it: events go in, effects are collected, and time is
/// a number. Its wall clock stands in 1970.
class FrontDoor {
public:
    FrontDoor();  ///< asks by the surveys of the program

    kiosk::app::Model model;
    std::vector<kiosk::app::Effect> effects;  ///< of the last event

    void happens(const kiosk::app::Event& event);
    template <class P>
    void press(P press) {
        happens(kiosk::app::event::Pressed{press});
    }
    void touch() { happens(kiosk::app::event::Touched{}); }
    void scan(std::optional<std::string> text) { happens(kiosk::app::event::ScannedCode{std::move(text)}); }
    /// Time goes on, with a Tick each second.
    void wait(std::chrono::seconds time);
    /// Time goes on and nothing ticks.
    void jump(std::chrono::microseconds time) { since_boot_ += time; }

    /// The server answers the search under way.
    void server_finds(protocol::FindReply reply);
    void server_is_silent_on_the_search();
    void journal_keeps(kiosk::app::event::Act act = kiosk::app::event::Act::Arrival);
    void journal_fails(kiosk::app::event::Act act = kiosk::app::event::Act::Arrival);
    void server_answers(std::vector<protocol::ArrivalOutcome> outcomes,
                        std::vector<protocol::Offer> offers = {});
    /// A list and the server's time, as of now.
    void has_list(protocol::TodaysList list);

    // Whole pieces of a visit; each begins where the one before ends.
    void walk_to_day();
    void walk_to_third_question();
    void walk_to_search();  ///< 7 November, letter R
    void walk_to_is_this_right();
    void walk_to_saving();
    void walk_to_checked_in();
    void walk_to_late();
    /// Checked in, with this open.
    void walk_to_offers(std::vector<protocol::Offer> offers);
    /// "Yes, start" of the first one.
    void walk_to_first_question(const protocol::Offer& offer);

    kiosk::app::Step step() const { return model.visit.step; }
    base::BootTime since_boot() const { return since_boot_; }
    domain::DeviceTime clocks() const;
    /// The last effect of this kind of the last event, or null.
    template <class E>
    const E* effect() const {
        const E* found = nullptr;
        for (const auto& one : effects) {
            if (const E* it = std::get_if<E>(&one)) found = it;
        }
        return found;
    }
    /// How many effects of this kind there were since the beginning.
    template <class E>
    std::size_t count() const {
        std::size_t number = 0;
        for (const auto& one : all_effects_) number += std::holds_alternative<E>(one) ? 1U : 0U;
        return number;
    }

private:
    domain::OfferId offer_asked() const;
    base::BootTime since_boot_ = std::chrono::hours{1};
    unsigned ids_ = 0;
    std::vector<kiosk::app::Effect> all_effects_;
};

/// Something open for Rosa.
protocol::Offer open_offer(domain::OfferKind kind);
/// An exit rating with ratings of the start for all areas but one.
protocol::Offer rated_before();

/// The slip of this person, of the hub of todays_list(), and its hashed key on that list.
std::string slip_of(const std::string& person);
std::string key_of_slip(const std::string& person);

/// Rosa, known as R, with one appointment from 14:00 to 15:00.
protocol::FindReply rosa();
protocol::FindReply only(protocol::FindOutcome outcome);
protocol::ArrivalOutcome outcome(protocol::ArrivalResult result, int arrived_minutes = -3);

}  // namespace support
