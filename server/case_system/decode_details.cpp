#include "server/case_system/decode_details.h"

#include <algorithm>

#include "server/case_system/complexity_levels.h"

namespace server::case_system {
namespace {

using figures::Complexity;

/// The highest of its levels, one of each service category (docs/figures.md, "Complexity"). A level that is
/// not known makes it not known: it might be the highest.
Complexity highest(const Json& levels) {
    Complexity complexity = Complexity::NotKnown;
    std::string fault;
    for (const Json& entry : levels) {
        const Complexity one =
            complexity_of(Fields::entry_of("`complexityLevels`", entry, fault).text("complexityLevelId"));
        if (one == Complexity::NotKnown) return Complexity::NotKnown;
        complexity = std::max(complexity, one);
    }
    return complexity;
}

std::optional<unsigned> outcomes_of(const Json& wanted) {
    unsigned count = 0;
    std::string fault;
    for (const Json& entry : wanted) {
        const Fields fields = Fields::entry_of("`desiredOutcomes`", entry, fault);
        if (const Json* ids = fields.list("desiredOutcomesIds")) count += static_cast<unsigned>(ids->size());
    }
    return fault.empty() ? std::optional(count) : std::nullopt;
}

void read_end_report(const Fields& report, figures::CaseDetails& details) {
    details.end_report_begun = report.present();
    const Json* outcomes = report.list("outcomes");
    if (outcomes == nullptr) return;
    std::string fault;
    for (const Json& entry : *outcomes) {
        const std::string level = Fields::entry_of("`outcomes`", entry, fault).text("achievementLevel");
        if (level == "ACHIEVED") ++details.outcomes_achieved;
        if (level == "PARTIALLY_ACHIEVED") ++details.outcomes_partly_achieved;
    }
}

}  // namespace

void read_details(const Json& json, app::CaseReferral& read) {
    std::string passed_over;
    const Fields fields(json, passed_over);
    const Fields inner = fields.object("referral");
    figures::CaseDetails& details = read.details;
    details.organisation = inner.object("serviceProvider").text("id");
    details.caseworker = fields.object("assignedTo").text("username");
    details.complete_by = inner.date("completionDeadline");
    if (const Json* wanted = inner.list("desiredOutcomes")) details.outcomes_wanted = outcomes_of(*wanted);
    details.end_requested_at = fields.instant("endRequestedAt");
    details.end_requested_reason = fields.text("endRequestedReason");
    read_end_report(fields.object("endOfServiceReport"), details);
    if (const Json* levels = inner.list("complexityLevels")) read.complexity = highest(*levels);
}

}  // namespace server::case_system
