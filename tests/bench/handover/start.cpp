#include "tests/bench/handover/start.h"

#include <chrono>

#include "shared/protocol/json.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/sending.h"
#include "tests/support/hub/server_process.h"
#include "tests/support/tls/tls_client.h"

namespace bench {
namespace {

using Steady = std::chrono::steady_clock;

double milliseconds_since(Steady::time_point begun) {
    return std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
}

/// The whole request by which the person of this appointment arrives.
std::string arrival_request(HubAndTown& hub, const domain::AppointmentId& appointment,
                            const domain::PersonId& person) {
    protocol::ArrivalRequest request;
    request.arrival = domain::ArrivalId(base::new_uuid_at(hub.entropy(), hub.clock().now()));
    request.person = person;
    request.appointments = {appointment};
    request.first_touch = domain::read_device_time(hub.clock());
    request.run_began = request.first_touch;
    request.told = request.first_touch;
    request.language = "en";
    const std::string headers =
        "Content-Type: application/json\r\nIdempotency-Key: " + request.arrival.text() + "\r\n" +
        protocol::kSendingHeader + ": " + protocol::to_header({request.told, false}) + "\r\n";
    return support::http_request("POST", protocol::kArrivalsPath, headers, protocol::encode(request));
}

/// Whose appointments these are, read before the record is closed.
base::Result<std::vector<domain::PersonId>> people_of(HubAndTown& hub, int count) {
    std::vector<domain::PersonId> people;
    const auto look = [&](server::app::View& view) -> base::Done {
        for (int i = 0; i < count; ++i) {
            const domain::AppointmentId id(hub.expected_now().at(static_cast<std::size_t>(i)));
            people.push_back(TRY(view.appointment(id)).person);
        }
        return {};
    };
    TRY_DONE(hub.open());
    TRY_DONE(hub.store().read(look));
    hub.close();
    return people;
}

base::Result<Start> start_once(HubAndTown& hub, const std::string& program, const std::string& request) {
    support::TlsClient::Options options;
    options.identity = hub.folder().kiosk();
    options.server_ca = hub.folder().authority();
    const std::string log = (hub.folder().path() / "server.log").string();
    Start start;
    const auto begun = Steady::now();
    const support::ServerProcess server(program, hub.folder().settings_file(), log);
    start.listening = milliseconds_since(begun);
    if (!server.listens())
        return base::fail(base::ErrorKind::Unavailable,
                          "hub-server did not start: " + support::file_bytes(log));
    support::TlsClient kiosk(hub.folder().settings().kiosk_port, options);
    const bool shaken = kiosk.shake_hands();
    const support::HttpReply reply = shaken ? kiosk.ask(request) : support::HttpReply{};
    start.first_check_in = milliseconds_since(begun);
    if (reply.status != 200 || reply.body.find("\"result\"") == std::string::npos)
        return base::fail(base::ErrorKind::Unavailable,
                          "the check-in was answered with " + std::to_string(reply.status));
    return start;
}

}  // namespace

base::Result<std::vector<Start>> start_and_check_in(HubAndTown& hub, const std::string& program, int times) {
    const auto people = TRY(people_of(hub, times));
    std::vector<Start> starts;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const domain::AppointmentId appointment(hub.expected_now().at(i));
        starts.push_back(TRY(start_once(hub, program, arrival_request(hub, appointment, people[i]))));
    }
    return starts;
}

}  // namespace bench
