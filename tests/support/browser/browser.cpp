#include "tests/support/browser/browser.h"

#include <regex>

#include <gtest/gtest.h>

namespace support {
namespace {

std::string encoded(const std::string& text) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (const char raw : text) {
        const auto c = static_cast<unsigned char>(raw);
        if (std::isalnum(c) != 0) {
            out += raw;
        } else {
            out += '%';
            out += kDigits[c >> 4];
            out += kDigits[c & 15];
        }
    }
    return out;
}

}  // namespace

HttpReply Browser::ask(const std::string& method, const std::string& path, const std::string& headers,
                       const std::string& body) {
    TlsClient::Options options;
    options.server_ca = authority_;
    TlsClient client(port_, options);
    if (!client.shake_hands()) return {};
    const std::string cookie = cookie_.empty() ? "" : "Cookie: " + cookie_ + "\r\n";
    auto reply = client.ask(http_request(method, path, cookie + headers, body));
    const std::string set = reply.header("Set-Cookie");
    if (!set.empty())
        cookie_ = set.find("Max-Age=0") == std::string::npos ? set.substr(0, set.find(';')) : "";
    return reply;
}

HttpReply Browser::follow(HttpReply reply, const std::string& path) {
    path_ = path;
    for (int hops = 0; reply.status == 303 && hops < 5; ++hops) {
        path_ = reply.header("Location");
        reply = ask("GET", path_, "", "");
    }
    page_ = reply.body;
    return reply;
}

HttpReply Browser::get(const std::string& path) {
    return follow(ask("GET", path, "", ""), path);
}

std::string Browser::form_token() const {
    static const std::regex pattern(R"(name="form_token" value="([0-9a-f]+)\")");
    std::smatch found;
    return std::regex_search(page_, found, pattern) ? found[1].str() : "";
}

HttpReply Browser::post(const std::string& path, std::vector<Field> fields) {
    std::string body = "form_token=" + form_token();
    for (const auto& [name, value] : fields) body += '&' + name + '=' + encoded(value);
    return follow(
        ask("POST", path,
            "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n", body),
        path);
}

void first_sign_in(Browser& browser, const std::string& name, const std::string& code,
                   const std::function<std::string(const std::string& key)>& telephone) {
    browser.get("/sign-in");
    browser.post("/sign-in", {{"name", name}, {"password", code}});
    browser.post("/password",
                 {{"password", kBrowserPassword}, {"again", kBrowserPassword}, {"pin", kBrowserPin}});
    const auto at = browser.page().find("id=\"key\">") + 9;
    std::string key = browser.page().substr(at, browser.page().find('<', at) - at);
    std::erase(key, ' ');
    browser.post("/second-step", {{"code", telephone(key)}});
    EXPECT_NE(browser.page().find("Keep these codes"), std::string::npos) << browser.page();
}

}  // namespace support
