#include "server/extract/rows.h"

#include "server/report/csv.h"
#include "shared/protocol/json_tree.h"

namespace server::extract {
namespace {

using app::ExtractNames;
using protocol::Json;

/// As a number without needless digits: outcomes are halves.
std::string number_text(double number) {
    return Json(number).dump();
}

std::string text_of(const Value& value) {
    struct Words {
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return number_text(number); }
        std::string operator()(bool truth) const { return truth ? "yes" : "no"; }
    };
    return std::visit(Words{}, value);
}

Json json_of(const Value& value) {
    struct Tree {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(std::int64_t number) const { return number; }
        Json operator()(double number) const { return number; }
        Json operator()(bool truth) const { return truth; }
    };
    return std::visit(Tree{}, value);
}

bool is_told(const Column& column, ExtractNames names) {
    return !column.names || names == ExtractNames::With;
}

/// One line: a row of headings is written as any other.
std::string csv_line(std::vector<std::string> fields) {
    return report::to_csv(report::Cells{"", std::move(fields), {}});
}

}  // namespace

std::string heading(Form form, ExtractNames names) {
    if (form == Form::JsonLines) return "";
    std::vector<std::string> fields;
    for (const Column& column : columns()) {
        if (is_told(column, names)) fields.emplace_back(column.name);
    }
    return csv_line(std::move(fields));
}

std::string row(Form form, ExtractNames names, const app::ExtractCase& one) {
    std::vector<std::string> fields;
    Json json = Json::object();
    for (const Column& column : columns()) {
        if (!is_told(column, names)) continue;
        const Value value = column.value(one);
        if (form == Form::Csv)
            fields.push_back(text_of(value));
        else
            json[std::string(column.name)] = json_of(value);
    }
    if (form == Form::Csv) return csv_line(std::move(fields));
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string dictionary() {
    std::string text =
        csv_line({"column", "type", "Refer and Monitor", "nDelius", "meaning", "only with names"});
    for (const Column& column : columns()) {
        text += csv_line({std::string(column.name), std::string(column.type),
                          std::string(column.refer_and_monitor), std::string(column.ndelius),
                          std::string(column.meaning), column.names ? "yes" : "no"});
    }
    return text;
}

}  // namespace server::extract
