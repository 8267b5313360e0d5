#include "tests/sandbox/refusals.h"

#include <nlohmann/json.hpp>

namespace sandbox {
namespace {

Answer nginx_page(int status, const std::string& title) {
    const std::string line = std::to_string(status) + ' ' + title;
    return {status, "text/html",
            "<html>\r\n<head><title>" + line + "</title></head>\r\n<body>\r\n<center><h1>" + line +
                "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"};
}

}  // namespace

Answer refusal(int status, const std::string& error, const std::string& message,
               const std::vector<std::string>& access_errors) {
    nlohmann::ordered_json body{{"status", status}, {"error", error}, {"message", message}};
    if (!access_errors.empty()) body["accessErrors"] = access_errors;
    return {status, "application/json",
            body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
}

Answer bad_request(const std::string& message) {
    return refusal(400, "Bad Request", message);
}

Answer not_found(const std::string& message) {
    return refusal(404, "Not Found", message);
}

Answer conflict(const std::string& message) {
    return refusal(409, "Conflict", message);
}

Answer unexpected_error(const std::string& message) {
    return refusal(500, "unexpected error", message);
}

Answer locked() {
    return nginx_page(423, "Locked");
}

Answer unauthorised() {
    return {401, "", ""};
}

Answer proxy_page(int status) {
    switch (status) {
        case 429:
            return nginx_page(status, "Too Many Requests");
        case 502:
            return nginx_page(status, "Bad Gateway");
        case 503:
            return nginx_page(status, "Service Temporarily Unavailable");
        case 504:
            return nginx_page(status, "Gateway Time-out");
        case 500:
            return unexpected_error("could not open connection");
        default:
            return nginx_page(status, "Error");
    }
}

}  // namespace sandbox
