#include "server/ical/events.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <mutex>

#include <libical/ical.h>

namespace server::ical {
namespace {

constexpr std::string_view kHub = "X-HUB-";
constexpr char kTitle[] = "X-HUB-TITLE";
/// Ten years of days: a rule that began before is old enough to be written anew.
constexpr int kStepsMax = 3660;

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
    void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;
using Iterator = std::unique_ptr<icalrecur_iterator, Free>;
using Text = std::unique_ptr<char, Free>;

/// libical keeps what it lends in memory of the thread; this gives it back. One caller at a time.
class Turn {
public:
    Turn() : lock_(one_at_a_time()) { icalerror_set_errors_are_fatal(0); }
    ~Turn() { icalmemory_free_ring(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    static std::mutex& one_at_a_time() {
        static std::mutex mutex;
        return mutex;
    }
    std::lock_guard<std::mutex> lock_;
};

std::string text_or_empty(const char* text) {
    return text == nullptr ? "" : text;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

template <class Each>
void for_each_property(icalcomponent* component, icalproperty_kind kind, const Each& each) {
    for (icalproperty* one = icalcomponent_get_first_property(component, kind); one != nullptr;
         one = icalcomponent_get_next_property(component, kind)) {
        each(one);
    }
}

/// None for what is no time of a clock, or of a year far from ours.
std::optional<Stamp> stamp_of(icalproperty* property, const icaltimetype& time) {
    constexpr int kFirstYear = 2000;
    constexpr int kLastYear = 2199;
    const bool is_clock = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
                          time.second >= 0 && time.second < 60;
    if (time.year < kFirstYear || time.year > kLastYear || time.month < 1 || time.day < 1 || !is_clock)
        return std::nullopt;
    Stamp stamp;
    stamp.day =
        domain::Date{std::chrono::year{time.year}, std::chrono::month{static_cast<unsigned>(time.month)},
                     std::chrono::day{static_cast<unsigned>(time.day)}};
    if (!stamp.day.ok()) return std::nullopt;
    stamp.is_day = time.is_date != 0;
    stamp.is_utc = icaltime_is_utc(time) != 0;
    if (!stamp.is_day) {
        stamp.time = std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} +
                     std::chrono::seconds{time.second};
    }
    if (property == nullptr) return stamp;
    icalparameter* zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (zone != nullptr) stamp.zone = text_or_empty(icalparameter_get_tzid(zone));
    return stamp;
}

icaltimetype time_of(const Stamp& stamp) {
    const auto time = std::chrono::hh_mm_ss{stamp.time};
    icaltimetype made = icaltime_null_time();
    made.year = static_cast<int>(stamp.day.year());
    made.month = static_cast<int>(static_cast<unsigned>(stamp.day.month()));
    made.day = static_cast<int>(static_cast<unsigned>(stamp.day.day()));
    made.is_date = stamp.is_day ? 1 : 0;
    if (stamp.is_day) return made;
    made.hour = static_cast<int>(time.hours().count());
    made.minute = static_cast<int>(time.minutes().count());
    made.second = static_cast<int>(time.seconds().count());
    if (stamp.is_utc) made.zone = icaltimezone_get_utc_timezone();
    return made;
}

std::chrono::seconds seconds_of(const icaldurationtype& duration) {
    constexpr std::chrono::seconds kTooLong = std::chrono::hours{48};
    constexpr unsigned kHoursMax = 48;
    constexpr unsigned kSecondsMax = kHoursMax * 3600;
    if (duration.is_neg != 0) return std::chrono::seconds{0};
    if (duration.weeks > 0 || duration.days > 1 || duration.hours > kHoursMax ||
        duration.minutes > kSecondsMax || duration.seconds > kSecondsMax)
        return kTooLong;
    const auto lasts = std::chrono::hours{24 * duration.days + duration.hours} +
                       std::chrono::minutes{duration.minutes} + std::chrono::seconds{duration.seconds};
    return std::min(std::chrono::seconds{lasts}, kTooLong);
}

/// Reads the properties of one event into it.
class EventReader {
public:
    explicit EventReader(icalcomponent* component) : component_(component) {}

    Event read() {
        event_.uid = text_or_empty(icalcomponent_get_uid(component_));
        event_.is_cancelled = icalcomponent_get_status(component_) == ICAL_STATUS_CANCELLED;
        read_times();
        read_rule();
        event_.title = text_of(ICAL_SUMMARY_PROPERTY, icalproperty_get_summary, "two titles (SUMMARY)");
        event_.room = text_of(ICAL_LOCATION_PROPERTY, icalproperty_get_location, "two rooms (LOCATION)");
        for_each_property(component_, ICAL_CATEGORIES_PROPERTY, [&](icalproperty* one) {
            event_.categories.push_back(text_or_empty(icalproperty_get_categories(one)));
        });
        for_each_property(component_, ICAL_X_PROPERTY, [&](icalproperty* one) { read_own(one); });
        for_each_property(component_, ICAL_XLICERROR_PROPERTY, [&](icalproperty* one) { read_error(one); });
        return std::move(event_);
    }

private:
    int count(icalproperty_kind kind) { return icalcomponent_count_properties(component_, kind); }
    void fault(const std::string& what) {
        if (event_.fault.empty()) event_.fault = what;
    }

    template <class Get>
    std::string text_of(icalproperty_kind kind, const Get& get, const char* twice) {
        if (count(kind) > 1) fault(std::string("it has ") + twice + "; leave one");
        icalproperty* property = icalcomponent_get_first_property(component_, kind);
        return property == nullptr ? "" : text_or_empty(get(property));
    }

    template <class Get>
    std::optional<Stamp> stamp_of_one(icalproperty_kind kind, const Get& get, const std::string& what) {
        if (count(kind) > 1) fault("it has " + what + " twice; leave one");
        icalproperty* property = icalcomponent_get_first_property(component_, kind);
        if (property == nullptr) return std::nullopt;
        const auto stamp = stamp_of(property, get(property));
        if (!stamp) fault(what + " is no time that there is; write it like 20261123T100000");
        return stamp;
    }

    void read_times() {
        event_.start = stamp_of_one(ICAL_DTSTART_PROPERTY, icalproperty_get_dtstart, "its start (DTSTART)");
        event_.end = stamp_of_one(ICAL_DTEND_PROPERTY, icalproperty_get_dtend, "its end (DTEND)");
        event_.instead = stamp_of_one(ICAL_RECURRENCEID_PROPERTY, icalproperty_get_recurrenceid,
                                      "what it stands for (RECURRENCE-ID)");
        icalproperty* lasts = icalcomponent_get_first_property(component_, ICAL_DURATION_PROPERTY);
        if (lasts != nullptr) event_.lasts = seconds_of(icalproperty_get_duration(lasts));
        if (event_.lasts && event_.end)
            fault("it has both an end (DTEND) and a length (DURATION); leave one of them");
        icalproperty* instead = icalcomponent_get_first_property(component_, ICAL_RECURRENCEID_PROPERTY);
        if (instead != nullptr && icalproperty_get_first_parameter(instead, ICAL_RANGE_PARAMETER) != nullptr)
            fault("it changes all repetitions from one on (RANGE); end the old event and begin a new one");
    }

    void read_rule() {
        if (count(ICAL_RRULE_PROPERTY) > 1) fault("it has two rules of repetition (RRULE); leave one");
        if (count(ICAL_RDATE_PROPERTY) > 0)
            fault("it repeats on single days (RDATE); make each of them an event of its own");
        if (count(ICAL_EXRULE_PROPERTY) > 0)
            fault("it leaves days out by a rule (EXRULE); name the days instead (EXDATE)");
        icalproperty* rule = icalcomponent_get_first_property(component_, ICAL_RRULE_PROPERTY);
        if (rule != nullptr) {
            icalrecurrencetype read = icalproperty_get_rrule(rule);
            const Text text(icalrecurrencetype_as_string_r(&read));
            event_.repeats = text_or_empty(text.get());
            if (event_.repeats.empty())
                fault("its rule of repetition (RRULE) cannot be read; choose it anew");
        }
        for_each_property(component_, ICAL_EXDATE_PROPERTY, [&](icalproperty* one) {
            const auto stamp = stamp_of(one, icalproperty_get_exdate(one));
            if (stamp) event_.without.push_back(*stamp);
            if (!stamp)
                fault("a day that it leaves out (EXDATE) is no time that there is; mend or remove it");
        });
    }

    void read_own(icalproperty* property) {
        const std::string name = upper(text_or_empty(icalproperty_get_x_name(property)));
        if (!name.starts_with(kHub)) return;
        const std::string value = text_or_empty(icalproperty_get_x(property));
        if (name != kTitle) {
            event_.hub[name] = value;
            return;
        }
        icalparameter* language = icalproperty_get_first_parameter(property, ICAL_LANGUAGE_PARAMETER);
        const std::string of = language == nullptr ? "" : text_or_empty(icalparameter_get_language(language));
        event_.titles[of] = value;
    }

    /// What libical could not read it has replaced by a word on it. Only what a session needs is missed.
    void read_error(icalproperty* property) {
        const std::string text = text_or_empty(icalproperty_get_xlicerror(property));
        for (const char* needed : {"DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "EXRULE",
                                   "RECURRENCE-ID", "SUMMARY", "LOCATION", "X-HUB-"}) {
            if (text.find(needed) == std::string::npos) continue;
            fault(std::string("its line ") + needed + " cannot be read; mend it where the event was made");
        }
    }

    icalcomponent* component_;
    Event event_;
};

/// What a hub does not follow, as a part of a sentence; empty for a rule that it does.
std::string fault_of(const icalrecurrencetype& rule) {
    const auto has = [](const auto& list) {
        return list[0] != ICAL_RECURRENCE_ARRAY_MAX;
    };
    switch (rule.freq) {
        case ICAL_DAILY_RECURRENCE:
        case ICAL_WEEKLY_RECURRENCE:
        case ICAL_MONTHLY_RECURRENCE:
            break;
        default:
            return "it repeats otherwise than by day, week or month; choose one of these, or make single "
                   "events";
    }
    if (has(rule.by_second) || has(rule.by_minute) || has(rule.by_hour) || has(rule.by_year_day) ||
        has(rule.by_week_no) || has(rule.by_month) || rule.rscale != nullptr) {
        return "its rule of repetition is more than a hub follows; repeat it by day, week or month, or make "
               "single events";
    }
    if (rule.interval < 1 || rule.count < 0)
        return "its rule of repetition counts wrongly; choose anew how often it repeats";
    return "";
}

constexpr char kLondon[] =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n"
    "BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nTZNAME:BST\r\nDTSTART:19960331T010000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nTZNAME:GMT\r\nDTSTART:19961027T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

void add_own(icalcomponent* event, const std::string& name, const std::string& value,
             const std::string& language) {
    icalproperty* property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name.c_str());
    if (!language.empty()) icalproperty_add_parameter(property, icalparameter_new_language(language.c_str()));
    icalcomponent_add_property(event, property);
}

void add_time(icalcomponent* event, icalproperty* property, const Stamp& stamp) {
    if (!stamp.zone.empty()) icalproperty_add_parameter(property, icalparameter_new_tzid(stamp.zone.c_str()));
    icalcomponent_add_property(event, property);
}

icalcomponent* component_of(const Event& event, const Stamp& written) {
    icalcomponent* made = icalcomponent_new_vevent();
    icalcomponent_add_property(made, icalproperty_new_uid(event.uid.c_str()));
    icalcomponent_add_property(made, icalproperty_new_dtstamp(time_of(written)));
    if (event.start) add_time(made, icalproperty_new_dtstart(time_of(*event.start)), *event.start);
    if (event.end) add_time(made, icalproperty_new_dtend(time_of(*event.end)), *event.end);
    icalcomponent_add_property(made, icalproperty_new_summary(event.title.c_str()));
    icalcomponent_add_property(made, icalproperty_new_location(event.room.c_str()));
    for (const std::string& one : event.categories)
        icalcomponent_add_property(made, icalproperty_new_categories(one.c_str()));
    if (event.is_cancelled) icalcomponent_add_property(made, icalproperty_new_status(ICAL_STATUS_CANCELLED));
    for (const auto& [name, value] : event.hub) add_own(made, name, value, "");
    for (const auto& [language, title] : event.titles) add_own(made, kTitle, title, language);
    return made;
}

}  // namespace

base::Result<std::vector<Event>> read_events(const std::string& text) {
    const Turn turn;
    const Component calendar(icalparser_parse_string(text.c_str()));
    if (!calendar || icalcomponent_isa(calendar.get()) != ICAL_VCALENDAR_COMPONENT)
        return base::fail(base::ErrorKind::InvalidInput, "it is no calendar; export it as iCalendar (.ics)");
    if (icalcomponent_get_method(calendar.get()) == ICAL_METHOD_CANCEL) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "it takes events back (METHOD:CANCEL); cancel these sessions at the hub instead");
    }
    std::vector<Event> events;
    for (icalcomponent* one = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         one != nullptr; one = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        events.push_back(EventReader(one).read());
    }
    return events;
}

base::Result<Repetitions> repetitions(const std::string& rule, const Stamp& start, domain::Date last) {
    const Turn turn;
    icalrecurrencetype read = icalrecurrencetype_from_string(rule.c_str());
    Repetitions found;
    std::string fault = fault_of(read);
    if (!icaltime_is_null_time(read.until)) {
        found.until = stamp_of(nullptr, read.until);
        if (!found.until) fault = "its rule of repetition ends on no day that there is; choose its end anew";
    }
    if (!fault.empty()) return base::fail(base::ErrorKind::InvalidInput, fault);
    // The end is looked at by the caller, who knows London's clock.
    read.until = icaltime_null_time();
    icaltimetype from = time_of(start);
    from.zone = nullptr;
    const Iterator iterator(icalrecur_iterator_new(read, from));
    if (!iterator)
        return base::fail(base::ErrorKind::InvalidInput, "its rule of repetition cannot be; choose it anew");
    for (int step = 0; step < kStepsMax; ++step) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        auto stamp = icaltime_is_null_time(next) ? std::nullopt : stamp_of(nullptr, next);
        if (!stamp || stamp->day > last) return found;
        stamp->is_utc = start.is_utc;
        stamp->zone = start.zone;
        found.stamps.push_back(*std::move(stamp));
    }
    return base::fail(base::ErrorKind::InvalidInput,
                      "it has repeated for more than ten years; begin it anew with a later first day");
}

std::string write_events(std::span<const Event> events, const std::string& name, const Stamp& written) {
    const Turn turn;
    const Component calendar(icalcomponent_new_vcalendar());
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Hub check-in//Itinerary//EN"));
    add_own(calendar.get(), "X-WR-CALNAME", name, "");
    icalcomponent_add_component(calendar.get(), icalparser_parse_string(kLondon));
    for (const Event& event : events)
        icalcomponent_add_component(calendar.get(), component_of(event, written));
    const Text text(icalcomponent_as_ical_string_r(calendar.get()));
    return text_or_empty(text.get());
}

}  // namespace server::ical
