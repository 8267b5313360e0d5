#include "server/reception/visit.h"

#include <utility>

namespace server::reception {
namespace {

int status_of(base::ErrorKind kind) {
    switch (kind) {
        case base::ErrorKind::InvalidInput:
            return 400;
        case base::ErrorKind::NotFound:
            return 404;
        case base::ErrorKind::Conflict:
            return 409;
        case base::ErrorKind::Unauthorized:
            return 403;
        case base::ErrorKind::Unavailable:
            return 503;
        case base::ErrorKind::Corrupt:
            return 500;
    }
    return 500;
}

}  // namespace

Frame frame_of(const Office& office, const Visit& visit, std::string title) {
    Frame frame;
    frame.title = std::move(title);
    frame.hub = office.needs.hub;
    if (!visit.session || visit.session->stage != Stage::In) return frame;
    frame.who = visit.account.name;
    frame.away_after_s = std::chrono::seconds(kNamesStay).count();
    frame.is_away = visit.is_away;
    frame.form_token = office.sessions.form_token(visit.token);
    frame.has_board = may(visit.account.role, PageName::Board);
    frame.has_surveys = may(visit.account.role, PageName::Surveys);
    frame.closes = may(visit.account.role, PageName::CloseDay);
    return frame;
}

Words words_of(const Office& office, const Visit& visit) {
    Words words;
    words.set("form_token", office.sessions.form_token(visit.token));
    words.set("hub", office.needs.hub);
    return words;
}

app::AccountOccasion account_occasion(const Office& office, const Visit& visit) {
    return {visit.account.name, visit.moment.now, office.needs.entropy, office.needs.vault};
}

app::RuleSet rules_of_file(const Office& office) {
    return {office.needs.rules, office.needs.calendar, office.needs.languages};
}

base::Result<app::RuleSet> rules_now(const Office& office, app::View& view) {
    return app::rules_in_force(view, rules_of_file(office));
}

app::Occasion occasion(const Office& office, const Visit& visit, const app::RuleSet& rules) {
    return {visit.moment, rules.rules, rules.calendar, office.needs.entropy};
}

http::Reply told(const Office& office, const Visit& visit, const base::Error& error) {
    using base::ErrorKind;
    Words words;
    words.set("not_there", error.kind == ErrorKind::NotFound);
    words.set("not_yours", error.kind == ErrorKind::Unauthorized);
    words.set("busy", error.kind == ErrorKind::Unavailable);
    words.set("damaged", error.kind == ErrorKind::Corrupt);
    words.set("clash", error.kind == ErrorKind::Conflict || error.kind == ErrorKind::InvalidInput);
    words.set("why", error.message);
    http::Reply reply =
        page(frame_of(office, visit, "This could not be done"), "told.html", words, status_of(error.kind));
    constexpr int kTryAgain = 2;
    if (error.kind == ErrorKind::Unavailable) reply.retry_after_s = kTryAgain;
    return reply;
}

void set_cookie(http::Reply& reply, const std::string& token) {
    std::string cookie = std::string(kCookie) + '=' + token + "; Path=/; Secure; HttpOnly; SameSite=Strict";
    if (token.empty()) cookie += "; Max-Age=0";
    reply.headers.emplace_back("Set-Cookie", std::move(cookie));
}

}  // namespace server::reception
