#include "tests/sandbox/control.h"

#include <array>

#include "tests/sandbox/views.h"

namespace sandbox {
namespace {

Answer ok(const Json& body) {
    return {200, "application/json", written(body)};
}

Answer wrong(const char* message) {
    return {400, "application/json", written({{"message", message}})};
}

Answer list_calls(const Request&, Holdings& held) {
    std::string body = "[";
    for (const Call& call : held.calls) body += (body.size() > 1 ? ",\n" : "") + to_json_line(call);
    return {200, "application/json", body + "]\n"};
}

Json effects_view(const Referral& referral, const Appointment& appointment, const Effects& effects) {
    return {{"appointmentId", appointment.id},
            {"referralId", referral.id},
            {"crn", referral.person.crn},
            {"appointmentTime", spelled(appointment.start, TimeForm::Zulu)},
            {"superseded", appointment.superseded},
            {"attended", appointment.attended ? Json(*appointment.attended) : Json(nullptr)},
            {"submitted", appointment.submitted},
            {"attendancePuts", Json(effects.attendance)},
            {"feedbackPuts", effects.feedback},
            {"submits", effects.submits},
            {"wipedDrafts", effects.wiped_drafts},
            {"brokenHandovers", effects.broken_handovers}};
}

Answer list_effects(const Request&, Holdings& held) {
    Json list = Json::array();
    const auto add = [&](const Referral& referral, const Appointment& appointment) {
        const auto found = held.world.effects.find(appointment.id);
        if (found != held.world.effects.end())
            list.push_back(effects_view(referral, appointment, found->second));
    };
    for (const Referral& referral : held.world.referrals()) {
        for (const Appointment& one : referral.assessments) add(referral, one);
        for (const Session& session : referral.sessions) {
            if (session.current) add(referral, *session.current);
            for (const Appointment& one : session.moved) add(referral, one);
        }
    }
    return ok(list);
}

Answer list_faults(const Request&, Holdings& held) {
    Json list = Json::array();
    for (const Fault& fault : held.faults.list())
        list.push_back({{"kind", word_of(fault.kind)},
                        {"method", fault.method},
                        {"path", fault.path_part},
                        {"times", fault.times},
                        {"status", fault.status},
                        {"delayMs", fault.delay.count()}});
    return ok(list);
}

/// Statuses and delays outside these would be mistakes, not faults.
constexpr int kStatusMin = 400;
constexpr int kStatusMax = 599;
constexpr int kDelayMaxMs = 600'000;

Answer add_fault(const Request& request, Holdings& held) {
    const Json json = Json::parse(request.body, nullptr, false);
    if (!json.is_object()) return wrong("a fault is a JSON object");
    const auto text = [&json](const char* name) {
        const Json value = json.value(name, Json(""));
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    const auto number = [&json](const char* name, int otherwise) {
        const Json value = json.value(name, Json(otherwise));
        return value.is_number_integer() ? value.get<int>() : otherwise;
    };
    const auto kind = fault_kind_of(text("kind"));
    if (!kind)
        return wrong(
            "`kind` is one of delay, drop_unheard, drop_unanswered, status, status_unheeded, "
            "time_out_unheard, "
            "time_out_unanswered");
    Fault fault{*kind,
                text("method"),
                text("path"),
                number("times", 1),
                number("status", 503),
                std::chrono::milliseconds{number("delayMs", 0)}};
    if (fault.times != kUntilCleared && fault.times < 1)
        return wrong("`times` is 1 or more, or -1 until cleared");
    if (fault.status < kStatusMin || fault.status > kStatusMax) return wrong("`status` is 400 to 599");
    if (fault.delay.count() < 0 || fault.delay.count() > kDelayMaxMs)
        return wrong("`delayMs` is 0 to 600000");
    held.faults.add(std::move(fault));
    return list_faults(request, held);
}

Answer clear_faults(const Request& request, Holdings& held) {
    held.faults.clear();
    return list_faults(request, held);
}

Answer forget_tokens(const Request&, Holdings& held) {
    held.tokens.forget_all();
    return ok(Json::object());
}

Answer sign_in(const Request& request, Holdings& held) {
    const Json json = Json::parse(request.body, nullptr, false);
    const Json name = json.is_object() ? json.value("username", Json()) : Json();
    const User* user = name.is_string() ? held.world.find_user(name.get<std::string>()) : nullptr;
    if (user == nullptr) return wrong("`username` is not a user of the sandbox");
    return ok({{"refresh_token", held.tokens.sign_in(*user)}});
}

struct Control {
    const char* method;
    const char* path;
    Answer (*handler)(const Request&, Holdings&);
};
constexpr std::array kControls{
    Control{"GET", "/_sandbox/calls", list_calls},
    Control{"GET", "/_sandbox/effects", list_effects},
    Control{"GET", "/_sandbox/faults", list_faults},
    Control{"POST", "/_sandbox/faults", add_fault},
    Control{"DELETE", "/_sandbox/faults", clear_faults},
    Control{"POST", "/_sandbox/tokens/forget", forget_tokens},
    Control{"POST", "/_sandbox/sign-in", sign_in},
};

}  // namespace

Answer control(const Request& request, Holdings& held) {
    for (const Control& one : kControls)
        if (request.method == one.method && request.target == one.path) return one.handler(request, held);
    return {404, "application/json", written({{"message", "no such control"}})};
}

}  // namespace sandbox
