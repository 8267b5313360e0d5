// docs/accessibility.md names tests that exist, and has every row.

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

constexpr int kRows = 62;

std::string read(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// `Suite.Name` of every test there is.
std::set<std::string> all_tests() {
    static const std::regex pattern(R"(TEST(_F|_P)?\((\w+),\s*(\w+)\))");
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator("tests")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = read(entry.path());
        for (std::sregex_iterator one(text.begin(), text.end(), pattern), end; one != end; ++one) {
            names.insert((*one)[2].str() + '.' + (*one)[3].str());
        }
    }
    return names;
}

/// The names in backquotes that look like a test's; files have a lower-case name or an ending.
std::set<std::string> named_tests(const std::string& text) {
    static const std::regex pattern(R"(`([A-Z]\w*\.[A-Z]\w*)`)");
    std::set<std::string> names;
    for (std::sregex_iterator one(text.begin(), text.end(), pattern), end; one != end; ++one) {
        names.insert((*one)[1]);
    }
    return names;
}

TEST(Accessibility, EveryTestThatThePageNamesExists) {
    const std::set<std::string> there = all_tests();
    const std::set<std::string> named = named_tests(read("docs/accessibility.md"));
    ASSERT_GT(named.size(), 40U);
    for (const std::string& name : named) EXPECT_TRUE(there.contains(name)) << "there is no test " << name;
}

TEST(Accessibility, EveryRowIsAnsweredOnce) {
    std::istringstream page(read("docs/accessibility.md"));
    static const std::regex pattern(R"(\| C(\d\d) \| .+ \| .* \| (A|M|H)\b.* \|)");
    int row = 0;
    for (std::string line; std::getline(page, line);) {
        if (line.rfind("| C", 0) != 0 || line.rfind("| Calm", 0) == 0) continue;
        std::smatch match;
        ASSERT_TRUE(std::regex_match(line, match, pattern)) << line;
        EXPECT_EQ(std::stoi(match[1]), ++row) << line;
        const bool says_how = line.find("not yet") != std::string::npos || match[2] != "A" ||
                              line.find('`') != std::string::npos ||
                              line.find("the same") != std::string::npos;
        EXPECT_TRUE(says_how) << line;
    }
    EXPECT_EQ(row, kRows);
}

}  // namespace
