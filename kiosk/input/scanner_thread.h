#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/input/key_source.h"
#include "shared/base/clock.h"
#include "shared/base/file_handle.h"

namespace kiosk::input {

/// A scanner that is not there is looked for so often.
inline constexpr std::chrono::milliseconds kLookedForEvery{2000};

/// A scanner on a thread of its own, which sleeps until a key comes. Pulled out and plugged in again, it is
/// opened anew.
class ScannerThread final : public Scanner {
public:
    struct Parts {
        OpenKeys open;
        const base::Clock& clock;
        std::function<void()> changed;  ///< from the thread: take() or is_there() has something new
        std::function<void(const std::string&)>
            on_fault;  ///< from the thread: a sentence, once for each loss
        std::chrono::milliseconds looked_for_every = kLookedForEvery;
    };
    explicit ScannerThread(Parts parts);
    ~ScannerThread() override;
    ScannerThread(const ScannerThread&) = delete;
    ScannerThread& operator=(const ScannerThread&) = delete;

    std::vector<Scan> take() override;
    bool is_there() override { return there_; }

private:
    void run();
    /// False when the thread is to end.
    bool wait();
    int longest_wait() const;
    void open();
    void read();
    void lose(const base::Error& why);
    void hand_over(std::optional<Scan> scan);

    const Parts parts_;
    base::FileHandle end_;  ///< readable when the thread is to end
    std::unique_ptr<KeySource> source_;
    CodeReader reader_;
    bool told_of_fault_ = false;
    std::atomic<bool> there_ = false;
    std::mutex mutex_;
    std::vector<Scan> scans_;
    std::thread thread_;
};

}  // namespace kiosk::input
