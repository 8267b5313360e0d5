#include "kiosk/screens/words.h"

#include <exception>

#include <boost/locale/gnu_gettext.hpp>

#include "shared/base/invariant.h"
#include "shared/languages/catalogue.h"

namespace kiosk::screens {
namespace {

using Messages = boost::locale::message_format<char>;

constexpr char kDomain[] = "kiosk";
constexpr std::size_t kCatalogueHeaderBytes = 28;  // of the .mo format: magic, revision, counts, offsets

// Unicode's FSI and PDI: what stands between them is ordered by itself (UAX 9).
constexpr char kIsolate[] = "\u2068";
constexpr char kEndIsolate[] = "\u2069";

/// 2000 has every day of a year.
constexpr int kYearOfAllDays = 2000;

const Messages& messages_of(const std::locale& locale) {
    return std::use_facet<Messages>(locale);
}

}  // namespace

base::Result<Words> Words::load(std::string_view language, std::string_view catalogue) {
    const auto corrupt = [] {
        return base::fail(base::ErrorKind::Corrupt, "the catalogue of words cannot be read: build it again");
    };
    if (catalogue.size() < kCatalogueHeaderBytes) return corrupt();
    boost::locale::gnu_gettext::messages_info info;
    info.language = std::string(language);
    info.encoding = "UTF-8";
    info.paths.emplace_back("built-in");
    info.domains.emplace_back(kDomain);
    info.callback = [catalogue](const std::string&, const std::string&) {
        return std::vector<char>(catalogue.begin(), catalogue.end());
    };
    try {
        const std::locale locale(std::locale::classic(),
                                 boost::locale::gnu_gettext::create_messages_facet<char>(info));
        return Words(std::string(language), locale);
    } catch (const std::exception&) {
        return corrupt();
    }
}

base::Result<Words> Words::built_in(std::string_view language) {
    const std::string_view catalogue = languages::built_in_catalogue(language);
    if (catalogue.empty()) {
        return base::fail(base::ErrorKind::NotFound, "there are no words in this language");
    }
    return load(language, catalogue);
}

Words::Words(std::string language, const std::locale& messages)
    : language_(std::move(language)), direction_(Direction::LeftToRight), messages_(messages) {
    const languages::Language* known = languages::find(language_);
    if (known != nullptr) direction_ = languages::direction(known->script);
    dates_ = std::make_shared<const Dates>(known != nullptr ? known->locale : "en_GB");
}

/// Puts the values in, once: what stands in a value is never a place itself.
std::string Words::fill(std::string_view text, std::initializer_list<std::string> values) const {
    const bool isolate = direction_ == Direction::RightToLeft;
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place = i + 2 < text.size() && text[i] == '{' && text[i + 2] == '}';
        const auto number = place ? static_cast<std::size_t>(text[i + 1] - '0') : 0;
        if (number < 1 || number > values.size()) {
            filled += text[i];
            continue;
        }
        if (isolate) filled += kIsolate;
        filled += *(values.begin() + (number - 1));
        if (isolate) filled += kEndIsolate;
        i += 2;
    }
    return filled;
}

std::string Words::text(const std::string& id, std::initializer_list<std::string> values) const {
    const Messages& messages = messages_of(messages_);
    const char* found = messages.get(messages.domain(kDomain), nullptr, id.c_str());
    return fill(found != nullptr ? found : id, values);
}

std::string Words::count(const std::string& id, unsigned number) const {
    const Messages& messages = messages_of(messages_);
    const char* found = messages.get(messages.domain(kDomain), nullptr, id.c_str(), static_cast<int>(number));
    return fill(found != nullptr ? found : id, {std::to_string(number)});
}

bool Words::has(const std::string& id) const {
    const Messages& messages = messages_of(messages_);
    return messages.get(messages.domain(kDomain), nullptr, id.c_str()) != nullptr;
}

std::string Words::day_of_month(unsigned day, unsigned month) const {
    const std::chrono::year_month_day date{std::chrono::year{kYearOfAllDays}, std::chrono::month{month},
                                           std::chrono::day{day}};
    INVARIANT(date.ok(), "a day that no year has");
    return dates_->say(text("date.day_month", {std::to_string(day), std::to_string(month)}), date);
}

std::string Words::weekday_and_day(domain::Date day) const {
    const auto number = [](auto part) {
        return std::to_string(static_cast<unsigned>(part));
    };
    return dates_->say(text("date.weekday_day", {number(day.day()), number(day.month())}), day);
}

std::string Words::weekday(domain::Date day) const {
    return dates_->say("%A", day);
}

base::Result<AllWords> AllWords::built_in(const std::vector<std::string>& languages) {
    std::vector<Words> all;
    for (const std::string& language : languages) all.push_back(TRY(Words::built_in(language)));
    if (all.empty()) return base::fail(base::ErrorKind::NotFound, "no language is offered");
    return AllWords(std::move(all));
}

const Words& AllWords::in(std::string_view language) const {
    for (const Words& words : words_) {
        if (words.language() == language) return words;
    }
    return words_.front();
}

}  // namespace kiosk::screens
