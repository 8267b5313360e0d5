#include "server/reception/reception.h"

#include <utility>

#include "server/reception/away.h"
#include "server/reception/denied_passwords.h"
#include "shared/base/log.h"

namespace server::reception {
namespace {

using http::Judged;
using http::Method;
using http::ProblemType;
using http::Reply;

constexpr char kFormMediaType[] = "application/x-www-form-urlencoded";
constexpr std::size_t kPasswordsWaiting = 16;

/// Where somebody belongs who has come so far.
const char* next_page(Stage stage) {
    switch (stage) {
        case Stage::PasswordDue:
            return "/password";
        case Stage::SecondFactorDue:
            return "/second-step";
        case Stage::CodeDue:
            return "/code";
        case Stage::In:
            return "/";
    }
    return "/";
}

/// A browser says from where it was led here. One that is too old to say is held by the form's token and by
/// the cookie, which no other site's form takes along.
bool is_of_another_site(const http::RequestHead& head) {
    return head.method == Method::Post && !head.fetch_site.empty() && head.fetch_site != "same-origin";
}

}  // namespace

http::Limits limits() {
    http::Limits limits;
    constexpr std::size_t kFormBytes = 192 * 1024;  // a calendar, each byte of it as three
    limits.body_bytes = kFormBytes;
    limits.connections = 256;
    limits.connections_an_address = 64;
    limits.connections_a_holder = 64;
    limits.requests = 128;
    limits.reads_waiting = 128;
    return limits;
}

Office::Office(Needs with, std::unique_ptr<Live> live_board, std::set<std::string, std::less<>> denied)
    : needs(std::move(with)),
      sessions(needs.vault, needs.entropy, needs.clock),
      live(std::move(live_board)),
      denied_passwords(std::move(denied)),
      board(needs.store, *live, needs.clock, needs.warnings) {}

Reception::Reception(Needs needs, std::unique_ptr<Live> live, const http::Limits& limits)
    : office_(std::move(needs), std::move(live), denied_passwords()),
      page_pool_(limits.read_threads, limits.reads_waiting),
      password_pool_(1, kPasswordsWaiting) {}

Reception::~Reception() = default;

std::optional<std::string> Reception::holder_of(std::string_view) {
    return std::nullopt;
}

Judged Reception::judge(const http::RequestHead& head, std::optional<std::uint64_t> body_bytes,
                        std::size_t body_bytes_max) {
    Judged judged;
    if (!head.has_host || head.repeats_single_header) {
        judged.refusal = refusal(ProblemType::MalformedRequest);
        return judged;
    }
    const std::string_view target = head.target;
    const Found found = find_page(head.method, target.substr(0, target.find('?')));
    if (found.page == nullptr) {
        const bool is_known = *found.allow != '\0';
        judged.refusal = refusal(is_known ? ProblemType::MethodNotAllowed : ProblemType::UnknownPath);
        judged.refusal->allow = found.allow;
        return judged;
    }
    judged.word = found.page->word;
    judged.route = static_cast<std::size_t>(found.page - pages().data());
    judged.id = found.id;
    if (head.method == Method::Post && head.content_type != kFormMediaType) {
        judged.refusal = refusal(ProblemType::UnsupportedMediaType);
    } else if (body_bytes.value_or(0) > body_bytes_max) {
        judged.refusal = refusal(ProblemType::TooLarge);
    } else if (is_of_another_site(head)) {
        judged.refusal = refusal(ProblemType::NotAllowed);
    }
    return judged;
}

Reply Reception::refusal(ProblemType type) {
    // Said in the way of pages; the status is that of the kiosks' door.
    const int status = http::problem(type).status;
    Words words;
    words.set("busy", type == ProblemType::Busy);
    words.set("unknown", type == ProblemType::UnknownPath);
    words.set("other", type != ProblemType::Busy && type != ProblemType::UnknownPath);
    Frame frame;
    frame.title = type == ProblemType::Busy ? "Please try again" : "This cannot be shown";
    frame.hub = office_.needs.hub;
    return page(frame, "refused.html", words, status);
}

void Reception::answer(http::Request request, http::OnReply on_reply) {
    http::ReadPool& pool =
        pages()[request.judged.route].pool == Pool::Passwords ? password_pool_ : page_pool_;
    const auto held = std::make_shared<http::OnReply>(std::move(on_reply));
    const bool taken = pool.run([this, held, request = std::move(request)] { (*held)(reply_to(request)); });
    if (!taken) (*held)(refusal(ProblemType::Busy));
}

Reply Reception::reply_to(const http::Request& request) {
    const Page& page = pages()[request.judged.route];
    Visit visit{request, page, {}, office_.needs.moment(), cookie_of(request.head.cookie, kCookie), {}, {}};
    if (!Sessions::is_token(visit.token)) visit.token.clear();
    if (page.method == Method::Post) {
        auto form = Form::parse(request.body);
        if (!form) return refusal(ProblemType::InvalidBody);
        visit.form = *std::move(form);
    } else if (const auto query = request.head.target.find('?'); query != std::string::npos) {
        // A wish such as a day; what cannot be read is none.
        auto wish = Form::parse(std::string_view(request.head.target).substr(query + 1));
        if (wish) visit.form = *std::move(wish);
    }
    if (auto refused = admit(visit)) return *std::move(refused);
    const bool is_ours = !visit.token.empty() &&
                         same_secret(visit.form["form_token"], office_.sessions.form_token(visit.token));
    if (page.method == Method::Post && !is_ours) return refusal(ProblemType::NotAllowed);
    if (auto asked = who_is_here(office_, visit)) return *std::move(asked);
    return page.handler(office_, visit);
}

std::optional<Reply> Reception::admit(Visit& visit) {
    if (!visit.page.stage) return std::nullopt;
    visit.session = office_.sessions.find(visit.token);
    if (!visit.session) return go_to("/sign-in");
    std::optional<app::Account> account;
    const auto read = office_.needs.store.read([&](app::View& view) -> base::Done {
        account = TRY(view.account(visit.session->account));
        return {};
    });
    if (!read) return told(office_, visit, read.error());
    if (!account || account->sessions_since != visit.session->since) {
        office_.sessions.close(visit.token);
        return go_to("/sign-in");
    }
    visit.account = *std::move(account);
    if (*visit.page.stage != visit.session->stage) return go_to(next_page(visit.session->stage));
    if (*visit.page.stage != Stage::In || visit.page.roles.has(visit.account.role)) return std::nullopt;
    base::log::warning("role_refused", {{"route", base::log::Value::word(visit.page.word)}});
    return told(office_, visit, {base::ErrorKind::Unauthorized, ""});
}

}  // namespace server::reception
