#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/http/routes.h"
#include "shared/base/instant.h"

/// Between Beast's messages and what the routes and use cases speak of.
namespace server::http {

RequestHead head_of(const boost::beast::http::request_header<>& fields);

/// Without what depends on the connection (keep-alive) and without the payload's headers. Nothing may be
/// cached: it is about people. The answer to HEAD has no body.
boost::beast::http::response<boost::beast::http::string_body> response_of(Reply reply,
                                                                          const RequestHead& head,
                                                                          base::Instant now);

}  // namespace server::http
