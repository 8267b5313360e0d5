#pragma once

#include <string>
#include <vector>

#include "tests/sandbox/message.h"

/// R&M's answers that are not 200: `{"status","error","message","accessErrors"}`, nulls left out.
namespace sandbox {

Answer refusal(int status, const std::string& error, const std::string& message,
               const std::vector<std::string>& access_errors = {});

Answer bad_request(const std::string& message);
Answer not_found(const std::string& message);
Answer conflict(const std::string& message);
/// Malformed JSON, a wrong enum, an unknown path or verb: R&M has only its handler for any exception.
Answer unexpected_error(const std::string& message);
/// The firewall's HTML page.
Answer locked();
/// 401 with nothing in it.
Answer unauthorised();
/// Any status with a page of the proxy's in front of R&M.
Answer proxy_page(int status);

}  // namespace sandbox
