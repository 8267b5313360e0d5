#include "server/reception/render.h"

#include <array>
#include <utility>

#include "shared/base/invariant.h"

namespace server::reception {
namespace {

using http::Reply;

/// Nothing but our own files, no script or style inside a page, no frame, no form to elsewhere.
constexpr char kPolicy[] =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::array<std::pair<const char*, const char*>, 7> kHeaders{
    {{"Content-Security-Policy", kPolicy},
     {"X-Content-Type-Options", "nosniff"},
     {"Referrer-Policy", "no-referrer"},
     {"Cross-Origin-Opener-Policy", "same-origin"},
     {"Cross-Origin-Resource-Policy", "same-origin"},
     {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
     {"Strict-Transport-Security", "max-age=31536000"}}};

/// The files that anybody may have, and nothing else of what is built in.
struct Served {
    std::string_view name;
    const char* media_type;
};
constexpr std::array kServed{Served{"reception.css", "text/css; charset=utf-8"},
                             Served{"page.js", "text/javascript; charset=utf-8"},
                             Served{"away.js", "text/javascript; charset=utf-8"},
                             Served{"board.js", "text/javascript; charset=utf-8"},
                             Served{"govuk-frontend.min.js", "text/javascript; charset=utf-8"},
                             Served{"icon.svg", "image/svg+xml"},
                             Served{"licences.txt", "text/plain; charset=utf-8"}};
/// What several templates share.
constexpr std::array kParts{"part_problem", "part_state",   "part_deadline",   "part_sent",
                            "part_locked",  "part_ratings", "part_consent",    "part_cells",
                            "part_done",    "part_follows", "part_rule_reason"};

/// The template with its parts in their places: the library would read each part anew for each row.
std::string with_parts(std::string_view name) {
    std::string text(built_in(name));
    INVARIANT(!text.empty(), "a page names a template that there is");
    for (const char* part : kParts) {
        const std::string tag = "{{>" + std::string(part) + "}}";
        for (auto at = text.find(tag); at != std::string::npos; at = text.find(tag, at)) {
            text.replace(at, tag.size(), built_in(std::string(part) + ".html"));
        }
    }
    INVARIANT(text.find("{{>") == std::string::npos,
              "a template takes in parts that there are, no deeper than one");
    return text;
}

constexpr char kHtml[] = "text/html; charset=utf-8";

Reply with_headers(Reply reply) {
    for (const auto& [name, value] : kHeaders) reply.headers.emplace_back(name, value);
    return reply;
}

Reply html(std::string text, int status) {
    Reply reply;
    reply.status = status;
    reply.body = std::move(text);
    reply.media_type = kHtml;
    return with_headers(std::move(reply));
}

}  // namespace

Template::Template(std::string_view name) : form_(with_parts(name)) {
    INVARIANT(form_.is_valid(), "the templates of the program are well-formed");
}

std::string Template::fill(const Words& words) {
    return form_.render(words);
}

std::string fill(std::string_view name, const Words& words) {
    return Template(name).fill(words);
}

void set_problem(Words& words, const std::string& error, const std::string& field) {
    words.set("error", error);
    words.set("has_error", !error.empty());
    words.set("error_field", field);
}

Reply page(const Frame& frame, std::string_view name, const Words& words, int status) {
    Words around;
    around.set("title", frame.title);
    around.set("hub", frame.hub);
    around.set("content", fill(name, words));
    around.set("signed_in", !frame.who.empty());
    around.set("who", frame.who);
    around.set("form_token", frame.form_token);
    around.set("has_board", frame.has_board);
    around.set("has_surveys", frame.has_surveys);
    around.set("closes", frame.closes);
    around.set("may_rest", frame.away_after_s > 0);
    around.set("away_after_s", std::to_string(frame.away_after_s));
    around.set("is_away", frame.is_away);
    around.set("refreshes", frame.refresh_s > 0);
    around.set("refresh_s", std::to_string(frame.refresh_s));
    return html(fill("layout.html", around), status);
}

Reply form_page(Frame frame, std::string_view name, const Words& words, const std::string& error) {
    constexpr int kWrong = 400;
    if (error.empty()) return page(frame, name, words);
    frame.title = "Error: " + frame.title;
    return page(frame, name, words, kWrong);
}

Reply part(std::string_view name, const Words& words) {
    return html(fill(name, words), 200);
}

Reply nothing() {
    return html("", 204);
}

Reply go_to(const std::string& path) {
    Reply reply = html("", 303);
    reply.headers.emplace_back("Location", path);
    return reply;
}

std::optional<Reply> asset(std::string_view name) {
    for (const Served& file : kServed) {
        if (file.name != name) continue;
        Reply reply;
        reply.body = std::string(built_in(name));
        reply.media_type = file.media_type;
        reply = with_headers(std::move(reply));
        // The same for everybody. A new version of the program is seen within the hour.
        reply.headers.emplace_back("Cache-Control", "max-age=3600");
        return reply;
    }
    return std::nullopt;
}

Reply download(std::string text, const char* media_type, const std::string& file_name) {
    Reply reply;
    reply.body = std::move(text);
    reply.media_type = media_type;
    reply = with_headers(std::move(reply));
    reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file_name + '"');
    return reply;
}

Reply events(std::shared_ptr<http::Stream> stream) {
    Reply reply;
    reply.media_type = "text/event-stream";
    reply.stream = std::move(stream);
    return with_headers(std::move(reply));
}

}  // namespace server::reception
