#include "tests/sandbox/case_system.h"

#include <algorithm>
#include <array>

#include "shared/base/entropy.h"
#include "tests/sandbox/control.h"
#include "tests/sandbox/encoding.h"
#include "tests/sandbox/firewall.h"
#include "tests/sandbox/refusals.h"
#include "tests/sandbox/turn.h"

namespace sandbox {
namespace {

/// A bare client reads a referral and its assessment; R&M needs a user for all else.
constexpr std::array kRoutes{
    Route{"GET", "/sent-referrals/summaries", Needs::User, list_referrals},
    Route{"GET", "/sent-referral/{id}", Needs::Token, get_referral},
    Route{"GET", "/sent-referral/{id}/approved-action-plans", Needs::Token, get_approved_plans},
    Route{"GET", "/sent-referral/{id}/supplier-assessment", Needs::Token, get_assessment},
    Route{"GET", "/action-plan/{id}/appointments", Needs::User, get_sessions},
    Route{"GET", "/action-plan/{id}/appointments/{number}", Needs::User, get_session},
    Route{"GET", "/referral-withdrawal-reasons", Needs::Token, get_withdrawal_reasons},
    Route{"PUT", "/referral/{id}/supplier-assessment/record-attendance", Needs::User,
          put_assessment_attendance},
    Route{"PUT", "/referral/{id}/supplier-assessment/record-session-feedback", Needs::User,
          put_assessment_feedback},
    Route{"POST", "/referral/{id}/supplier-assessment/submit-feedback", Needs::User, submit_assessment},
    Route{"PUT", "/referral/{id}/delivery-session-appointments/{id}/attendance", Needs::User,
          put_session_attendance},
    Route{"PUT", "/referral/{id}/delivery-session-appointments/{id}/session-feedback", Needs::User,
          put_session_feedback},
    Route{"POST", "/referral/{id}/delivery-session-appointments/{id}/submit-feedback", Needs::User,
          submit_session},
};

std::string path_of(const std::string& target) {
    return target.substr(0, target.find('?'));
}

std::string query_of(const std::string& target) {
    const std::size_t mark = target.find('?');
    return mark == std::string::npos ? std::string() : target.substr(mark + 1);
}

/// Cuts the next part, up to a slash, off the front.
std::string_view next_part(std::string_view& path) {
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), part.size() + 1));
    return part;
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& parts) {
    parts.clear();
    if (std::ranges::count(pattern, '/') != std::ranges::count(path, '/')) return false;
    while (!pattern.empty()) {
        const std::string_view wanted = next_part(pattern);
        const std::string_view found = next_part(path);
        if (wanted.starts_with('{'))
            parts.emplace_back(found);
        else if (wanted != found)
            return false;
    }
    return true;
}

bool takes_uuids(const Route& route, const std::vector<std::string>& parts) {
    const bool numbered = route.path.ends_with("{number}");
    const std::size_t ids = parts.size() - (numbered ? 1 : 0);
    return std::all_of(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(ids), base::is_uuid);
}

bool is_token_call(const Request& request) {
    return request.method == "POST" && path_of(request.target).ends_with("/oauth/token");
}

/// A refresh token is a secret; the grant and the user are not.
std::string body_without_secrets(const Request& request) {
    if (!is_token_call(request)) return request.body;
    auto fields = form_fields(request.body);
    const std::string username = fields["username"];
    return "grant_type=" + fields["grant_type"] + (username.empty() ? "" : "&username=" + username);
}

}  // namespace

CaseSystem::CaseSystem(World world, TokenSettings tokens)
    : held_{std::move(world), Tokens(std::move(tokens)), {}, {}} {}

Answer CaseSystem::answer(const Request& request, base::Instant now, Call& call) {
    if (is_token_call(request)) {
        Answer granted = held_.tokens.grant(request, held_.world, now);
        return granted;
    }
    if (firewall_dislikes(request)) return locked();
    const auto bearer = held_.tokens.bearer(request.authorization, now);
    if (!bearer) return unauthorised();
    if (bearer->user) call.username = bearer->user->username;

    Turn turn{held_.world, request, *bearer, now, {}, form_fields(query_of(request.target)), false};
    const std::string path = path_of(request.target);
    for (const Route& route : kRoutes) {
        if (request.method != route.method || !matches(route.path, path, turn.parts)) continue;
        if (!takes_uuids(route, turn.parts))
            return refusal(400, "invalid parameter",
                           "Method parameter 'id': Failed to convert to type 'UUID'");
        if (route.needs == Needs::User || bearer->user)
            if (Answer refused = user_scope(*bearer); !is_ok(refused)) return refused;
        Answer answer = route.handler(turn);
        call.took_effect = turn.took_effect;
        return answer;
    }
    return unexpected_error("No static resource " + path);
}

Outcome CaseSystem::struck(const Request& request, base::Instant now, Call& call) {
    const auto fault = held_.faults.strike(request.method, request.target);
    if (!fault) return {answer(request, now, call), Sending::Sent, {}};
    call.fault = word_of(fault->kind);
    switch (fault->kind) {
        case FaultKind::Delay:
            return {answer(request, now, call), Sending::Sent, fault->delay};
        case FaultKind::DropUnheard:
            return {{}, Sending::ConnectionDropped, fault->delay};
        case FaultKind::DropUnanswered:
            return {answer(request, now, call), Sending::ConnectionDropped, fault->delay};
        case FaultKind::Status:
            return {proxy_page(fault->status), Sending::Sent, fault->delay};
        case FaultKind::StatusUnheeded:
            (void)answer(request, now, call);
            return {proxy_page(fault->status), Sending::Sent, fault->delay};
        case FaultKind::TimeOutUnheard:
            return {{}, Sending::NeverAnswered, fault->delay};
        case FaultKind::TimeOutUnanswered:
            return {answer(request, now, call), Sending::NeverAnswered, fault->delay};
    }
    return {};
}

Outcome CaseSystem::handle(const Request& request, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (request.target.starts_with("/_sandbox/")) return {control(request, held_), Sending::Sent, {}};
    if (request.target == "/health")
        return {{200, "application/json", R"({"status":"UP"})"}, Sending::Sent, {}};
    Call call;
    call.sequence = static_cast<int>(held_.calls.size()) + 1;
    call.at = now;
    call.method = request.method;
    call.path = request.target;
    call.body = body_without_secrets(request);
    Outcome outcome = struck(request, now, call);
    call.status = outcome.sending == Sending::Sent ? outcome.answer.status : 0;
    held_.calls.push_back(call);
    if (told_) told_(call);
    return outcome;
}

std::vector<Call> CaseSystem::calls() const {
    const std::lock_guard lock(mutex_);
    return held_.calls;
}

std::vector<Call> CaseSystem::calls(const std::string& method, const std::string& path_part) const {
    std::vector<Call> found = calls();
    std::erase_if(found, [&](const Call& call) {
        return (!method.empty() && call.method != method) || call.path.find(path_part) == std::string::npos;
    });
    return found;
}

Effects CaseSystem::effects(const std::string& appointment) const {
    const std::lock_guard lock(mutex_);
    const auto found = held_.world.effects.find(appointment);
    return found == held_.world.effects.end() ? Effects{} : found->second;
}

void CaseSystem::on_call(std::function<void(const Call&)> told) {
    const std::lock_guard lock(mutex_);
    told_ = std::move(told);
}

void CaseSystem::add_fault(Fault fault) {
    const std::lock_guard lock(mutex_);
    held_.faults.add(std::move(fault));
}

void CaseSystem::clear_faults() {
    const std::lock_guard lock(mutex_);
    held_.faults.clear();
}

void CaseSystem::forget_tokens() {
    const std::lock_guard lock(mutex_);
    held_.tokens.forget_all();
}

void CaseSystem::set_token_lifetime(std::chrono::seconds lifetime) {
    const std::lock_guard lock(mutex_);
    held_.tokens.set_lifetime(lifetime);
}

std::string CaseSystem::sign_in(const std::string& username) {
    const std::lock_guard lock(mutex_);
    const User* user = held_.world.find_user(username);
    return user == nullptr ? std::string() : held_.tokens.sign_in(*user);
}

}  // namespace sandbox
