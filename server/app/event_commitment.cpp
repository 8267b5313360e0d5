#include "server/app/event_commitment.h"

#include "shared/base/fields.h"

namespace server::app {
namespace {

using base::FieldWriter;

std::string_view word_of(domain::ClockState clock) {
    switch (clock) {
        case domain::ClockState::Sure:
            return "sure";
        case domain::ClockState::Doubtful:
            return "doubtful";
    }
    return "";
}

void add(FieldWriter& fields, const std::optional<domain::DeviceTime>& time) {
    fields.add(time ? std::optional(time->wall) : std::nullopt);
    fields.add(time ? std::optional(time->boot_id) : std::nullopt);
    fields.add(time ? std::optional(base::Instant{time->since_boot}) : std::nullopt);
}

}  // namespace

std::string committed_bytes(const Digest& salt, const domain::AttendanceEvent& event) {
    FieldWriter fields;
    fields.add(std::string_view(reinterpret_cast<const char*>(salt.data()), salt.size()));
    fields.add(std::string_view("event/1"));
    fields.add(event.id.text()).add(domain::to_word(event.kind)).add(event.appointment.text());
    fields.add(event.person.text()).add(event.arrival.text());
    fields.add(event.recorded_at).add(event.at);
    fields.add(event.attendance ? std::optional(std::string(domain::to_word(*event.attendance)))
                                : std::nullopt);
    fields.add(word_of(event.clock));
    fields.add(std::int64_t{event.queued}).add(std::int64_t{event.recorded_offline});
    fields.add(event.actor).add(event.reason);
    add(fields, event.touched);
    add(fields, event.told);
    // Only where there is one: events of before it was kept have their commitments without it.
    if (!event.referral.empty()) fields.add(event.referral.text());
    return fields.bytes();
}

}  // namespace server::app
