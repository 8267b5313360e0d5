#include "server/extract/columns.h"

#include <array>

#include "server/extract/steps_of_case.h"
#include "server/figures/ending.h"

namespace server::extract {
namespace {

using app::ExtractCase;
using domain::AppointmentType;

Value text_or_nothing(const std::string& text) {
    return text.empty() ? Value() : Value(text);
}

Value at(const std::optional<base::Instant>& instant) {
    return instant ? Value(base::to_text(*instant)) : Value();
}

Value complexity_of(figures::Complexity complexity) {
    switch (complexity) {
        case figures::Complexity::NotKnown:
            return {};
        case figures::Complexity::Low:
            return std::string("low");
        case figures::Complexity::Medium:
            return std::string("medium");
        case figures::Complexity::High:
            return std::string("high");
    }
    return {};
}

Value survey_state(const std::optional<figures::Answering>& survey) {
    if (!survey) return {};
    if (survey->answered_at) return std::string("answered");
    if (survey->declined) return std::string("declined");
    if (survey->expired) return std::string("expired");
    return std::string(survey->offered_at ? "offered" : "open");
}

constexpr std::array kColumns{
    Column{"referral_id", "text", "referral_id", "-", "the referral in the case system", false,
           [](const ExtractCase& one) -> Value {
               return one.history.id.text();
           }},
    Column{"referral_reference", "text", "referral_ref", "-",
           "its reference number; empty once the hub no longer holds the person's entry", false,
           [](const ExtractCase& one) {
               return text_or_nothing(one.reference);
           }},
    Column{"contract", "text", "contract_ref", "-", "reference of the contract", false,
           [](const ExtractCase& one) {
               return text_or_nothing(one.history.contract.text());
           }},
    Column{"contract_type", "text", "Crs Contract Type", "Main Cat Type Desc",
           "the kind of service of that contract; not read yet, always empty", false,
           [](const ExtractCase&) {
               return Value();
           }},
    Column{"relevant_sentence_id", "text", "Relevant Sentence Id", "Event ID",
           "the sentence it was made under; not read yet, always empty", false,
           [](const ExtractCase&) {
               return Value();
           }},
    Column{"crn", "text", "Service User Crn", "CRN",
           "the person's case reference number; empty once the hub no longer holds the person's entry", true,
           [](const ExtractCase& one) {
               return one.person ? text_or_nothing(one.person->crn) : Value();
           }},
    Column{"first_name", "text", "-", "-", "as the case system has it", true,
           [](const ExtractCase& one) {
               return one.person ? text_or_nothing(one.person->first_name) : Value();
           }},
    Column{"last_name", "text", "-", "-", "as the case system has it", true,
           [](const ExtractCase& one) {
               return one.person ? text_or_nothing(one.person->last_name) : Value();
           }},
    Column{"received_at", "date-time", "Date Referral Received", "Referral Dt",
           "when the practitioner sent it", false,
           [](const ExtractCase& one) {
               return at(one.history.received_at);
           }},
    Column{"complexity", "text", "-", "-", "low, medium or high; empty while it is not known", false,
           [](const ExtractCase& one) {
               return complexity_of(one.history.complexity);
           }},
    Column{"assessment_first_start", "date-time", "date_saa_first_scheduled_for", "-",
           "start of the first assessment appointment that was neither moved nor cancelled", false,
           [](const ExtractCase& one) {
               return at(first_start(one.history, AppointmentType::SupplierAssessment, Which::All));
           }},
    Column{"assessment_first_attended", "date-time", "date_saa_first_attended", "-",
           "start of the first assessment that was attended, in time or late", false,
           [](const ExtractCase& one) {
               return at(first_start(one.history, AppointmentType::SupplierAssessment, Which::Attended));
           }},
    Column{"assessment_first_not_attended", "date-time", "date_saa_first_not_attended", "-",
           "start of the first assessment that was not attended", false,
           [](const ExtractCase& one) {
               return at(first_start(one.history, AppointmentType::SupplierAssessment, Which::Missed));
           }},
    Column{"plan_first_submitted", "date-time", "date_first_action_plan_submitted", "-",
           "when an approved action plan was first submitted", false,
           [](const ExtractCase& one) {
               return at(first_plan_submitted(one.history));
           }},
    Column{"plan_approved", "truth", "-", "-", "whether an action plan was approved; empty where not read",
           false,
           [](const ExtractCase& one) {
               const auto approved = plan_was_approved(one.history);
               return approved ? Value(*approved) : Value();
           }},
    Column{"session_first_attended", "date-time", "date_of_first_attended_session", "-",
           "the commencement: start of the first session of the intervention that was attended", false,
           [](const ExtractCase& one) {
               return at(first_start(one.history, AppointmentType::Delivery, Which::Attended));
           }},
    Column{"sessions", "number", "-", "-",
           "sessions of the intervention that were neither moved nor cancelled, those to come too", false,
           [](const ExtractCase& one) {
               return count_of(one.history, Which::All);
           }},
    Column{"sessions_attended", "number", "count_of_sessions_attended", "-",
           "of them attended, in time or late", false,
           [](const ExtractCase& one) {
               return count_of(one.history, Which::Attended);
           }},
    Column{"sessions_late", "number", "-", "-", "of those attended, late", false,
           [](const ExtractCase& one) {
               return count_of(one.history, Which::Late);
           }},
    Column{"sessions_not_attended", "number", "-", "-", "of them not attended", false,
           [](const ExtractCase& one) {
               return count_of(one.history, Which::Missed);
           }},
    Column{"sessions_not_held", "number", "-", "-",
           "of those attended, sessions that were not held although the person came", false,
           [](const ExtractCase& one) {
               return count_of(one.history, Which::NotHeld);
           }},
    Column{"intervention_completed_at", "date-time", "-", "-", "when staff said that it is completed", false,
           [](const ExtractCase& one) {
               return at(one.history.completed_at);
           }},
    Column{"exit_survey", "text", "-", "-", "open, offered, answered, declined or expired; never the answers",
           false,
           [](const ExtractCase& one) {
               return survey_state(one.history.exit_survey);
           }},
    Column{"start_rating", "text", "-", "-", "the same of the rating at the start", false,
           [](const ExtractCase& one) {
               return survey_state(one.history.start_rating);
           }},
    Column{"end_requested", "truth", "-", "-", "whether the practitioner asked for its end", false,
           [](const ExtractCase& one) {
               return Value(one.history.end_requested);
           }},
    Column{"end_code", "text", "end_requested_by_pp_reason", "-",
           "the code of why it ended, as the case system has it", false,
           [](const ExtractCase& one) {
               return text_or_nothing(one.history.end_code);
           }},
    Column{"report_submitted_at", "date-time", "date_eosr_submitted", "-", "end-of-service report", false,
           [](const ExtractCase& one) {
               const auto& report = one.history.end_report;
               return report ? at(report->submitted_at) : Value();
           }},
    Column{"outcome_score", "number", "outcomes_achieved", "-",
           "outcomes achieved by that report: achieved 1, partially 0.5", false,
           [](const ExtractCase& one) {
               const auto& report = one.history.end_report;
               return report && report->score ? Value(*report->score) : Value();
           }},
    Column{"concluded_at", "date-time", "concluded_at", "-", "when it was concluded", false,
           [](const ExtractCase& one) {
               return at(one.history.concluded_at);
           }},
    Column{"evidence_requests", "number", "-", "-",
           "requests for evidence of it; empty where nobody kept a register", false,
           [](const ExtractCase& one) {
               const auto& evidence = one.history.evidence;
               return evidence ? Value(static_cast<std::int64_t>(evidence->size())) : Value();
           }},
};

}  // namespace

std::span<const Column> columns() {
    return kColumns;
}

}  // namespace server::extract
