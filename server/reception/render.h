#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>

#include "server/http/exchange.h"

/// From words to pages. Every page of reception goes out through here, with the same headers.
namespace server::reception {

using Words = kainjow::mustache::data;

/// What stands around the content of every page.
struct Frame {
    std::string title;
    std::string hub;
    std::string who;                ///< the name of whoever is signed in; empty: nobody is
    std::string form_token;         ///< for the form that signs out
    bool has_board = false;         ///< whether their role sees it
    bool has_surveys = false;       ///< whether their role sees what becomes of surveys
    bool closes = false;            ///< whether their role closes the day
    std::int64_t away_after_s = 0;  ///< the page hides itself when nobody was there for so long; 0: never
    bool is_away = false;           ///< nobody was there for so long already: it shows no name
    int refresh_s = 0;              ///< without JavaScript the page comes again after so long; 0: it does not
};

/// A template of server/reception/templates. Everything put into it is text: it is escaped, but for what
/// stands in three braces. It may take in the parts that several templates share, such as
/// `{{>part_problem}}`.
class Template {
public:
    explicit Template(std::string_view name);
    std::string fill(const Words& words);

private:
    kainjow::mustache::mustache form_;
};
/// One that is filled once.
std::string fill(std::string_view name, const Words& words);

/// What is wrong with a form, for `part_problem`: the sentence, and the id of its field. Empty: nothing.
void set_problem(Words& words, const std::string& error, const std::string& field);

/// A whole page.
http::Reply page(const Frame& frame, std::string_view name, const Words& words, int status = 200);
/// A page with a form. With what is wrong with it, empty for nothing, it is a 400, and its title says so
/// first.
http::Reply form_page(Frame frame, std::string_view name, const Words& words, const std::string& error);
/// A part of a page, to be put into one.
http::Reply part(std::string_view name, const Words& words);
/// 204: it was done, and there is nothing to show.
http::Reply nothing();
/// To another page, by a fresh GET.
http::Reply go_to(const std::string& path);
/// A file of the program, as it is; none when there is none of this name.
std::optional<http::Reply> asset(std::string_view name);
/// A file to keep, under a name of plain letters.
http::Reply download(std::string text, const char* media_type, const std::string& file_name);
/// For a stream of events.
http::Reply events(std::shared_ptr<http::Stream> stream);

/// What stands in server/reception/templates or among the files that are served; empty when it is neither.
std::string_view built_in(std::string_view name);

}  // namespace server::reception
