#include "tests/support/kiosk/front_door.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/domain/person_key.h"
#include "shared/domain/slip.h"
#include "shared/protocol/built_in_surveys.h"

namespace support {

namespace app = kiosk::app;
namespace press = kiosk::app::press;

std::string PlainHash::hash(const base::Secret& key, std::string_view text) const {
    return key.reveal_text() + "/" + std::string(text);
}

base::Instant two_o_clock() {
    return *base::parse_instant("2026-11-24T14:00:00Z");
}

protocol::OfferedAppointment offered(unsigned number, int start_minutes, int end_minutes) {
    protocol::OfferedAppointment one;
    one.id = domain::AppointmentId("appointment-" + std::to_string(number));
    one.start = two_o_clock() + std::chrono::minutes{start_minutes};
    one.end = two_o_clock() + std::chrono::minutes{end_minutes};
    return one;
}

protocol::ListedPerson listed(const std::string& id, const std::string& born, const std::string& name,
                              std::vector<protocol::OfferedAppointment> appointments) {
    protocol::ListedPerson person;
    person.person = domain::PersonId(id);
    person.appointments = std::move(appointments);
    const base::Secret key("key");
    for (const std::string& text : domain::person_keys(*domain::parse_date(born), {name})) {
        person.keys.push_back(PlainHash().hash(key, text));
    }
    return person;
}

protocol::TodaysList todays_list(std::vector<protocol::ListedPerson> people) {
    protocol::TodaysList list;
    list.day = domain::london_date(two_o_clock());
    list.as_of = two_o_clock() - std::chrono::hours{1};
    list.version = "1";
    list.opens_at = two_o_clock() - std::chrono::hours{6};
    list.closes_at = two_o_clock() + std::chrono::hours{4};
    list.list_key = "key";
    list.slip_mark = "HERE";
    list.people = std::move(people);
    return list;
}

domain::DeviceTime FrontDoor::clocks() const {
    return {base::Instant{since_boot_}, "boot-1", since_boot_};
}

FrontDoor::FrontDoor() {
    static const auto kSurveys = std::make_shared<const domain::Surveys>(protocol::built_in_surveys());
    model.surveys = kSurveys;
}

void FrontDoor::happens(const app::Event& event) {
    ++ids_;
    const app::Moment moment{clocks(), domain::ArrivalId("arrival-" + std::to_string(ids_))};
    effects = app::update(model, event, moment, PlainHash());
    all_effects_.insert(all_effects_.end(), effects.begin(), effects.end());
}

void FrontDoor::wait(std::chrono::seconds time) {
    for (std::chrono::seconds gone{0}; gone < time; gone += std::chrono::seconds{1}) {
        since_boot_ += std::chrono::seconds{1};
        happens(app::event::Tick{});
    }
}

void FrontDoor::server_finds(protocol::FindReply reply) {
    happens(app::event::FindAnswered{model.searches, std::move(reply)});
}

void FrontDoor::server_is_silent_on_the_search() {
    happens(app::event::FindAnswered{model.searches, std::nullopt});
}

domain::OfferId FrontDoor::offer_asked() const {
    return model.visit.asking ? model.visit.asking->offer.id : domain::OfferId();
}

void FrontDoor::journal_keeps(app::event::Act act) {
    happens(app::event::Kept{model.visit.arrival, act, offer_asked()});
}

void FrontDoor::journal_fails(app::event::Act act) {
    happens(app::event::KeepFailed{model.visit.arrival, act, offer_asked()});
}

void FrontDoor::server_answers(std::vector<protocol::ArrivalOutcome> outcomes,
                               std::vector<protocol::Offer> offers) {
    protocol::ArrivalReply reply;
    reply.offers = std::move(offers);
    reply.arrival = model.visit.arrival;
    reply.outcomes = std::move(outcomes);
    happens(app::event::ArrivalAnswered{std::move(reply)});
}

void FrontDoor::has_list(protocol::TodaysList list) {
    happens(app::event::ListArrived{std::move(list), clocks()});
}

void FrontDoor::walk_to_day() {
    touch();
    press(press::Start{});
    press(press::Continue{});
}

void FrontDoor::walk_to_third_question() {
    walk_to_day();
    press(press::Day{7});
    press(press::Month{11});
}

void FrontDoor::walk_to_search() {
    walk_to_third_question();
    press(press::UseLetter{});
    press(press::Letter{'R'});
}

void FrontDoor::walk_to_is_this_right() {
    walk_to_search();
    server_finds(rosa());
}

void FrontDoor::walk_to_saving() {
    walk_to_is_this_right();
    press(press::ConfirmArrival{});
}

void FrontDoor::walk_to_checked_in() {
    walk_to_saving();
    journal_keeps();
    server_answers({outcome(protocol::ArrivalResult::Yes)});
}

void FrontDoor::walk_to_late() {
    walk_to_saving();
    journal_keeps();
    server_answers({outcome(protocol::ArrivalResult::Late, 12)});
}

void FrontDoor::walk_to_offers(std::vector<protocol::Offer> offers) {
    walk_to_saving();
    journal_keeps();
    server_answers({outcome(protocol::ArrivalResult::Yes)}, std::move(offers));
}

void FrontDoor::walk_to_first_question(const protocol::Offer& offer) {
    walk_to_offers({offer});
    press(press::Finish{});
    press(press::BeginAnswers{});
}

protocol::Offer open_offer(domain::OfferKind kind) {
    protocol::Offer offer;
    offer.id = domain::OfferId(std::string("offer-") + std::string(domain::to_word(kind)));
    offer.kind = kind;
    offer.service = "PWB";
    return offer;
}

protocol::Offer rated_before() {
    protocol::Offer offer = open_offer(domain::OfferKind::ExitRating);
    unsigned number = 0;
    for (const domain::Question& one : protocol::built_in_surveys().areas.questions) {
        if (++number != 3) offer.before.push_back({one.id, 1 + number % 3});
    }
    return offer;
}

std::string slip_of(const std::string& person) {
    std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    for (std::size_t i = 0; i < std::min(person.size(), chance.size()); ++i) {
        chance.at(i) = static_cast<std::byte>(person[i]);
    }
    return domain::new_slip(domain::SlipKind::Visitor, "HERE", chance);
}

std::string key_of_slip(const std::string& person) {
    return PlainHash().hash(base::Secret(std::string_view("key")),
                            domain::slip_key(domain::slip_hash(PlainHash(), slip_of(person))));
}

protocol::FindReply rosa() {
    protocol::FindReply reply = only(protocol::FindOutcome::Found);
    reply.person = domain::PersonId("rosa");
    reply.initial = "R";
    reply.covered = {offered(1, 0, 60)};
    return reply;
}

protocol::FindReply only(protocol::FindOutcome outcome) {
    protocol::FindReply reply;
    reply.outcome = outcome;
    return reply;
}

protocol::ArrivalOutcome outcome(protocol::ArrivalResult result, int arrived_minutes) {
    protocol::ArrivalOutcome one;
    one.appointment = offered(1, 0, 60).id;
    one.start = two_o_clock();
    one.result = result;
    one.arrived_at = two_o_clock() + std::chrono::minutes{arrived_minutes};
    return one;
}

}  // namespace support
