#pragma once

#include <functional>

#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/base/result.h"
#include "shared/domain/ids.h"
#include "shared/protocol/messages.h"

namespace server::http {

/// The use cases as the door calls them; whoever wires the server binds the rest (rules, calendar, chance).
/// Looks run on the door's pool, changes on the store's writer inside one transaction, so each must be safe
/// beside the others.
struct UseCases {
    using Kiosk = domain::KioskId;
    using Moment = app::Moment;

    std::function<base::Result<protocol::TodaysList>(app::View&, const Moment&)> todays_list;
    std::function<base::Result<protocol::FindReply>(app::View&, const protocol::FindRequest&, const Moment&)>
        find_person;
    std::function<base::Result<protocol::ArrivalReply>(app::Transaction&, const Kiosk&,
                                                       const protocol::ArrivalRequest&, const Moment&)>
        record_arrival;
    std::function<base::Done(app::Transaction&, const Kiosk&, const protocol::UndoRequest&, const Moment&)>
        undo_arrival;
    std::function<base::Done(app::Transaction&, const Kiosk&, const protocol::ReasonRequest&, const Moment&)>
        note_late_reason;
    std::function<base::Done(app::Transaction&, const Kiosk&, const protocol::CallRequest&, const Moment&)>
        call_reception;
    std::function<base::Done(app::Transaction&, const Kiosk&, const protocol::OfferWord&, const Moment&)>
        take_offer_word;
    std::function<base::Done(app::Transaction&, const Kiosk&, const protocol::AnswersTogether&,
                             const Moment&)>
        keep_answers;
    std::function<base::Result<protocol::CallState>(app::View&, const Kiosk&, const std::string& call)>
        call_state;
    std::function<base::Result<protocol::HeartbeatReply>(app::Transaction&, const Kiosk&,
                                                         const protocol::Heartbeat&, const Moment&)>
        heartbeat;
    std::function<base::Result<protocol::Itinerary>(app::View&, const Moment&)> itinerary;
    std::function<base::Result<protocol::ItineraryVersion>(app::View&, const Moment&)> itinerary_version;
};

}  // namespace server::http
