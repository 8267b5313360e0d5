#pragma once

#include <initializer_list>
#include <locale>
#include <string>
#include <string_view>

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
    /// id itself, which a test finds and a person can still report.
    std::string text(const std::string& id, std::initializer_list<std::string> values = {}) const;
    /// The text for so many, by the language's plural rule; {1} is the number.
    std::string count(const std::string& id, unsigned number) const;

    bool has(const std::string& id) const;
    const std::string& language() const { return language_; }
    Direction direction() const;

private:
    Words(std::string language, const std::locale& messages)
        : language_(std::move(language)), messages_(messages) {}
    std::string language_;
    std::locale messages_;  ///< carries the catalogue as a facet
};

}  // namespace kiosk::screens
