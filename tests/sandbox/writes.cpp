#include <algorithm>

#include "tests/sandbox/feedback_members.h"
#include "tests/sandbox/refusals.h"
#include "tests/sandbox/turn.h"
#include "tests/sandbox/views.h"

namespace sandbox {
namespace {

/// The appointment a write is about; `session` only where it is one.
struct Target {
    Referral* referral = nullptr;
    Session* session = nullptr;
    Appointment* appointment = nullptr;
};

Answer find_assessment(Turn& turn, Target& target) {
    const std::string& id = turn.parts[0];
    target.referral = turn.world.find_referral(id);
    if (target.referral == nullptr) return not_found("referral not found [id=" + id + "]");
    if (Answer refused = access_to(turn.bearer, *target.referral); !is_ok(refused)) return refused;
    if (!target.referral->has_assessment)
        return not_found("supplier assessment not found for referral [id=" + id + "]");
    if (!target.referral->assessment_booked)
        return not_found("no current appointment exists on supplier assessment for referral [id=" + id + "]");
    target.appointment = &target.referral->assessments.back();
    return {};
}

Answer find_session(Turn& turn, Target& target) {
    const std::string& id = turn.parts[1];
    target.referral = turn.world.find_referral(turn.parts[0]);
    if (target.referral == nullptr)
        return bad_request("sent referral not found [referralId=" + turn.parts[0] + "]");
    if (Answer refused = access_to(turn.bearer, *target.referral); !is_ok(refused)) return refused;
    for (Session& session : target.referral->sessions) {
        target.session = &session;
        if (session.current && session.current->id == id) target.appointment = &*session.current;
        for (Appointment& one : session.moved)
            if (one.id == id) target.appointment = &one;
        if (target.appointment != nullptr) return {};
    }
    return refusal(
        404, "entity not found",
        "No Delivery Session Appointment found [referralId=" + turn.parts[0] + ", appointmentId=" + id + "]");
}

Answer refuse_future(const Turn& turn, const Appointment& appointment) {
    if (appointment.start <= turn.now) return {};
    return bad_request("Cannot submit feedback for a future appointment [id=" + appointment.id + "]");
}

Answer refuse_submitted(const Appointment& appointment) {
    if (!appointment.submitted) return {};
    return conflict("Feedback has already been submitted for this appointment [id=" + appointment.id + "]");
}

Answer answer_of(const Target& target) {
    const Json view = target.session == nullptr ? appointment_view(*target.appointment)
                                                : session_view(*target.session, *target.appointment);
    return {200, "application/json", written(view)};
}

struct AttendanceBody {
    std::string attended;
    bool did_session_happen = false;
};

/// A 500 for whatever Jackson would not read: malformed, a missing or wrong `attended`. An omitted
/// `didSessionHappen` counts as false.
Answer read_attendance(const std::string& text, AttendanceBody& body) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return unexpected_error("JSON parse error");
    const Json attended = json.value("attended", Json());
    if (attended != "yes" && attended != "no" && attended != "late")
        return unexpected_error("JSON parse error: Cannot deserialize value of type `Attended`");
    const Json happened = json.value("didSessionHappen", Json(false));
    if (!happened.is_boolean() && !happened.is_null())
        return unexpected_error("JSON parse error: Cannot deserialize value of type `boolean`");
    body = {attended.get<std::string>(), happened.is_boolean() && happened.get<bool>()};
    return {};
}

/// Every member is read; one that is left out is null.
Answer read_feedback(const std::string& text, SessionFeedback& feedback) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return unexpected_error("JSON parse error");
    for (const FlagMember& one : kFlagMembers) {
        const Json value = json.value(one.name, Json());
        if (value.is_boolean())
            feedback.*one.member = value.get<bool>();
        else if (!value.is_null())
            return unexpected_error("JSON parse error: Cannot deserialize value of type `Boolean`");
    }
    for (const TextMember& one : kTextMembers) {
        const Json value = json.value(one.name, Json());
        if (value.is_string())
            feedback.*one.member = value.get<std::string>();
        else if (!value.is_null())
            return unexpected_error("JSON parse error: Cannot deserialize value of type `String`");
    }
    const auto& type = feedback.no_session_reason_type;
    if (type && *type != "POP_ACCEPTABLE" && *type != "POP_UNACCEPTABLE" && *type != "LOGISTICS")
        return unexpected_error("JSON parse error: Cannot deserialize value of type `NoSessionReasonType`");
    return {};
}

Answer record_attendance(Turn& turn, Answer (*find)(Turn&, Target&)) {
    AttendanceBody body;
    if (Answer refused = read_attendance(turn.request.body, body); !is_ok(refused)) return refused;
    Target target;
    if (Answer refused = find(turn, target); !is_ok(refused)) return refused;
    Appointment& appointment = *target.appointment;
    if (Answer refused = refuse_future(turn, appointment); !is_ok(refused)) return refused;
    if (Answer refused = refuse_submitted(appointment); !is_ok(refused)) return refused;

    Effects& effects = turn.world.effects[appointment.id];
    if (appointment.did_session_happen != body.did_session_happen) {
        if (appointment.feedback != SessionFeedback{}) ++effects.wiped_drafts;
        appointment.feedback = {};
    }
    appointment.attended = body.attended;
    appointment.did_session_happen = body.did_session_happen;
    appointment.attendance_at = turn.now;
    appointment.attendance_by = turn.bearer.user;
    ++effects.attendance[body.attended];
    turn.took_effect = true;
    return answer_of(target);
}

enum class Future { Refused, Accepted };

Answer record_feedback(Turn& turn, Answer (*find)(Turn&, Target&), Future future) {
    SessionFeedback feedback;
    if (Answer refused = read_feedback(turn.request.body, feedback); !is_ok(refused)) return refused;
    Target target;
    if (Answer refused = find(turn, target); !is_ok(refused)) return refused;
    Appointment& appointment = *target.appointment;
    if (future == Future::Refused)
        if (Answer refused = refuse_future(turn, appointment); !is_ok(refused)) return refused;
    if (Answer refused = refuse_submitted(appointment); !is_ok(refused)) return refused;

    appointment.feedback = std::move(feedback);
    appointment.feedback_at = turn.now;
    appointment.feedback_by = turn.bearer.user;
    ++turn.world.effects[appointment.id].feedback;
    turn.took_effect = true;
    return answer_of(target);
}

Answer submit(Turn& turn, Answer (*find)(Turn&, Target&), Future future) {
    Target target;
    if (Answer refused = find(turn, target); !is_ok(refused)) return refused;
    Appointment& appointment = *target.appointment;
    if (future == Future::Refused)
        if (Answer refused = refuse_future(turn, appointment); !is_ok(refused)) return refused;
    if (appointment.submitted) return conflict("appointment feedback has already been submitted");
    if (!appointment.attended)
        return refusal(422, "Unprocessable Entity",
                       "can't submit feedback unless attendance has been recorded");

    appointment.submitted = true;
    appointment.submitted_by = turn.bearer.user;
    Effects& effects = turn.world.effects[appointment.id];
    ++effects.submits;
    const bool not_held = appointment.attended != "no" && appointment.did_session_happen == false;
    if (not_held && !appointment.feedback.no_session_reason_type) ++effects.broken_handovers;
    turn.took_effect = true;
    return answer_of(target);
}

}  // namespace

Answer put_assessment_attendance(Turn& turn) {
    return record_attendance(turn, find_assessment);
}
Answer put_assessment_feedback(Turn& turn) {
    return record_feedback(turn, find_assessment, Future::Accepted);
}
Answer submit_assessment(Turn& turn) {
    return submit(turn, find_assessment, Future::Accepted);
}
Answer put_session_attendance(Turn& turn) {
    return record_attendance(turn, find_session);
}
Answer put_session_feedback(Turn& turn) {
    return record_feedback(turn, find_session, Future::Refused);
}
Answer submit_session(Turn& turn) {
    return submit(turn, find_session, Future::Refused);
}

}  // namespace sandbox
