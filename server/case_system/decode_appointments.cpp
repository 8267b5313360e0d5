#include "server/case_system/decode_appointments.h"

#include <algorithm>
#include <array>

#include "server/case_system/answers.h"
#include "server/case_system/json_fields.h"
#include "shared/base/log.h"

namespace server::case_system {
namespace {

using app::CaseAppointment;
using app::CaseAttendance;
using domain::AppointmentStatus;
using domain::DeliveryMethod;

constexpr std::int64_t kDurationMinutesMax = std::int64_t{24} * 60;

std::optional<domain::Attendance> attendance_of(std::string_view word) {
    if (word == "yes") return domain::Attendance::Yes;
    if (word == "late") return domain::Attendance::Late;
    if (word == "no") return domain::Attendance::No;
    return std::nullopt;
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

struct Reason {
    std::string_view type;
    const char* words;
    domain::NoSessionReason reason;
};
constexpr std::array kReasons{
    Reason{"POP_ACCEPTABLE", "noSessionReasonPopAcceptable", domain::NoSessionReason::PersonAcceptable},
    Reason{"POP_UNACCEPTABLE", "noSessionReasonPopUnacceptable", domain::NoSessionReason::PersonUnacceptable},
    Reason{"LOGISTICS", "noSessionReasonLogistics", domain::NoSessionReason::Logistics},
};

/// The members the hub itself may write; anything else in the feedback is somebody's work.
bool is_ours(std::string_view name) {
    constexpr std::array kOurs{
        std::string_view("late"),
        std::string_view("lateReason"),
        std::string_view("noAttendanceInformation"),
        std::string_view("noSessionReasonType"),
        std::string_view("noSessionReasonPopAcceptable"),
        std::string_view("noSessionReasonPopUnacceptable"),
        std::string_view("noSessionReasonLogistics"),
    };
    return std::find(kOurs.begin(), kOurs.end(), name) != kOurs.end();
}

/// Something a person put in: a text that is not empty, a tick, a list. R&M fills in `false` and "" itself.
bool says_something(const Json& value) {
    if (value.is_string()) return !value.get_ref<const std::string&>().empty();
    if (value.is_boolean()) return value.get<bool>();
    return !value.is_null() && !value.empty();
}

bool begun(const Json& feedback) {
    if (!feedback.is_object()) return false;
    for (const auto& [name, value] : feedback.items())
        if (!is_ours(name) && says_something(value)) return true;
    return false;
}

void read_feedback(const Fields& feedback, CaseAttendance& read) {
    read.late = feedback.flag("late");
    read.late_reason = feedback.text("lateReason");
    read.note = feedback.text("noAttendanceInformation");
    const std::string type = feedback.text("noSessionReasonType");
    bool known = type.empty();
    for (const Reason& reason : kReasons) {
        const std::string words = feedback.text(reason.words);
        if (type == reason.type) {
            read.no_session_reason = reason.reason;
            known = true;
        }
        if (!words.empty()) read.note = words;
    }
    if (!known) read.feedback_begun = true;
}

CaseAttendance read_attendance(const Fields& appointment) {
    CaseAttendance read;
    const Fields both = appointment.object("appointmentFeedback");
    const Fields attendance = both.object("attendanceFeedback");
    const std::string word = lower(attendance.text("attended"));
    read.attended = attendance_of(word);
    read.session_happened = attendance.flag("didSessionHappen");
    read_feedback(both.object("sessionFeedback"), read);
    read.submitted = both.flag("submitted").value_or(false);

    const Json* feedback = both.find("sessionFeedback");
    const bool unknown_word = !word.empty() && !read.attended;
    const bool words_of_attendance = !attendance.text("additionalAttendanceInformation").empty() ||
                                     !attendance.text("attendanceFailureInformation").empty();
    if (unknown_word || words_of_attendance || (feedback != nullptr && begun(*feedback)))
        read.feedback_begun = true;
    return read;
}

/// An unknown way of meeting is read as a telephone call: kept, and never expected here.
DeliveryMethod method_of(const std::string& word) {
    if (word == "IN_PERSON_MEETING_OTHER") return DeliveryMethod::InPersonHub;
    if (word == "IN_PERSON_MEETING_PROBATION_OFFICE") return DeliveryMethod::InPersonProbationOffice;
    if (word == "VIDEO_CALL") return DeliveryMethod::VideoCall;
    if (word != "PHONE_CALL") base::log::warning("delivery_type_unknown", {{"read_as", "phone_call"}});
    return DeliveryMethod::PhoneCall;
}

std::string postcode_of(const Fields& address) {
    std::string tidy;
    for (char c : address.text("postCode")) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) tidy += c;
    }
    return tidy;
}

/// Everything but id, type, plan and whether it was superseded. Absent when it is not scheduled.
std::optional<CaseAppointment> read_scheduled(const Fields& fields, std::string& fault) {
    const auto start = fields.instant("appointmentTime");
    if (!start) return std::nullopt;
    CaseAppointment read;
    domain::Appointment& appointment = read.appointment;
    appointment.start = *start;
    constexpr std::int64_t kUsual = 60;
    const std::int64_t minutes = fields.number("durationInMinutes").value_or(kUsual);
    if ((minutes <= 0 || minutes > kDurationMinutesMax) && fault.empty())
        fault = "`durationInMinutes` is out of range";
    else
        appointment.duration = std::chrono::minutes{minutes};
    appointment.session_type =
        fields.text("sessionType") == "GROUP" ? domain::SessionType::Group : domain::SessionType::OneToOne;
    appointment.method = method_of(fields.text("appointmentDeliveryType"));
    const Fields address = fields.object("appointmentDeliveryAddress");
    read.postcode = postcode_of(address);
    read.address = address.text("firstAddressLine");
    read.attendance = read_attendance(fields);
    return read;
}

enum class Place { Current, MovedFrom };

AppointmentStatus status_of(const Fields& fields, Place place, const CaseAttendance& attendance) {
    if (attendance.submitted) return AppointmentStatus::Settled;
    const bool moved = place == Place::MovedFrom || fields.flag("superseded").value_or(false);
    return moved ? AppointmentStatus::Superseded : AppointmentStatus::Live;
}

void add_session(const Fields& fields, const char* id_member, Place place, std::string_view plan,
                 const domain::ReferralId& referral, std::vector<CaseAppointment>& out, std::string& fault) {
    auto read = read_scheduled(fields, fault);
    if (!read) return;
    read->appointment.id = domain::AppointmentId(fields.uuid(id_member));
    read->appointment.referral = referral;
    read->appointment.type = domain::AppointmentType::Delivery;
    read->appointment.action_plan = plan;
    read->appointment.status = status_of(fields, place, read->attendance);
    out.push_back(std::move(*read));
}

}  // namespace

app::CaseResult<std::vector<CaseAppointment>> decode_assessment(std::string_view body,
                                                                const domain::ReferralId& referral) {
    const Json json = parse(body);
    if (!json.is_object()) return tl::unexpected(not_understood("an initial assessment"));
    std::string fault;
    const Fields fields(json, fault);
    const std::string current = fields.text("currentAppointmentId");
    const Json* list = fields.list("appointments");
    if (list == nullptr)
        return tl::unexpected(not_understood("an initial assessment without `appointments`"));
    std::vector<CaseAppointment> out;
    for (const Json& entry : *list) {
        const Fields one = Fields::entry_of("`appointments`", entry, fault);
        auto read = read_scheduled(one, fault);
        if (!read) continue;
        const std::string id = one.uuid("id");
        read->appointment.id = domain::AppointmentId(id);
        read->appointment.referral = referral;
        read->appointment.type = domain::AppointmentType::SupplierAssessment;
        const Place place = id == current ? Place::Current : Place::MovedFrom;
        read->appointment.status = status_of(one, place, read->attendance);
        out.push_back(std::move(*read));
    }
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    return out;
}

app::CaseResult<std::vector<CaseAppointment>> decode_sessions(std::string_view body,
                                                              const domain::ReferralId& referral,
                                                              std::string_view action_plan) {
    const Json json = parse(body);
    if (!json.is_array() || json.size() > kListMax)
        return tl::unexpected(not_understood("a list of sessions"));
    std::string fault;
    std::vector<CaseAppointment> out;
    for (const Json& entry : json) {
        const Fields session = Fields::entry_of("the sessions", entry, fault);
        add_session(session, "appointmentId", Place::Current, action_plan, referral, out, fault);
        const Json* old = session.list("oldAppointments");
        if (old == nullptr) continue;
        for (const Json& moved : *old) {
            const Fields fields = Fields::entry_of("`oldAppointments`", moved, fault);
            const char* id = fields.find("appointmentId") != nullptr ? "appointmentId" : "id";
            add_session(fields, id, Place::MovedFrom, action_plan, referral, out, fault);
        }
    }
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    return out;
}

app::CaseResult<CaseAttendance> decode_attendance(std::string_view body) {
    const Json json = parse(body);
    if (!json.is_object() || !json.contains("appointmentFeedback"))
        return tl::unexpected(not_understood("an appointment after a write"));
    std::string fault;
    CaseAttendance read = read_attendance(Fields(json, fault));
    if (!fault.empty()) return tl::unexpected(not_understood(fault));
    return read;
}

}  // namespace server::case_system
