// The arrows of docs/architecture.md hold in the code: a layer includes only the layers its line names, and a
// library's headers stand only in the layers its line names.

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

using Table = std::map<std::string, std::set<std::string>>;

/// The block of docs/architecture.md that begins with ```NAME: a line is `left: word word ...`.
Table read_block(const std::string& name) {
    std::ifstream page("docs/architecture.md");
    Table table;
    bool inside = false;
    for (std::string line; std::getline(page, line);) {
        if (line == "```" + name)
            inside = true;
        else if (line == "```")
            inside = false;
        else if (inside) {
            std::istringstream words(line.substr(line.find(':') + 1));
            auto& right = table[line.substr(0, line.find(':'))];
            for (std::string word; words >> word;) right.insert(word);
        }
    }
    return table;
}

struct Include {
    fs::path file;
    std::string layer;  ///< folder of the including file
    std::string name;   ///< as written
    bool ours = false;  ///< in quotes
};

std::vector<Include> all_includes() {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::vector<Include> includes;
    for (const char* top : {"shared", "server", "kiosk"}) {
        for (const auto& entry : fs::recursive_directory_iterator(top)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            std::ifstream file(entry.path());
            for (std::string line; std::getline(file, line);) {
                std::smatch match;
                if (!std::regex_search(line, match, pattern)) continue;
                includes.push_back(
                    {entry.path(), entry.path().parent_path().string(), match[2], match[1] == "\""});
            }
        }
    }
    return includes;
}

TEST(Layers, EveryIncludeFollowsTheArrows) {
    const Table layers = read_block("layers");
    ASSERT_GT(layers.size(), 10u) << "docs/architecture.md has lost its list of layers";
    for (const Include& include : all_includes()) {
        if (!include.ours) continue;
        ASSERT_TRUE(layers.contains(include.layer))
            << include.layer << " is not a layer of docs/architecture.md";
        const std::string target = fs::path(include.name).parent_path().string();
        const auto& allowed = layers.at(include.layer);
        EXPECT_TRUE(target == include.layer || allowed.contains(target) || allowed.contains("*"))
            << include.file << " includes " << include.name << ": " << include.layer << " may not know "
            << target;
    }
}

TEST(Layers, EveryLibraryStaysInItsLayers) {
    const Table libraries = read_block("libraries");
    ASSERT_GT(libraries.size(), 8u) << "docs/architecture.md has lost its list of libraries";
    for (const Include& include : all_includes()) {
        if (include.ours) continue;
        for (const auto& [prefix, layers] : libraries) {
            if (include.name.rfind(prefix, 0) != 0) continue;
            EXPECT_TRUE(layers.contains(include.layer) || layers.contains("*"))
                << include.file << " includes <" << include.name << ">, which belongs to other layers";
        }
    }
}

TEST(Layers, TheCoreDoesNoInputOutputThreadsTimeOrChance) {
    const std::set<std::string> core{"shared/domain", "server/app", "server/figures", "kiosk/app",
                                     "kiosk/screens"};
    const std::set<std::string> forbidden{"thread", "mutex",      "condition_variable", "fstream", "iostream",
                                          "random", "filesystem", "sys/socket.h",       "cstdio",  "ctime"};
    for (const Include& include : all_includes()) {
        if (!core.contains(include.layer) || include.ours) continue;
        EXPECT_FALSE(forbidden.contains(include.name))
            << include.file << " includes <" << include.name << ">";
    }
}

TEST(Layers, TheCoreDoesNotReadTheClock) {
    for (const char* folder :
         {"shared/domain", "server/app", "server/figures", "kiosk/app", "kiosk/screens"}) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            std::ifstream file(entry.path());
            std::stringstream text;
            text << file.rdbuf();
            for (const char* call :
                 {"system_clock::now", "steady_clock::now", "clock_gettime", "std::rand", "random_device"}) {
                EXPECT_EQ(text.str().find(call), std::string::npos) << entry.path() << " calls " << call;
            }
        }
    }
}

}  // namespace
