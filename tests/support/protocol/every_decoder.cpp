#include "tests/support/protocol/every_decoder.h"

#include <array>

#include "shared/protocol/bank_holidays_file.h"
#include "shared/protocol/itinerary_file.h"
#include "shared/protocol/json.h"
#include "shared/protocol/sending.h"
#include "shared/protocol/survey_file.h"
#include "tests/support/protocol/sample_messages.h"

namespace support {
namespace {

const domain::ArrivalId kArrival("6d1f0f0e-2f0b-4c3a-9b8a-1f2e3d4c5b6a");

template <auto decode>
base::Result<std::string> again(std::string_view json) {
    return protocol::encode(TRY(decode(json)));
}

template <auto sample>
std::string text() {
    return protocol::encode(sample());
}

base::Result<protocol::UndoRequest> decode_undo(std::string_view json) {
    return protocol::decode_undo_request(kArrival, json);
}

base::Result<protocol::ReasonRequest> decode_reason(std::string_view json) {
    return protocol::decode_reason_request(kArrival, json);
}

base::Result<std::string> sending_again(std::string_view header) {
    return protocol::to_header(TRY(protocol::sending_from_header(header)));
}

std::string sample_sending() {
    return protocol::to_header({support::sample_heartbeat().told, true});
}

protocol::UndoRequest sample_undo() {
    const domain::DeviceTime clocks = support::sample_heartbeat().told;
    return {kArrival, clocks, clocks};
}

base::Result<std::string> itinerary_file_again(std::string_view json) {
    return protocol::encode_itinerary_file(TRY(protocol::decode_itinerary_file(json)));
}

std::string sample_itinerary_file() {
    return protocol::encode_itinerary_file(support::sample_itinerary().sessions);
}

base::Result<std::string> bank_holidays_file_again(std::string_view json) {
    return protocol::encode_bank_holidays_file(TRY(protocol::decode_bank_holidays_file(json)));
}

std::string sample_bank_holidays_file() {
    return protocol::encode_bank_holidays_file(support::sample_bank_holidays());
}

constexpr std::array<Decoder, 21> kDecoders{
    {{"find_request", again<protocol::decode_find_request>, text<sample_find_request>},
     {"find_reply", again<protocol::decode_find_reply>, text<sample_find_reply>},
     {"arrival_request", again<protocol::decode_arrival_request>, text<sample_arrival_request>},
     {"arrival_reply", again<protocol::decode_arrival_reply>, text<sample_arrival_reply>},
     {"undo_request", again<decode_undo>, text<sample_undo>},
     {"reason_request", again<decode_reason>, text<sample_reason_request>},
     {"call_request", again<protocol::decode_call_request>, text<sample_call_request>},
     {"call_state", again<protocol::decode_call_state>, text<sample_call_state>},
     {"offer_word", again<protocol::decode_offer_word>, text<sample_offer_word>},
     {"anonymous_answers", again<protocol::decode_anonymous_answers>, text<sample_anonymous_answers>},
     {"answers_together", again<protocol::decode_answers_together>, text<sample_answers_together>},
     {"survey", again<protocol::decode_survey>, text<sample_survey>},
     {"heartbeat", again<protocol::decode_heartbeat>, text<sample_heartbeat>},
     {"heartbeat_reply", again<protocol::decode_heartbeat_reply>, text<sample_heartbeat_reply>},
     {"todays_list", again<protocol::decode_todays_list>, text<sample_todays_list>},
     {"itinerary_version", again<protocol::decode_itinerary_version>, text<sample_itinerary_version>},
     {"itinerary", again<protocol::decode_itinerary>, text<sample_itinerary>},
     {"itinerary_file", itinerary_file_again, sample_itinerary_file},
     {"bank_holidays_file", bank_holidays_file_again, sample_bank_holidays_file},
     {"problem", again<protocol::decode_problem>, text<sample_problem>},
     {"sending_header", sending_again, sample_sending}}};

}  // namespace

std::span<const Decoder> every_decoder() {
    return kDecoders;
}

const Decoder* decoder(std::string_view name) {
    for (const Decoder& known : kDecoders) {
        if (known.name == name) return &known;
    }
    return nullptr;
}

}  // namespace support
