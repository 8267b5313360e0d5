#include "server/app/call_reception.h"

#include <string_view>

namespace server::app {
namespace {

std::string_view to_word(protocol::CallCause cause) {
    switch (cause) {
        case protocol::CallCause::Asked:
            return "asked";
        case protocol::CallCause::NotFound:
            return "not_found";
        case protocol::CallCause::ManyMisses:
            return "many_misses";
        case protocol::CallCause::SurveyHelp:
            return "survey_help";
    }
    return "";
}

}  // namespace

bool still_rings(const Call& call, base::Instant now) {
    return call.clock == domain::ClockState::Sure && now - call.at <= kCallRingsFor;
}

base::Done call_reception(Transaction& transaction, const domain::KioskId& kiosk,
                          const protocol::CallRequest& request, const Moment& moment) {
    for (const Call& open : TRY(transaction.open_calls())) {
        if (open.id != request.call) continue;
        if (open.kiosk == kiosk) return {};
        return base::fail(base::ErrorKind::Conflict, "this call's id belongs to another kiosk's call");
    }
    Call call;
    call.id = request.call;
    call.kiosk = kiosk;
    call.language = request.language;
    call.cause = std::string(to_word(request.cause));
    const domain::TrueTime asked = domain::true_time(request.asked, request.told, moment.now, moment.clock);
    call.at = asked.at;
    call.heard_at = moment.now;
    call.clock = asked.clock;
    return transaction.put(call);
}

}  // namespace server::app
