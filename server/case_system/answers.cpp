#include "server/case_system/answers.h"

#include <string>

#include "server/case_system/json_fields.h"

namespace server::case_system {

using app::CaseError;
using app::CaseFailure;

namespace {

/// `message` of R&M's error body; empty for anything else.
std::string message_in(std::string_view body) {
    const Json json = parse(body);
    if (!json.is_object()) return {};
    const auto found = json.find("message");
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string words_for(int status, std::string_view message) {
    switch (status) {
        case 400:
            return "The case system does not accept what the hub sent (400).";
        case 401:
            return "The case system does not accept the hub's sign-in (401). Check the client and service "
                   "user.";
        case 403:
            if (message.starts_with("could not map auth token to user"))
                return "The case system needs a service user for this (403). Set one in the settings.";
            return "The hub's service user may not do this in the case system (403). Check its groups.";
        case 404:
            return "The case system does not know this referral or appointment (404).";
        case 409:
            return "The case system holds another record of this appointment (409).";
        case 422:
            return "The case system needs the attendance recorded before it is submitted (422).";
        case 423:
            return "The case system's firewall does not like the words of the note (423). Write it more "
                   "plainly.";
        case 429:
            return "The case system asks the hub to wait (429).";
        case 500:
            return "The case system had an error of its own (500).";
        case 502:
        case 503:
        case 504:
            return "The case system is not working at the moment (" + std::to_string(status) + ").";
        default:
            return "The case system gave an answer the hub does not expect (" + std::to_string(status) + ").";
    }
}

}  // namespace

CaseFailure failure_of(int status) {
    switch (status) {
        case 401:
        case 403:
            return CaseFailure::NotAllowed;
        case 409:
            return CaseFailure::Conflict;
        case 429:
        case 502:
        case 503:
        case 504:
            return CaseFailure::Unreachable;
        case 500:
            return CaseFailure::ServerError;
        default:
            return CaseFailure::Refused;
    }
}

CaseError error_of(int status, std::string_view body) {
    const std::string message = message_in(body);
    if (status == 400 && message.find("future appointment") != std::string::npos)
        return {CaseFailure::TooEarly, status, "The case system says that the appointment is still to come."};
    return {failure_of(status), status, words_for(status, message)};
}

bool says_no_assessment(std::string_view body) {
    return message_in(body).starts_with("supplier assessment not found for referral");
}

CaseError not_understood(std::string_view what) {
    return {CaseFailure::NotUnderstood, 0,
            "The case system's answer does not have the form expected: " + std::string(what) + "."};
}

}  // namespace server::case_system
