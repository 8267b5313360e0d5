#include <string>

#include "server/app/hub_rules.h"
#include "server/app/rule_words.h"
#include "server/ctl/commands.h"
#include "server/ctl/rules.h"
#include "server/ctl/table.h"
#include "server/figures/frozen.h"

namespace server::ctl {
namespace {

using figures::kFrozenOn;

std::string weekday_in_words(domain::Date day) {
    return std::string(app::weekday_name(app::weekday_of(day)));
}

std::string what_is(const domain::Calendar& calendar, domain::Date day, int number) {
    std::string words = "weekend";
    if (const auto holiday = calendar.bank_holiday(day))
        words = "bank holiday: " + domain::to_text(*holiday);
    else if (calendar.is_business_day(day))
        words = "business day " + std::to_string(number);
    return calendar.is_closed(day) ? words + "; the hub is shut" : words;
}

/// A line for each day on which `one` has a bank holiday and `other` has none.
int list_missing(const domain::Calendar& one, const domain::Calendar& other,
                 const domain::PublishedHolidays& years, const char* words, std::ostream& out) {
    int found = 0;
    for (domain::Date day = years.first / 1 / 1; years.covers(day); day = domain::next_day(day)) {
        const auto holiday = one.bank_holiday(day);
        if (!holiday || other.bank_holiday(day)) continue;
        out << domain::to_text(day) << "  " << domain::to_text(*holiday) << ": " << words << '\n';
        ++found;
    }
    return found;
}

}  // namespace

base::Done list_month(const Hub& hub, domain::Month month) {
    const app::RuleSet set = TRY(rules_of_record(hub));
    const domain::Calendar& calendar = set.calendar;
    Table table({"day", "", "what it is"});
    int number = 0;
    for (domain::Date day = domain::first_day(month); domain::month_of(day) == month;
         day = domain::next_day(day)) {
        number += calendar.is_business_day(day) ? 1 : 0;
        table.add({domain::to_text(day), weekday_in_words(day), what_is(calendar, day, number)});
    }
    table.print(hub.out);
    hub.out << number << " business days.\n";
    if (const auto frozen = calendar.nth_business_day(month, kFrozenOn)) {
        hub.out << "The figures of " << domain::to_text(month - std::chrono::months{1})
                << " stand still from " << domain::to_text(*frozen) << ", business day " << kFrozenOn
                << ".\n";
    }
    if (domain::last_day(month) > calendar.published_until()) {
        hub.out << "Bank holidays are known as published until "
                << domain::to_text(calendar.published_until())
                << "; these follow the rules, and a proclamation may change them.\n";
    }
    return {};
}

base::Done check_bank_holidays(const Hub& hub, const std::string& file) {
    const domain::PublishedHolidays published = TRY(settings::read_bank_holidays(file));
    domain::CalendarChanges changes;
    changes.published = published;
    const domain::Calendar listed(std::move(changes));
    const app::RuleSet set = TRY(rules_of_record(hub));
    const domain::Calendar& ours = set.calendar;
    const int differences =
        list_missing(listed, ours, published, "is listed, and the hub does not keep it", hub.out) +
        list_missing(ours, listed, published, "is kept by the hub, and is not listed", hub.out);
    hub.out << "A list of " << published.holidays.size() << " bank holidays from "
            << static_cast<int>(published.first) << " to " << static_cast<int>(published.last) << "; "
            << differences << " day(s) differ from what the hub goes by.\n"
            << "Name it as bank_holidays_file in the hub's settings to go by it.\n";
    return {};
}

}  // namespace server::ctl
