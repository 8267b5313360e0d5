#include "server/evidence/event_json.h"

#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "server/evidence/hex.h"
#include "shared/base/utf8.h"

namespace server::evidence {
namespace {

using app::Opened;
using app::ProvenEvent;
using domain::ClockState;

constexpr std::array kOpened{std::pair(Opened::Yes, "yes"), std::pair(Opened::Erased, "no: erased"),
                             std::pair(Opened::InConfidence, "no: said in confidence")};
constexpr std::array kClocks{std::pair(ClockState::Sure, "sure"),
                             std::pair(ClockState::Doubtful, "doubtful")};

template <class Words, class Value>
const char* word_of(const Words& words, Value value) {
    for (const auto& [known, word] : words) {
        if (known == value) return word;
    }
    return "";
}

Json instant_json(const std::optional<base::Instant>& at) {
    return at ? Json(base::to_text(*at)) : Json(nullptr);
}

Json device_json(const std::optional<domain::DeviceTime>& time) {
    if (!time) return nullptr;
    Json json = Json::object();
    json["wall"] = base::to_text(time->wall);
    json["boot_id"] = text_json(time->boot_id);
    json["since_boot_us"] = time->since_boot.count();
    return json;
}

/// Reads the members of one object, each of which must be there; a fault stays.
class Members {
public:
    explicit Members(const Json& json) : json_(json), ok_(json.is_object()) {}

    bool done(std::size_t members) const { return ok_ && json_.size() == members; }
    const Json* find(const char* name) {
        const auto found = ok_ ? json_.find(name) : json_.end();
        if (!ok_ || found == json_.end()) return fault();
        return &*found;
    }
    std::string text(const char* name) {
        const Json* found = find(name);
        if (found == nullptr) return {};
        if (found->is_string()) return found->get<std::string>();
        const bool hex = found->is_object() && found->size() == 1 && found->contains("hex") &&
                         found->at("hex").is_string();
        const auto bytes = hex ? from_hex(found->at("hex").get<std::string>()) : std::nullopt;
        if (!bytes || base::is_utf8(*bytes)) fault();
        return bytes.value_or("");
    }
    bool truth(const char* name) {
        const Json* found = find(name);
        if (found != nullptr && !found->is_boolean()) found = fault();
        return found != nullptr && found->get<bool>();
    }
    std::int64_t number(const char* name) {
        const Json* found = find(name);
        if (found != nullptr && !found->is_number_integer()) found = fault();
        if (found != nullptr && found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX)
            found = fault();
        return found == nullptr ? 0 : found->get<std::int64_t>();
    }
    std::optional<base::Instant> maybe_instant(const char* name) {
        const Json* found = find(name);
        if (found == nullptr || found->is_null()) return std::nullopt;
        return instant(name);
    }
    base::Instant instant(const char* name) {
        const std::string words = text(name);
        const auto at = base::parse_instant(words);
        // Only as it is written.
        if (!at || base::to_text(*at) != words) fault();
        return at.value_or(base::Instant{});
    }
    std::optional<domain::DeviceTime> device(const char* name) {
        const Json* found = find(name);
        if (found == nullptr || found->is_null()) return std::nullopt;
        Members inner(*found);
        domain::DeviceTime time;
        time.wall = inner.instant("wall");
        time.boot_id = inner.text("boot_id");
        time.since_boot = base::BootTime{inner.number("since_boot_us")};
        if (!inner.done(3)) fault();
        return time;
    }
    template <class Value, std::size_t Size>
    Value word(const char* name, const std::array<std::pair<Value, const char*>, Size>& words) {
        const std::string given = text(name);
        for (const auto& [value, word] : words) {
            if (given == word) return value;
        }
        fault();
        return words.front().first;
    }
    const Json* fault() {
        ok_ = false;
        return nullptr;
    }

private:
    const Json& json_;
    bool ok_;
};

void read_what_was_stored(Members& members, domain::AttendanceEvent& event) {
    event.id = domain::EventId(members.text("id"));
    const auto kind = domain::event_kind_from_word(members.text("kind"));
    if (!kind) members.fault();
    event.kind = kind.value_or(event.kind);
    event.appointment = domain::AppointmentId(members.text("appointment"));
    event.referral = domain::ReferralId(members.text("referral"));
    event.person = domain::PersonId(members.text("person"));
    event.arrival = domain::ArrivalId(members.text("arrival"));
    event.recorded_at = members.instant("recorded_at");
    event.at = members.maybe_instant("at");
    const Json* attendance = members.find("attendance");
    if (attendance != nullptr && !attendance->is_null()) {
        event.attendance = domain::attendance_from_word(members.text("attendance"));
        if (!event.attendance) members.fault();
    }
    event.clock = members.word("clock", kClocks);
    event.queued = members.truth("queued");
    event.recorded_offline = members.truth("recorded_offline");
    event.actor = members.text("actor");
    event.reason = members.text("reason");
    event.touched = members.device("touched");
    event.told = members.device("told");
}

}  // namespace

Json text_json(const std::string& text) {
    if (base::is_utf8(text)) return text;
    Json json = Json::object();
    json["hex"] = to_hex(text);
    return json;
}

Json to_json(const ProvenEvent& proven) {
    const domain::AttendanceEvent& event = proven.event;
    Json json = Json::object();
    json["number"] = proven.number;
    json["id"] = event.id.text();
    json["kind"] = domain::to_word(event.kind);
    json["appointment"] = event.appointment.text();
    json["referral"] = event.referral.text();
    json["person"] = event.person.text();
    json["arrival"] = event.arrival.text();
    json["recorded_at"] = base::to_text(event.recorded_at);
    json["at"] = instant_json(event.at);
    json["attendance"] = event.attendance ? Json(domain::to_word(*event.attendance)) : Json(nullptr);
    json["clock"] = word_of(kClocks, event.clock);
    json["queued"] = event.queued;
    json["recorded_offline"] = event.recorded_offline;
    json["actor"] = text_json(event.actor);
    json["reason"] = text_json(event.reason);
    json["touched"] = device_json(event.touched);
    json["told"] = device_json(event.told);
    json["opened"] = word_of(kOpened, proven.opened);
    json["salt"] = proven.salt ? Json(to_hex(bytes_of(*proven.salt))) : Json(nullptr);
    return json;
}

std::optional<ProvenEvent> read_event(const Json& json) {
    constexpr std::size_t kMembers = 19;
    Members members(json);
    ProvenEvent proven;
    proven.number = members.number("number");
    read_what_was_stored(members, proven.event);
    proven.opened = members.word("opened", kOpened);
    const Json* salt = members.find("salt");
    if (salt != nullptr && !salt->is_null()) {
        proven.salt = digest_from_hex(members.text("salt"));
        if (!proven.salt) members.fault();
    }
    if (proven.salt.has_value() != (proven.opened == Opened::Yes)) members.fault();
    if (!members.done(kMembers)) return std::nullopt;
    return proven;
}

}  // namespace server::evidence
