#include "kiosk/runtime/clerk.h"

namespace kiosk::runtime {

Clerk::Clerk(std::string path, journal::Options options, Inbox& inbox)
    : path_(std::move(path)), options_(std::move(options)), inbox_(inbox) {
    worker_ = std::thread([this] { run(); });
}

Clerk::~Clerk() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    given_.notify_one();
    worker_.join();
}

bool Clerk::give(std::function<void()> job) {
    ++under_way_;
    {
        const std::lock_guard lock(mutex_);
        if (jobs_.size() >= kJobsMax) return false;
        jobs_.push_back(std::move(job));
    }
    given_.notify_one();
    return true;
}

void Clerk::bring(std::function<void()> work) {
    inbox_.put([this, work = std::move(work)] {
        --under_way_;
        work();
    });
}

void Clerk::try_open(std::function<void(base::Done)> then) {
    const bool taken = give([this, then] {
        base::Done outcome;
        if (!journal_) {
            auto opened = journal::Journal::open(path_, options_);
            if (opened) {
                journal_ = std::move(*opened);
            } else {
                closed_why_ = opened.error().message;
                outcome = tl::unexpected<base::Error>(opened.error());
            }
        }
        if (journal_) outcome = journal_->try_write();
        bring([then, outcome] { then(outcome); });
    });
    if (!taken) {
        bring([then] { then(base::fail(base::ErrorKind::Unavailable, "the journal is too slow")); });
    }
}

void Clerk::run() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            given_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job();
    }
}

}  // namespace kiosk::runtime
