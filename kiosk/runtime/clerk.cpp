#include "kiosk/runtime/clerk.h"

#include <utility>

namespace kiosk::runtime {

Clerk::Clerk(std::string path, journal::Options options, Inbox& inbox)
    : path_(std::move(path)), options_(std::move(options)), worker_(inbox) {}

tl::unexpected<base::Error> Clerk::too_slow() {
    return base::fail(base::ErrorKind::Unavailable, "the journal is too slow");
}

base::Done Clerk::open() {
    if (!journal_) {
        auto opened = journal::Journal::open(path_, options_);
        if (!opened) {
            closed_why_ = opened.error().message;
            return tl::unexpected<base::Error>(opened.error());
        }
        journal_ = std::move(*opened);
    }
    return journal_->try_write();
}

void Clerk::try_open(std::function<void(base::Done)> then) {
    const bool taken =
        worker_.give([this, then] { worker_.bring([then, outcome = open()] { then(outcome); }); });
    if (!taken) worker_.bring([then] { then(too_slow()); });
}

}  // namespace kiosk::runtime
