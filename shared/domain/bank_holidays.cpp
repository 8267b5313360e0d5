#include "shared/domain/bank_holidays.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace domain {
namespace {

using std::chrono::August;
using std::chrono::day;
using std::chrono::days;
using std::chrono::December;
using std::chrono::January;
using std::chrono::last;
using std::chrono::May;
using std::chrono::Monday;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;

/// Gregorian Easter Sunday, by the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8).
sys_days easter_sunday(year of) {
    const int y = static_cast<int>(of);
    const int golden = y % 19;
    const int century = y / 100;
    const int of_century = y % 100;
    const int moon_correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    const int late_moon = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int march_based = epact + to_sunday - 7 * late_moon + 114;
    return of / month{static_cast<unsigned>(march_based / 31)} /
           day{static_cast<unsigned>(march_based % 31 + 1)};
}

/// A day that was added by proclamation, or, without a name, one that was moved away.
struct Proclaimed {
    Date day;
    const char* name;
};
constexpr std::array kProclaimed{
    Proclaimed{year{2020} / 5 / 4, nullptr},
    Proclaimed{year{2020} / 5 / 8, "Early May bank holiday (VE day)"},
    Proclaimed{year{2022} / 5 / 30, nullptr},
    Proclaimed{year{2022} / 6 / 2, "Spring bank holiday"},
    Proclaimed{year{2022} / 6 / 3, "Platinum Jubilee bank holiday"},
    Proclaimed{year{2022} / 9 / 19, "Bank Holiday for the State Funeral of Queen Elizabeth II"},
    Proclaimed{year{2023} / 5 / 8, "Bank holiday for the coronation of King Charles III"},
};

/// Keeps the feasts, in this order: each on its day, or, when that is a weekend, on the next weekday that no
/// other of them needs.
void keep_feasts(std::map<Date, BankHoliday>& year_of, std::initializer_list<BankHoliday> feasts) {
    for (const BankHoliday& feast : feasts) {
        if (!is_weekend(feast.day)) year_of[feast.day] = feast;
    }
    for (BankHoliday feast : feasts) {
        if (!is_weekend(feast.day)) continue;
        while (is_weekend(feast.day) || year_of.contains(feast.day)) feast.day = next_day(feast.day);
        feast.note = kSubstituteDay;
        year_of[feast.day] = feast;
    }
}

std::map<Date, BankHoliday> of_year(year of) {
    const sys_days easter = easter_sunday(of);
    std::map<Date, BankHoliday> all;
    keep_feasts(all, {{of / January / 1, "New Year's Day", ""}});
    keep_feasts(all, {{easter - days{2}, "Good Friday", ""},
                      {easter + days{1}, "Easter Monday", ""},
                      {sys_days{of / May / Monday[1]}, "Early May bank holiday", ""},
                      {sys_days{of / May / Monday[last]}, "Spring bank holiday", ""},
                      {sys_days{of / August / Monday[last]}, "Summer bank holiday", ""}});
    keep_feasts(all, {{of / December / 25, "Christmas Day", ""}, {of / December / 26, "Boxing Day", ""}});
    for (const Proclaimed& one : kProclaimed) {
        if (one.day.year() != of) continue;
        if (one.name == nullptr)
            all.erase(one.day);
        else
            all[one.day] = {one.day, one.name, ""};
    }
    return all;
}

bool is_before(const BankHoliday& holiday, Date day) {
    return holiday.day < day;
}

std::vector<BankHoliday> of_every_year() {
    std::vector<BankHoliday> all;
    for (year of = kFirstYear; of <= kLastYear; ++of) {
        for (auto& [day, holiday] : of_year(of)) all.push_back(std::move(holiday));
    }
    return all;
}

}  // namespace

std::string to_text(const BankHoliday& holiday) {
    if (holiday.note.empty()) return holiday.name;
    std::string note = holiday.note;
    if (note == kSubstituteDay) note.front() = 's';
    return holiday.name + " (" + note + ")";
}

const BankHoliday* bank_holiday_by_rule(Date day) {
    static const std::vector<BankHoliday> all = of_every_year();
    const auto found = std::lower_bound(all.begin(), all.end(), day, is_before);
    return found != all.end() && found->day == day ? &*found : nullptr;
}

base::Result<PublishedHolidays> published_holidays(std::vector<BankHoliday> holidays) {
    const auto refuse = [](std::string words) {
        return base::fail(base::ErrorKind::InvalidInput, std::move(words));
    };
    if (holidays.empty()) return refuse("there is no bank holiday in the list");
    std::map<year, int> of_year;
    for (std::size_t i = 0; i < holidays.size(); ++i) {
        const Date day = holidays[i].day;
        if (is_weekend(day)) return refuse(to_text(day) + " is a Saturday or Sunday, and no bank holiday is");
        if (i > 0 && day <= holidays[i - 1].day)
            return refuse(to_text(day) + " must come after the day before it in the list");
        ++of_year[day.year()];
    }
    PublishedHolidays published{holidays.front().day.year(), holidays.back().day.year(), {}};
    for (year of = published.first; of <= published.last; ++of) {
        if (of_year[of] < kHolidaysOfYearMin)
            return refuse("the year " + std::to_string(static_cast<int>(of)) + " has only " +
                          std::to_string(of_year[of]) + " bank holidays; a whole year has at least " +
                          std::to_string(kHolidaysOfYearMin));
    }
    published.holidays = std::move(holidays);
    return published;
}

}  // namespace domain
