#include "tests/support/hub/hub_folder.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/ctl/commands.h"
#include "shared/base/invariant.h"

namespace support {
namespace {

constexpr std::uint16_t kFirstPort = 20'000;
constexpr std::uint16_t kPorts = 10'000;

std::string settings_text(const HubFolder::Plan& plan) {
    std::ostringstream text;
    text << "[hub]\nname = \"Ardwick Green\"\ncontracts = [\"DN671065_MANCHESTER_PWB\"]\n"
         << "opens = \"00:00\"\ncloses = \"23:59\"\n[[hub.address]]\npostcode = \"M12 6JX\"\n"
         << "[server]\nnames = [\"localhost\", \"127.0.0.1\"]\nlisten_address = \"127.0.0.1\"\n"
         << "kiosk_port = " << plan.kiosk_port << "\n[case_system]\nurl = \"" << plan.case_system_url
         << "\"\ntoken_url = \"" << plan.case_system_url << "/auth/oauth/token\"\n"
         << "client_id = \"hub\"\nservice_user = \"HUB_SERVICE\"\n[clock]\ntrust = \"case_system\"\n";
    return text.str();
}

bool is_free(std::uint16_t port) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_port = htons(port);
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool free = ::bind(handle, reinterpret_cast<sockaddr*>(&here), sizeof here) == 0;
    ::close(handle);
    return free;
}

}  // namespace

HubFolder::HubFolder(const Plan& plan, const base::Clock& clock, base::Entropy& entropy) {
    std::string name = (std::filesystem::temp_directory_path() / "hub-folder-XXXXXX").string();
    INVARIANT(mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
    folder_ = name;
    std::ofstream(settings_file()) << settings_text(plan);
    std::filesystem::create_directories(folder_ / "keys");
    std::ofstream(folder_ / "keys" / "case-system.secret") << "demo-secret";
    auto read = server::settings::read(settings_file());
    INVARIANT(read.has_value(), "the settings are right");
    settings_ = *std::move(read);
    std::ostringstream said;
    const server::ctl::Hub hub{settings_, clock, entropy, said};
    INVARIANT(server::ctl::init(hub).has_value(), "a hub can be made");
    INVARIANT(server::ctl::add_kiosk(hub, "front-door", (folder_ / "kiosk").string()).has_value(),
              "a kiosk can be added");
}

HubFolder::~HubFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string HubFolder::authority() const {
    return file_bytes(folder_ / "keys" / "ca.pem");
}

Identity HubFolder::kiosk() const {
    return {file_bytes(folder_ / "kiosk" / "kiosk.pem"), file_bytes(folder_ / "kiosk" / "kiosk.key")};
}

std::uint16_t free_port() {
    for (unsigned i = 0; i < kPorts; ++i) {
        const auto port =
            static_cast<std::uint16_t>(kFirstPort + (static_cast<unsigned>(::getpid()) * 7 + i) % kPorts);
        if (is_free(port)) return port;
    }
    INVARIANT(false, "some port is free");
}

std::string file_bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace support
