#pragma once

#include "shared/domain/bank_holidays.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/problem.h"

/// One message of each kind with every field filled, all of it invented.
namespace support {

protocol::OfferedAppointment sample_offer();
/// Something that is open to answer.
protocol::Offer sample_open();
protocol::FindRequest sample_find_request();
protocol::FindReply sample_find_reply();
/// Its `told` and `recorded_offline` are at their defaults: they are not part of its JSON.
protocol::ArrivalRequest sample_arrival_request();
protocol::ArrivalReply sample_arrival_reply();
protocol::ReasonRequest sample_reason_request();
protocol::CallRequest sample_call_request();
protocol::CallState sample_call_state();
/// Its `told` is at its default: it is not part of its JSON.
protocol::OfferWord sample_offer_word();
protocol::AnonymousAnswers sample_anonymous_answers();
protocol::AnswersTogether sample_answers_together();
domain::Survey sample_survey();
protocol::Heartbeat sample_heartbeat();
protocol::HeartbeatReply sample_heartbeat_reply();
protocol::TodaysList sample_todays_list();
/// A session of the itinerary that was moved.
domain::Session sample_session();
protocol::ItineraryVersion sample_itinerary_version();
protocol::Itinerary sample_itinerary();
protocol::Problem sample_problem();
/// Those of 2026, by rule.
domain::PublishedHolidays sample_bank_holidays();

}  // namespace support
