#include "kiosk/net/endpoint.h"

#include <fstream>
#include <sstream>

#include "kiosk/net/trust.h"

namespace kiosk::net {
namespace {

constexpr std::size_t kPemBytesMax = 64 * 1024;

base::Result<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(kPemBytesMax, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.is_open() || file.bad() || file.gcount() == 0) {
        return base::fail(base::ErrorKind::NotFound,
                          path + ": this file cannot be read; it comes from `hubctl kiosk add`");
    }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

base::Done named(const std::string& path, const base::Done& done) {
    if (done) return {};
    return base::fail(done.error().kind,
                      path + ": " + done.error().message + "; it comes from `hubctl kiosk add`");
}

}  // namespace

base::Result<Endpoint> read_endpoint(const EndpointFiles& files) {
    Endpoint endpoint;
    endpoint.url = files.url;
    endpoint.ca = TRY(read_file(files.ca));
    TRY_DONE(named(files.ca, check_certificate(endpoint.ca)));
    endpoint.certificate = TRY(read_file(files.certificate));
    TRY_DONE(named(files.certificate, check_certificate(endpoint.certificate)));
    endpoint.key = base::Secret(TRY(read_file(files.key)));
    TRY_DONE(named(files.key, check_key(endpoint.certificate, endpoint.key)));
    return endpoint;
}

}  // namespace kiosk::net
