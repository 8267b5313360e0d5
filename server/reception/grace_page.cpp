// How long after its start somebody is in time for an appointment.

#include <charconv>

#include "server/app/hub_rules.h"
#include "server/reception/rule_form.h"

namespace server::reception {
namespace {

using http::Reply;
using std::chrono::minutes;

std::optional<minutes> minutes_typed(const std::string& text) {
    int count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
    if (!is_number || count < 0 || minutes{count} > app::kGraceMax) return std::nullopt;
    return minutes{count};
}

void fill(Words& words, const Visit& visit, const app::RuleSet& set) {
    const domain::Date today = domain::london_date(visit.moment.now);
    const auto now = std::chrono::duration_cast<minutes>(app::grace_on(set.rules, today)).count();
    words.set("grace_now", std::to_string(now));
    words.set("grace", visit.form["grace"]);
    words.set("from", is_typed(visit) ? visit.form["from"] : domain::to_text(domain::next_day(today)));
}

constexpr RuleForm kForm{"/settings/grace", "settings_grace.html", "Grace", "from", fill};

}  // namespace

Reply grace_form(Office& office, Visit& visit) {
    return rule_sheet(office, visit, kForm);
}

Reply change_grace(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const auto grace = minutes_typed(visit.form["grace"]);
    if (!grace) wrong.say("grace", "Enter the minutes, 0 to 60.");
    const auto from = domain::parse_date(visit.form["from"]);
    if (!from) wrong.say("from", "Enter a day.");
    if (wrong.any()) return change_rule(office, visit, kForm, {}, wrong);
    return change_rule(office, visit, kForm, app::GraceChange{*grace, *from}, {});
}

}  // namespace server::reception
