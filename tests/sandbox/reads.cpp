#include <algorithm>
#include <array>
#include <charconv>

#include "tests/sandbox/refusals.h"
#include "tests/sandbox/turn.h"
#include "tests/sandbox/views.h"

namespace sandbox {
namespace {

constexpr int kPageSizeDefault = 50;
constexpr int kPageSizeMax = 2000;

Answer ok(const Json& body) {
    return {200, "application/json", written(body)};
}

int number_in(const Turn& turn, const char* name, int otherwise) {
    const auto found = turn.query.find(name);
    if (found == turn.query.end()) return otherwise;
    int number = otherwise;
    const char* end = found->second.data() + found->second.size();
    const auto read = std::from_chars(found->second.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number > 0 ? number : otherwise;
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// `completed` and `cancelled` filter both ways; an absent one does not filter. `search` is an exact
/// reference or full name, never a CRN.
bool wanted(const Turn& turn, const Referral& referral) {
    const auto differs = [&turn](const char* name, bool value) {
        const auto found = turn.query.find(name);
        return found != turn.query.end() && !found->second.empty() && (found->second == "true") != value;
    };
    const auto text = [&turn](const char* name) {
        const auto found = turn.query.find(name);
        return found == turn.query.end() ? std::string() : found->second;
    };
    const bool concluded = referral.concluded_at.has_value();
    if (differs("completed", concluded && referral.end_of_service_report)) return false;
    if (differs("cancelled", concluded && !referral.end_of_service_report)) return false;
    if (differs("unassigned", !referral.assigned_to)) return false;
    const std::string assigned_to = text("assignedTo");
    if (!assigned_to.empty() && (!referral.assigned_to || referral.assigned_to->user_id != assigned_to))
        return false;
    const std::string search = text("search");
    const std::string name = referral.person.first_name + ' ' + referral.person.last_name;
    return search.empty() || search == referral.reference || lower(search) == lower(name);
}

void sort_as_asked(const Turn& turn, std::vector<const Referral*>& rows) {
    const auto found = turn.query.find("sort");
    if (found == turn.query.end() || !found->second.starts_with("sentAt")) return;
    const bool newest_first = found->second.find("DESC") != std::string::npos;
    std::ranges::stable_sort(rows, [newest_first](const Referral* a, const Referral* b) {
        return newest_first ? b->sent_at < a->sent_at : a->sent_at < b->sent_at;
    });
}

Json page_view(const std::vector<const Referral*>& rows, int page, int size) {
    const int total = static_cast<int>(rows.size());
    const int pages = (total + size - 1) / size;
    const int first = std::min(total, (page - 1) * size);
    const int last = std::min(total, first + size);
    Json content = Json::array();
    for (int i = first; i < last; ++i) content.push_back(summary_row(*rows[static_cast<std::size_t>(i)]));
    return {{"content", std::move(content)},
            {"pageable", {{"pageNumber", page - 1}, {"pageSize", size}}},
            {"totalElements", total},
            {"totalPages", pages},
            {"number", page - 1},
            {"size", size},
            {"numberOfElements", last - first},
            {"first", page == 1},
            {"last", page >= pages},
            {"empty", first == last}};
}

/// The referral of the path, or why not.
const Referral* readable(Turn& turn, Answer& refused) {
    const Referral* referral = turn.world.find_referral(turn.parts[0]);
    if (referral == nullptr) {
        refused = not_found("sent referral not found [id=" + turn.parts[0] + "]");
        return nullptr;
    }
    refused = access_to(turn.bearer, *referral);
    return is_ok(refused) ? referral : nullptr;
}

const Referral* readable_by_plan(Turn& turn, Answer& refused) {
    const Referral* referral = turn.world.find_by_action_plan(turn.parts[0]);
    if (referral == nullptr) {
        refused = not_found("action plan not found [id=" + turn.parts[0] + "]");
        return nullptr;
    }
    refused = access_to(turn.bearer, *referral);
    return is_ok(refused) ? referral : nullptr;
}

}  // namespace

Answer list_referrals(Turn& turn) {
    std::vector<const Referral*> rows;
    for (const Referral& referral : turn.world.referrals())
        if (may_see(*turn.bearer.user, referral) && wanted(turn, referral)) rows.push_back(&referral);
    sort_as_asked(turn, rows);
    const int size = std::min(number_in(turn, "size", kPageSizeDefault), kPageSizeMax);
    constexpr int kPageMax = 100'000;
    return ok(page_view(rows, std::min(number_in(turn, "page", 1), kPageMax), size));
}

Answer get_referral(Turn& turn) {
    Answer refused;
    const Referral* referral = readable(turn, refused);
    return referral == nullptr ? refused : ok(referral_view(*referral));
}

Answer get_approved_plans(Turn& turn) {
    Answer refused;
    const Referral* referral = readable(turn, refused);
    return referral == nullptr ? refused : ok(approved_plans_view(*referral));
}

Answer get_assessment(Turn& turn) {
    Answer refused;
    const Referral* referral = readable(turn, refused);
    if (referral == nullptr) return refused;
    if (!referral->has_assessment)
        return not_found("supplier assessment not found for referral [id=" + referral->id + "]");
    return ok(assessment_view(*referral));
}

Answer get_sessions(Turn& turn) {
    Answer refused;
    const Referral* referral = readable_by_plan(turn, refused);
    return referral == nullptr ? refused : ok(sessions_view(*referral));
}

Answer get_session(Turn& turn) {
    Answer refused;
    const Referral* referral = readable_by_plan(turn, refused);
    if (referral == nullptr) return refused;
    for (const Session& session : referral->sessions)
        if (std::to_string(session.number) == turn.parts[1]) return ok(session_view(session));
    return refusal(
        404, "entity not found",
        "session not found [actionPlanId=" + turn.parts[0] + ", sessionNumber=" + turn.parts[1] + "]");
}

Answer get_withdrawal_reasons(Turn&) {
    struct Reason {
        const char* code;
        const char* description;
        const char* grouping;
    };
    constexpr std::array kReasons{
        Reason{"INE", "Ineligible Referral", "problem"},
        Reason{"MIS", "Mistaken or duplicate referral", "problem"},
        Reason{"NOT", "Not engaged", "user"},
        Reason{"NEE", "Needs met through another route", "user"},
        Reason{"MOV", "Moved out of service area", "user"},
        Reason{"WOR", "Work, caring commitments, or sickness", "user"},
        Reason{"USE", "User died", "user"},
        Reason{"ACQ", "Acquitted on appeal", "sentence"},
        Reason{"RET", "Returned to custody", "sentence"},
        Reason{"SER", "Sentence revoked", "sentence"},
        Reason{"SEE", "Sentence expired", "sentence"},
        Reason{"EAR", "Intervention has been completed", "early"},
        Reason{"ANO", "Any other change of circumstance", "other"},
    };
    Json list = Json::array();
    for (const Reason& one : kReasons)
        list.push_back({{"code", one.code}, {"description", one.description}, {"grouping", one.grouping}});
    return ok(list);
}

}  // namespace sandbox
