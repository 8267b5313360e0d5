#include "kiosk/screens/words.h"

#include <array>
#include <exception>

#include <boost/locale/gnu_gettext.hpp>

#include "kiosk/screens/catalogue.h"

namespace kiosk::screens {
namespace {

using Messages = boost::locale::message_format<char>;

constexpr char kDomain[] = "kiosk";
constexpr std::size_t kCatalogueHeaderBytes = 28;  // of the .mo format: magic, revision, counts, offsets

/// Puts the values in, once: what stands in a value is never a place itself.
std::string fill(std::string_view text, std::initializer_list<std::string> values) {
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place = i + 2 < text.size() && text[i] == '{' && text[i + 2] == '}';
        const auto number = place ? static_cast<std::size_t>(text[i + 1] - '0') : 0;
        if (number < 1 || number > values.size()) {
            filled += text[i];
            continue;
        }
        filled += *(values.begin() + (number - 1));
        i += 2;
    }
    return filled;
}

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
    const std::string_view catalogue = built_in_catalogue(language);
    if (catalogue.empty()) {
        return base::fail(base::ErrorKind::NotFound, "there are no words in this language");
    }
    return load(language, catalogue);
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

Direction Words::direction() const {
    constexpr std::array<std::string_view, 6> kRightToLeft{"ar", "ckb", "fa", "he", "ps", "ur"};
    const std::string_view main = std::string_view(language_).substr(0, language_.find('-'));
    for (const std::string_view one : kRightToLeft) {
        if (main == one) return Direction::RightToLeft;
    }
    return Direction::LeftToRight;
}

}  // namespace kiosk::screens
