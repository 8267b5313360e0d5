#include "server/reception/away.h"

#include <utility>
#include <vector>

namespace server::reception {
namespace {

using http::Method;
using http::Reply;

/// What comes by itself, without a person's touch: it keeps nobody's names on a screen.
bool comes_by_itself(const Visit& visit) {
    const PageName name = visit.page.name;
    return name == PageName::BoardPart || name == PageName::BoardChanges ||
           (name == PageName::Board && !visit.form["again"].empty());
}

bool pin_fits(const Office& office, const Visit& visit) {
    return same_secret(visit.account.pin_hash,
                       app::code_hash(office.needs.vault, app::kPin, visit.account.id, visit.form["pin"]));
}

using Fields = std::vector<std::pair<std::string, std::string>>;

/// What the page that asks keeps: a late form, or the page that was wanted.
Fields kept_fields(const Visit& visit) {
    // No page holds a password or a PIN: whoever typed them too late types them again.
    if (visit.page.method == Method::Post)
        return visit.form.fields({"form_token", "pin", "password", "new_pin", "again"});
    const std::string& target = visit.request.head.target;
    return {{"wanted", target.substr(0, target.find('?'))}};
}

/// The page that asks. Its form goes where the late one went.
Reply asks_for_pin(const Office& office, const Visit& visit, const std::string& error) {
    const bool is_post = visit.page.method == Method::Post;
    Words fields(Words::type::list);
    for (const auto& [name, value] : kept_fields(visit)) {
        Words field;
        field.set("field", name);
        field.set("value", value);
        fields << field;
    }
    Words words = words_of(office, visit);
    words.set("name", visit.account.name);
    words.set("to", is_post ? visit.request.head.target : "/come-back");
    words.set("fields", fields);
    words.set("is_late_form", is_post && visit.page.name != PageName::ComeBack);
    set_problem(words, error, "pin");
    Frame frame = frame_of(office, visit, "Are you there?");
    frame.away_after_s = 0;  // this page is the way back
    return form_page(frame, "away.html", words, error);
}

Reply must_sign_in(Office& office, Visit& visit) {
    office.sessions.close(visit.token);
    return go_to("/sign-in");
}

/// A PIN was typed.
std::optional<Reply> judge_pin(Office& office, Visit& visit) {
    if (pin_fits(office, visit)) {
        office.sessions.change(visit.token, [](Session& session) { session.wrong_pins = 0; });
        office.sessions.note_here(visit.token);
        return std::nullopt;
    }
    office.sessions.count_wrong_pin(visit.token);
    if (!office.sessions.find(visit.token)) return go_to("/sign-in");
    return asks_for_pin(office, visit, "The PIN is not right.");
}

}  // namespace

std::optional<Reply> who_is_here(Office& office, Visit& visit) {
    if (!visit.session || visit.session->stage != Stage::In) return std::nullopt;
    const bool comes_back = visit.page.name == PageName::ComeBack;
    visit.is_away = office.sessions.is_away(*visit.session);
    if (!visit.is_away && !comes_back) {
        if (!comes_by_itself(visit)) office.sessions.note_here(visit.token);
        return std::nullopt;
    }
    if (visit.page.unattended != Unattended::AsksForPin) return std::nullopt;
    if (visit.account.pin_hash.empty()) return must_sign_in(office, visit);
    if (visit.page.method == Method::Get) return asks_for_pin(office, visit, "");
    if (visit.form["pin"].empty()) return asks_for_pin(office, visit, comes_back ? "Enter your PIN." : "");
    auto refused = judge_pin(office, visit);
    if (!refused) visit.is_away = false;
    return refused;
}

Reply come_back_form(Office& office, Visit& visit) {
    if (!visit.is_away) return go_to("/");
    return visit.account.pin_hash.empty() ? must_sign_in(office, visit) : asks_for_pin(office, visit, "");
}

/// The PIN was right.
Reply come_back(Office&, Visit& visit) {
    if (!visit.form["stay"].empty()) return nothing();
    const std::string& wanted = visit.form["wanted"];
    return go_to(find_page(Method::Get, wanted).page == nullptr ? "/" : wanted);
}

Reply still_here(Office&, Visit& visit) {
    return visit.is_away ? go_to("/come-back") : nothing();
}

}  // namespace server::reception
