#include "tests/bench/hub_under_load.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "server/app/record_arrival.h"
#include "server/ctl/commands.h"
#include "server/hub/record.h"
#include "shared/protocol/json.h"
#include "shared/protocol/sending.h"

namespace bench {
namespace {

constexpr std::uint16_t kPort = 28'443;
constexpr int kPeopleATransaction = 500;

std::string settings_text() {
    return R"([hub]
name = "Bench"
contracts = ["DN671065_MANCHESTER_PWB"]
opens = "00:00"
closes = "23:59"
[[hub.address]]
postcode = "M12 6JX"
[server]
names = ["127.0.0.1"]
listen_address = "127.0.0.1"
kiosk_port = 28443
[case_system]
url = "http://127.0.0.1:9"
token_url = "http://127.0.0.1:9/token"
client_id = "hub"
[sync]
every_minutes = 240
[clock]
trust = "case_system"
)";
}

struct Expected {
    domain::PersonId person;
    domain::AppointmentId appointment;
    domain::ArrivalId arrival;
};

}  // namespace

struct HubUnderLoad::State {
    std::string folder;
    server::settings::Settings settings;
    base::SystemClock clock;
    base::SystemEntropy entropy;
    std::vector<Expected> people;
    std::vector<std::string> kiosks;
    pid_t server = 0;

    base::Done fill(int count) {
        const auto record = TRY(server::hub::open_record(settings, entropy, {}));
        const base::Instant now = clock.now();
        for (int first = 0; first < count; first += kPeopleATransaction) {
            const base::Done done =
                record.store->write_and_wait([&](server::app::Transaction& transaction) -> base::Done {
                    for (int n = first; n < std::min(count, first + kPeopleATransaction); ++n) {
                        TRY_DONE(put_person(transaction, n, now));
                    }
                    return {};
                });
            TRY_DONE(done);
        }
        return {};
    }

    base::Done put_person(server::app::Transaction& transaction, int n, base::Instant now) {
        Expected expected{domain::PersonId(base::new_uuid(entropy)),
                          domain::AppointmentId(base::new_uuid(entropy)),
                          domain::ArrivalId(base::new_uuid_at(entropy, now))};
        server::app::Person person;
        person.id = expected.person;
        person.crn = "X" + std::to_string(100'000 + n);
        person.first_name = "Person";
        person.last_name = "Invented";
        person.born = domain::Date{std::chrono::year{1980}, std::chrono::month{3}, std::chrono::day{14}};
        TRY_DONE(transaction.put(person));
        server::app::Referral referral{domain::ReferralId(base::new_uuid(entropy)), person.id,
                                       settings.contracts.front(), "AB1234CD", false};
        TRY_DONE(transaction.put(referral));
        domain::Appointment appointment;
        appointment.id = expected.appointment;
        appointment.referral = referral.id;
        appointment.person = person.id;
        appointment.start = now;
        appointment.at_this_hub = true;
        TRY_DONE(transaction.put(appointment));
        people.push_back(std::move(expected));
        return {};
    }

    protocol::ArrivalRequest request(int n) const {
        const Expected& who = people.at(static_cast<std::size_t>(n));
        const domain::DeviceTime now = domain::read_device_time(clock);
        protocol::ArrivalRequest request;
        request.arrival = who.arrival;
        request.person = who.person;
        request.appointments = {who.appointment};
        request.first_touch = now;
        request.run_began = now;
        request.told = now;
        request.language = "en";
        return request;
    }
};

HubUnderLoad::HubUnderLoad(std::unique_ptr<State> state) : state_(std::move(state)) {}

HubUnderLoad::~HubUnderLoad() {
    stop();
}

base::Result<std::unique_ptr<HubUnderLoad>> HubUnderLoad::make(const std::string& folder, int people,
                                                               int kiosks) {
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->settings = TRY(server::settings::parse(settings_text(), "bench", folder));
    std::ofstream(folder + "/hub.toml") << settings_text();
    std::ostringstream words;
    const server::ctl::Hub hub{state->settings, state->clock, state->entropy, words};
    TRY_DONE(server::ctl::init(hub));
    std::ofstream(folder + "/keys/case-system.secret") << "bench";
    for (int i = 0; i < kiosks; ++i) {
        state->kiosks.push_back(folder + "/kiosk-" + std::to_string(i));
        TRY_DONE(server::ctl::add_kiosk(hub, "kiosk-" + std::to_string(i), state->kiosks.back()));
    }
    TRY_DONE(state->fill(people));
    return std::unique_ptr<HubUnderLoad>(new HubUnderLoad(std::move(state)));
}

base::Result<double> HubUnderLoad::one_at_a_time(int from, int count) {
    const auto record = TRY(server::hub::open_record(state_->settings, state_->entropy, {}));
    const domain::Calendar calendar;
    const auto begin = std::chrono::steady_clock::now();
    for (int n = from; n < from + count; ++n) {
        const auto request = state_->request(n);
        const server::app::Occasion occasion{{state_->clock.now(), domain::ClockState::Sure},
                                             state_->settings.rules,
                                             calendar,
                                             state_->entropy};
        const base::Done done =
            record.store->write_and_wait([&](server::app::Transaction& transaction) -> base::Done {
                TRY(server::app::record_arrival(transaction, domain::KioskId("kiosk-0"), request, occasion));
                return {};
            });
        TRY_DONE(done);
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

base::Done HubUnderLoad::start(const std::string& programs) {
    const std::string program = programs + "/hub-server";
    const std::string settings = state_->folder + "/hub.toml";
    const std::string log = state_->folder + "/server.log";
    int ready[2] = {-1, -1};
    if (pipe(ready) != 0) return base::fail(base::ErrorKind::Unavailable, "no pipe");
    state_->server = fork();
    if (state_->server == 0) {
        const int log_file = open(log.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
        dup2(ready[1], STDOUT_FILENO);
        dup2(log_file, STDERR_FILENO);
        close(ready[0]);
        execl(program.c_str(), program.c_str(), "--settings", settings.c_str(), nullptr);
        _exit(127);
    }
    close(ready[1]);
    char first = 0;
    const bool listening = read(ready[0], &first, 1) == 1;
    close(ready[0]);
    if (!listening) return base::fail(base::ErrorKind::Unavailable, "hub-server did not start; see " + log);
    return {};
}

void HubUnderLoad::stop() {
    if (state_->server <= 0) return;
    kill(state_->server, SIGTERM);
    waitpid(state_->server, nullptr, 0);
    state_->server = 0;
}

std::string HubUnderLoad::arrival_request(int n) const {
    const auto request = state_->request(n);
    const std::string body = protocol::encode(request);
    return "POST /v1/arrivals HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
           "application/json\r\nIdempotency-Key: " +
           request.arrival.text() + "\r\n" + protocol::kSendingHeader + ": " +
           protocol::to_header({request.told, false}) + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

std::vector<std::string> HubUnderLoad::kiosk_folders() const {
    return state_->kiosks;
}

std::string HubUnderLoad::ca_file() const {
    return state_->kiosks.front() + "/ca.pem";
}

std::uint16_t HubUnderLoad::port() const {
    return kPort;
}

double HubUnderLoad::resident_mb() const {
    std::ifstream status("/proc/" + std::to_string(state_->server) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) / 1024;
    }
    return 0;
}

}  // namespace bench
