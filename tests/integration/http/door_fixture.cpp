#include "tests/integration/http/door_fixture.h"

#include <cstdlib>
#include <fstream>

#include <openssl/pem.h>

#include "server/app/call_reception.h"
#include "server/http/tls.h"
#include "shared/base/log.h"
#include "shared/protocol/json.h"
#include "shared/protocol/sending.h"
#include "tests/support/protocol/sample_messages.h"

namespace tests {
namespace {

using namespace server;

std::mutex log_mutex;
std::string log_text;

void keep_line(std::string_view line) {
    const std::lock_guard lock(log_mutex);
    log_text.append(line).push_back('\n');
}

std::string fingerprint_of(const std::string& pem) {
    BIO* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    std::string fingerprint = http::fingerprint_of(certificate);
    X509_free(certificate);
    BIO_free(bio);
    return fingerprint;
}

std::string write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path) << text;
    return path.string();
}

/// What a use case does here: leaves one call in the record, by which a test sees that it ran.
base::Done leave_trace(app::Transaction& tx, const std::string& id, const domain::KioskId& kiosk) {
    app::Call trace;
    trace.id = id + "/" + std::to_string(TRY(tx.open_calls()).size());
    trace.kiosk = kiosk;
    return tx.put(trace);
}

}  // namespace

void GatedStore::write(Command command, OnDone on_done) {
    {
        const std::lock_guard lock(mutex_);
        if (hold_writes_ && !full_) {
            held_.emplace_back(std::move(command), std::move(on_done));
            changed_.notify_all();
            return;
        }
    }
    if (full_) return on_done(base::fail(base::ErrorKind::Unavailable, "the queue is full"));
    store_.write(std::move(command), std::move(on_done));
}

base::Done GatedStore::read(const Look& look) {
    {
        std::unique_lock lock(mutex_);
        ++blocked_reads_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return !hold_reads_; });
        --blocked_reads_;
    }
    return store_.read(look);
}

void GatedStore::hold_writes() {
    const std::lock_guard lock(mutex_);
    hold_writes_ = true;
}

void GatedStore::release_writes() {
    std::vector<std::pair<Command, OnDone>> held;
    {
        const std::lock_guard lock(mutex_);
        hold_writes_ = false;
        held.swap(held_);
    }
    for (auto& [command, on_done] : held) store_.write(std::move(command), std::move(on_done));
}

void GatedStore::hold_reads() {
    const std::lock_guard lock(mutex_);
    hold_reads_ = true;
}

void GatedStore::release_reads() {
    {
        const std::lock_guard lock(mutex_);
        hold_reads_ = false;
    }
    changed_.notify_all();
}

void GatedStore::wait_for_held_writes(std::size_t count) {
    std::unique_lock lock(mutex_);
    ASSERT_TRUE(
        changed_.wait_for(lock, support::TlsClient::kPatience, [&] { return held_.size() >= count; }));
}

void GatedStore::wait_for_held_reads(std::size_t count) {
    std::unique_lock lock(mutex_);
    ASSERT_TRUE(
        changed_.wait_for(lock, support::TlsClient::kPatience, [&] { return blocked_reads_ >= count; }));
}

void GatedStore::be_full(bool full) {
    const std::lock_guard lock(mutex_);
    full_ = full;
}

Door::Door() {
    std::string name = (std::filesystem::temp_directory_path() / "hub-door-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    admit(kiosk_identity_, kKiosk);
    {
        const std::lock_guard lock(log_mutex);
        log_text.clear();
    }
    base::log::set_sink(keep_line);
}

Door::~Door() {
    store_.release_reads();
    store_.release_writes();
    door_.reset();
    base::log::set_sink(nullptr);
    std::filesystem::remove_all(folder_);
}

void Door::open(http::Limits limits) {
    const auto opened = start(0, limits);
    ASSERT_TRUE(opened) << opened.error().message;
}

base::Done Door::start(std::uint16_t port, http::Limits limits) {
    const support::Identity server = authority_.server("hub");
    const http::TlsFiles files{write_file(folder_ / "server.pem", server.certificate),
                               write_file(folder_ / "server.key", server.key),
                               write_file(folder_ / "ca.pem", authority_.certificate())};
    http::Services services{store_, clock_,
                            [this] {
                                return app::Moment{clock_.now(), domain::ClockState::Sure};
                            },
                            [this](std::string_view fingerprint) -> std::optional<domain::KioskId> {
                                const std::lock_guard lock(known_mutex_);
                                const auto found = known_.find(fingerprint);
                                return found == known_.end() ? std::nullopt : std::optional(found->second);
                            },
                            use_cases()};
    door_ = std::make_unique<http::KioskDoor>(files, limits, std::move(services));
    return door_->start("127.0.0.1", port);
}

http::UseCases Door::use_cases() {
    using Kiosk = domain::KioskId;
    using Moment = app::Moment;
    http::UseCases use;
    use.todays_list = [](app::View&, const Moment&) {
        return support::sample_todays_list();
    };
    use.find_person = [](app::View&, const protocol::FindRequest& request, const Moment&) {
        auto reply = support::sample_find_reply();
        if (request.query && request.query->letter == 'X') reply = {};
        return reply;
    };
    use.record_arrival = [](app::Transaction& tx, const Kiosk& kiosk, const protocol::ArrivalRequest& request,
                            const Moment&) -> base::Result<protocol::ArrivalReply> {
        TRY_DONE(leave_trace(tx, "arrival", kiosk));
        // An act that fails after it has changed something: nothing of it may stay.
        if (request.language == "xx") return base::fail(base::ErrorKind::NotFound, "no such appointment");
        return support::sample_arrival_reply();
    };
    use.undo_arrival = [](app::Transaction& tx, const Kiosk& kiosk, const protocol::UndoRequest&,
                          const Moment&) {
        return leave_trace(tx, "undo", kiosk);
    };
    use.note_late_reason = [](app::Transaction& tx, const Kiosk& kiosk, const protocol::ReasonRequest&,
                              const Moment&) {
        return leave_trace(tx, "reason", kiosk);
    };
    use.call_reception = [](app::Transaction& tx, const Kiosk& kiosk, const protocol::CallRequest&,
                            const Moment&) {
        return leave_trace(tx, "call", kiosk);
    };
    use.call_state = [](app::View& view, const Kiosk& kiosk, const std::string& call) {
        return app::call_state(view, kiosk, call);
    };
    use.heartbeat = [](app::Transaction& tx, const Kiosk& kiosk, const protocol::Heartbeat&,
                       const Moment&) -> base::Result<protocol::HeartbeatReply> {
        TRY_DONE(leave_trace(tx, "heartbeat", kiosk));
        return support::sample_heartbeat_reply();
    };
    return use;
}

std::unique_ptr<support::TlsClient> Door::client(const support::Identity& identity,
                                                 const std::string& from_address) {
    support::TlsClient::Options options;
    options.identity = identity;
    options.server_ca = authority_.certificate();
    options.from_address = from_address;
    auto made = std::make_unique<support::TlsClient>(door_->port(), options);
    EXPECT_TRUE(made->shake_hands());
    return made;
}

support::HttpReply Door::ask(const std::string& bytes) {
    return kiosk()->ask(bytes);
}

void Door::admit(const support::Identity& identity, const std::string& kiosk) {
    const std::lock_guard lock(known_mutex_);
    known_[fingerprint_of(identity.certificate)] = domain::KioskId(kiosk);
}

void Door::revoke_all() {
    const std::lock_guard lock(known_mutex_);
    known_.clear();
}

bool Door::nothing_changed() const {
    const auto record = store_.record();
    return record.calls.empty() && record.answers.empty() && record.events.empty();
}

std::string Door::log() const {
    const std::lock_guard lock(log_mutex);
    return log_text;
}

std::string find_request() {
    return support::http_request("POST", "/v1/find", kJson, protocol::encode(support::sample_find_request()));
}

std::string arrival_request(const std::string& more_headers) {
    const std::string headers =
        std::string(kJson) + "Idempotency-Key: " + kArrivalKey +
        "\r\nKiosk-Sending: " + protocol::to_header({support::sample_heartbeat().told, false}) + "\r\n" +
        more_headers;
    return support::http_request("POST", "/v1/arrivals", headers,
                                 protocol::encode(support::sample_arrival_request()));
}

std::string call_request() {
    const auto call = support::sample_call_request();
    return support::http_request("POST", "/v1/calls",
                                 std::string(kJson) + "Idempotency-Key: " + call.call + "\r\n",
                                 protocol::encode(call));
}

std::string heartbeat_request() {
    return support::http_request("POST", "/v1/heartbeat", kJson,
                                 protocol::encode(support::sample_heartbeat()));
}

}  // namespace tests
