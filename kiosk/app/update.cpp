#include "kiosk/app/update.h"

#include <variant>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

struct Handle {
    const Turn& turn;

    void operator()(const event::Touched&) const { touched(turn); }
    void operator()(const event::Pressed& event) const {
        touched(turn);
        pressed(turn, event.press);
    }
    void operator()(const event::Tick&) const { turn.model.wake_at.reset(); }  // it has been used up
    void operator()(const event::FindAnswered& event) const { answered(turn, event); }
    void operator()(const event::Kept& event) const { kept(turn, event); }
    void operator()(const event::KeepFailed& event) const { keep_failed(turn, event); }
    void operator()(const event::ArrivalAnswered& event) const { answered(turn, event); }
    void operator()(const event::ArrivalRefused& event) const { refused(turn, event); }
    void operator()(const event::Remembered& event) const { remember(turn, event); }
    void operator()(const event::ServerFound&) const { server_found(turn); }
    void operator()(const event::ServerLost&) const { server_lost(turn); }
    void operator()(const event::ListArrived& event) const { list_arrived(turn, event); }
    void operator()(const event::HeartbeatAnswered& event) const { heartbeat_answered(turn, event); }
    void operator()(const event::HeadsetIn&) const { headset_in(turn); }
    void operator()(const event::HeadsetOut&) const { headset_out(turn); }
    void operator()(const event::SpeechGoesOn&) const { speech_goes_on(turn); }
    void operator()(const event::ItineraryArrived& event) const { itinerary_arrived(turn, event.itinerary); }
    void operator()(const event::ItineraryRemembered& event) const {
        itinerary_remembered(turn, event.itinerary);
    }
    void operator()(const event::ItineraryStands& event) const {
        if (!turn.model.itinerary) return;
        turn.model.itinerary_as_of = event.as_of;
        turn.model.itinerary_is_newest = event.is_newest;
    }
    void operator()(const event::CallAnswered& event) const { call_answered(turn, event); }
    void operator()(const event::KeyDown& event) const {
        touched(turn);
        staff_key(turn, event.key);
    }
    void operator()(const event::StaffPinChecked& event) const { pin_checked(turn, event); }
    void operator()(const event::StaffStateNotKept&) const { staff_state_not_kept(turn); }
    void operator()(const event::JournalCounted& event) const { journal_counted(turn, event.waiting); }
    void operator()(const event::ScannedCode& event) const { scanned(turn, event); }
    void operator()(const event::ScannerFound&) const { turn.model.scanner = true; }
    void operator()(const event::ScannerLost&) const { turn.model.scanner = false; }
    void operator()(const event::JournalLost&) const { journal_lost(turn); }
    void operator()(const event::JournalFound&) const { turn.model.journal_works = true; }
};

}  // namespace

std::vector<Effect> update(Model& model, const Event& event, const Moment& now,
                           const domain::KeyedHash& keyed_hash) {
    std::vector<Effect> effects;
    const Turn turn{model, now, keyed_hash, effects};
    pass_time(turn);
    std::visit(Handle{turn}, event);
    keep_minute(turn);
    rest(turn);
    ask_to_wake(turn);
    return effects;
}

std::optional<base::Instant> server_time(const Model& model, const domain::DeviceTime& clocks) {
    if (!model.server_time || model.server_time->at.boot_id != clocks.boot_id) return std::nullopt;
    return model.server_time->server + (clocks.since_boot - model.server_time->at.since_boot);
}

bool can_check_in(const Model& model) {
    if (!model.journal_works || model.staff.out_of_use) return false;
    return model.link != Link::Down || (model.list && model.server_time);
}

}  // namespace kiosk::app
