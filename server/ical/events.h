#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/date.h"

/// The one seam to libical: events as plain values.
namespace server::ical {

/// A time as it stands in a file.
struct Stamp {
    domain::Date day{};
    std::chrono::seconds time{};  ///< of the clock, since midnight
    bool is_day = false;          ///< a whole day, without a time
    bool is_utc = false;
    std::string zone;  ///< TZID; empty: none

    bool operator==(const Stamp&) const = default;
};

struct Event {
    std::string uid;
    std::optional<Stamp> start;
    std::optional<Stamp> end;
    std::optional<std::chrono::seconds> lasts;  ///< DURATION; two days for whatever is longer
    std::string title;
    std::string room;
    std::vector<std::string> categories;
    std::map<std::string, std::string> hub;     ///< `X-HUB-...` by upper-case name, without X-HUB-TITLE
    std::map<std::string, std::string> titles;  ///< X-HUB-TITLE by language
    bool is_cancelled = false;
    std::string repeats;           ///< RRULE; empty: it does not
    std::vector<Stamp> without;    ///< repetitions that do not take place
    std::optional<Stamp> instead;  ///< the repetition of the event with the same uid that it stands for
    /// What cannot be read of it and must not be passed over, with what to do; empty: nothing.
    std::string fault;
};

/// The events of a text that keeps check_shape(), in its order. InvalidInput where the calendar as a whole is
/// not one to be taken in.
base::Result<std::vector<Event>> read_events(const std::string& text);

struct Repetitions {
    std::vector<Stamp> stamps;   ///< by the clock of the start
    std::optional<Stamp> until;  ///< none of them counts that is later
};
/// When an event takes place by its rule, from its start until the day `last`, which counts itself.
/// InvalidInput, as a part of a sentence, for a rule that a hub does not follow.
base::Result<Repetitions> repetitions(const std::string& rule, const Stamp& start, domain::Date last);

/// A calendar of these. Times that are not UTC are London's, whose rules stand in the file.
std::string write_events(std::span<const Event> events, const std::string& name, const Stamp& written);

}  // namespace server::ical
