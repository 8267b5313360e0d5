#include "server/app/call_reception.h"

#include <string_view>

#include "shared/domain/itinerary.h"

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

base::Result<protocol::CallState> call_state(View& view, const domain::KioskId& kiosk,
                                             const std::string& call) {
    const auto found = TRY(view.call(call));
    if (!found || found->kiosk != kiosk) {
        return base::fail(base::ErrorKind::NotFound, "this kiosk has made no such call");
    }
    return protocol::CallState{found->answered_at.has_value(), found->answered_by};
}

base::Done answer_call(Transaction& transaction, const std::string& id, const std::string& who,
                       base::Instant now) {
    if (!who.empty() && !domain::is_public_text(who, domain::kFirstNameCharsMax)) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "who goes must be a first name or a role, on one line of at most " +
                              std::to_string(domain::kFirstNameCharsMax) + " letters");
    }
    auto call = TRY(transaction.call(id));
    if (!call || call->answered_at) {
        return base::fail(base::ErrorKind::NotFound, "no such call is open");
    }
    call->answered_at = now;
    call->answered_by = who;
    return transaction.put(*call);
}

base::Done call_reception(Transaction& transaction, const domain::KioskId& kiosk,
                          const protocol::CallRequest& request, const Moment& moment) {
    if (const auto before = TRY(transaction.call(request.call))) {
        if (before->kiosk == kiosk) return {};
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
