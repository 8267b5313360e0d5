#include "shared/domain/person_key.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "shared/base/invariant.h"

namespace domain {
namespace {

/// ICU's rules from any script to plain Latin letters. Built once, because that takes milliseconds, and never
/// changed: ICU allows many threads to use a const object.
const icu::Transliterator& to_latin() {
    static const std::unique_ptr<const icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Transliterator> made(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
        INVARIANT(U_SUCCESS(status) && made, "ICU carries its Any-Latin and Latin-ASCII rules");
        return made;
    }();
    return *rules;
}

std::optional<char> ascii_letter(UChar32 c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c);
    if (c >= 'a' && c <= 'z') return static_cast<char>(c - 'a' + 'A');
    return std::nullopt;
}

std::optional<char> first_letter(const icu::UnicodeString& word) {
    if (const auto plain = ascii_letter(word.char32At(0))) return plain;  // whatever marks follow it
    icu::UnicodeString latin = word;
    to_latin().transliterate(latin);
    for (std::int32_t i = 0; i < latin.length(); ++i) {
        if (const auto letter = ascii_letter(latin.charAt(i))) return letter;
    }
    return std::nullopt;
}

/// Marks belong to the letter before them; everything that is neither letter nor mark ends a word.
bool belongs_to_word(UChar32 c) {
    return u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

void add_first_letters(const std::string& name, std::set<char>& letters) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
    icu::UnicodeString word;
    const auto end_word = [&] {
        if (word.isEmpty()) return;
        if (const auto letter = first_letter(word)) letters.insert(*letter);
        word.remove();
    };
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (belongs_to_word(c)) {
            word.append(c);
        } else {
            end_word();
        }
    }
    end_word();
}

unsigned days_in(unsigned month) {
    constexpr std::array<unsigned, 12> kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return kDays.at(month - 1);
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

base::Done check(const PersonQuery& query) {
    const auto wrong = [](const char* why) {
        return base::fail(base::ErrorKind::InvalidInput, why);
    };
    const auto [day, month] = query.birthday;
    if (month < 1 || month > 12) return wrong("the month of birth is not 1 to 12");
    if (day < 1 || day > days_in(month)) return wrong("the day of birth does not exist in that month");
    if (!query.letter && !query.birth_year) return wrong("neither a letter nor a year of birth is given");
    if (query.letter && (*query.letter < 'A' || *query.letter > 'Z')) {
        return wrong("the letter is not A to Z");
    }
    if (query.birth_year && (*query.birth_year < static_cast<int>(kFirstYear) ||
                             *query.birth_year > static_cast<int>(kLastYear))) {
        return wrong("the year of birth is out of range");
    }
    return {};
}

std::set<char> first_letters(const std::vector<std::string>& names) {
    std::set<char> letters;
    for (const std::string& name : names) add_first_letters(name, letters);
    return letters;
}

std::vector<std::string> person_keys(Date born, const std::vector<std::string>& names) {
    PersonQuery query;
    query.birthday = {static_cast<unsigned>(born.day()), static_cast<unsigned>(born.month())};
    const int year = static_cast<int>(born.year());
    query.birth_year = year;
    std::vector<std::string> keys{query_key(query)};
    for (const char letter : first_letters(names)) {
        query.letter = letter;
        query.birth_year = std::nullopt;
        keys.push_back(query_key(query));
        query.birth_year = year;
        keys.push_back(query_key(query));
    }
    return keys;
}

std::string query_key(const PersonQuery& query) {
    std::string key = two_digits(query.birthday.day) + two_digits(query.birthday.month);
    if (query.letter) key += std::string(" L ") + *query.letter;
    if (query.birth_year) key += " Y " + std::to_string(*query.birth_year);
    return key;
}

}  // namespace domain
