#include "server/case_system/token_source.h"

namespace server::case_system {

app::CaseResult<Grant> ClientCredentials::fetch() {
    std::string form = "grant_type=client_credentials";
    if (!settings().service_user.empty()) form += "&username=" + percent_encoded(settings().service_user);
    return ask(form,
               "The case system's sign-in service does not accept the hub's client id, secret or service "
               "user. Check them in the settings.");
}

}  // namespace server::case_system
