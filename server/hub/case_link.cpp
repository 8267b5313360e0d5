#include "server/hub/case_link.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

namespace server::hub {
namespace {

base::Result<base::Secret> read_client_secret(const std::string& path) {
    std::ifstream file(path);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    if (text.empty()) {
        return base::fail(base::ErrorKind::Unauthorized,
                          path +
                              ": the case system client's secret is missing; write it into this file, "
                              "readable by the server's user only");
    }
    base::Secret secret(text);
    explicit_bzero(text.data(), text.size());
    return secret;
}

}  // namespace

base::Result<std::unique_ptr<app::CaseSystem>> link_case_system(const settings::Settings& settings,
                                                                const base::Clock& clock, app::Store& store) {
    const settings::CaseSystem& from = settings.case_system;
    case_system::ReferAndMonitorSettings to;
    to.url = from.url;
    to.token_url = from.token_url;
    to.client_id = from.client_id;
    to.client_secret = TRY(read_client_secret(from.client_secret_file));
    to.service_user = from.service_user;
    to.ca_bundle = from.ca_bundle;
    to.proxy = from.proxy;
    to.time_out = from.time_out;
    to.sign_in_turn_file = settings.data + "/sign_in.lock";
    to.reads_at_a_time = from.reads_at_a_time;
    switch (from.sign_in) {
        case settings::SignIn::Client:
            return std::make_unique<case_system::ReferAndMonitor>(std::move(to), clock);
        case settings::SignIn::LinkedUser:
            return std::make_unique<case_system::ReferAndMonitor>(
                std::move(to), clock, std::make_unique<app::RecordedRefreshToken>(store));
    }
    return std::make_unique<case_system::ReferAndMonitor>(std::move(to), clock);
}

app::SyncSettings sync_settings(const settings::Settings& settings) {
    app::SyncSettings sync;
    sync.contracts = settings.contracts;
    sync.addresses = settings.addresses;
    sync.rules = settings.rules;
    sync.calendar = settings.calendar;
    return sync;
}

app::ForwardSettings forward_settings(const settings::Settings& settings) {
    app::ForwardSettings forward;
    forward.late_as = settings.case_system.late_as == "value" ? app::LateAs::Value : app::LateAs::Flag;
    return forward;
}

std::unique_ptr<case_system::CsvDrop> link_csv_drop(const settings::Settings& settings) {
    const settings::CaseSystem& from = settings.case_system;
    switch (from.adapter) {
        case settings::Adapter::ReferAndMonitor:
            return nullptr;
        case settings::Adapter::CsvDrop:
            return std::make_unique<case_system::CsvDrop>(
                case_system::CsvDropSettings{from.csv_drop.out, from.csv_drop.returned});
    }
    return nullptr;
}

app::FileHandoverSettings file_settings(const settings::Settings& settings) {
    return {settings.case_system.csv_drop.every, settings.case_system.csv_drop.answer_within};
}

}  // namespace server::hub
