#include "kiosk/net/https.h"

#include <algorithm>
#include <csignal>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "kiosk/net/transfer.h"
#include "shared/base/invariant.h"

namespace kiosk::net {
namespace {

constexpr long kConnectionsKept = 4;
constexpr int kPollMs = 10'000;  ///< an upper bound only: send() and the end wake the worker

struct MultiFree {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

class CurlHttps final : public Https {
public:
    explicit CurlHttps(Endpoint endpoint) : endpoint_(std::move(endpoint)), multi_(curl_multi_init()) {
        INVARIANT(multi_ != nullptr, "libcurl gives a handle unless memory is gone");
        curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, kConnectionsKept);
        worker_ = std::thread([this] { run(); });
    }

    ~CurlHttps() override {
        {
            const std::lock_guard lock(mutex_);
            closing_ = true;
        }
        curl_multi_wakeup(multi_.get());
        worker_.join();
    }

    base::Done send(Request request, OnAnswer on_answer) override {
        {
            const std::lock_guard lock(mutex_);
            if (taken_ >= kRequestsMax || closing_) {
                return base::fail(base::ErrorKind::Unavailable, "too many requests are under way");
            }
            ++taken_;
            queue_.push_back(std::make_unique<Transfer>(endpoint_, std::move(request), std::move(on_answer)));
        }
        curl_multi_wakeup(multi_.get());
        return {};
    }

private:
    /// Moves what was queued to libcurl; false when the client is closing.
    bool take_up() {
        std::deque<std::unique_ptr<Transfer>> fresh;
        {
            const std::lock_guard lock(mutex_);
            if (closing_) return false;
            fresh.swap(queue_);
        }
        for (auto& transfer : fresh) {
            const CURLMcode code = curl_multi_add_handle(multi_.get(), transfer->handle());
            INVARIANT(code == CURLM_OK, "a new handle can be added");
            under_way_.push_back(std::move(transfer));
        }
        return true;
    }

    std::unique_ptr<Transfer> release(CURL* handle) {
        const auto found = std::find_if(under_way_.begin(), under_way_.end(),
                                        [&](const auto& one) { return one->handle() == handle; });
        INVARIANT(found != under_way_.end(), "libcurl finishes what was given to it");
        auto transfer = std::move(*found);
        under_way_.erase(found);
        curl_multi_remove_handle(multi_.get(), handle);
        const std::lock_guard lock(mutex_);
        --taken_;
        return transfer;
    }

    void run() {
        while (take_up()) {
            int running = 0;
            curl_multi_perform(multi_.get(), &running);
            int left = 0;
            while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
                if (message->msg != CURLMSG_DONE) continue;
                const CURLcode code = message->data.result;
                release(message->easy_handle)->finish(code);
            }
            curl_multi_poll(multi_.get(), nullptr, 0, kPollMs, nullptr);
        }
        while (!under_way_.empty()) release(under_way_.front()->handle())->give_up();
        std::deque<std::unique_ptr<Transfer>> fresh;
        {
            const std::lock_guard lock(mutex_);
            fresh.swap(queue_);
        }
        for (auto& transfer : fresh) transfer->give_up();
    }

    const Endpoint endpoint_;
    std::unique_ptr<CURLM, MultiFree> multi_;
    std::vector<std::unique_ptr<Transfer>> under_way_;  ///< the worker's own
    std::mutex mutex_;
    std::deque<std::unique_ptr<Transfer>> queue_;
    std::size_t taken_ = 0;  ///< queued and under way
    bool closing_ = false;
    std::thread worker_;
};

}  // namespace

base::Result<std::unique_ptr<Https>> Https::start(Endpoint endpoint) {
    // A server that goes away while it is written to must not end the kiosk.
    std::signal(SIGPIPE, SIG_IGN);
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);  // safe to call from one thread
    if (started != CURLE_OK) return base::fail(base::ErrorKind::Unavailable, "libcurl does not start");
    return std::make_unique<CurlHttps>(std::move(endpoint));
}

}  // namespace kiosk::net
