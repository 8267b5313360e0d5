#include "shared/domain/name_folding.h"

#include <memory>

#include <unicode/brkiter.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "shared/base/invariant.h"

namespace domain {
namespace {

/// Built once, because that takes milliseconds; ICU allows many threads to use a const object.
const icu::Transliterator& to_plain() {
    static const std::unique_ptr<const icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Transliterator> made(icu::Transliterator::createInstance(
            "NFD; [:M:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        INVARIANT(U_SUCCESS(status) && made, "ICU carries its Latin-ASCII rules");
        return made;
    }();
    return *rules;
}

}  // namespace

std::string folded(std::string_view name) {
    auto text = icu::UnicodeString::fromUTF8(name);
    to_plain().transliterate(text);
    std::string out;
    return text.toUTF8String(out);
}

std::string first_letter(std::string_view name) {
    auto text = icu::UnicodeString::fromUTF8(name);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> characters(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    INVARIANT(U_SUCCESS(status) && characters, "ICU knows where characters end");
    characters->setText(text);
    characters->first();
    const std::int32_t end = characters->next();
    if (end == icu::BreakIterator::DONE) return "";
    auto letter = text.tempSubString(0, end);
    letter.toUpper(icu::Locale::getRoot());
    std::string out;
    return letter.toUTF8String(out);
}

}  // namespace domain
