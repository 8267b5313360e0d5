#include "server/case_system/batch_file.h"

#include <array>

#include "shared/base/instant.h"

namespace server::case_system {
namespace {

constexpr const char* kHeading =
    "batch,row,referral,reference,appointment,kind,start,attendance,arrived_at,session_happened,"
    "why_not_held,note,decided_by\r\n";

std::string cell(std::string text) {
    constexpr std::string_view kFormulaSigns = "=+-@\t\r";
    if (!text.empty() && kFormulaSigns.find(text.front()) != std::string_view::npos) text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

const char* word_of(domain::AppointmentType type) {
    switch (type) {
        case domain::AppointmentType::SupplierAssessment:
            return "supplier_assessment";
        case domain::AppointmentType::Delivery:
            return "delivery";
    }
    return "";
}

std::string line_of(const app::DropRow& row) {
    const bool happened = !row.not_held && row.attendance != domain::Attendance::No;
    const std::array cells{row.batch,
                           std::to_string(row.number),
                           row.referral.text(),
                           row.reference,
                           row.appointment.text(),
                           std::string(word_of(row.type)),
                           base::to_text(row.start),
                           std::string(domain::to_word(row.attendance)),
                           row.arrived_at ? base::to_text(*row.arrived_at) : std::string(),
                           std::string(happened ? "yes" : "no"),
                           row.not_held ? std::string(domain::to_word(*row.not_held)) : std::string(),
                           row.note,
                           row.decided_by};
    std::string line;
    for (const std::string& text : cells) line += (line.empty() ? "" : ",") + cell(text);
    return line + "\r\n";
}

}  // namespace

std::string encode_batch(const std::vector<app::DropRow>& rows) {
    std::string text = kHeading;
    for (const app::DropRow& row : rows) text += line_of(row);
    return text;
}

}  // namespace server::case_system
