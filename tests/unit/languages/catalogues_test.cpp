// Every catalogue says everything the English one says, in its own language.

#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "kiosk/screens/words.h"
#include "shared/languages/catalogue.h"
#include "tests/unit/languages/po_file.h"
#include "tests/unit/languages/script.h"

namespace languages {
void PrintTo(const Language& language, std::ostream* out);
void PrintTo(const Language& language, std::ostream* out) {
    *out << language.name;
}
}  // namespace languages

namespace {

using languages::Language;

/// Texts that may stand as in English.
bool may_be_english(const std::string& id, const std::string& text) {
    const bool same_word = text == "OK" || (id == "easy.no" && text == "No");
    return same_word || id.starts_with("date.");
}

/// {1}, {2} ... of a text, each once or more.
std::multiset<std::string> places_of(const std::string& text) {
    std::multiset<std::string> places;
    for (std::size_t i = text.find('{'); i != std::string::npos; i = text.find('{', i + 1)) {
        const std::size_t end = text.find('}', i);
        places.insert(text.substr(i, end == std::string::npos ? end : end - i + 1));
    }
    return places;
}

class Catalogues : public testing::TestWithParam<Language> {
protected:
    const po::File english_ = po::read("en");
    const po::File file_ = po::read(std::string(GetParam().tag));
};

TEST_P(Catalogues, SayWhoseTheyAreAndWhoReviewedThem) {
    EXPECT_EQ(file_.header.at("Language"), GetParam().tag);
    EXPECT_EQ(file_.header.contains("X-Reviewed-By"), GetParam().tag != "en");
    EXPECT_EQ(languages::header_field(languages::built_in_catalogue(GetParam().tag), "Language"),
              GetParam().tag);
}

TEST_P(Catalogues, LackNoTextAndHaveNoneThatNobodySays) {
    for (const auto& [id, texts] : english_.texts) EXPECT_TRUE(file_.texts.contains(id)) << "lacks " << id;
    for (const auto& [id, texts] : file_.texts) {
        EXPECT_TRUE(english_.texts.contains(id)) << "nobody says " << id;
        for (const std::string& text : texts) {
            EXPECT_FALSE(text.empty()) << id;
            EXPECT_EQ(text.find_first_not_of(' '), 0U) << id;
            EXPECT_EQ(text.find("  "), std::string::npos) << id;
        }
    }
}

TEST_P(Catalogues, HaveEveryPluralForm) {
    const std::string forms = file_.header.at("Plural-Forms").substr(std::string("nplurals=").size(), 1);
    for (const auto& [id, texts] : english_.texts) {
        if (texts.size() > 1) {
            EXPECT_EQ(std::to_string(file_.texts.at(id).size()), forms) << id;
        }
    }
}

TEST_P(Catalogues, KeepThePlacesOfValues) {
    for (const auto& [id, texts] : file_.texts) {
        if (id.starts_with("date.")) continue;  // in numbers or in words, as the language has it
        for (const std::string& text : texts) {
            EXPECT_EQ(places_of(text), places_of(english_.texts.at(id).back())) << id << ": " << text;
        }
    }
}

TEST_P(Catalogues, DoNotSayItInEnglish) {
    if (GetParam().tag == "en") return;
    for (const auto& [id, texts] : file_.texts) {
        for (const std::string& text : texts) {
            if (may_be_english(id, text)) continue;
            EXPECT_NE(text, english_.texts.at(id).back()) << id;
        }
    }
}

TEST_P(Catalogues, AreWrittenInTheScriptOfTheirLanguage) {
    for (const auto& [id, texts] : file_.texts) {
        if (id.starts_with("date.")) continue;
        for (const std::string& text : texts) {
            const char32_t stranger = script::first_stranger(GetParam(), script::letters_of(text));
            EXPECT_EQ(stranger, 0U) << id << ": U+" << std::hex << static_cast<unsigned>(stranger) << " in "
                                    << text;
        }
    }
    const auto name = script::letters_of(GetParam().own_name);
    EXPECT_EQ(script::first_stranger(GetParam(), name), 0U) << GetParam().own_name;
}

TEST_P(Catalogues, SayDaysOfTheGregorianCalendarInLatinDigits) {
    const auto words = kiosk::screens::Words::built_in(GetParam().tag);
    ASSERT_TRUE(words) << words.error().message;
    std::set<std::string> different;
    for (unsigned month = 1; month <= 12; ++month) {
        const std::string day = words->day_of_month(27, month);
        EXPECT_NE(day.find("27"), std::string::npos) << day;
        EXPECT_EQ(day.find('%'), std::string::npos) << day;
        different.insert(day);
    }
    EXPECT_EQ(different.size(), 12U);
}

TEST_P(Catalogues, CallMonthsOnTheirKeysAsInDates) {
    // Somali has several sets of names for the months, and ICU another one than this catalogue.
    if (GetParam().tag == "so" || GetParam().tag == "zh-Hans") return;
    const auto words = kiosk::screens::Words::built_in(GetParam().tag);
    ASSERT_TRUE(words) << words.error().message;
    for (unsigned month = 1; month <= 12; ++month) {
        const std::string id = "month." + std::to_string(month);
        // Polish has another ending in a date.
        const auto begins = script::letters_of(words->text(id)).substr(0, 2);
        const auto day = script::letters_of(words->day_of_month(27, month));
        EXPECT_NE(day.find(begins), std::u32string::npos)
            << words->text(id) << " and " << words->day_of_month(27, month);
    }
}

INSTANTIATE_TEST_SUITE_P(All, Catalogues, testing::ValuesIn(languages::kAll), [](const auto& tested) {
    std::string name(tested.param.tag);
    std::erase(name, '-');
    return name;
});

TEST(Languages, EachHasACatalogueAndEachCatalogueALanguage) {
    EXPECT_EQ(languages::all_tags().size(), languages::kAll.size());
    for (const auto& entry : std::filesystem::directory_iterator("assets/locale")) {
        if (entry.path().extension() != ".po") continue;
        EXPECT_NE(languages::find(entry.path().stem().string()), nullptr) << entry.path();
    }
}

TEST(Languages, TheClosestOneOfferedIsFound) {
    const std::vector<std::string> offered{"en", "zh-Hans", "pt"};
    EXPECT_EQ(languages::closest("en", offered), "en");
    EXPECT_EQ(languages::closest("zh", offered), "zh-Hans");
    EXPECT_EQ(languages::closest("pt-BR", offered), "pt");
    EXPECT_EQ(languages::closest("ur", offered), "");
    EXPECT_EQ(languages::closest("", offered), "");
}

TEST(Languages, HostileCataloguesHaveNoHeader) {
    EXPECT_EQ(languages::header_field("", "Language"), "");
    EXPECT_EQ(languages::header_field(std::string(27, 'x'), "Language"), "");
    std::string cut(languages::built_in_catalogue("cy"));
    for (std::size_t size = 0; size < cut.size(); size += 7) {
        languages::header_field(std::string_view(cut).substr(0, size), "Language");
    }
    for (std::size_t at = 4; at < 48; ++at) {
        std::string wild(cut);
        wild[at] = static_cast<char>(0xFF);
        languages::header_field(wild, "Language");
    }
    EXPECT_EQ(languages::header_field(cut, "Language"), "cy");
    EXPECT_EQ(languages::header_field(cut, "Lang"), "");
}

}  // namespace
