#include "server/reception/live.h"

#include <utility>

#include "shared/base/log.h"

namespace server::reception {

/// One open board. Holds what it needs of Live, which may be gone before the connection is.
struct Live::Board final : http::Stream {
    Board(std::shared_ptr<Shared> with, std::string start_id, std::int64_t version_told)
        : shared(std::move(with)), start(std::move(start_id)), told(version_told) {}
    ~Board() override { Board::listen({}); }

    std::optional<std::string> take() override {
        const std::lock_guard lock(shared->mutex);
        if (shared->ended) return std::nullopt;
        if (told == shared->version) return std::string();
        told = shared->version;
        return "event: change\nid: " + id_of(start, told) + "\ndata: now\n\n";
    }

    void listen(std::function<void()> wake) override {
        const std::lock_guard lock(shared->mutex);
        if (wake)
            shared->listening[this] = std::move(wake);
        else
            shared->listening.erase(this);
    }

    const std::shared_ptr<Shared> shared;
    const std::string start;
    std::int64_t told;
};

Live::Live(std::unique_ptr<app::ChangeMark> mark, std::string start)
    : start_(std::move(start)), mark_(std::move(mark)) {}

Live::~Live() {
    thread_ = {};
    const std::lock_guard lock(shared_->mutex);
    shared_->ended = true;
    for (const auto& [_, wake] : shared_->listening) wake();
}

void Live::start() {
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Live::run(const std::stop_token& stop) {
    std::chrono::milliseconds since_all{0};
    while (!stop.stop_requested()) {
        const bool time_passed = since_all >= kTimePasses;
        look(time_passed);
        since_all = time_passed ? std::chrono::milliseconds{0} : since_all + kLooksForChangesEvery;
        std::unique_lock lock(waiting_mutex_);
        waiting_.wait_for(lock, stop, kLooksForChangesEvery, [] { return false; });
    }
}

void Live::look(bool time_passed) {
    const auto mark = this->mark();
    if (!mark) base::log::warning("changes_not_seen", {{"kind", static_cast<int>(mark.error().kind)}});
    const bool changed = mark && *mark != last_mark_;
    if (changed) last_mark_ = *mark;
    if (!changed && !time_passed) return;
    const std::lock_guard lock(shared_->mutex);
    ++shared_->version;
    for (const auto& [_, wake] : shared_->listening) wake();
}

base::Result<std::int64_t> Live::mark() {
    const std::lock_guard lock(mark_mutex_);
    return mark_->read();
}

std::shared_ptr<http::Stream> Live::stream(std::string_view last_event_id) {
    const std::lock_guard lock(shared_->mutex);
    const bool knows_all = last_event_id == id_of(start_, shared_->version);
    return std::make_shared<Board>(shared_, start_, knows_all ? shared_->version : shared_->version - 1);
}

std::string Live::id_of(const std::string& start, std::int64_t version) {
    return start + '-' + std::to_string(version);
}

}  // namespace server::reception
