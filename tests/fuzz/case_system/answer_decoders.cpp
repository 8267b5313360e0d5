#include "tests/fuzz/case_system/answer_decoders.h"

#include <vector>

#include "server/case_system/answers.h"
#include "server/case_system/decode_appointments.h"
#include "server/case_system/decode_referrals.h"
#include "server/case_system/token_source.h"
#include "shared/base/entropy.h"
#include "shared/base/invariant.h"
#include "shared/base/log.h"
#include "tests/unit/case_system/payloads.h"

namespace fuzz {
namespace {

using namespace server::case_system;
using namespace server::app;

constexpr std::size_t kWordsMax = 300;
constexpr std::size_t kTextMax = 4000;

void check_words(const CaseError& error) {
    INVARIANT(!error.words.empty() && error.words.size() <= kWordsMax, "a refusal is a short sentence");
    for (const char c : error.words) INVARIANT(c >= ' ' && c <= '~', "a refusal is made of our own words");
}

template <class T>
bool read_or_refused(const CaseResult<T>& result) {
    if (result) return true;
    INVARIANT(result.error().failure == CaseFailure::NotUnderstood, "a decoder refuses as NotUnderstood");
    check_words(result.error());
    return false;
}

bool check_page(std::string_view text) {
    const auto page = decode_page(text);
    if (!read_or_refused(page)) return false;
    for (const ReferralRow& row : page->referrals)
        INVARIANT(base::is_uuid(row.id.text()), "an id that goes into an address is a UUID");
    return true;
}

bool check_referral(std::string_view text) {
    const auto read = decode_referral(text);
    if (!read_or_refused(read)) return false;
    INVARIANT(base::is_uuid(read->id.text()), "an id that goes into an address is a UUID");
    for (const std::string& plan : read->action_plans) INVARIANT(base::is_uuid(plan), "a plan is a UUID");
    INVARIANT(!read->crn.empty(), "a person has a CRN");
    for (const std::string* one : {&read->crn, &read->first_name, &read->last_name, &read->access_needs})
        INVARIANT(one->size() <= kTextMax, "texts are bounded");
    return true;
}

bool check_plans(std::string_view text) {
    const auto plans = decode_approved_plans(text);
    if (!read_or_refused(plans)) return false;
    for (const CasePlan& plan : *plans) INVARIANT(base::is_uuid(plan.id), "a plan is a UUID");
    return true;
}

bool check_list(const CaseResult<std::vector<CaseAppointment>>& list) {
    if (!read_or_refused(list)) return false;
    for (const CaseAppointment& one : *list) {
        INVARIANT(base::is_uuid(one.appointment.id.text()), "an id that goes into an address is a UUID");
        INVARIANT(one.appointment.duration > std::chrono::minutes{0}, "a meeting lasts");
        INVARIANT(one.appointment.duration <= std::chrono::hours{24}, "a meeting ends");
        INVARIANT(one.attendance.note.size() <= kTextMax, "texts are bounded");
    }
    return true;
}

bool check_assessment(std::string_view text) {
    return check_list(decode_assessment(text, domain::ReferralId(payloads::kReferral)));
}
bool check_sessions(std::string_view text) {
    return check_list(decode_sessions(text, domain::ReferralId(payloads::kReferral), payloads::kPlan));
}
bool check_attendance(std::string_view text) {
    return read_or_refused(decode_attendance(text));
}
bool check_grant(std::string_view text) {
    const auto grant = decode_grant(text);
    if (!read_or_refused(grant)) return false;
    for (const char c : grant->token.reveal_text())
        INVARIANT(c > ' ' && c <= '~', "a token fits into a header");
    return true;
}
bool check_problem(std::string_view text) {
    constexpr int kBadRequest = 400;
    const CaseError error = error_of(kBadRequest, text);
    check_words(error);
    return error.failure == CaseFailure::TooEarly;
}

std::string assessment_sample() {
    return std::string("{\"currentAppointmentId\":\"") + payloads::kFirst + "\",\"appointments\":[" +
           payloads::meeting(
               "id", payloads::kFirst, "2026-11-22T14:00:00Z", "IN_PERSON_MEETING_OTHER",
               R"(,"appointmentDeliveryAddress":{"firstAddressLine":"1 Any Street","postCode":"M11AA"})") +
           "]}";
}
std::string sessions_sample() {
    const std::string old =
        payloads::meeting("id", payloads::kSecond, "2026-11-20T14:00:00.5+01:00", "VIDEO_CALL");
    return "[" +
           payloads::meeting("appointmentId", payloads::kFirst, "2026-11-22T14:00:00Z", "PHONE_CALL",
                             ",\"oldAppointments\":[" + old + "]") +
           "]";
}
std::string attendance_sample() {
    return payloads::feedback(
        R"("attended":"yes","didSessionHappen":false)",
        R"("late":true,"lateReason":"Arrived 14:07 for 14:00","noSessionReasonType":"LOGISTICS",
                                 "noSessionReasonLogistics":"No room","sessionSummary":"")",
        "true");
}

}  // namespace

std::span<const AnswerDecoder> answer_decoders() {
    static const std::vector<AnswerDecoder> all{
        {"page", check_page, payloads::kPage},
        {"referral", check_referral, payloads::kSentReferral},
        {"assessment", check_assessment, assessment_sample()},
        {"sessions", check_sessions, sessions_sample()},
        {"plans", check_plans,
         std::string(R"([{"id":")") + payloads::kPlan +
             R"(","submittedAt":"2026-10-12T10:00:00Z","approvedAt":"2026-10-12T10:00:01.5+00:00"}])"},
        {"attendance", check_attendance, attendance_sample()},
        {"grant", check_grant, R"({"access_token":"abc.def.ghi","token_type":"bearer","expires_in":599})"},
        {"problem", check_problem,
         R"({"status":400,"error":"Bad Request","message":"Cannot submit feedback for a future appointment [id=1]"})"},
    };
    return all;
}

const AnswerDecoder* answer_decoder(std::string_view name) {
    for (const AnswerDecoder& one : answer_decoders())
        if (name == one.name) return &one;
    return nullptr;
}

}  // namespace fuzz
