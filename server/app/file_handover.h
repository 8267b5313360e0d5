#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "server/app/drop_batch.h"
#include "server/app/moment.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

struct FileHandoverSettings {
    std::chrono::minutes every{10};          ///< between two batches
    std::chrono::minutes answer_within{60};  ///< after that what is in a file is for people
};

/// Brings what is owed to a provider's case system by files, instead of the Forwarder. A batch goes: its rows
/// are committed; its file is prepared on disk; that is committed; a last look says that each row still
/// holds, and its updates are Sending; the file is handed over by one rename; that is committed. After a
/// crash the next run goes on from the last commit. A file that was handed over is no longer where it was
/// prepared, so that nothing is handed over twice. There is one batch at a time that has not left.
class FileHandover {
public:
    FileHandover(CaseFiles& files, Store& store, base::Entropy& entropy, FileHandoverSettings settings);

    /// Takes in what has come back, makes a batch when it is time, and goes on with what was begun; how many
    /// steps that took. While the clock is doubtful nothing leaves. What is wrong with a folder or with a
    /// file that came back is kept in CaseLink::trouble and stops nothing else. Errors are the store's.
    base::Result<std::size_t> run_once(const Moment& moment);

private:
    base::Result<std::size_t> take_in(base::Instant now, std::string& trouble);
    base::Result<std::size_t> begin(base::Instant now);
    base::Result<std::size_t> go_on(base::Instant now, std::string& trouble);
    /// Whether it came a step further; a folder that cannot be used is told in `trouble`.
    base::Result<bool> advance(const DropBatch& batch, base::Instant now, std::string& trouble);
    base::Result<bool> prepare(DropBatch batch, std::string& trouble);
    base::Result<bool> let_go(const DropBatch& batch, base::Instant now, std::string& trouble);
    /// What is seen not to have left is looked at again before it goes.
    base::Result<bool> go_on_leaving(const DropBatch& batch, base::Instant now, std::string& trouble);
    base::Done take_back(const DropBatch& batch, base::Instant now);
    base::Result<bool> hand_over(const DropBatch& batch, base::Instant now, std::string& trouble);
    base::Done note_handed_over(DropBatch batch, base::Instant now);
    base::Done note_trouble(const std::string& trouble);

    CaseFiles& files_;
    Store& store_;
    base::Entropy& entropy_;
    const FileHandoverSettings settings_;
    bool to_tidy_ = true;  ///< there may be a file of a batch that was abandoned
};

/// `attendance: YES` and so on, a line each.
std::string in_words(const DropRow& row);

}  // namespace server::app
