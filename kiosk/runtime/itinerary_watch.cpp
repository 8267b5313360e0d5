#include "kiosk/runtime/itinerary_watch.h"

#include "shared/base/log.h"
#include "shared/protocol/json.h"

namespace kiosk::runtime {

void ItineraryWatch::remember() {
    using Kept = std::optional<std::string>;
    needs_.clerk.ask<Kept>([](journal::Journal& journal) { return journal.kept_itinerary(); },
                           [this](const base::Result<Kept>& kept) {
                               if (!kept || !*kept || !version_.empty()) return;
                               const auto itinerary = protocol::decode_itinerary(**kept);
                               if (itinerary) needs_.on_event(app::event::ItineraryRemembered{*itinerary});
                           });
}

void ItineraryWatch::server_is_back() {
    server_there_ = true;
    due_ = needs_.clock.boot_time();
}

void ItineraryWatch::server_is_away() {
    server_there_ = false;
    if (as_of_) needs_.on_event(app::event::ItineraryStands{*as_of_, is_newest_});
}

bool ItineraryWatch::ask_if_due() {
    const auto due = next_due();
    if (!due || needs_.clock.boot_time() < *due) return false;
    ask();
    return true;
}

std::optional<base::BootTime> ItineraryWatch::next_due() const {
    if (!server_there_ || asking_) return std::nullopt;
    return due_;
}

void ItineraryWatch::ask() {
    asking_ = true;
    due_ = needs_.clock.boot_time() + kItineraryAskedEvery;
    needs_.door.itinerary_version(needs_.replies.to<protocol::ItineraryVersion>(
        [this](const base::Result<protocol::ItineraryVersion>& newest) {
            if (newest && newest->version != version_) return fetch();
            asking_ = false;
            if (newest) as_of_ = newest->as_of;
            it_is(newest ? Newest::Known : Newest::Unknown);
        }));
}

void ItineraryWatch::fetch() {
    needs_.door.itinerary(
        needs_.replies.to<protocol::Itinerary>([this](const base::Result<protocol::Itinerary>& itinerary) {
            asking_ = false;
            if (!itinerary) return it_is(Newest::Unknown);
            arrived(*itinerary);
        }));
}

void ItineraryWatch::arrived(const protocol::Itinerary& itinerary) {
    in_vain_ = 0;
    is_newest_ = true;
    version_ = itinerary.version;
    as_of_ = itinerary.as_of;
    needs_.on_event(app::event::ItineraryArrived{itinerary});
    keep(itinerary);
}

void ItineraryWatch::it_is(Newest newest) {
    in_vain_ = newest == Newest::Known ? 0 : in_vain_ + 1;
    const bool is_newest = in_vain_ < kItineraryInVainMax;
    if (is_newest == is_newest_ || !as_of_) return;
    is_newest_ = is_newest;
    needs_.on_event(app::event::ItineraryStands{*as_of_, is_newest});
}

void ItineraryWatch::keep(const protocol::Itinerary& itinerary) {
    const auto job = [text = protocol::encode(itinerary)](journal::Journal& journal) {
        return journal.keep_itinerary(text);
    };
    needs_.clerk.ask<void>(job, [](const base::Done& done) {
        // Nobody's record is lost by it: an act that cannot be kept says so itself.
        if (!done) base::log::warning("itinerary_not_kept");
    });
}

}  // namespace kiosk::runtime
