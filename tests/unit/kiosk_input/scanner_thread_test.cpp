// The thread around a scanner: plugged in, pulled out, plugged in again; and the pipe that stands for one.

#include "kiosk/input/scanner_thread.h"

#include <array>
#include <condition_variable>
#include <filesystem>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/input.h>
#include <sys/stat.h>

#include "shared/base/entropy.h"
#include "tests/unit/kiosk_input/typing.h"

namespace {

using namespace kiosk::input;
using namespace std::chrono_literals;

/// A named pipe that stands for a scanner, as in the tests of the whole program.
class Pipe {
public:
    Pipe() {
        base::SystemEntropy entropy;
        path_ = std::filesystem::temp_directory_path() / ("scanner-" + base::new_uuid(entropy));
    }
    ~Pipe() { unplug(); }

    std::string path() const { return path_.string(); }
    void plug() {
        ASSERT_EQ(::mkfifo(path_.c_str(), 0600), 0);
        fd_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
        ASSERT_GE(fd_, 0);
    }
    void unplug() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
        std::filesystem::remove(path_);
    }
    void write(const void* bytes, std::size_t size) const {
        ASSERT_EQ(::write(fd_, bytes, size), static_cast<ssize_t>(size));
    }
    void key(int code, int value) const {
        std::array<input_event, 2> events{};
        events[0].type = EV_KEY;
        events[0].code = static_cast<std::uint16_t>(code);
        events[0].value = value;
        events[1].type = EV_SYN;
        write(events.data(), sizeof events);
    }
    void types(std::string_view text) const {
        for (const char c : text) {
            key(typing::code_of(c), 1);
            key(typing::code_of(c), 0);
        }
    }

private:
    std::filesystem::path path_;
    int fd_ = -1;
};

class ScannerThreadTest : public testing::Test {
protected:
    void start(OpenKeys open) {
        scanner_ =
            std::make_unique<ScannerThread>(ScannerThread::Parts{std::move(open), clock_,
                                                                 [this] {
                                                                     const std::lock_guard lock(mutex_);
                                                                     ++changes_;
                                                                     changed_.notify_all();
                                                                 },
                                                                 [this](const std::string& fault) {
                                                                     const std::lock_guard lock(mutex_);
                                                                     faults_.push_back(fault);
                                                                     changed_.notify_all();
                                                                 },
                                                                 1ms});
    }
    /// Until it is so; asked whenever the thread has told of something.
    template <class Condition>
    bool until(Condition condition) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 20s, condition);
    }
    bool until_there(bool there) {
        return until([&] { return scanner_->is_there() == there; });
    }
    std::vector<Scan> next() {
        std::vector<Scan> scans;
        until([&] { return !(scans = scanner_->take()).empty(); });
        return scans;
    }

    base::SystemClock clock_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int changes_ = 0;
    std::vector<std::string> faults_;
    Pipe pipe_;
    std::unique_ptr<ScannerThread> scanner_;
};

TEST_F(ScannerThreadTest, HandsOverWhatIsScanned) {
    pipe_.plug();
    start(recorded_keys(pipe_.path()));
    ASSERT_TRUE(until_there(true));
    pipe_.types("HUB1V");
    pipe_.key(KEY_ENTER, 1);
    EXPECT_EQ(next(), std::vector<Scan>{"HUB1V"});
    EXPECT_TRUE(scanner_->take().empty());
}

TEST_F(ScannerThreadTest, TellsOfACodeThatNobodyEnds) {
    pipe_.plug();
    start(recorded_keys(pipe_.path()));
    ASSERT_TRUE(until_there(true));
    pipe_.types("HUB1V");
    EXPECT_EQ(next(), std::vector<Scan>{Scan()});
}

TEST(RecordedKeys, AreReadFromANamedPipeOnlyForAFileNeverEnds) {
    const auto opened = recorded_keys("/dev/zero")();
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, base::ErrorKind::InvalidInput);
}

TEST_F(ScannerThreadTest, IsLookedForUntilItIsThereAndToldOfOnce) {
    start(recorded_keys(pipe_.path()));
    ASSERT_TRUE(until([&] { return !faults_.empty(); }));
    EXPECT_FALSE(scanner_->is_there());
    pipe_.plug();
    ASSERT_TRUE(until_there(true));
    const std::lock_guard lock(mutex_);
    EXPECT_EQ(faults_.size(), 1U);
    EXPECT_EQ(faults_.front().find("HUB"), std::string::npos);
}

/// A device that dies after one key, and is another one when it is opened again.
class Dying final : public KeySource {
public:
    explicit Dying(bool& alive) : alive_(alive) {}
    int fd() const override { return ready_.get(); }
    base::Result<std::vector<KeyStroke>> read() override {
        if (!std::exchange(alive_, true))
            return base::fail(base::ErrorKind::Unavailable, "the scanner is gone");
        alive_ = false;
        return std::vector<KeyStroke>{{KEY_A, KeyStroke::Kind::Pressed}};
    }

private:
    bool& alive_;
    base::FileHandle ready_{::open("/dev/zero", O_RDONLY | O_CLOEXEC)};
};

TEST_F(ScannerThreadTest, PulledOutAndPluggedInAgainIsOpenedAnewAndWhatWasBegunForgotten) {
    bool alive = true;
    int opened = 0;
    pipe_.plug();
    const OpenKeys real = recorded_keys(pipe_.path());
    start([&]() -> base::Result<std::unique_ptr<KeySource>> {
        if (++opened == 1) return std::make_unique<Dying>(alive);
        if (opened == 2) return base::fail(base::ErrorKind::Unavailable, "the scanner is not there yet");
        return real();
    });
    ASSERT_TRUE(until([&] { return faults_.size() == 1; }));
    ASSERT_TRUE(until_there(true));
    pipe_.types("B2");
    pipe_.key(KEY_ENTER, 1);
    EXPECT_EQ(next(), std::vector<Scan>{"B2"}) << "without the A of before";
    scanner_.reset();  // before what it opens goes
}

TEST_F(ScannerThreadTest, KeepsAFewScansForAKioskThatIsBusyAndForgetsTheRest) {
    pipe_.plug();
    start(recorded_keys(pipe_.path()));
    ASSERT_TRUE(until_there(true));
    for (std::size_t i = 0; i < kScansHeldMax + 3; ++i) {
        pipe_.types("A");
        pipe_.key(KEY_ENTER, 1);
    }
    ASSERT_TRUE(until([&] { return changes_ >= static_cast<int>(1 + kScansHeldMax); }));
    EXPECT_LE(scanner_->take().size(), kScansHeldMax);
}

TEST_F(ScannerThreadTest, WhatIsNoStreamOfEventsIsAScannerThatIsGone) {
    pipe_.plug();
    start(recorded_keys(pipe_.path()));
    ASSERT_TRUE(until_there(true));
    pipe_.write("rubbish", 7);
    EXPECT_TRUE(until([&] { return !faults_.empty(); }));
}

TEST(EvdevKeys, AreUnavailableWhereThereIsNoInputDevice) {
    for (const char* path : {"/dev/input/by-id/nothing-there", "/dev/null", "/etc/passwd"}) {
        const auto opened = evdev_keys(path)();
        ASSERT_FALSE(opened) << path;
        EXPECT_EQ(opened.error().kind, base::ErrorKind::Unavailable);
        EXPECT_EQ(opened.error().message.find(path), std::string::npos);
    }
}

}  // namespace
