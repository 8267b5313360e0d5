#pragma once

#include <string>

/// Answers of the case system with invented people, in the forms it really gives.
namespace payloads {

inline constexpr const char* kReferral = "58963698-0f2e-4d6e-a072-0e2cf351f3b2";
inline constexpr const char* kPlan = "e5ed2f80-dfe2-4bf3-b5c4-d8d4486e963d";
inline constexpr const char* kFirst = "11111111-1111-4111-8111-111111111111";
inline constexpr const char* kSecond = "22222222-2222-4222-8222-222222222222";

inline const std::string kPage = R"({"content":[
 {"id":"58963698-0f2e-4d6e-a072-0e2cf351f3b2","sentAt":"2026-10-02T09:02:00.123456+01:00",
  "serviceUser":{"crn":"X123456","firstName":"Alex","lastName":"River"},"concludedAt":null,"somethingNew":{"a":[1]}},
 {"id":"9f0c0f39-5a15-4a24-8de9-3a4a1e0f24a5","concludedAt":"2026-11-02T09:02:00.123456789Z"}],
 "totalElements":2,"totalPages":1,"number":0,"size":50,"last":true})";

inline const std::string kSentReferral = R"({"id":"58963698-0f2e-4d6e-a072-0e2cf351f3b2",
 "referenceNumber":"JK1827PE","serviceUserCRN":"X123456","actionPlanId":"e5ed2f80-dfe2-4bf3-b5c4-d8d4486e963d",
 "approvedActionPlanIds":["e5ed2f80-dfe2-4bf3-b5c4-d8d4486e963d"],"concludedAt":null,
 "referral":{"dynamicFrameworkContractReference":"DN671065_MANCHESTER_PWB","accessibilityNeeds":"Uses a wheelchair",
  "needsInterpreter":true,"interpreterLanguage":"Urdu","personCurrentLocationType":"COMMUNITY",
  "serviceUser":{"crn":" x123456 ","title":null,"firstName":"Alex","lastName":"River","dateOfBirth":"1980-01-01",
   "preferredLanguage":"Urdu"}}})";

inline const std::string kNoFeedback = R"({"attendanceFeedback":{"didSessionHappen":null,"attended":null,
  "additionalAttendanceInformation":null,"attendanceFailureInformation":null},
 "sessionFeedback":{"late":null,"lateReason":null,"notifyProbationPractitioner":null,"sessionSummary":null,
  "noSessionReasonType":null,"noAttendanceInformation":null},"submitted":false,"submittedBy":null})";

/// One scheduled meeting; `extra` is written before its end, beginning with a comma.
inline std::string meeting(const std::string& id_member, const std::string& id, const std::string& time,
                           const std::string& type, const std::string& extra = {}) {
    return "{\"" + id_member + "\":\"" + id + "\",\"appointmentTime\":\"" + time +
           "\",\"durationInMinutes\":60,\"sessionType\":\"ONE_TO_ONE\",\"appointmentDeliveryType\":\"" +
           type + "\",\"npsOfficeCode\":null,\"appointmentFeedback\":" + kNoFeedback + extra + "}";
}

inline std::string feedback(const std::string& attendance, const std::string& session,
                            const std::string& submitted) {
    return "{\"id\":\"1\",\"appointmentFeedback\":{\"attendanceFeedback\":{" + attendance +
           "},\"sessionFeedback\":{" + session + "},\"submitted\":" + submitted + "}}";
}

}  // namespace payloads
