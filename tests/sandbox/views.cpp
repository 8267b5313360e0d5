#include "tests/sandbox/views.h"

#include <algorithm>

#include "tests/sandbox/feedback_members.h"

namespace sandbox {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json time_or_null(const std::optional<base::Instant>& at) {
    return at ? Json(spelled(*at, TimeForm::Zulu)) : Json(nullptr);
}

Json user_or_null(const std::optional<User>& user) {
    return user ? user_view(*user) : Json(nullptr);
}

const char* delivery_word(Delivery delivery) {
    switch (delivery) {
        case Delivery::HubAddress:
            return "IN_PERSON_MEETING_OTHER";
        case Delivery::ProbationOffice:
            return "IN_PERSON_MEETING_PROBATION_OFFICE";
        case Delivery::PhoneCall:
            return "PHONE_CALL";
        case Delivery::VideoCall:
            return "VIDEO_CALL";
    }
    return "";
}

Json address_view(const Address& address) {
    std::string postcode = address.postcode;
    std::erase(postcode, ' ');
    return {{"firstAddressLine", address.first_line},
            {"secondAddressLine", address.second_line},
            {"townOrCity", address.town},
            {"county", address.county},
            {"postCode", postcode}};
}

Json feedback_view(const Appointment& appointment) {
    Json attendance{{"didSessionHappen", or_null(appointment.did_session_happen)},
                    {"attended", or_null(appointment.attended)},
                    {"additionalAttendanceInformation", nullptr},
                    {"attendanceFailureInformation", nullptr},
                    {"submittedAt", time_or_null(appointment.attendance_at)},
                    {"submittedBy", user_or_null(appointment.attendance_by)}};
    Json session = Json::object();
    session["notifyProbationPractitioner"] = nullptr;
    for (const FlagMember& one : kFlagMembers) session[one.name] = or_null(appointment.feedback.*one.member);
    for (const TextMember& one : kTextMembers) session[one.name] = or_null(appointment.feedback.*one.member);
    return {{"attendanceFeedback", std::move(attendance)},
            {"sessionFeedback", std::move(session)},
            {"submitted", appointment.submitted},
            {"submittedBy", user_or_null(appointment.submitted_by)}};
}

/// The members that an appointment and a session share.
void add_times_and_place(Json& view, const Appointment& appointment) {
    const bool at_hub = appointment.delivery == Delivery::HubAddress;
    const bool at_office = appointment.delivery == Delivery::ProbationOffice;
    view["appointmentTime"] = spelled(appointment.start, appointment.time_form);
    view["durationInMinutes"] = appointment.minutes;
    view["sessionType"] = appointment.kind == Kind::Group ? "GROUP" : "ONE_TO_ONE";
    view["appointmentDeliveryType"] = delivery_word(appointment.delivery);
    view["appointmentDeliveryAddress"] = at_hub ? address_view(appointment.address) : Json(nullptr);
    view["npsOfficeCode"] = at_office ? Json(appointment.office_code) : Json(nullptr);
    view["appointmentFeedback"] = feedback_view(appointment);
}

Json person_view(const Referral& referral) {
    const Person& person = referral.person;
    return {{"crn", person.crn},
            {"title", nullptr},
            {"firstName", person.first_name},
            {"lastName", person.last_name},
            {"dateOfBirth", text_or_null(person.born)},
            {"gender", nullptr},
            {"ethnicity", nullptr},
            {"preferredLanguage", text_or_null(person.preferred_language)},
            {"religionOrBelief", nullptr},
            {"disabilities", nullptr}};
}

/// Emotional Wellbeing with its medium complexity and one of its outcomes, by R&M's own ids.
constexpr const char* kCategory = "8221a81c-08b2-4262-9c1a-0ab3c82cec8c";
constexpr const char* kComplexity = "46c1ae33-f90b-4dfc-83f7-6eec49209084";
constexpr const char* kOutcome = "be2cb69b-389c-457e-87d8-d756826abd82";
constexpr const char* kIntervention = "98a42c61-c30f-4beb-8062-04033c376e2d";
constexpr std::int64_t kSentence = 2600295124;

const User kPractitioner{"A.PRACTITIONER", "2500128586", "delius", {}};

Json inner_referral_view(const Referral& referral) {
    const Person& person = referral.person;
    return {{"createdAt", spelled(referral.sent_at - std::chrono::hours{1}, TimeForm::NineDigits)},
            {"completionDeadline",
             spelled(referral.sent_at + std::chrono::hours{24 * 180}, TimeForm::Zulu).substr(0, 10)},
            {"interventionId", kIntervention},
            {"serviceProvider", {{"id", referral.provider}, {"name", "Example provider"}}},
            {"dynamicFrameworkContractReference", referral.contract},
            {"serviceCategoryIds", Json::array({kCategory})},
            {"complexityLevels",
             Json::array({Json{{"serviceCategoryId", kCategory}, {"complexityLevelId", kComplexity}}})},
            {"desiredOutcomes", Json::array({Json{{"serviceCategoryId", kCategory},
                                                  {"desiredOutcomesIds", Json::array({kOutcome})}}})},
            {"relevantSentenceId", kSentence},
            {"maximumEnforceableDays", 10},
            {"accessibilityNeeds", text_or_null(person.access_needs)},
            {"additionalNeedsInformation", nullptr},
            {"needsInterpreter", !person.interpreter_language.empty()},
            {"interpreterLanguage", text_or_null(person.interpreter_language)},
            {"whenUnavailable", nullptr},
            {"personCurrentLocationType", person.in_custody ? "CUSTODY" : "COMMUNITY"},
            {"ppName", "A Practitioner"},
            {"ppEmailAddress", "practitioner@example.org"},
            {"ppPhoneNumber", "0161 496 0000"},
            {"ppTeamPhoneNumber", "0161 496 0001"},
            {"ndeliusPPName", "A Practitioner"},
            {"ndeliusTeamPhoneNumber", "0161 496 0001"},
            {"serviceUser", person_view(referral)}};
}

}  // namespace

std::string spelled(base::Instant at, TimeForm form) {
    switch (form) {
        case TimeForm::Zulu:
            return base::to_text(at);
        case TimeForm::SummerOffset: {
            std::string text = base::to_text(at + std::chrono::hours{1});
            text.pop_back();
            return text + "+01:00";
        }
        case TimeForm::NineDigits: {
            std::string text = base::to_text(at);
            text.pop_back();
            if (text.find('.') == std::string::npos) text += ".000000";
            return text + "000Z";
        }
    }
    return {};
}

Json user_view(const User& user) {
    return {{"username", user.username}, {"userId", user.user_id}, {"authSource", user.auth_source}};
}

Json appointment_view(const Appointment& appointment) {
    Json view{{"id", appointment.id}};
    add_times_and_place(view, appointment);
    view["superseded"] = appointment.superseded;
    return view;
}

Json assessment_view(const Referral& referral) {
    Json list = Json::array();
    for (const Appointment& one : referral.assessments) list.push_back(appointment_view(one));
    const bool booked = referral.assessment_booked;
    return {{"id", referral.assessment_id},
            {"appointments", std::move(list)},
            {"currentAppointmentId", booked ? Json(referral.assessments.back().id) : Json(nullptr)},
            {"referralId", referral.id}};
}

Json session_view(const Session& session, const Appointment& appointment) {
    Json view{{"id", session.id}, {"sessionNumber", session.number}};
    add_times_and_place(view, appointment);
    view["oldAppointments"] = Json::array();
    for (const Appointment& one : session.moved) view["oldAppointments"].push_back(appointment_view(one));
    view["deliusAppointmentId"] = nullptr;
    view["appointmentId"] = appointment.id;
    return view;
}

Json session_view(const Session& session) {
    if (session.current) return session_view(session, *session.current);
    Json view = session_view(session, Appointment{});
    for (const char* name : {"appointmentTime", "durationInMinutes", "sessionType", "appointmentDeliveryType",
                             "appointmentDeliveryAddress", "npsOfficeCode", "appointmentId"})
        view[name] = nullptr;
    return view;
}

Json sessions_view(const Referral& referral) {
    Json list = Json::array();
    for (const Session& session : referral.sessions) list.push_back(session_view(session));
    return list;
}

Json referral_view(const Referral& referral) {
    const Json plan = text_or_null(referral.action_plan_id);
    const bool withdrawn = !referral.withdrawal_code.empty();
    return {{"id", referral.id},
            {"sentAt", spelled(referral.sent_at, TimeForm::NineDigits)},
            {"sentBy", user_view(kPractitioner)},
            {"referenceNumber", referral.reference},
            {"interventionId", kIntervention},
            {"serviceUserCRN", referral.person.crn},
            {"relevantSentenceId", kSentence},
            {"supplementaryRiskId", "a1f5ce02-53a3-47c4-bc71-45f1bdbf504c"},
            {"assignedTo", user_or_null(referral.assigned_to)},
            {"actionPlanId", plan},
            {"currentActionPlanId", plan},
            {"approvedActionPlanIds", plan.is_null() ? Json::array() : Json::array({plan})},
            {"endRequestedAt", withdrawn ? time_or_null(referral.concluded_at) : Json(nullptr)},
            {"endRequestedReason", text_or_null(referral.withdrawal_code)},
            {"endRequestedComments", nullptr},
            {"withdrawalState", withdrawn ? Json("POST_ICA") : Json(nullptr)},
            {"withdrawalCode", text_or_null(referral.withdrawal_code)},
            {"withdrawalComments", nullptr},
            {"endOfServiceReport", nullptr},
            {"endOfServiceReportCreationRequired", false},
            {"concludedAt", time_or_null(referral.concluded_at)},
            {"referral", inner_referral_view(referral)}};
}

Json summary_row(const Referral& referral) {
    return {{"id", referral.id},
            {"sentAt", spelled(referral.sent_at, TimeForm::SummerOffset)},
            {"sentBy", user_view(kPractitioner)},
            {"referenceNumber", referral.reference},
            {"assignedTo", user_or_null(referral.assigned_to)},
            {"serviceUser",
             {{"crn", referral.person.crn},
              {"firstName", referral.person.first_name},
              {"lastName", referral.person.last_name}}},
            {"serviceProvider", {{"id", referral.provider}, {"name", "Example provider"}}},
            {"interventionTitle", "Personal wellbeing - " + referral.contract},
            {"concludedAt", time_or_null(referral.concluded_at)},
            {"expectedReleaseDate", nullptr},
            {"location", nullptr},
            {"locationType", referral.person.in_custody ? "CUSTODY" : "COMMUNITY"},
            {"isReferralReleasingIn12Weeks", nullptr}};
}

Json approved_plans_view(const Referral& referral) {
    Json list = Json::array();
    if (referral.action_plan_id.empty()) return list;
    const base::Instant submitted = referral.sent_at + std::chrono::hours{24 * 5};
    list.push_back(
        {{"id", referral.action_plan_id},
         {"submittedAt", spelled(submitted, TimeForm::Zulu)},
         {"approvedAt", spelled(submitted + std::chrono::milliseconds{1500}, TimeForm::NineDigits)}});
    return list;
}

std::string written(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sandbox
