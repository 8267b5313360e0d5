// The hub is cut off at every commit and at every touch of a folder; then it goes on. Every record is in one
// file that was handed over once.

#include "tests/unit/file_handover/fixture.h"

namespace file_handover {
namespace {

/// A store whose commits end after so many.
class CutStore final : public Store {
public:
    CutStore(support::MemoryStore& store, int& left) : store_(store), left_(left) {}
    void write(Command command, OnDone on_done) override {
        if (left_-- <= 0) return on_done(base::fail(base::ErrorKind::Unavailable, "cut off"));
        store_.write(std::move(command), std::move(on_done));
    }
    base::Done read(const Look& look) override { return store_.read(look); }
    base::Done empty_log() override { return {}; }

private:
    support::MemoryStore& store_;
    int& left_;
};

/// Folders that are reached so many times only.
class CutFiles final : public CaseFiles {
public:
    CutFiles(FakeFiles& files, int& left) : files_(files), left_(left) {}
    base::Done prepare(const DropBatch& batch, const std::vector<DropRow>& rows) override {
        if (left_-- <= 0) return cut();
        return files_.prepare(batch, rows);
    }
    base::Done hand_over(const DropBatch& batch) override {
        if (left_-- <= 0) return cut();
        return files_.hand_over(batch);
    }
    bool is_prepared(const DropBatch& batch) const override { return files_.is_prepared(batch); }
    base::Done discard_all_but(const std::vector<DropBatch>& batches) override {
        return files_.discard_all_but(batches);
    }
    base::Result<std::vector<ReturnedFile>> returned() override { return files_.returned(); }
    base::Done put_away(const ReturnedFile& file) override {
        if (left_-- <= 0) return cut();
        return files_.put_away(file);
    }
    std::string name_of(const DropBatch& batch) const override { return files_.name_of(batch); }

private:
    static base::Done cut() { return base::fail(base::ErrorKind::Unavailable, "cut off"); }
    FakeFiles& files_;
    int& left_;
};

constexpr int kPoints = 14;

class Crash : public Handover, public testing::WithParamInterface<int> {
protected:
    /// One run that is cut off after so many commits and touches; whether it came to its end.
    bool run_until_cut(base::Instant now) {
        int left = GetParam();
        CutStore store(store_, left);
        CutFiles files(files_, left);
        const auto done = FileHandover(files, store, entropy_, settings_).run_once({now});
        return done && left > 0;
    }
};

TEST_P(Crash, LeavesEachRecordInOneFileHandedOverOnce) {
    owed(1);
    owed(2);
    const bool whole = run_until_cut(kEnd);
    if (GetParam() == 0) {
        EXPECT_FALSE(whole) << "the first point cuts something off";
    }
    if (GetParam() == kPoints - 1) {
        EXPECT_TRUE(whole) << "the last point is past the end";
    }
    // The provider fetches at once whatever lies there.
    files_.out.clear();
    for (int minute = 1; minute < 30; minute += 5) run(kEnd + std::chrono::minutes{minute});
    ASSERT_EQ(files_.handed_over.size(), 1U);
    EXPECT_EQ(newest().state, BatchState::HandedOver);

    came_back(newest().id, {{1, true, ""}, {2, false, "no"}});
    run_until_cut(kEnd + 40min);
    for (int minute = 41; minute < 50; ++minute) run(kEnd + std::chrono::minutes{minute});
    EXPECT_TRUE(files_.came_back.empty());
    EXPECT_EQ(held(1).state, UpdateState::Submitted);
    EXPECT_EQ(held(2).state, UpdateState::WaitingForPerson);
    EXPECT_EQ(files_.handed_over.size(), 1U);
    EXPECT_EQ(store_.record().exchanges.size(), 4U) << "each is kept once";
}

INSTANTIATE_TEST_SUITE_P(AtAnyPoint, Crash, testing::Range(0, kPoints));

}  // namespace
}  // namespace file_handover
