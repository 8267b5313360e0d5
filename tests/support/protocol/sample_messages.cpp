#include "tests/support/protocol/sample_messages.h"

#include <string>

namespace support {
namespace {

using namespace std::chrono_literals;

constexpr char kAppointment[] = "0b6f6a9e-9a2c-4a53-8d2f-6f1a2f0f7c11";
constexpr char kFollowing[] = "b2d0c3f4-5e6a-4b7c-8d9e-0f1a2b3c4d5e";
constexpr char kArrival[] = "6d1f0f0e-2f0b-4c3a-9b8a-1f2e3d4c5b6a";
constexpr char kBootId[] = "3b1f9d52-7c4e-4f0a-8a55-1d2c3b4a5968";
constexpr char kPerson[] = "p-7Qk3vT9a";

const base::Instant kTwoOClock = base::parse_instant("2026-11-23T14:00:00Z").value();

domain::DeviceTime device_time(std::chrono::seconds after) {
    return {kTwoOClock - 10min + after, kBootId, 812'345'678us + after};
}

}  // namespace

protocol::OfferedAppointment sample_offer() {
    return {domain::AppointmentId(kAppointment), kTwoOClock, kTwoOClock + 1h, kTwoOClock - 9min};
}

protocol::FindRequest sample_find_request() {
    return {domain::PersonQuery{{7, 11}, 'L', 1990}, std::nullopt, kTwoOClock, 62'500ms};
}

protocol::Offer sample_open() {
    return {domain::OfferId("5b1c7e0a-1111-4a53-8d2f-6f1a2f0f7c11"),
            domain::OfferKind::ExitRating,
            "DN671065_MANCHESTER_PWB",
            {{"money", 2}, {"shelter", 5}}};
}

protocol::FindReply sample_find_reply() {
    protocol::FindReply reply;
    reply.outcome = protocol::FindOutcome::Found;
    reply.person = domain::PersonId(kPerson);
    reply.initial = "Ł";
    reply.language = "pl";
    reply.covered = {sample_offer()};
    reply.later = {{domain::AppointmentId(kFollowing), kTwoOClock + 3h, kTwoOClock + 4h, {}}};
    reply.came_after = {domain::AppointmentId(kFollowing), kTwoOClock - 3h, kTwoOClock - 2h, {}};
    reply.start_times = {kTwoOClock, kTwoOClock + 3h};
    reply.offers = {sample_open()};
    return reply;
}

protocol::ArrivalRequest sample_arrival_request() {
    protocol::ArrivalRequest request;
    request.arrival = domain::ArrivalId(kArrival);
    request.person = domain::PersonId(kPerson);
    request.appointments = {domain::AppointmentId(kAppointment), domain::AppointmentId(kFollowing)};
    request.first_touch = device_time(0s);
    request.run_began = device_time(-90s);
    request.language = "pa-Guru";
    return request;
}

protocol::ArrivalReply sample_arrival_reply() {
    return {domain::ArrivalId(kArrival),
            domain::ClockState::Doubtful,
            {{domain::AppointmentId(kAppointment), kTwoOClock, protocol::ArrivalResult::Late,
              kTwoOClock + 6min + 250us, true},
             {domain::AppointmentId(kFollowing), kTwoOClock + 1h, protocol::ArrivalResult::ForReception,
              std::nullopt, false}},
            {sample_open()}};
}

protocol::ReasonRequest sample_reason_request() {
    return {domain::ArrivalId(kArrival), domain::LateReason::CouldNotGetIn};
}

protocol::CallRequest sample_call_request() {
    return {
        "9c1e4b7a-3d2f-4e5a-8b6c-7d8e9f0a1b2c", "cy", protocol::CallCause::ManyMisses, device_time(30s), {}};
}

protocol::CallState sample_call_state() {
    return {true, "Sam"};
}

protocol::OfferWord sample_offer_word() {
    return {domain::OfferId("5b1c7e0a-1111-4a53-8d2f-6f1a2f0f7c11"),
            domain::OfferState::Completed,
            device_time(50s),
            domain::Answers{"exit", "2026-11", {{"access", 4}, {"better", 0}}, "all fine"},
            {}};
}

protocol::AnonymousAnswers sample_anonymous_answers() {
    return {"2026-11", "DN671065_MANCHESTER_PWB", {"exit", "2026-11", {{"access", 4}}, ""}};
}

protocol::AnswersTogether sample_answers_together() {
    return {"1d2c3b4a-2222-4a53-8d2f-6f1a2f0f7c11", {sample_anonymous_answers(), sample_anonymous_answers()}};
}

domain::Survey sample_survey() {
    domain::Survey survey{"exit", "2026-11", domain::SurveyKind::ExitSurvey, true, {}, {}};
    survey.scales = {
        {"ease",
         {{domain::Face::Sad, {{"en", "Hard"}, {"pl", "Trudno"}}}, {domain::Face::Happy, {{"en", "Easy"}}}}}};
    survey.questions = {
        {"access", "ease", true, {{"en", "How easy was it?"}, {"cy", "Pa mor hawdd oedd hi?"}}}};
    return survey;
}

protocol::Heartbeat sample_heartbeat() {
    return {device_time(45s), "0.1.0", 3, 2, 1, "2026-11-23.7", true};
}

protocol::HeartbeatReply sample_heartbeat_reply() {
    return {kTwoOClock, domain::ClockState::Sure, -1'250ms, "2026-11-23.8", "Sam"};
}

protocol::TodaysList sample_todays_list() {
    using namespace std::chrono;
    protocol::TodaysList list;
    list.day = 2026y / November / 23;
    list.as_of = kTwoOClock - 5h;
    list.version = "2026-11-23.8";
    list.opens_at = kTwoOClock - 6h;
    list.closes_at = kTwoOClock + 4h;
    list.grace = 300s;
    list.list_key = std::string(64, 'a');
    list.slip_mark = "HERE";
    list.people = {{domain::PersonId(kPerson),
                    {std::string(64, '0'), std::string(64, 'f')},
                    {sample_offer()},
                    {sample_open()}}};
    return list;
}

domain::Session sample_session() {
    domain::Session session;
    session.id = domain::SessionId("7a0c2a1e-0000-7000-8000-000000000001");
    session.kind = domain::SessionKind::Group;
    session.start = kTwoOClock + 1h;
    session.end = kTwoOClock + 2h;
    session.room = "Room 3";
    session.title = "Cooking together";
    session.titles = {{"pl", "Wspólne gotowanie"}};
    session.facilitator = "Sam";
    session.audience = domain::Audience::Women;
    session.join = domain::JoinWay::AskReception;
    session.places_left = 4;
    session.language = "pl";
    session.state = domain::SessionState::Moved;
    session.changed_at = kTwoOClock - 2h;
    session.was_start = kTwoOClock;
    session.was_room = "Room 2";
    return session;
}

protocol::ItineraryVersion sample_itinerary_version() {
    return {"2026-11-23.7a0c2a1e-0000-7000-8000-000000000009", kTwoOClock};
}

protocol::Itinerary sample_itinerary() {
    const auto [version, as_of] = sample_itinerary_version();
    domain::Session planned = sample_session();
    planned.id = domain::SessionId("7a0c2a1e-0000-7000-8000-000000000002");
    planned.titles.clear();
    planned.places_left.reset();
    planned.state = domain::SessionState::Planned;
    planned.changed_at.reset();
    planned.was_start.reset();
    planned.was_room.clear();
    return {version, as_of, {planned, sample_session()}};
}

domain::PublishedHolidays sample_bank_holidays() {
    domain::PublishedHolidays of{std::chrono::year{2026}, std::chrono::year{2026}, {}};
    for (domain::Date day = of.first / 1 / 1; of.covers(day); day = domain::next_day(day)) {
        if (const auto* holiday = domain::bank_holiday_by_rule(day)) of.holidays.push_back(*holiday);
    }
    return of;
}

protocol::Problem sample_problem() {
    return {"/problems/invalid-field", "The request does not have the form asked for", 400,
            "the field query.birthday.day must be a whole number from 1 to 31"};
}

}  // namespace support
