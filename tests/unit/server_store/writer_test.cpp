// One writer, many commands in a commit: what holds for each of them.

#include <condition_variable>
#include <latch>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/lossy/lossy_vfs.h"
#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"

namespace {

namespace sample = support::sample;
using base::Done;
using base::ErrorKind;
using server::app::Transaction;
using server::app::View;
using server::store::Options;
using server::store::SqliteStore;

/// Holds the writer inside a command until it is opened, so that a test decides what gathers behind it.
class Gate {
public:
    explicit Gate(SqliteStore& store) {
        store.write(
            [this](Transaction&) -> Done {
                reached_.count_down();
                opened_.wait();
                return {};
            },
            [](Done) {});
        reached_.wait();
    }
    void open() { opened_.count_down(); }

private:
    std::latch reached_{1};
    std::latch opened_{1};
};

/// Outcomes of several commands, waited for together.
class Outcomes {
public:
    explicit Outcomes(std::size_t count) : waiting_(static_cast<std::ptrdiff_t>(count)), done_(count) {}
    auto at(std::size_t index) {
        return [this, index](Done done) {
            done_[index] = std::move(done);
            waiting_.count_down();
        };
    }
    const std::vector<Done>& wait() {
        waiting_.wait();
        return done_;
    }

private:
    std::latch waiting_;
    std::vector<Done> done_;
};

auto append(const std::string& id) {
    return [id](Transaction& changes) {
        return changes.append(sample::event(id, "a"));
    };
}

std::vector<std::string> event_ids(SqliteStore& store) {
    std::vector<std::string> ids;
    const Done read = store.read([&](View& view) -> Done {
        for (const auto& event : TRY(view.events_of(domain::AppointmentId("appointment-a"))))
            ids.push_back(event.id.text());
        return {};
    });
    EXPECT_TRUE(read);
    return ids;
}

class WriterTest : public testing::Test {
protected:
    support::StoreFolder folder_;
};

TEST_F(WriterTest, ACommandThatFailsLeavesTheOthersOfItsBatch) {
    const auto store = folder_.open().value();
    Gate gate(*store);
    Outcomes outcomes(3);
    store->write(append("first"), outcomes.at(0));
    store->write(
        [](Transaction& changes) -> Done {
            EXPECT_TRUE(changes.append(sample::event("taken back", "a")));
            return base::fail(ErrorKind::InvalidInput, "no");
        },
        outcomes.at(1));
    store->write(append("third"), outcomes.at(2));
    gate.open();
    const auto& done = outcomes.wait();
    EXPECT_TRUE(done[0]);
    EXPECT_EQ(done[1].error().message, "no");
    EXPECT_TRUE(done[2]);
    EXPECT_EQ(event_ids(*store), (std::vector<std::string>{"first", "third"}));
    EXPECT_TRUE(store->full_check());
}

TEST_F(WriterTest, CommandsThatGatheredAreCommittedWithOneSync) {
    support::LossyVfs disk("one-sync");
    const auto store = folder_.open({.vfs = disk.name()}).value();
    Gate gate(*store);
    constexpr std::size_t kCommands = 50;
    Outcomes outcomes(kCommands);
    for (std::size_t i = 0; i < kCommands; ++i) store->write(append("e" + std::to_string(i)), outcomes.at(i));
    const std::uint64_t before = disk.syncs();
    gate.open();
    outcomes.wait();
    EXPECT_LE(disk.syncs() - before, 4u) << "the gate's own commit and the batch's";
    EXPECT_EQ(event_ids(*store).size(), kCommands);
}

TEST_F(WriterTest, NothingIsAnsweredBeforeItIsSynced) {
    support::LossyVfs disk("answered-after-sync");
    const auto store = folder_.open({.vfs = disk.name()}).value();
    const std::uint64_t before = disk.syncs();
    std::uint64_t at_answer = 0;
    Outcomes outcomes(1);
    store->write(append("e"), [&](Done done) {
        at_answer = disk.syncs();
        outcomes.at(0)(std::move(done));
    });
    EXPECT_TRUE(outcomes.wait()[0]);
    EXPECT_GT(at_answer, before);
}

TEST_F(WriterTest, WhenTheCommitFailsNoneOfItsCommandsIsClaimed) {
    support::LossyVfs disk("failing-sync");
    const auto store = folder_.open({.vfs = disk.name()}).value();
    ASSERT_TRUE(store->write_and_wait(append("before")));
    Gate gate(*store);
    Outcomes outcomes(2);
    store->write(append("lost"), outcomes.at(0));
    store->write([](Transaction&) -> Done { return base::fail(ErrorKind::InvalidInput, "no"); },
                 outcomes.at(1));
    disk.set_fault(support::DiskFault::SyncFails);
    gate.open();
    const auto& done = outcomes.wait();
    EXPECT_EQ(done[0].error().kind, ErrorKind::Unavailable);
    EXPECT_EQ(done[1].error().message, "no") << "its own reason stands";
    disk.set_fault(support::DiskFault::None);
    EXPECT_TRUE(store->write_and_wait(append("after")));
    EXPECT_EQ(event_ids(*store), (std::vector<std::string>{"before", "after"}));
    EXPECT_TRUE(store->full_check());
}

TEST_F(WriterTest, AFullDiskIsToldAndTheStoreWorksAgainWhenThereIsSpace) {
    support::LossyVfs disk("full-disk");
    const auto store = folder_.open({.vfs = disk.name()}).value();
    disk.set_fault(support::DiskFault::Full);
    const Done done = store->write_and_wait(append("no space"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::Unavailable);
    EXPECT_NE(done.error().message.find("full"), std::string::npos);
    disk.set_fault(support::DiskFault::None);
    EXPECT_TRUE(store->write_and_wait(append("space")));
    EXPECT_EQ(event_ids(*store), std::vector<std::string>{"space"});
}

TEST_F(WriterTest, AFullQueueRefusesAtOnceAndLosesNothingThatItTook) {
    constexpr std::size_t kMax = 3;
    const auto store = folder_.open({.queue_max = kMax}).value();
    Gate gate(*store);
    Outcomes outcomes(kMax);
    for (std::size_t i = 0; i < kMax; ++i) store->write(append("e" + std::to_string(i)), outcomes.at(i));
    bool answered = false;
    store->write(append("too many"), [&](Done done) {
        answered = true;
        EXPECT_EQ(done.error().kind, ErrorKind::Unavailable);
    });
    EXPECT_TRUE(answered) << "without waiting for the writer";
    gate.open();
    for (const Done& done : outcomes.wait()) EXPECT_TRUE(done);
    EXPECT_EQ(event_ids(*store).size(), kMax);
}

TEST_F(WriterTest, WhatIsQueuedIsCommittedBeforeTheStoreCloses) {
    Outcomes outcomes(10);
    {
        const auto store = folder_.open().value();
        Gate gate(*store);
        for (std::size_t i = 0; i < 10; ++i) store->write(append("e" + std::to_string(i)), outcomes.at(i));
        gate.open();
    }
    for (const Done& done : outcomes.wait()) EXPECT_TRUE(done);
    EXPECT_EQ(event_ids(*folder_.open().value()).size(), 10u);
}

TEST_F(WriterTest, ALookSeesOneMomentWhileOthersWrite) {
    const auto store = folder_.open().value();
    ASSERT_TRUE(store->write_and_wait(append("first")));
    const Done read = store->read([&](View& view) -> Done {
        EXPECT_EQ(TRY(view.events_of(domain::AppointmentId("appointment-a"))).size(), 1u);
        EXPECT_TRUE(store->write_and_wait(append("second")));
        EXPECT_EQ(TRY(view.events_of(domain::AppointmentId("appointment-a"))).size(), 1u);
        return {};
    });
    EXPECT_TRUE(read);
    EXPECT_EQ(event_ids(*store).size(), 2u);
}

TEST_F(WriterTest, ServerAndToolWriteOneChainTogether) {
    const auto server = folder_.open().value();
    const auto tool = folder_.open({.role = server::store::Role::Tool}).value();
    constexpr int kEach = 40;
    const auto write = [](SqliteStore& store, const std::string& name) {
        for (int i = 0; i < kEach; ++i) EXPECT_TRUE(store.write_and_wait(append(name + std::to_string(i))));
    };
    std::thread other([&] { write(*tool, "tool"); });
    write(*server, "server");
    other.join();
    EXPECT_EQ(event_ids(*server).size(), 2u * kEach);
    EXPECT_TRUE(server->full_check());
    EXPECT_EQ(server->chain_head().value().seq, 2 * kEach);
    EXPECT_EQ(server->chain_head().value(), tool->chain_head().value());
}

TEST_F(WriterTest, ManyThreadsWriteAndReadAtOnce) {
    const auto store = folder_.open({.readers = 2}).value();
    constexpr int kThreads = 6;
    constexpr int kEach = 30;
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < kEach; ++i) {
                EXPECT_TRUE(store->write_and_wait(append(std::to_string(t) + "/" + std::to_string(i))));
                EXPECT_FALSE(event_ids(*store).empty());
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(event_ids(*store).size(), static_cast<std::size_t>(kThreads * kEach));
    EXPECT_TRUE(store->full_check());
}

}  // namespace
