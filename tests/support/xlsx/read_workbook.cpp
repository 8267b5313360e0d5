#include "tests/support/xlsx/read_workbook.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

namespace support {
namespace {

/// A member of the archive.
std::string member(const std::filesystem::path& file, const std::string& name) {
    const std::string command = "unzip -p '" + file.string() + "' '" + name + "'";
    FILE* pipe = ::popen(command.c_str(), "r");
    std::string text;
    std::array<char, 4096> part{};
    for (std::size_t got = 0; (got = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
        text.append(part.data(), got);
    EXPECT_EQ(::pclose(pipe), 0) << name << " is not in the workbook";
    return text;
}

/// What stands between `from` and `to`, piece by piece.
std::vector<std::string> pieces(const std::string& text, const std::string& from, const std::string& to) {
    std::vector<std::string> all;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        at += from.size();
        const std::size_t end = text.find(to, at);
        if (end == std::string::npos) break;
        all.push_back(text.substr(at, end - at));
    }
    return all;
}

std::string first_piece(const std::string& text, const std::string& from, const std::string& to) {
    const auto all = pieces(text, from, to);
    return all.empty() ? "" : all.front();
}

std::string unescaped(std::string text) {
    constexpr std::array<std::pair<std::string_view, char>, 4> kNames{
        std::pair("&lt;", '<'), std::pair("&gt;", '>'), std::pair("&quot;", '"'), std::pair("&amp;", '&')};
    for (const auto& [name, c] : kNames)
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
            text.replace(at, name.size(), 1, c);
    return text;
}

/// An element up to the end of its opening tag, and what it holds.
ReadSheet sheet_of(std::string xml, const std::vector<std::string>& texts) {
    ReadSheet sheet;
    for (const std::string& row : pieces(xml, "<row ", "</row>")) {
        sheet.rows.emplace_back();
        sheet.are_numbers.emplace_back();
        for (const std::string& cell : pieces(row, "<c ", "</c>")) {
            const bool is_text = first_piece(cell, "t=\"", "\"") == "s";
            const std::string value = first_piece(cell, "<v>", "</v>");
            EXPECT_EQ(cell.find("<f>"), std::string::npos) << "a formula: " << cell;
            sheet.rows.back().push_back(is_text ? texts.at(std::stoul(value)) : value);
            sheet.are_numbers.back().push_back(!is_text);
        }
    }
    sheet.xml = std::move(xml);
    return sheet;
}

}  // namespace

std::map<std::string, ReadSheet> read_workbook(std::string_view bytes) {
    std::string name = (std::filesystem::temp_directory_path() / "workbook-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    ::close(descriptor);
    std::ofstream(name, std::ios::binary) << bytes;
    std::vector<std::string> texts;
    for (const std::string& one : pieces(member(name, "xl/sharedStrings.xml"), "<si>", "</si>"))
        texts.push_back(unescaped(one.substr(one.find('>') + 1, one.rfind('<') - one.find('>') - 1)));
    std::map<std::string, ReadSheet> sheets;
    unsigned number = 0;
    for (const std::string& one : pieces(member(name, "xl/workbook.xml"), "<sheet name=\"", "\""))
        sheets[unescaped(one)] =
            sheet_of(member(name, "xl/worksheets/sheet" + std::to_string(++number) + ".xml"), texts);
    std::filesystem::remove(name);
    return sheets;
}

}  // namespace support
