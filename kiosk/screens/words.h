#pragma once

#include <initializer_list>
#include <locale>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/screens/dates.h"
#include "kiosk/screens/screen.h"
#include "shared/base/result.h"

namespace kiosk::screens {

/// Everything a kiosk says in one language.
class Words {
public:
    /// From a compiled gettext catalogue whose msgids are ids such as `welcome.title`. Corrupt when it is
    /// none.
    static base::Result<Words> load(std::string_view language, std::string_view catalogue);
    /// From the catalogue the build put in. NotFound for a language that there is none for.
    static base::Result<Words> built_in(std::string_view language);

    /// The text of an id, with {1}, {2} ... replaced by the values. An id that the catalogue lacks gives the
    /// id itself, which a test finds and a person can still report. In a text that runs from right to left
    /// each value keeps its own direction, so that `1 9 _ _` is not turned round.
    std::string text(const std::string& id, std::initializer_list<std::string> values = {}) const;
    /// The text for so many, by the language's plural rule; {1} is the number.
    std::string count(const std::string& id, unsigned number) const;
    /// A day of the year as the language says it, such as `7 November`.
    std::string day_of_month(unsigned day, unsigned month) const;

    /// With its weekday, such as `Monday 7 November`.
    std::string weekday_and_day(domain::Date day) const;

    /// The weekday alone, such as `Monday`.
    std::string weekday(domain::Date day) const;

    bool has(const std::string& id) const;
    const std::string& language() const { return language_; }
    Direction direction() const { return direction_; }

private:
    Words(std::string language, const std::locale& messages);
    std::string fill(std::string_view text, std::initializer_list<std::string> values) const;

    std::string language_;
    Direction direction_;
    std::locale messages_;  ///< carries the catalogue as a facet
    std::shared_ptr<const Dates> dates_;
};

/// The words of each language a kiosk offers.
class AllWords {
public:
    /// NotFound when there is no catalogue for one of them.
    static base::Result<AllWords> built_in(const std::vector<std::string>& languages);

    /// Those of one of the languages asked for; of the first one for any other.
    const Words& in(std::string_view language) const;

private:
    explicit AllWords(std::vector<Words> words) : words_(std::move(words)) {}
    std::vector<Words> words_;
};

}  // namespace kiosk::screens
