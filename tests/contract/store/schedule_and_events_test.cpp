#include "shared/domain/person_key.h"
#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

template <class Kind>
class StoreOfEvents : public StoreContract<Kind> {};
TYPED_TEST_SUITE(StoreOfEvents, Kinds);

TYPED_TEST(StoreOfEvents, GivesBackEveryFieldOfAReferralAnAppointmentAnEventAndAnUpdate) {
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

TYPED_TEST(StoreOfEvents, GivesBackEveryKindOfEventUpdateAndAppointment) {
    using domain::EventKind;
    int number = 0;
    for (const EventKind kind :
         {EventKind::Arrived, EventKind::CameAfterEnd, EventKind::Undone, EventKind::ReasonGiven,
          EventKind::TimeDecided, EventKind::AbsenceConfirmed, EventKind::SessionNotHeld,
          EventKind::SubmitDecided, EventKind::PractitionerTold}) {
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

TYPED_TEST(StoreOfEvents, ListsALondonDayByStart) {
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

TYPED_TEST(StoreOfEvents, ListsTheAppointmentsOfAPersonAndOfAReferral) {
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

TYPED_TEST(StoreOfEvents, KeepsEventsInTheOrderTheyWereStored) {
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

TYPED_TEST(StoreOfEvents, KeepsNoEventTwice) {
    const auto event = sample::event("e1", "a");
    ASSERT_TRUE(this->append(event));
    EXPECT_EQ(this->append(event).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([&](View& view) { return view.events_of(event.appointment); }).value().size(), 1u);
}

TYPED_TEST(StoreOfEvents, ListsWhatGoesOnPastMidnightOnBothDays) {
    const base::Instant midnight = domain::start_of(domain::next_day(sample::day()));
    auto over = sample::appointment("a");
    over.start = midnight - minutes{30};
    over.duration = minutes{60};
    auto until = sample::appointment("b");
    until.start = midnight - minutes{30};
    until.duration = minutes{30};
    const auto ann = sample::person("a");
    ASSERT_TRUE(this->put(ann));
    for (const auto& one : {over, until}) ASSERT_TRUE(this->put(one));
    const domain::Date next = domain::next_day(sample::day());
    const auto on = [&](domain::Date day) {
        return this->ask([&](View& view) { return view.appointments_on(day); }).value();
    };
    EXPECT_EQ(on(sample::day()), (std::vector{over, until}));
    EXPECT_EQ(on(next), std::vector{over});
    EXPECT_TRUE(on(domain::next_day(next)).empty());
    EXPECT_EQ(this->ask([&](View& view) { return view.appointments_of(over.person, next); }).value(),
              std::vector{over});
    const domain::PersonQuery query{{7, 11}, 'A', std::nullopt};
    EXPECT_EQ(
        this->ask([&](View& view) { return view.people_with_key(domain::query_key(query), next); }).value(),
        std::vector{ann.id});
}

}  // namespace
}  // namespace store_contract
