// How the kiosk speaks: short, plain, kind, and every text there.

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <sstream>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/kiosk/samples.h"

namespace {

using kiosk::screens::Block;
using kiosk::screens::Node;
using kiosk::screens::Words;
using support::Sample;

constexpr std::size_t kWordsInSentenceMax = 15;
constexpr double kGradeMax = 5;

struct Entry {
    std::string id;
    std::vector<std::string> texts;  ///< one, or one for each plural form
};

/// What stands between the first quotation mark of a line and the last.
std::string words_between_quotes(const std::string& line) {
    const std::size_t from = line.find('"') + 1;
    return line.substr(from, line.rfind('"') - from);
}

std::vector<Entry> catalogue() {
    std::ifstream file("assets/locale/en.po");
    std::vector<Entry> all;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("msgid \"")) {
            all.push_back({words_between_quotes(line), {}});
        } else if (line.starts_with("msgstr") && !all.back().id.empty()) {
            all.back().texts.push_back(words_between_quotes(line));
        }
    }
    std::erase_if(all, [](const Entry& entry) { return entry.id.empty(); });
    return all;
}

std::vector<std::string> words_in(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        if (std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isalnum(c); })) {
            words.push_back(word);
        }
    }
    return words;
}

std::vector<std::string> sentences_in(const std::string& text) {
    std::vector<std::string> sentences(1);
    for (const std::string& word : words_in(text)) {
        sentences.back() += word + ' ';
        if (std::string_view(".?!:").find(word.back()) != std::string_view::npos) sentences.emplace_back();
    }
    if (sentences.back().empty()) sentences.pop_back();
    return sentences;
}

/// Groups of vowels, less a silent e; the usual estimate.
int syllables_in(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
    std::erase_if(word, [](unsigned char c) { return !std::isalpha(c); });
    const auto vowel = [](char c) {
        return std::string("aeiouy").find(c) != std::string::npos;
    };
    int count = 0;
    for (std::size_t i = 0; i < word.size(); ++i) count += vowel(word[i]) && (i == 0 || !vowel(word[i - 1]));
    if (word.size() > 2 && word.ends_with('e') && !word.ends_with("le")) --count;
    if (word.size() > 3 && word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded")) --count;
    return std::max(count, 1);
}

/// Flesch-Kincaid grade level: US school years; grade 5 is the age of ten to eleven.
double grade_of(const std::vector<std::string>& sentences) {
    double words = 0;
    double syllables = 0;
    for (const std::string& sentence : sentences) {
        for (const std::string& word : words_in(sentence)) {
            words += 1;
            syllables += syllables_in(word);
        }
    }
    return 0.39 * words / static_cast<double>(sentences.size()) + 11.8 * syllables / words - 15.59;
}

TEST(Catalogue, HasAllItsTexts) {
    const Words words = support::english();
    const auto entries = catalogue();
    ASSERT_GT(entries.size(), 80u);
    for (const Entry& entry : entries) {
        EXPECT_TRUE(words.has(entry.id)) << entry.id;
        for (const std::string& text : entry.texts) EXPECT_FALSE(text.empty()) << entry.id;
    }
}

TEST(Catalogue, KeepsEverySentenceShort) {
    for (const Entry& entry : catalogue()) {
        for (const std::string& text : entry.texts) {
            for (const std::string& sentence : sentences_in(text)) {
                EXPECT_LE(words_in(sentence).size(), kWordsInSentenceMax) << entry.id << ": " << sentence;
            }
        }
    }
}

TEST(Catalogue, NeverExposesBlamesOrFrightens) {
    const std::array banned{
        "fail",        "denied",       "deny",     "reject",    "offend",  "offence",      "crime",
        "criminal",    "court",        "order ",   "probation", "police",  "prison",       "must",
        "wrong",       "error",        "invalid",  "illegal",   "warning", "alert",        "your fault",
        "sorry",       "mandat",       "comply",   "complian",  "breach",  "penalt",       "sanction",
        "you did not", "you have not", "too late", "incorrect", "mistake", "unfortunately"};
    for (const Entry& entry : catalogue()) {
        for (std::string text : entry.texts) {
            std::transform(text.begin(), text.end(), text.begin(),
                           [](unsigned char c) { return std::tolower(c); });
            for (const char* word : banned) {
                EXPECT_EQ(text.find(word), std::string::npos) << entry.id << " says \"" << word << '"';
            }
        }
    }
}

TEST(Catalogue, HasNoAcronymsAndDoesNotShout) {
    const auto is_capital = [](unsigned char c) {
        return std::isupper(c) != 0;
    };
    for (const Entry& entry : catalogue()) {
        for (const std::string& text : entry.texts) {
            for (std::string word : words_in(text)) {
                std::erase_if(word, [](unsigned char c) { return !std::isalpha(c); });
                const bool acronym = std::count_if(word.begin(), word.end(), is_capital) > 1 && word != "OK";
                EXPECT_FALSE(acronym) << entry.id << ": " << text;
            }
            EXPECT_EQ(text.find('!'), std::string::npos) << entry.id;
        }
    }
}

/// The parts of a text between its places {1}, {2}.
std::vector<std::string> fixed_parts_of(const std::string& text) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{') {
            parts.back() += text[i];
            continue;
        }
        parts.emplace_back();
        i += 2;
    }
    return parts;
}

TEST(Catalogue, HasNothingThatNoScreenSays) {
    std::string said;
    for (const bool easy_read : {false, true}) {
        for (const Sample& sample : support::samples(support::english(), {.easy_read = easy_read})) {
            for (const Node* node : kiosk::screens::nodes_of(sample.screen)) said += node->label + '\n';
        }
    }
    for (const Entry& entry : catalogue()) {
        if (entry.id.starts_with("date.")) continue;    // a pattern
        if (entry.id.starts_with("card.")) continue;    // on the wall: wall_card_test.cpp
        if (entry.id.starts_with("speech.")) continue;  // heard, not seen: tests/unit/kiosk_voice
        const std::string& text = entry.texts.back();
        for (const std::string& part : fixed_parts_of(text)) {
            EXPECT_NE(said.find(part), std::string::npos) << entry.id << ": " << text;
        }
    }
}

/// Without the names of days, which have no simpler word.
std::string without_days(std::string text) {
    for (const std::string day : {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                                  "Sunday", "November", "Woodwork and repairs for men on Thursday"}) {
        for (std::size_t at = text.find(day); at != std::string::npos; at = text.find(day)) {
            text.replace(at, day.size(), "day");
        }
    }
    return text;
}

TEST(Screens, CanBeReadByAChildOfTen) {
    for (const Sample& sample : support::samples(support::english())) {
        std::vector<std::string> sentences;
        for (const Block& block : sample.screen.body) {
            if (block.columns > 2) continue;
            for (const Node& node : block.nodes) {
                if (node.id.starts_with("session.")) continue;  // a title of the hub's staff
                for (auto& sentence : sentences_in(without_days(node.label))) sentences.push_back(sentence);
            }
        }
        EXPECT_LE(grade_of(sentences), kGradeMax) << sample.name;
    }
}

TEST(Words, CountByThePluralRule) {
    const Words words = support::english();
    EXPECT_EQ(words.count("still.seconds", 1), "This screen clears in 1 second.");
    EXPECT_EQ(words.count("still.seconds", 20), "This screen clears in 20 seconds.");
}

TEST(Words, AnIdThatIsMissingIsShownAsItselfAndStopsNothing) {
    const Words words = support::english();
    EXPECT_FALSE(words.has("no.such_text"));
    EXPECT_EQ(words.text("no.such_text"), "no.such_text");
    EXPECT_EQ(words.count("no.such_text", 3), "no.such_text");
}

TEST(Words, ValuesAreNotFilledInAgain) {
    EXPECT_EQ(support::english().text("right.time", {"{2}", "15:00"}), "Your appointment: {2} to 15:00");
}

TEST(Words, AreRefusedWhenTheCatalogueIsNone) {
    EXPECT_EQ(Words::built_in("xx").error().kind, base::ErrorKind::NotFound);
    EXPECT_EQ(Words::load("en", "").error().kind, base::ErrorKind::Corrupt);
    EXPECT_EQ(Words::load("en", std::string(200, 'x')).error().kind, base::ErrorKind::Corrupt);
}

}  // namespace
