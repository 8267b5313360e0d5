#pragma once

#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/app/find_person.h"
#include "server/app/occasion.h"
#include "server/app/record_arrival.h"
#include "server/app/undo_arrival.h"
#include "shared/domain/keyed_hash.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/seeded_entropy.h"

namespace server::app {

using namespace std::chrono_literals;

/// Hashes nothing: the key and the text stand side by side, so that a test can read them.
class ReadableHash final : public domain::KeyedHash {
public:
    std::string hash(const base::Secret& key, std::string_view text) const override {
        return key.reveal_text() + ":" + std::string(text);
    }
};

inline base::Instant at(std::string_view text) {
    return base::parse_instant(text).value();
}

/// A hub with one kiosk, whose clock stood at `wall` when the hub's began, and whom tests walk through a day.
class Hub {
public:
    explicit Hub(std::string_view now) : clock(at(now)), kiosk_clock(at(now)) { add_kiosk("front-door"); }

    void advance(std::chrono::microseconds by) {
        clock.advance(by);
        kiosk_clock.advance(by);
    }

    Occasion occasion() { return {{clock.now(), server_clock}, rules, calendar, entropy}; }

    void add_kiosk(const std::string& name) {
        Kiosk kiosk;
        kiosk.id = domain::KioskId(name);
        kiosk.fingerprint = "certificate of " + name;
        kiosk.added_at = clock.now() - 24h;
        put(kiosk);
        seen(name);
    }
    void seen(const std::string& name) {
        KioskHealth health;
        health.kiosk = domain::KioskId(name);
        health.seen_at = clock.now();
        put(health);
    }

    domain::PersonId add_person(const std::string& id, const std::string& first, const std::string& last,
                                std::optional<domain::Date> born) {
        Person person;
        person.id = domain::PersonId(id);
        person.crn = "X" + std::to_string(++newest_crn);
        person.first_name = first;
        person.last_name = last;
        person.born = born;
        put(person);
        return person.id;
    }

    domain::Appointment add_appointment(const std::string& id, const domain::PersonId& person,
                                        std::string_view start, std::chrono::minutes duration = 60min) {
        domain::Appointment one;
        one.id = domain::AppointmentId(id);
        one.person = person;
        one.referral = domain::ReferralId("referral-of-" + person.text());
        one.start = at(start);
        one.duration = duration;
        one.at_this_hub = true;
        put(one);
        return one;
    }

    template <class Thing>
    void put(const Thing& thing) {
        EXPECT_TRUE(store.write_and_wait([&](Transaction& t) { return t.put(thing); }));
    }

    /// Runs a use case as one transaction and gives what it gave.
    template <class UseCase>
    auto run(UseCase use_case) -> decltype(use_case(std::declval<Transaction&>())) {
        decltype(use_case(std::declval<Transaction&>())) out =
            base::fail(base::ErrorKind::Unavailable, "did not run");
        const base::Done done = store.write_and_wait([&](Transaction& t) -> base::Done {
            out = use_case(t);
            if (!out) return tl::unexpected<base::Error>(out.error());
            return {};
        });
        EXPECT_EQ(done.has_value(), out.has_value());
        return out;
    }

    /// A visit that begins now at the kiosk. The run of use begins with it unless the test says otherwise.
    protocol::ArrivalRequest visit(const std::string& arrival, const domain::PersonId& person,
                                   const std::vector<std::string>& appointments) const {
        protocol::ArrivalRequest request;
        request.arrival = domain::ArrivalId(arrival);
        request.person = person;
        for (const std::string& id : appointments) request.appointments.emplace_back(id);
        request.first_touch = domain::read_device_time(kiosk_clock);
        request.run_began = request.first_touch;
        request.told = request.first_touch;
        request.language = "en";
        return request;
    }

    base::Result<protocol::ArrivalReply> send(protocol::ArrivalRequest request,
                                              const std::string& kiosk = "front-door") {
        request.told = domain::read_device_time(kiosk_clock);
        return run(
            [&](Transaction& t) { return record_arrival(t, domain::KioskId(kiosk), request, occasion()); });
    }

    /// A whole visit at this moment, for one appointment.
    protocol::ArrivalOutcome arrive(const std::string& arrival, const domain::Appointment& appointment) {
        const auto reply = send(visit(arrival, appointment.person, {appointment.id.text()}));
        EXPECT_TRUE(reply.has_value());
        return reply ? reply->outcomes.front() : protocol::ArrivalOutcome{};
    }

    /// A check-in confirmed now, by the kiosk's clock, and taken back so much later.
    protocol::UndoRequest taken_back(const std::string& arrival, std::chrono::microseconds later = 8s) const {
        protocol::UndoRequest request;
        request.arrival = domain::ArrivalId(arrival);
        request.confirmed = request.taken_back = domain::read_device_time(kiosk_clock);
        request.taken_back.wall += later;
        request.taken_back.since_boot += later;
        return request;
    }
    base::Done undo(const protocol::UndoRequest& request, const std::string& kiosk = "front-door") {
        return run(
            [&](Transaction& t) { return undo_arrival(t, domain::KioskId(kiosk), request, occasion()); });
    }
    base::Done undo(const std::string& arrival) { return undo(taken_back(arrival)); }

    protocol::FindReply find(const protocol::FindRequest& request) {
        protocol::FindReply reply;
        EXPECT_TRUE(store.read([&](View& view) -> base::Done {
            reply = TRY(find_person(view, request, keyed_hash, occasion().moment));
            return {};
        }));
        return reply;
    }

    domain::AttendanceRecord record(const domain::Appointment& appointment) {
        domain::AttendanceRecord out;
        EXPECT_TRUE(store.read([&](View& view) -> base::Done {
            out = TRY(record_of(view, appointment.id));
            return {};
        }));
        return out;
    }

    std::optional<domain::Update> update(const domain::Appointment& appointment) {
        std::optional<domain::Update> out;
        EXPECT_TRUE(store.read([&](View& view) -> base::Done {
            out = TRY(view.update_of(appointment.id));
            return {};
        }));
        return out;
    }

    /// Changes an update as the forwarder would.
    template <class Change>
    void change_update(const domain::Appointment& appointment, Change change) {
        domain::Update changed = update(appointment).value();
        change(changed);
        put(changed);
    }

    std::size_t events() const { return store.record().events.size(); }

    support::FakeClock clock;
    support::FakeClock kiosk_clock;
    domain::ClockState server_clock = domain::ClockState::Sure;
    HubRules rules;
    domain::Calendar calendar;
    support::SeededEntropy entropy{1};
    ReadableHash keyed_hash;
    support::MemoryStore store;
    int newest_crn = 100000;
};

}  // namespace server::app
