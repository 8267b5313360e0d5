#include "tests/unit/languages/po_file.h"

#include <fstream>

namespace po {
namespace {

/// What stands between the first quotation mark of a line and the last.
std::string between_quotes(const std::string& line) {
    const std::size_t from = line.find('"') + 1;
    return line.substr(from, line.rfind('"') - from);
}

/// A line of the header, such as `Language: cy\n`.
void take_field(File& file, const std::string& text) {
    const std::size_t colon = text.find(": ");
    if (colon == std::string::npos) return;
    const std::size_t end = text.rfind("\\n");
    file.header[text.substr(0, colon)] = text.substr(colon + 2, end - colon - 2);
}

}  // namespace

File read(const std::string& tag) {
    std::ifstream stream("assets/locale/" + tag + ".po");
    File file;
    std::string id;
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("msgid \"")) {
            id = between_quotes(line);
        } else if (line.starts_with("msgstr") && !id.empty()) {
            file.texts[id].push_back(between_quotes(line));
        } else if (line.starts_with('"') && id.empty()) {
            take_field(file, between_quotes(line));
        }
    }
    return file;
}

}  // namespace po
