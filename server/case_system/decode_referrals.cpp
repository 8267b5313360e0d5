#include "server/case_system/decode_referrals.h"

#include <algorithm>

#include "server/case_system/answers.h"
#include "server/case_system/decode_details.h"
#include "server/case_system/json_fields.h"
#include "shared/base/entropy.h"

namespace server::case_system {
namespace {

/// Trimmed and upper case; R&M does not check the form itself.
std::string tidy_crn(std::string crn) {
    const auto blank = [](unsigned char c) {
        return c <= ' ';
    };
    crn.erase(crn.begin(), std::find_if_not(crn.begin(), crn.end(), blank));
    crn.erase(std::find_if_not(crn.rbegin(), crn.rend(), blank).base(), crn.end());
    for (char& c : crn)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return crn;
}

/// The approved plans; the plan at hand where R&M does not name the approved ones.
std::vector<std::string> action_plans(const Fields& fields, std::string& fault) {
    std::vector<std::string> plans;
    const Json* approved = fields.list("approvedActionPlanIds");
    if (approved == nullptr) {
        if (fields.find("actionPlanId") != nullptr) plans.push_back(fields.uuid("actionPlanId"));
        return plans;
    }
    for (const Json& plan : *approved) {
        if (plan.is_string() && base::is_uuid(plan.get_ref<const std::string&>()))
            plans.push_back(plan.get<std::string>());
        else
            fault = "`approvedActionPlanIds` is not what it should be";
    }
    return plans;
}

/// The sum over its outcomes; none where it has none, or one that is not understood.
std::optional<double> score_of(const Fields& report, std::string& fault) {
    constexpr double kPartially = 0.5;
    const Json* outcomes = report.list("outcomes");
    if (outcomes == nullptr || outcomes->empty()) return std::nullopt;
    double score = 0;
    for (const Json& entry : *outcomes) {
        const std::string level = Fields::entry_of("`outcomes`", entry, fault).text("achievementLevel");
        if (level == "ACHIEVED")
            score += 1;
        else if (level == "PARTIALLY_ACHIEVED")
            score += kPartially;
        else if (level != "NOT_ACHIEVED")
            return std::nullopt;
    }
    return score;
}

/// What only figures need. Nothing of it keeps a person off the daily list: what has another form than
/// expected is not known.
void read_for_figures(const Json& json, app::CaseReferral& read) {
    std::string passed_over;
    const Fields lenient(json, passed_over);
    read.received_at = lenient.instant("sentAt");
    read.concluded_at = lenient.instant("concludedAt");
    read.end_requested = lenient.find("endRequestedAt") != nullptr;
    read.end_code = lenient.text("withdrawalCode");
    const Fields report = lenient.object("endOfServiceReport");
    if (const auto at = report.instant("submittedAt"))
        read.end_report = figures::EndOfServiceReport{*at, score_of(report, passed_over)};
    read.names_approved_plans = lenient.list("approvedActionPlanIds") != nullptr;
    const std::string at_hand = lenient.text("actionPlanId");
    read.has_another_plan = !at_hand.empty() && std::find(read.action_plans.begin(), read.action_plans.end(),
                                                          at_hand) == read.action_plans.end();
}

bool is_last(const Fields& page, const Json& rows) {
    if (const auto last = page.flag("last")) return *last;
    const auto number = page.number("number");
    const auto pages = page.number("totalPages");
    if (number && pages) return *number + 1 >= *pages;
    return rows.empty();
}

}  // namespace

app::CaseResult<app::ReferralPage> decode_page(std::string_view body) {
    const Json json = parse(body);
    if (!json.is_object()) return tl::unexpected(not_understood("a page of referrals"));
    std::string fault;
    const Fields fields(json, fault);
    const Json* rows = fields.list("content");
    if (rows == nullptr) return tl::unexpected(not_understood("a page of referrals without `content`"));

    app::ReferralPage page;
    for (const Json& entry : *rows) {
        std::string row_fault;
        const Fields row(entry, row_fault);
        app::ReferralRow read{domain::ReferralId(row.uuid("id")), row.instant("concludedAt")};
        if (read.id.empty())
            ++page.unreadable;
        else
            page.referrals.push_back(std::move(read));
    }
    page.last = is_last(fields, *rows);
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    return page;
}

app::CaseResult<app::CaseReferral> decode_referral(std::string_view body) {
    const Json json = parse(body);
    if (!json.is_object()) return tl::unexpected(not_understood("a referral"));
    std::string fault;
    const Fields fields(json, fault);
    const Fields inner = fields.object("referral");
    const Fields person = inner.object("serviceUser");

    app::CaseReferral read;
    read.id = domain::ReferralId(fields.uuid("id"));
    read.reference = fields.text("referenceNumber");
    read.contract = domain::ContractRef(inner.text("dynamicFrameworkContractReference"));
    read.crn = tidy_crn(person.text("crn"));
    if (read.crn.empty()) read.crn = tidy_crn(fields.text("serviceUserCRN"));
    read.first_name = person.text("firstName");
    read.last_name = person.text("lastName");
    read.born = person.date("dateOfBirth");
    read.preferred_language = person.text("preferredLanguage");
    read.needs_interpreter = inner.flag("needsInterpreter").value_or(false);
    read.interpreter_language = inner.text("interpreterLanguage");
    read.access_needs = inner.text("accessibilityNeeds");
    read.in_custody = inner.text("personCurrentLocationType") == "CUSTODY";
    const auto concluded_at = fields.instant("concludedAt");
    read.concluded = concluded_at.has_value();
    read.ended_at = fields.instant("endRequestedAt");
    if (concluded_at && (!read.ended_at || *concluded_at < *read.ended_at)) read.ended_at = concluded_at;
    read.action_plans = action_plans(fields, fault);
    read_for_figures(json, read);
    read_details(json, read);
    if (read.crn.empty() && fault.empty()) fault = "`crn` is missing";
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    return read;
}

app::CaseResult<std::vector<app::CasePlan>> decode_approved_plans(std::string_view body) {
    const Json json = parse(body);
    if (!json.is_array() || json.size() > kListMax)
        return tl::unexpected(not_understood("a list of approved action plans"));
    std::string fault;
    std::vector<app::CasePlan> plans;
    for (const Json& entry : json) {
        const Fields fields = Fields::entry_of("the action plans", entry, fault);
        plans.push_back({fields.uuid("id"), fields.instant("submittedAt"), fields.instant("approvedAt")});
    }
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    return plans;
}

}  // namespace server::case_system
