#pragma once

#include <array>
#include <concepts>
#include <type_traits>

#include "shared/domain/itinerary.h"
#include "shared/domain/late_reason.h"
#include "shared/protocol/field_formats.h"
#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/problem.h"

namespace protocol {

// One describe() a message names its fields for reading and for writing alike, so that the two cannot differ.
// The message is const when it is written.
template <class Given, class Wanted>
concept A = std::same_as<std::remove_const_t<Given>, Wanted>;

template <class Enum, std::size_t Size>
constexpr WordFormat<Enum> words_of(const std::array<Word<Enum>, Size>& words) {
    return {words};
}

inline constexpr std::array<Word<FindOutcome>, 5> kFindOutcomes{
    {{FindOutcome::Found, "found"},
     {FindOutcome::AskLetter, "ask_letter"},
     {FindOutcome::AskYear, "ask_year"},
     {FindOutcome::AskStartTime, "ask_start_time"},
     {FindOutcome::NotFound, "not_found"}}};
inline constexpr std::array<Word<ArrivalResult>, 5> kArrivalResults{
    {{ArrivalResult::Yes, "YES"},
     {ArrivalResult::Late, "LATE"},
     {ArrivalResult::CameAfterEnd, "CAME_AFTER_END"},
     {ArrivalResult::AlreadyIn, "ALREADY_IN"},
     {ArrivalResult::ForReception, "FOR_RECEPTION"}}};
inline constexpr std::array<Word<domain::ClockState>, 2> kClockStates{
    {{domain::ClockState::Sure, "sure"}, {domain::ClockState::Doubtful, "doubtful"}}};
inline constexpr std::array<Word<CallCause>, 4> kCallCauses{{{CallCause::Asked, "asked"},
                                                             {CallCause::NotFound, "not_found"},
                                                             {CallCause::ManyMisses, "many_misses"},
                                                             {CallCause::SurveyHelp, "survey_help"}}};
inline constexpr std::array<Word<domain::OfferKind>, 3> kOfferKinds{
    {{domain::OfferKind::StartRating, "start_rating"},
     {domain::OfferKind::ExitSurvey, "exit_survey"},
     {domain::OfferKind::ExitRating, "exit_rating"}}};
/// What a kiosk may say of an offer.
inline constexpr std::array<Word<domain::OfferState>, 4> kOfferWords{
    {{domain::OfferState::Offered, "offered"},
     {domain::OfferState::Declined, "declined"},
     {domain::OfferState::Completed, "completed"},
     {domain::OfferState::Partial, "partial"}}};

inline const WordFormat<domain::LateReason>& late_reasons() {
    static const auto words = [] {
        std::array<Word<domain::LateReason>, domain::kLateReasons.size()> all{};
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i] = {domain::kLateReasons[i], domain::to_word(domain::kLateReasons[i])};
        }
        return all;
    }();
    static const WordFormat<domain::LateReason> format{words};
    return format;
}

template <class Visitor>
void describe(Visitor& v, A<OfferedAppointment> auto& m) {
    v.field("id", m.id, kUuid);
    v.field("start", m.start);
    v.field("end", m.end);
    v.field("arrived_at", m.arrived_at);
    v.field("clock", m.clock, words_of(kClockStates));
}

template <class Visitor>
void describe(Visitor& v, A<domain::Answer> auto& m) {
    v.field("question", m.question, kWordId);
    v.field("choice", m.choice, WholeFormat{0, domain::kChoicesMax});
}

template <class Visitor>
void describe(Visitor& v, A<domain::Answers> auto& m) {
    v.field("survey", m.survey, kWordId);
    v.field("version", m.version, kVersion);
    v.field("answers", m.answers, ListFormat{0, domain::kQuestionsMax, Plain{}});
    v.field("comment", m.comment, kComment);
}

template <class Visitor>
void describe(Visitor& v, A<Offer> auto& m) {
    v.field("id", m.id, kUuid);
    v.field("kind", m.kind, words_of(kOfferKinds));
    v.field("service", m.service, kOpaqueIdOrNone);
    v.field("before", m.before, ListOrNoneFormat{domain::kQuestionsMax, Plain{}});
}

template <class Visitor>
void describe(Visitor& v, A<OfferWord> auto& m) {
    v.field("offer", m.offer, kUuid);
    v.field("word", m.word, words_of(kOfferWords));
    v.field("at", m.at);
    v.field("shared", m.shared);
}

template <class Visitor>
void describe(Visitor& v, A<AnonymousAnswers> auto& m) {
    v.field("month", m.month, kMonth);
    v.field("service", m.service, kOpaqueIdOrNone);
    v.field("answers", m.answers);
}

template <class Visitor>
void describe(Visitor& v, A<AnswersTogether> auto& m) {
    v.field("batch", m.batch, kUuid);
    v.field("all", m.all, ListFormat{1, kAnswersTogetherMax, Plain{}});
}

template <class Visitor>
void describe(Visitor& v, A<domain::BirthDay> auto& m) {
    v.field("day", m.day, WholeFormat{1, 31});
    v.field("month", m.month, WholeFormat{1, 12});
}

template <class Visitor>
void describe(Visitor& v, A<domain::PersonQuery> auto& m) {
    v.field("birthday", m.birthday);
    v.field("letter", m.letter);
    v.field("birth_year", m.birth_year, WholeFormat{kBirthYearMin, kBirthYearMax});
}

template <class Visitor>
void describe(Visitor& v, A<FindRequest> auto& m) {
    v.field("query", m.query);
    v.field("slip", m.slip, kSlip);
    v.field("start_time", m.start_time);
    v.field("touched_ago_ms", m.touched_ago, WholeFormat{0, kTouchedAgoMillisecondsMax});
}

template <class Visitor>
void describe(Visitor& v, A<FindReply> auto& m) {
    v.field("outcome", m.outcome, words_of(kFindOutcomes));
    v.field("person", m.person, kOpaqueIdOrNone);
    v.field("initial", m.initial, kInitial);
    v.field("language", m.language, kLanguage);
    v.field("covered", m.covered, ListFormat{0, kCoveredMax, Plain{}});
    v.field("later", m.later, ListFormat{0, kLaterMax, Plain{}});
    v.field("came_after", m.came_after);
    v.field("start_times", m.start_times, ListFormat{0, kStartTimesMax, Plain{}});
    v.field("offers", m.offers, ListOrNoneFormat{kOffersMax, Plain{}});
}

template <class Visitor>
void describe(Visitor& v, A<domain::DeviceTime> auto& m) {
    v.field("wall", m.wall);
    v.field("boot_id", m.boot_id, kUuid);
    v.field("since_boot_us", m.since_boot, WholeFormat{0, kSinceBootMicrosecondsMax});
}

template <class Visitor>
void describe(Visitor& v, A<ArrivalRequest> auto& m) {
    v.field("arrival", m.arrival, kUuid);
    v.field("person", m.person, kOpaqueId);
    v.field("appointments", m.appointments, ListFormat{1, kCoveredMax, kUuid});
    v.field("first_touch", m.first_touch);
    v.field("run_began", m.run_began);
    v.field("language", m.language, kLanguage);
}

template <class Visitor>
void describe(Visitor& v, A<ArrivalOutcome> auto& m) {
    v.field("appointment", m.appointment, kUuid);
    v.field("start", m.start);
    v.field("result", m.result, words_of(kArrivalResults));
    v.field("arrived_at", m.arrived_at);
    v.field("queued", m.queued);
}

template <class Visitor>
void describe(Visitor& v, A<ArrivalReply> auto& m) {
    v.field("arrival", m.arrival, kUuid);
    v.field("clock", m.clock, words_of(kClockStates));
    v.field("outcomes", m.outcomes, ListFormat{1, kCoveredMax, Plain{}});
    v.field("offers", m.offers, ListOrNoneFormat{kOffersMax, Plain{}});
}

template <class Visitor>
void describe(Visitor& v, A<UndoRequest> auto& m) {
    v.field("confirmed", m.confirmed);
    v.field("taken_back", m.taken_back);
}

template <class Visitor>
void describe(Visitor& v, A<ReasonRequest> auto& m) {
    v.field("reason", m.reason, late_reasons());
}

template <class Visitor>
void describe(Visitor& v, A<CallRequest> auto& m) {
    v.field("call", m.call, kUuid);
    v.field("language", m.language, kLanguage);
    v.field("cause", m.cause, words_of(kCallCauses));
    v.field("asked", m.asked);
}

template <class Visitor>
void describe(Visitor& v, A<CallState> auto& m) {
    v.field("answered", m.answered);
    v.field("who", m.who, kFirstNameOrNone);
}

template <class Visitor>
void describe(Visitor& v, A<Heartbeat> auto& m) {
    v.field("told", m.told);
    v.field("version", m.version, kVersion);
    v.field("journal_waiting", m.journal_waiting, WholeFormat{0, kWaitingMax});
    v.field("arrivals_waiting", m.arrivals_waiting, WholeFormat{0, kWaitingMax});
    v.field("arrivals_refused", m.arrivals_refused, WholeFormat{0, kWaitingMax});
    v.field("list_version", m.list_version, kVersion);
    v.field("out_of_use", m.out_of_use);
}

template <class Visitor>
void describe(Visitor& v, A<HeartbeatReply> auto& m) {
    v.field("server_now", m.server_now);
    v.field("clock", m.clock, words_of(kClockStates));
    v.field("skew_ms", m.skew, WholeFormat{-kSkewMillisecondsMax, kSkewMillisecondsMax});
    v.field("list_version", m.list_version, kVersion);
    v.field("help_from", m.help_from, kFirstNameOrNone);
}

template <class Visitor>
void describe(Visitor& v, A<ListedPerson> auto& m) {
    v.field("person", m.person, kOpaqueId);
    v.field("keys", m.keys, ListFormat{0, kKeysMax, kHash});
    v.field("appointments", m.appointments, ListFormat{0, kLaterMax, Plain{}});
    v.field("offers", m.offers, ListOrNoneFormat{kOffersMax, Plain{}});
}

template <class Visitor>
void describe(Visitor& v, A<TodaysList> auto& m) {
    v.field("day", m.day);
    v.field("as_of", m.as_of);
    v.field("version", m.version, kVersion);
    v.field("opens_at", m.opens_at);
    v.field("closes_at", m.closes_at);
    v.field("grace_s", m.grace, WholeFormat{0, kGraceSecondsMax});
    v.field("list_key", m.list_key, kHash);
    v.field("slip_mark", m.slip_mark, kSlipMark);
    v.field("people", m.people, ListFormat{0, kPeopleMax, Plain{}});
}

/// The words that the domain itself gives the values of an enum.
template <class Enum, std::size_t Size>
const WordFormat<Enum>& domain_words(const std::array<Enum, Size>& values) {
    static const auto words = [&values] {
        std::array<Word<Enum>, Size> all{};
        for (std::size_t i = 0; i < Size; ++i) all[i] = {values[i], domain::to_word(values[i])};
        return all;
    }();
    static const WordFormat<Enum> format{words};
    return format;
}

template <class Visitor>
void describe(Visitor& v, A<domain::TitleIn> auto& m) {
    v.field("language", m.language, kSpokenLanguage);
    v.field("text", m.text, kPublicTitle);
}

template <class Visitor>
void describe(Visitor& v, A<domain::Session> auto& m) {
    v.field("id", m.id, kUuid);
    v.field("kind", m.kind, domain_words(domain::kSessionKinds));
    v.field("start", m.start);
    v.field("end", m.end);
    v.field("room", m.room, kRoom);
    v.field("title", m.title, kPublicTitle);
    v.field("titles", m.titles, ListOrNoneFormat{domain::kTitlesMax, Plain{}});
    v.field("facilitator", m.facilitator, kFirstNameOrNone);
    v.field("audience", m.audience, domain_words(domain::kAudiences));
    v.field("join", m.join, domain_words(domain::kJoinWays));
    v.field("places_left", m.places_left, WholeFormat{0, domain::kPlacesMax});
    v.field("language", m.language, kSpokenLanguage);
    v.field("state", m.state, domain_words(domain::kSessionStates));
    v.field("changed_at", m.changed_at);
    v.field("was_start", m.was_start);
    v.field("was_room", m.was_room, kRoomOrNone);
}

template <class Visitor>
void describe(Visitor& v, A<ItineraryVersion> auto& m) {
    v.field("version", m.version, kVersion);
    v.field("as_of", m.as_of);
}

template <class Visitor>
void describe(Visitor& v, A<Itinerary> auto& m) {
    v.field("version", m.version, kVersion);
    v.field("as_of", m.as_of);
    v.field("sessions", m.sessions, ListFormat{0, kSessionsMax, Plain{}});
}

template <class Visitor>
void describe(Visitor& v, A<Problem> auto& m) {
    v.field("type", m.type, kSentence);
    v.field("title", m.title, kSentence);
    v.field("status", m.status, WholeFormat{400, 599});
    v.field("detail", m.detail, kSentence);
}

}  // namespace protocol
