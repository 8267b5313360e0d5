#include "server/http/hub_use_cases.h"

#include <memory>

#include "server/app/call_reception.h"
#include "server/app/find_person.h"
#include "server/app/heartbeat.h"
#include "server/app/itinerary.h"
#include "server/app/note_late_reason.h"
#include "server/app/record_arrival.h"
#include "server/app/rules_in_force.h"
#include "server/app/take_offer_word.h"
#include "server/app/undo_arrival.h"
#include "server/http/list_of_today.h"

namespace server::http {

UseCases hub_use_cases(const HubParts& parts) {
    using Kiosk = domain::KioskId;
    using app::Moment;
    using app::Transaction;
    const auto list = std::make_shared<ListOfToday>(parts.entropy, parts.keyed_hash, parts.rules);
    // The rules are read in the transaction that goes by them.
    const auto rules = [parts](Transaction& tx) {
        return app::rules_in_force(tx, {parts.rules, parts.calendar});
    };
    const auto occasion = [parts](const Moment& moment, const app::RuleSet& set) {
        return app::Occasion{moment, set.rules, set.calendar, parts.entropy};
    };

    UseCases use;
    use.todays_list = [list](app::View& view, const Moment& moment) {
        return list->list(view, moment);
    };
    use.find_person = [parts](app::View& view, const protocol::FindRequest& request, const Moment& moment) {
        return app::find_person(view, request, parts.keyed_hash, moment);
    };
    use.record_arrival = [rules, occasion](Transaction& tx, const Kiosk& kiosk,
                                           const protocol::ArrivalRequest& request,
                                           const Moment& moment) -> base::Result<protocol::ArrivalReply> {
        const app::RuleSet set = TRY(rules(tx));
        return app::record_arrival(tx, kiosk, request, occasion(moment, set));
    };
    use.undo_arrival = [rules, occasion](Transaction& tx, const Kiosk& kiosk,
                                         const protocol::UndoRequest& request,
                                         const Moment& moment) -> base::Done {
        const app::RuleSet set = TRY(rules(tx));
        return app::undo_arrival(tx, kiosk, request, occasion(moment, set));
    };
    use.note_late_reason = [rules, occasion](Transaction& tx, const Kiosk& kiosk,
                                             const protocol::ReasonRequest& request,
                                             const Moment& moment) -> base::Done {
        const app::RuleSet set = TRY(rules(tx));
        return app::note_late_reason(tx, kiosk, request, occasion(moment, set));
    };
    use.call_reception = [](Transaction& tx, const Kiosk& kiosk, const protocol::CallRequest& request,
                            const Moment& moment) {
        return app::call_reception(tx, kiosk, request, moment);
    };
    use.take_offer_word = [](Transaction& tx, const Kiosk&, const protocol::OfferWord& word,
                             const Moment& moment) {
        return app::take_offer_word(tx, word, moment);
    };
    use.keep_answers = [](Transaction& tx, const Kiosk&, const protocol::AnswersTogether& together,
                          const Moment&) {
        return app::keep_answers(tx, together);
    };
    use.call_state = [](app::View& view, const Kiosk& kiosk, const std::string& call) {
        return app::call_state(view, kiosk, call);
    };
    use.heartbeat = [list, from = parts.rules.help_from](
                        Transaction& tx, const Kiosk& kiosk, const protocol::Heartbeat& told,
                        const Moment& moment) -> base::Result<protocol::HeartbeatReply> {
        const std::string version = TRY(list->version(tx, moment));
        return app::heartbeat(tx, kiosk, told, moment, {version, from});
    };
    use.itinerary = [](app::View& view, const Moment& moment) {
        return app::itinerary(view, moment);
    };
    use.itinerary_version = [](app::View& view, const Moment& moment) {
        return app::itinerary_version(view, moment);
    };
    return use;
}

}  // namespace server::http
