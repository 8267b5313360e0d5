#include "server/evidence/record_json.h"

#include "server/evidence/event_json.h"
#include "server/evidence/limits.h"

namespace server::evidence {
namespace {

using app::EvidenceOfAppointment;
using app::EvidencePack;

constexpr char kForm[] = "evidence record, form 1";

Json at_json(const std::optional<base::Instant>& at) {
    return at ? Json(base::to_text(*at)) : Json(nullptr);
}

Json attendance_json(const std::optional<domain::Attendance>& attendance) {
    return attendance ? Json(domain::to_word(*attendance)) : Json(nullptr);
}

std::string type_word(domain::AppointmentType type) {
    return type == domain::AppointmentType::Delivery ? "delivery" : "supplier_assessment";
}

std::string method_word(domain::DeliveryMethod method) {
    switch (method) {
        case domain::DeliveryMethod::InPersonHub:
            return "in_person_hub";
        case domain::DeliveryMethod::InPersonProbationOffice:
            return "in_person_probation_office";
        case domain::DeliveryMethod::PhoneCall:
            return "phone_call";
        case domain::DeliveryMethod::VideoCall:
            return "video_call";
    }
    return "";
}

std::string status_word(domain::AppointmentStatus status) {
    switch (status) {
        case domain::AppointmentStatus::Live:
            return "live";
        case domain::AppointmentStatus::Superseded:
            return "superseded";
        case domain::AppointmentStatus::Cancelled:
            return "cancelled";
        case domain::AppointmentStatus::Settled:
            return "settled";
    }
    return "";
}

Json held_json(const domain::Appointment& one) {
    Json json = Json::object();
    json["type"] = type_word(one.type);
    json["group"] = one.session_type == domain::SessionType::Group;
    json["method"] = method_word(one.method);
    json["status"] = status_word(one.status);
    json["start"] = base::to_text(one.start);
    json["minutes"] = one.duration.count();
    json["at_this_hub"] = one.at_this_hub;
    return json;
}

Json record_json(const domain::AttendanceRecord& record) {
    Json json = Json::object();
    json["attendance"] = attendance_json(record.attendance);
    json["arrived_at"] = at_json(record.arrived_at);
    json["time_is_sure"] = record.clock == domain::ClockState::Sure;
    json["came_after_end_at"] = at_json(record.came_after_end);
    json["waits_for_person"] = record.time_waits_for_person;
    json["session_not_held"] = record.not_held ? Json(domain::to_word(*record.not_held)) : Json(nullptr);
    json["practitioner_told_at"] = at_json(record.practitioner_told_at);
    json["decided_by"] = text_json(record.decided_by);
    return json;
}

Json update_json(const domain::Update& update) {
    Json json = Json::object();
    json["attendance"] = domain::to_word(update.attendance);
    json["state"] = domain::to_word(update.state);
    json["deadline"] = base::to_text(update.deadline);
    json["drafted_at"] = at_json(update.drafted_at);
    json["submitted_at"] = at_json(update.submitted_at);
    json["note"] = text_json(update.note);
    json["decided_by"] = text_json(update.decided_by);
    json["why_it_waits"] = text_json(update.why);
    json["written_there"] = text_json(update.drafted);
    return json;
}

Json case_system_json(const figures::Meeting& meeting) {
    Json json = Json::object();
    json["start"] = base::to_text(meeting.start);
    json["attendance"] = attendance_json(meeting.attendance);
    json["session_held"] = meeting.session_held ? Json(*meeting.session_held) : Json(nullptr);
    json["submitted"] = meeting.submitted;
    return json;
}

Json exchange_json(const app::Exchange& exchange) {
    Json json = Json::object();
    json["at"] = base::to_text(exchange.at);
    json["call"] = app::to_word(exchange.call);
    json["address"] = text_json(exchange.address);
    json["status"] = exchange.status;
    json["sent"] = text_json(exchange.sent);
    json["answered"] = text_json(exchange.answered);
    return json;
}

Json appointment_json(const EvidenceOfAppointment& one) {
    Json json = Json::object();
    json["id"] = one.id.text();
    json["appointment"] = one.appointment ? held_json(*one.appointment) : Json(nullptr);
    json["record"] = record_json(one.record);
    json["update"] = one.update ? update_json(*one.update) : Json(nullptr);
    json["exchanges"] = Json::array();
    for (const app::Exchange& exchange : one.exchanges) json["exchanges"].push_back(exchange_json(exchange));
    json["case_system"] = one.case_system ? case_system_json(*one.case_system) : Json(nullptr);
    return json;
}

Json subject_json(const EvidencePack& pack) {
    Json json = Json::object();
    json["referral"] = pack.referral.text();
    json["reference"] = text_json(pack.reference);
    json["contract"] = pack.contract.text();
    json["appointment"] = pack.appointment.empty() ? Json(nullptr) : Json(pack.appointment.text());
    json["crn"] = pack.person ? text_json(pack.person->crn) : Json(nullptr);
    json["name"] =
        pack.person ? text_json(pack.person->first_name + ' ' + pack.person->last_name) : Json(nullptr);
    return json;
}

Json request_json(const app::EvidenceRequest& request) {
    Json json = Json::object();
    json["id"] = request.id;
    json["received_at"] = base::to_text(request.received_at);
    json["asked_by"] = text_json(request.asked_by);
    json["what"] = text_json(request.what);
    return json;
}

tl::unexpected<base::Error> wrong(const std::string& what) {
    return base::fail(base::ErrorKind::InvalidInput, "record.json " + what);
}

/// A text that a member must be; none where it is not.
std::optional<std::string> text_of(const Json& json, const char* name) {
    const auto found = json.find(name);
    if (found == json.end()) return std::nullopt;
    if (found->is_string()) return found->get<std::string>();
    return found->is_object() ? std::optional<std::string>("(not text)") : std::nullopt;
}

base::Result<RecordRead> read_head(const Json& root) {
    const auto form = root.is_object() ? text_of(root, "form") : std::nullopt;
    if (form != kForm) return wrong("is not a record of evidence of a form that this program knows");
    const auto subject = root.find("subject");
    const auto referral =
        subject != root.end() && subject->is_object() ? text_of(*subject, "referral") : std::nullopt;
    const auto hub = text_of(root, "hub");
    const auto packed_at = text_of(root, "packed_at");
    const auto packed_by = text_of(root, "packed_by");
    const auto recipient = text_of(root, "for");
    if (!referral || !hub || !packed_at || !packed_by || !recipient)
        return wrong("does not say what it is of, or who packed it when and for whom");
    const auto appointment = text_of(*subject, "appointment");
    return RecordRead{*hub,
                      *packed_at,
                      *packed_by,
                      *recipient,
                      appointment ? "appointment " + *appointment : "referral " + *referral,
                      {}};
}

}  // namespace

std::string to_json(const EvidencePack& pack) {
    Json json = Json::object();
    json["form"] = kForm;
    json["hub"] = text_json(pack.hub);
    json["packed_at"] = base::to_text(pack.packed_at);
    json["packed_by"] = text_json(pack.packed_by);
    json["for"] = text_json(pack.recipient);
    json["request"] = pack.request ? request_json(*pack.request) : Json(nullptr);
    json["subject"] = subject_json(pack);
    json["appointments"] = Json::array();
    for (const EvidenceOfAppointment& one : pack.appointments)
        json["appointments"].push_back(appointment_json(one));
    json["events"] = Json::array();
    for (const app::ProvenEvent& one : pack.proof.events) json["events"].push_back(to_json(one));
    return json.dump(1) + "\n";
}

base::Result<RecordRead> read_record(std::string_view text) {
    const auto root = protocol::parse_strictly(text, kRecordBytesMax);
    if (!root) return wrong("is not JSON as a hub writes it");
    RecordRead record = TRY(read_head(*root));
    const auto events = root->find("events");
    if (events == root->end() || !events->is_array()) return wrong("has no list of events");
    for (const Json& one : *events) {
        const auto event = read_event(one);
        if (!event)
            return wrong("has an event that no hub writes, after " + std::to_string(record.events.size()) +
                         " others");
        if (!record.events.empty() && record.events.back().number >= event->number)
            return wrong("has its events in the wrong order");
        record.events.push_back(*event);
    }
    return record;
}

}  // namespace server::evidence
