#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/tls/tls_client.h"

namespace support {

/// What a browser without JavaScript does: it keeps the cookie, fills the form of the page it shows with the
/// token that stands there, and follows where it is sent.
class Browser {
public:
    Browser(std::uint16_t port, std::string authority) : port_(port), authority_(std::move(authority)) {}

    using Field = std::pair<std::string, std::string>;

    HttpReply get(const std::string& path);
    /// With the form token of the page it shows.
    HttpReply post(const std::string& path, std::vector<Field> fields = {});
    /// Any request; the cookie goes along.
    HttpReply ask(const std::string& method, const std::string& path, const std::string& headers,
                  const std::string& body);

    const std::string& path() const { return path_; }  ///< of the page it shows
    const std::string& page() const { return page_; }  ///< its text
    std::string cookie() const { return cookie_; }     ///< name and value
    void set_cookie(std::string cookie) { cookie_ = std::move(cookie); }
    std::string form_token() const;

private:
    HttpReply follow(HttpReply reply, const std::string& path);

    std::uint16_t port_;
    std::string authority_;
    std::string cookie_;
    std::string path_;
    std::string page_;
};

inline constexpr char kBrowserPassword[] = "three wet dogs";
inline constexpr char kBrowserPin[] = "271828";

/// The whole first sign-in of a new account by the code that it was added with: password, PIN, and the second
/// step with the code that a telephone shows for the key of the page, which is in Base32.
void first_sign_in(Browser& browser, const std::string& name, const std::string& code,
                   const std::function<std::string(const std::string& key)>& telephone);

}  // namespace support
