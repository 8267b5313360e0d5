// The power goes at a random moment, a thousand times over: what the store answered for is there, nothing is
// there twice, and the chain holds. Without syncs the same test must lose something, or it proves nothing.

#include <algorithm>
#include <filesystem>
#include <latch>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/lossy/lossy_disk.h"
#include "tests/support/lossy/lossy_vfs.h"
#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"

namespace {

namespace fs = std::filesystem;
namespace sample = support::sample;
using base::Done;
using server::app::Transaction;
using server::app::View;
using server::store::SqliteStore;
using server::store::Sync;

constexpr std::uint64_t kSeeds = 1000;
constexpr int kCutsASeed = 2;
constexpr std::size_t kBurstMax = 5;
constexpr int kBurstsMax = 8;
constexpr std::uint64_t kChangesMax = 90;  ///< about what the bursts of one round write

/// One arrival with all that belongs to it: event, outbox row and the answer for repeats.
Done record_arrival(Transaction& changes, const std::string& name) {
    TRY_DONE(changes.append(sample::event("event-" + name, name)));
    TRY_DONE(changes.put(sample::update(name)));
    return changes.remember({"front-door/" + name, "hash", 200, "{}", sample::start()});
}

/// What was tried and what was answered, over all cuts of one seed.
struct Promises {
    std::vector<std::string> tried;
    std::vector<std::string> answered;
};

class PowerCutTest : public testing::Test {
protected:
    void SetUp() override {
        fs::copy(folder_.path(), kept(), fs::copy_options::recursive);
        ASSERT_TRUE(fs::exists(kept() / "hub.db"));
    }
    void TearDown() override { fs::remove_all(kept()); }
    fs::path kept() const { return folder_.path() + ".kept"; }

    /// An empty record, the same for each seed.
    void begin_again() {
        disk_.restart(0);  // forgets the files of the seed before
        fs::remove_all(folder_.path());
        fs::copy(kept(), folder_.path(), fs::copy_options::recursive);
    }

    auto open(Sync sync) {
        return folder_.open({.queue_max = 64, .readers = 1, .vfs = disk_.name(), .sync = sync});
    }

    /// Sends arrivals in bursts that become one batch each, until the power goes or the bursts end.
    void work(SqliteStore& store, support::Chance& chance, const std::string& prefix, Promises& promises) {
        for (int burst = 0; burst < kBurstsMax && !disk_.is_cut(); ++burst) {
            const std::size_t size = 1 + chance() % kBurstMax;
            std::latch gathered(1);
            std::latch answered(static_cast<std::ptrdiff_t>(size) + 1);
            store.write(
                [&](Transaction&) -> Done {
                    gathered.wait();  // holds the writer until the burst has gathered
                    return {};
                },
                [&](Done) { answered.count_down(); });
            for (std::size_t i = 0; i < size; ++i) {
                const std::string name = prefix + std::to_string(burst) + "." + std::to_string(i);
                promises.tried.push_back(name);
                store.write([name](Transaction& changes) { return record_arrival(changes, name); },
                            [&, name](Done done) {
                                if (done) promises.answered.push_back(name);
                                answered.count_down();
                            });
            }
            gathered.count_down();
            answered.wait();
        }
    }

    /// The names of which event, outbox row and answer are all there; a failure when only a part is.
    std::vector<std::string> found(SqliteStore& store, const Promises& promises) {
        std::vector<std::string> names;
        const Done read = store.read([&](View& view) -> Done {
            for (const std::string& name : promises.tried) {
                const domain::AppointmentId id("appointment-" + name);
                const auto events = TRY(view.events_of(id));
                const auto update = TRY(view.update_of(id));
                const auto answer = TRY(view.answer("front-door/" + name));
                EXPECT_LE(events.size(), 1u) << name << " is there twice";
                EXPECT_EQ(events.size() == 1, update.has_value()) << name << " is there in part";
                EXPECT_EQ(events.size() == 1, answer.has_value()) << name << " is there in part";
                if (events.size() == 1) {
                    EXPECT_EQ(events.front(), sample::event("event-" + name, name));
                    names.push_back(name);
                }
            }
            return {};
        });
        EXPECT_TRUE(read);
        return names;
    }

    /// One seed: works, loses power, starts again, several times. The number of answered arrivals lost, or
    /// -1 when the record could not be opened any more.
    int lost(std::uint64_t seed, Sync sync) {
        begin_again();
        support::Chance chance(seed);
        Promises promises;
        for (int cut = 0; cut < kCutsASeed; ++cut) {
            const bool while_opening = chance() % 4 == 0;
            if (while_opening) disk_.cut_after(1 + chance() % 10);
            if (auto store = open(sync)) {
                if (!while_opening) disk_.cut_after(1 + chance() % kChangesMax);
                work(**store, chance, std::to_string(cut) + "/", promises);
                if (disk_.is_cut()) ++cuts_at_work_;
                if (chance() % 2 == 0) disk_.cut_now();  // else while it closes, or after that
            } else if (!disk_.is_cut()) {
                return -1;
            }
            disk_.cut_now();
            disk_.restart(chance());
        }
        auto store = open(sync);
        if (!store || !(*store)->full_check()) return -1;
        const std::vector<std::string> names = found(**store, promises);
        const std::set<std::string> there(names.begin(), names.end());
        return static_cast<int>(
            std::count_if(promises.answered.begin(), promises.answered.end(),
                          [&](const std::string& name) { return !there.contains(name); }));
    }

    support::StoreFolder folder_;
    support::LossyVfs disk_{"power-cut-store"};
    int cuts_at_work_ = 0;
};

TEST_F(PowerCutTest, LosesNothingThatWasAnsweredAndKeepsNothingTwice) {
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        ASSERT_EQ(lost(seed, Sync::Full), 0) << "seed " << seed;
        ASSERT_FALSE(HasFailure()) << "seed " << seed;
    }
    EXPECT_GT(cuts_at_work_, static_cast<int>(kSeeds)) << "most cuts fall into the work";
}

TEST_F(PowerCutTest, WithoutSyncsLosesWhatWasAnswered) {
    constexpr std::uint64_t kControlSeeds = 60;
    int seeds_with_loss = 0;
    for (std::uint64_t seed = 1; seed <= kControlSeeds; ++seed) {
        if (lost(seed, Sync::Off) != 0) ++seeds_with_loss;
    }
    EXPECT_GT(seeds_with_loss, static_cast<int>(kControlSeeds) / 4);
}

}  // namespace
