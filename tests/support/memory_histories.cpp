#include "tests/support/memory_histories.h"

#include <algorithm>

#include "tests/support/map_values.h"
#include "tests/support/memory_erasing.h"

namespace support {

using namespace server::app;
using base::Done;
using base::Result;
using server::figures::FrozenItem;
using server::figures::FrozenMonth;

namespace {

void take_earlier(std::optional<base::Instant>& kept, base::Instant at) {
    if (!kept || at < *kept) kept = at;
}

bool was_undone(const MemoryRecord& record, const domain::AttendanceEvent& event) {
    return std::any_of(record.events.begin(), record.events.end(), [&](const domain::AttendanceEvent& one) {
        return one.kind == domain::EventKind::Undone && one.arrival == event.arrival;
    });
}

}  // namespace

Result<std::optional<History>> MemoryHistories::history(const domain::ReferralId& id) {
    const auto found = record_.histories.find(id);
    return found == record_.histories.end() ? std::optional<History>() : std::optional(found->second.history);
}

Result<std::vector<History>> MemoryHistories::histories() {
    std::vector<History> all;
    for (const auto& [id, kept] : record_.histories) all.push_back(kept.history);
    return all;
}

Result<std::vector<HistoryMark>> MemoryHistories::history_marks() {
    std::map<domain::ReferralId, HistoryMark> all;
    for (const auto& [id, kept] : record_.histories)
        all[id] = {id, kept.history.told.concluded_at, false, kept.unlisted_at};
    for (const auto& id : record_.erased_histories) all[id] = {id, std::nullopt, true, std::nullopt};
    return values(all);
}

Result<std::optional<HistoryReading>> MemoryHistories::history_reading() {
    return record_.history_reading;
}

Result<OwnRecord> MemoryHistories::own_record(base::Instant from) {
    OwnRecord own;
    for (const domain::AttendanceEvent& event : record_.events) {
        if (event.recorded_at < from) continue;
        if (event.kind == domain::EventKind::InterventionCompleted)
            own.completed.emplace(event.referral, event.recorded_at);
        if (event.appointment.empty()) continue;
        if (event.attendance && !was_undone(record_, event))
            take_earlier(own.appointments[event.appointment].stored_at, event.recorded_at);
        if (event.kind == domain::EventKind::PractitionerTold)
            take_earlier(own.appointments[event.appointment].told_at, event.at.value_or(event.recorded_at));
    }
    for (const auto& [id, update] : record_.updates) {
        const auto newest = update.submitted_at ? update.submitted_at : update.drafted_at;
        if (!newest || *newest < from) continue;
        auto& times = own.appointments[update.appointment];
        if (update.drafted_at) take_earlier(times.stored_at, *update.drafted_at);
        if (update.drafted_at) take_earlier(times.drafted_at, *update.drafted_at);
        const bool noticed_late = update.submitted_at && *update.submitted_at >= update.deadline;
        if (update.submit_decided || !noticed_late) times.submitted_at = update.submitted_at;
    }
    return own;
}

Result<std::optional<FrozenMonth>> MemoryHistories::frozen_month(domain::Month month) {
    const auto found = record_.frozen.find(month);
    return found == record_.frozen.end() ? std::optional<FrozenMonth>() : std::optional(found->second);
}

Result<std::optional<domain::Month>> MemoryHistories::newest_frozen_month() {
    return record_.frozen.empty() ? std::optional<domain::Month>()
                                  : std::optional(record_.frozen.rbegin()->first);
}

Result<std::vector<FrozenItem>> MemoryHistories::frozen_items(domain::Month month) {
    const auto found = record_.frozen_items.find(month);
    if (found == record_.frozen_items.end()) return std::vector<FrozenItem>();
    std::vector<FrozenItem> items = found->second;
    std::stable_sort(items.begin(), items.end(), [](const FrozenItem& a, const FrozenItem& b) {
        return a.item.referral < b.item.referral;
    });
    return items;
}

Done MemoryHistories::keep(const History& history, std::string_view crn) {
    const domain::ReferralId& id = history.told.id;
    if (!record_.erased_histories.contains(id)) {
        auto& kept = record_.histories[id];
        kept.history = history;
        kept.crn = crn;
    }
    return {};
}

Done MemoryHistories::keep(const HistoryReading& reading) {
    record_.history_reading = reading;
    return {};
}

Done MemoryHistories::note_listed(const std::set<domain::ReferralId>& listed, base::Instant now) {
    for (auto& [id, kept] : record_.histories) {
        if (listed.contains(id))
            kept.unlisted_at.reset();
        else if (!kept.unlisted_at)
            kept.unlisted_at = now;
    }
    return {};
}

Done MemoryHistories::forget_histories(base::Instant ended_before, base::Instant unlisted_before) {
    support::forget_histories(record_, ended_before, unlisted_before);
    return {};
}

Done MemoryHistories::freeze(const FrozenMonth& month, const std::vector<FrozenItem>& items) {
    if (!record_.frozen.emplace(month.month, month).second)
        return base::fail(base::ErrorKind::Conflict, "the month is frozen already");
    record_.frozen_items[month.month] = items;
    return {};
}

}  // namespace support
