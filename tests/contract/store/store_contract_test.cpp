// What every Store promises, shown on SQLite and on the one in memory that other tests use.

#include <memory>

#include <gtest/gtest.h>

#include "server/app/store.h"
#include "shared/domain/person_key.h"
#include "tests/support/memory_store.h"
#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"

namespace {

namespace sample = support::sample;
using base::Done;
using base::ErrorKind;
using server::app::Transaction;
using server::app::View;
using std::chrono::hours;
using std::chrono::minutes;

struct InMemory {
    support::MemoryStore store;
    server::app::Store& get() { return store; }
};

struct OnSqlite {
    support::StoreFolder folder;
    std::unique_ptr<server::store::SqliteStore> store = std::move(folder.open().value());
    server::app::Store& get() { return *store; }
};

template <class Kind>
class StoreContract : public testing::Test {
protected:
    server::app::Store& store() { return kind_.get(); }

    template <class Value>
    Done put(const Value& value) {
        return store().write_and_wait([&](Transaction& changes) { return changes.put(value); });
    }
    Done append(const domain::AttendanceEvent& event) {
        return store().write_and_wait([&](Transaction& changes) { return changes.append(event); });
    }
    /// The answer to one question about what is committed.
    template <class Question>
    auto ask(const Question& question) {
        decltype(question(std::declval<View&>())) answer =
            base::fail(ErrorKind::Unavailable, "it was not asked");
        const Done read = store().read([&](View& view) -> Done {
            answer = question(view);
            return {};
        });
        EXPECT_TRUE(read);
        return answer;
    }

    Kind kind_;
};

using Kinds = testing::Types<InMemory, OnSqlite>;
TYPED_TEST_SUITE(StoreContract, Kinds);

TYPED_TEST(StoreContract, GivesBackEveryFieldOfAPerson) {
    const auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->ask([&](View& view) { return view.person(ann.id); }).value(), ann);
    server::app::Person bare;
    bare.id = domain::PersonId("bare");
    ASSERT_TRUE(this->put(bare));
    EXPECT_EQ(this->ask([&](View& view) { return view.person(bare.id); }).value(), bare);
}

TYPED_TEST(StoreContract, GivesBackEveryFieldOfAReferralAnAppointmentAnEventAndAnUpdate) {
    const auto referral = sample::referral("a");
    const auto appointment = sample::appointment("a");
    const auto event = sample::event("e1", "a");
    const auto update = sample::update("a");
    ASSERT_TRUE(this->put(referral));
    ASSERT_TRUE(this->put(appointment));
    ASSERT_TRUE(this->append(event));
    ASSERT_TRUE(this->put(update));
    EXPECT_EQ(this->ask([&](View& view) { return view.referral(referral.id); }).value(), referral);
    EXPECT_EQ(this->ask([&](View& view) { return view.appointment(appointment.id); }).value(), appointment);
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(event.appointment); }).value(),
              std::vector{event});
    EXPECT_EQ(this->ask([&](View& view) { return view.update_of(update.appointment); }).value(), update);
}

TYPED_TEST(StoreContract, GivesBackEveryKindOfEventUpdateAndAppointment) {
    using domain::EventKind;
    int number = 0;
    for (const EventKind kind : {EventKind::Arrived, EventKind::CameAfterEnd, EventKind::Undone,
                                 EventKind::ReasonGiven, EventKind::TimeDecided, EventKind::AbsenceConfirmed,
                                 EventKind::SessionNotHeld, EventKind::SubmitDecided}) {
        auto event = sample::event("kind-" + std::to_string(number++), "a");
        event.kind = kind;
        event.at.reset();
        event.attendance.reset();
        event.touched.reset();
        ASSERT_TRUE(this->append(event));
        EXPECT_EQ(this->ask([&](View& view) { return view.events_of(event.appointment); }).value().back(),
                  event);
    }
    using domain::UpdateState;
    for (const UpdateState state :
         {UpdateState::Held, UpdateState::Sending, UpdateState::Drafted, UpdateState::WaitingForPerson,
          UpdateState::Submitted, UpdateState::Withdrawn}) {
        auto update = sample::update("a");
        update.state = state;
        update.not_held.reset();
        update.arrived_at.reset();
        ASSERT_TRUE(this->put(update));
        EXPECT_EQ(this->ask([&](View& view) { return view.update_of(update.appointment); }).value(), update);
    }
    using domain::AppointmentStatus;
    using domain::DeliveryMethod;
    for (const AppointmentStatus status : {AppointmentStatus::Live, AppointmentStatus::Superseded,
                                           AppointmentStatus::Cancelled, AppointmentStatus::Settled}) {
        for (const DeliveryMethod method :
             {DeliveryMethod::InPersonHub, DeliveryMethod::InPersonProbationOffice, DeliveryMethod::PhoneCall,
              DeliveryMethod::VideoCall}) {
            auto appointment = sample::appointment("a");
            appointment.status = status;
            appointment.method = method;
            appointment.type = domain::AppointmentType::SupplierAssessment;
            appointment.session_type = domain::SessionType::OneToOne;
            appointment.in_custody = true;
            ASSERT_TRUE(this->put(appointment));
            EXPECT_EQ(this->ask([&](View& view) { return view.appointment(appointment.id); }).value(),
                      appointment);
        }
    }
}

TYPED_TEST(StoreContract, SaysNotFoundOfWhatItDoesNotHold) {
    EXPECT_EQ(this->ask([](View& view) { return view.person(domain::PersonId("x")); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(this->ask([](View& view) { return view.referral(domain::ReferralId("x")); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(this->ask([](View& view) { return view.appointment(domain::AppointmentId("x")); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(this->ask([](View& view) { return view.person_with_crn("X000000"); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.update_of(domain::AppointmentId("x")); }).value(),
              std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.answer("x"); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.newest_event_at(); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.sync_state(); }).value(), server::app::SyncState{});
}

TYPED_TEST(StoreContract, KeepsAnEventOfAPersonItDoesNotHold) {
    const auto event = sample::event("e1", "stranger");
    ASSERT_TRUE(this->append(event));
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(event.arrival); }).value(),
              std::vector{event});
    EXPECT_EQ(this->ask([&](View& view) { return view.person(event.person); }).error().kind,
              ErrorKind::NotFound);
    ASSERT_TRUE(this->put(sample::person("stranger")));
    EXPECT_TRUE(this->ask([&](View& view) { return view.person(event.person); }));
}

TYPED_TEST(StoreContract, FindsAPersonByCrnUntilItChanges) {
    auto ann = sample::person("Nazir");
    const std::string before = ann.crn;
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn(before); }).value(), ann.id);
    ann.crn = "Z999999";
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn(before); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn("Z999999"); }).value(), ann.id);
}

TYPED_TEST(StoreContract, RefusesASecondPersonWithTheSameCrn) {
    auto ann = sample::person("Nazir");
    auto bea = sample::person("Begum");
    bea.crn = ann.crn;
    ASSERT_TRUE(this->put(ann));
    EXPECT_EQ(this->put(bea).error().kind, ErrorKind::Conflict);
    ann.crn.clear();
    bea.crn.clear();
    EXPECT_TRUE(this->put(ann));
    EXPECT_TRUE(this->put(bea));
    EXPECT_EQ(this->ask([&](View& view) { return view.person_with_crn(""); }).value(), std::nullopt);
}

TYPED_TEST(StoreContract, FindsByTheirKeysOnlyPeopleExpectedHereThatDay) {
    const auto ann = sample::person("Nazir");
    auto telephoned = sample::appointment("Begum");
    telephoned.method = domain::DeliveryMethod::PhoneCall;
    ASSERT_TRUE(this->put(ann));
    ASSERT_TRUE(this->put(sample::person("Begum")));
    ASSERT_TRUE(this->put(sample::person("Absent")));
    ASSERT_TRUE(this->put(sample::appointment("Nazir")));
    ASSERT_TRUE(this->put(telephoned));
    const domain::PersonQuery query{{7, 11}, 'A', std::nullopt};
    const auto find = [&](domain::Date day) {
        return this->ask([&](View& view) { return view.people_with_key(domain::query_key(query), day); })
            .value();
    };
    EXPECT_EQ(find(sample::day()), std::vector{ann.id});
    EXPECT_TRUE(find(domain::next_day(sample::day())).empty());
    const domain::PersonQuery other{{8, 11}, 'A', std::nullopt};
    EXPECT_TRUE(
        this->ask([&](View& view) { return view.people_with_key(domain::query_key(other), sample::day()); })
            .value()
            .empty());
}

TYPED_TEST(StoreContract, ForgetsTheKeysOfAnOldName) {
    auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    ASSERT_TRUE(this->put(sample::appointment("Nazir")));
    ann.last_name = "Begum";
    ASSERT_TRUE(this->put(ann));
    const auto find = [&](char letter) {
        const domain::PersonQuery query{{7, 11}, letter, std::nullopt};
        return this
            ->ask([&](View& view) { return view.people_with_key(domain::query_key(query), sample::day()); })
            .value();
    };
    EXPECT_TRUE(find('N').empty());
    EXPECT_EQ(find('B'), std::vector{ann.id});
}

TYPED_TEST(StoreContract, ListsALondonDayByStart) {
    auto early = sample::appointment("z");
    early.start = domain::start_of(sample::day());
    auto late = sample::appointment("b");
    late.start = domain::start_of(domain::next_day(sample::day())) - minutes{1};
    auto next = sample::appointment("c");
    next.start = domain::start_of(domain::next_day(sample::day()));
    auto cancelled = sample::appointment("a");
    cancelled.status = domain::AppointmentStatus::Cancelled;
    for (const auto& one : {late, next, cancelled, early}) ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([](View& view) { return view.appointments_on(sample::day()); }).value(),
              (std::vector{early, cancelled, late}));
}

TYPED_TEST(StoreContract, ListsTheAppointmentsOfAPersonAndOfAReferral) {
    auto first = sample::appointment("a");
    auto second = sample::appointment("b");
    second.person = first.person;
    second.referral = first.referral;
    second.start = first.start + hours{48};
    ASSERT_TRUE(this->put(second));
    ASSERT_TRUE(this->put(first));
    ASSERT_TRUE(this->put(sample::appointment("other")));
    EXPECT_EQ(
        this->ask([&](View& view) { return view.appointments_of(first.person, sample::day()); }).value(),
        std::vector{first});
    EXPECT_EQ(this->ask([&](View& view) { return view.appointments_of(first.referral); }).value(),
              (std::vector{first, second}));
}

TYPED_TEST(StoreContract, KeepsEventsInTheOrderTheyWereStored) {
    auto first = sample::event("z", "a");
    auto second = sample::event("a", "a");
    second.recorded_at = first.recorded_at - hours{1};  // a clock that went back
    second.arrival = domain::ArrivalId("another");
    ASSERT_TRUE(this->append(first));
    ASSERT_TRUE(this->append(second));
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(first.appointment); }).value(),
              (std::vector{first, second}));
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(second.arrival); }).value(),
              std::vector{second});
    EXPECT_EQ(this->ask([](View& view) { return view.newest_event_at(); }).value(), first.recorded_at);
}

TYPED_TEST(StoreContract, KeepsNoEventTwice) {
    const auto event = sample::event("e1", "a");
    ASSERT_TRUE(this->append(event));
    EXPECT_EQ(this->append(event).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(event.appointment); }).value().size(), 1u);
}

TYPED_TEST(StoreContract, RefusesASecondUpdateForTheSameAppointment) {
    const auto first = sample::update("a");
    auto second = sample::update("b");
    second.appointment = first.appointment;
    ASSERT_TRUE(this->put(first));
    EXPECT_EQ(this->put(second).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([&](View& view) { return view.update_of(first.appointment); }).value(), first);
}

TYPED_TEST(StoreContract, ListsWhatIsOwedTightestDeadlineFirst) {
    auto tight = sample::update("tight");
    tight.deadline = sample::start() + hours{1};
    auto earlier = sample::update("z");
    earlier.start -= hours{1};
    auto later = sample::update("a");
    auto submitted = sample::update("submitted");
    submitted.state = domain::UpdateState::Submitted;
    auto withdrawn = sample::update("withdrawn");
    withdrawn.state = domain::UpdateState::Withdrawn;
    for (const auto& one : {later, submitted, earlier, withdrawn, tight}) ASSERT_TRUE(this->put(one));
    EXPECT_EQ(this->ask([](View& view) { return view.updates_owed(); }).value(),
              (std::vector{tight, earlier, later}));
    EXPECT_EQ(this->ask([](View& view) {
                      return view.updates_between(sample::start() - hours{1}, sample::start());
                  })
                  .value(),
              std::vector{earlier});
    EXPECT_EQ(this->ask([](View& view) {
                      return view.updates_between(sample::start(), sample::start() + hours{1});
                  })
                  .value()
                  .size(),
              4u);
}

TYPED_TEST(StoreContract, KeepsKiosksTheirHealthCallsAndTheStateOfTheSync) {
    server::app::Kiosk kiosk{domain::KioskId("front-door"), "aa", sample::start(), std::nullopt};
    ASSERT_TRUE(this->put(kiosk));
    kiosk.revoked_at = sample::start() + hours{1};
    ASSERT_TRUE(this->put(kiosk));
    EXPECT_EQ(this->ask([](View& view) { return view.kiosks(); }).value(), std::vector{kiosk});
    const server::app::Kiosk double_certificate{domain::KioskId("back-door"), "aa", sample::start(),
                                                std::nullopt};
    EXPECT_EQ(this->put(double_certificate).error().kind, ErrorKind::Conflict);

    const server::app::KioskHealth health{kiosk.id, sample::start(), std::chrono::milliseconds{-70000},
                                          "0.1.0", 4};
    ASSERT_TRUE(this->put(health));
    EXPECT_EQ(this->ask([](View& view) { return view.kiosk_health(); }).value(), std::vector{health});

    const server::app::Call second{"a", kiosk.id, "ur", "asked", sample::start() + minutes{1}, std::nullopt};
    server::app::Call first{"b", kiosk.id, "en-GB", "not_found", sample::start(), std::nullopt};
    ASSERT_TRUE(this->put(second));
    ASSERT_TRUE(this->put(first));
    EXPECT_EQ(this->ask([](View& view) { return view.open_calls(); }).value(), (std::vector{first, second}));
    first.answered_at = sample::start() + minutes{2};
    ASSERT_TRUE(this->put(first));
    EXPECT_EQ(this->ask([](View& view) { return view.open_calls(); }).value(), std::vector{second});

    for (const server::app::SyncState& state :
         {server::app::SyncState{sample::start(), sample::start(), "", std::chrono::milliseconds{-12}},
          server::app::SyncState{sample::start(), sample::start() + hours{1}, "no answer", std::nullopt}}) {
        ASSERT_TRUE(this->put(state));
        EXPECT_EQ(this->ask([](View& view) { return view.sync_state(); }).value(), state);
    }
}

TYPED_TEST(StoreContract, KeepsTheFirstAnswerToARequest) {
    const server::app::StoredAnswer first{"front-door/1", "hash", 200, "{\"ok\":true}", sample::start()};
    server::app::StoredAnswer second = first;
    second.body = "another";
    const auto remember = [&](const server::app::StoredAnswer& answer) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.remember(answer); });
    };
    ASSERT_TRUE(remember(first));
    EXPECT_EQ(remember(second).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([&](View& view) { return view.answer(first.key); }).value(), first);
}

TYPED_TEST(StoreContract, ACommandThatFailsChangesNothing) {
    const auto event = sample::event("e1", "a");
    const Done done = this->store().write_and_wait([&](Transaction& changes) -> Done {
        EXPECT_TRUE(changes.append(event));
        EXPECT_TRUE(changes.put(sample::update("a")));
        return base::fail(ErrorKind::InvalidInput, "no");
    });
    EXPECT_EQ(done.error(), (base::Error{ErrorKind::InvalidInput, "no"}));
    EXPECT_TRUE(this->ask([&](View& view) { return view.events_of(event.appointment); }).value().empty());
    EXPECT_TRUE(this->ask([](View& view) { return view.updates_owed(); }).value().empty());
}

TYPED_TEST(StoreContract, ACommandSeesItsOwnChangesAndThoseBeforeIt) {
    ASSERT_TRUE(this->append(sample::event("e1", "a")));
    const Done done = this->store().write_and_wait([&](Transaction& changes) -> Done {
        EXPECT_EQ(changes.events_of(domain::AppointmentId("appointment-a"))->size(), 1u);
        EXPECT_TRUE(changes.append(sample::event("e2", "a")));
        EXPECT_EQ(changes.events_of(domain::AppointmentId("appointment-a"))->size(), 2u);
        return {};
    });
    EXPECT_TRUE(done);
}

TYPED_TEST(StoreContract, PassesOnTheErrorOfALook) {
    const Done done = this->store().read([](View&) { return base::fail(ErrorKind::InvalidInput, "no"); });
    EXPECT_EQ(done.error().kind, ErrorKind::InvalidInput);
}

}  // namespace
