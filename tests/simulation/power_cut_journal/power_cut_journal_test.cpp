// The power goes at a random moment while a kiosk writes its journal. What was acknowledged is there
// afterwards, in its last acknowledged state; nothing is there twice; the journal always opens again.

#include <filesystem>
#include <map>
#include <random>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/journal/journal.h"
#include "tests/support/lossy/lossy_vfs.h"

namespace {

using kiosk::journal::Journal;
using kiosk::journal::Options;
using kiosk::journal::Record;
using kiosk::journal::RecordKind;
using kiosk::journal::RecordState;
using kiosk::journal::Synchronous;

const base::Instant kNow = base::parse_instant("2026-11-22T14:00:00Z").value();
constexpr std::uint64_t kFirstSeed = 1;
constexpr std::uint64_t kSeeds = 1'000;
constexpr unsigned kActs = 40;
constexpr std::uint64_t kChangesMax = 160;  ///< about what kActs make, so that a few runs end before the cut

Record record(unsigned number) {
    const std::string tail = std::to_string(100'000'000'000 + number);
    return {"00000000-0000-4000-8000-" + tail, RecordKind::Arrival, domain::ArrivalId("a" + tail),
            "{\"n\":" + std::string(number * 37 % 900, 'x') + "}"};
}

/// What the kiosk may rely on: told "durable", record by record.
struct Acknowledged {
    bool told_saved_here = false;
    bool accepted = false;
};
using Told = std::map<std::string, Acknowledged>;

/// Works until the power goes or everything is done.
void work(Journal& journal, std::mt19937_64& chance, Told& told) {
    for (unsigned number = 0; number < kActs; ++number) {
        const Record act = record(number);
        if (!journal.append(act, kNow)) return;
        told[act.key];
        if (chance() % 3 == 0) {
            if (!journal.told_saved_here(act.key)) return;
            told[act.key].told_saved_here = true;
        }
        if (chance() % 2 == 0) {
            if (!journal.accepted(act.key, kNow)) return;
            told[act.key].accepted = true;
        }
    }
}

/// What is wrong with the journal after the cut; empty when nothing is.
std::string fault_after_cut(const std::string& path, const std::string& vfs, const Told& told) {
    auto journal = Journal::open(path, {vfs});
    if (!journal) return "it does not open: " + journal.error().message;
    const auto records = journal->all();
    if (!records) return "it cannot be read: " + records.error().message;
    std::map<std::string, kiosk::journal::KeptRecord> found;
    for (const auto& kept : *records) {
        if (!found.emplace(kept.record.key, kept).second) return "a record is there twice";
    }
    for (const auto& [key, acknowledged] : told) {
        const auto at = found.find(key);
        if (at == found.end()) return "an acknowledged record is lost";
        if (acknowledged.told_saved_here && !at->second.told_saved_here)
            return "what the person was told is lost";
        if (acknowledged.accepted && at->second.state != RecordState::Accepted)
            return "an acceptance is lost";
    }
    // One more than was acknowledged can be there: written, but the power went before the answer.
    if (found.size() > told.size() + 1) return "more records than were written";
    return {};
}

struct Outcome {
    std::string fault;
    bool was_cut = false;
};

Outcome run(std::uint64_t seed, Synchronous synchronous) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("power-cut-journal-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const std::string path = (folder / "journal.db").string();
    support::LossyVfs disk("power-cut-journal");
    std::mt19937_64 chance(seed);
    Told told;
    Outcome outcome;
    {
        // An enrolled kiosk: the file itself was made on an earlier day.
        (void)Journal::open(path, {disk.name()});
        disk.settle();
        auto journal = Journal::open(path, {disk.name(), kiosk::journal::kPagesMax, synchronous});
        if (!journal) return {"it does not open at first: " + journal.error().message, false};
        disk.cut_after(1 + chance() % kChangesMax);
        work(*journal, chance, told);
        outcome.was_cut = disk.is_cut();
        disk.cut_now();
    }
    disk.restart(seed);
    outcome.fault = fault_after_cut(path, disk.name(), told);
    std::filesystem::remove_all(folder);
    return outcome;
}

TEST(PowerCutJournal, LosesNothingAcknowledgedOverAThousandSeeds) {
    std::cout << "seeds " << kFirstSeed << " to " << kFirstSeed + kSeeds - 1 << '\n';
    unsigned cut = 0;
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kSeeds; ++seed) {
        const Outcome outcome = run(seed, Synchronous::Full);
        ASSERT_EQ(outcome.fault, "") << "seed " << seed;
        if (outcome.was_cut) ++cut;
    }
    EXPECT_GT(cut, kSeeds / 2) << "the power must go while acts are written, or this shows nothing";
}

TEST(PowerCutJournal, WithoutSyncAcknowledgedRecordsAreLost) {
    constexpr std::uint64_t kControlSeeds = 50;
    unsigned lost = 0;
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + kControlSeeds; ++seed) {
        if (!run(seed, Synchronous::Off).fault.empty()) ++lost;
    }
    EXPECT_GT(lost, kControlSeeds / 4) << "the control must fail, or the disk of the test keeps everything";
}

TEST(PowerCutJournal, AJournalCutWhileItIsMadeOpensAgain) {
    for (std::uint64_t seed = kFirstSeed; seed < kFirstSeed + 200; ++seed) {
        const std::filesystem::path folder =
            std::filesystem::temp_directory_path() / ("power-cut-new-journal-" + std::to_string(::getpid()));
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        const std::string path = (folder / "journal.db").string();
        support::LossyVfs disk("power-cut-new-journal");
        disk.cut_after(1 + seed % 40);
        Told told;
        {
            auto journal = Journal::open(path, {disk.name()});
            if (journal && journal->append(record(1), kNow)) told[record(1).key];
            disk.cut_now();
        }
        disk.restart(seed);
        ASSERT_EQ(fault_after_cut(path, disk.name(), told), "") << "seed " << seed;
        std::filesystem::remove_all(folder);
    }
}

}  // namespace
