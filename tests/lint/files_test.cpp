// House rules that a machine can check: short files, guarded headers, includes by full path, names that say
// something.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

constexpr int kLinesMax = 500;

template <class Check>
void for_each_source(const Check& check) {
    for (const char* top : {"shared", "server", "kiosk", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(top)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            std::ifstream file(entry.path());
            std::stringstream text;
            text << file.rdbuf();
            check(entry.path(), text.str());
        }
    }
}

TEST(Files, AreShort) {
    for_each_source([](const fs::path& path, const std::string& text) {
        EXPECT_LE(std::count(text.begin(), text.end(), '\n'), kLinesMax) << path << " should be split";
    });
}

TEST(Files, HeadersAreGuarded) {
    for_each_source([](const fs::path& path, const std::string& text) {
        const bool guarded = path.extension() != ".h" || text.find("#pragma once") != std::string::npos;
        EXPECT_TRUE(guarded) << path;
    });
}

TEST(Files, IncludeOurHeadersByTheirFullPath) {
    static const std::regex quoted("#include \"([^\"]+)\"");
    for_each_source([](const fs::path& path, const std::string& text) {
        for (std::sregex_iterator it(text.begin(), text.end(), quoted), end; it != end; ++it) {
            const std::string name = (*it)[1];
            EXPECT_TRUE(fs::exists(name) || name.rfind("generated/", 0) == 0)
                << path << " includes \"" << name << '"';
        }
    });
}

TEST(Files, HaveNoNamesThatSayNothing) {
    static const std::regex vague("(manager|helper|util|utils|misc|common)\\.(h|cpp)$");
    for_each_source([](const fs::path& path, const std::string&) {
        EXPECT_FALSE(std::regex_search(path.string(), vague)) << path << ": say what it does";
    });
}

}  // namespace
