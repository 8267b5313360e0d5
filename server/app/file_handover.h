#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "server/app/drop_batch.h"
#include "server/app/store.h"
#include "shared/base/entropy.h"

namespace server::app {

struct FileHandoverSettings {
    std::chrono::minutes every{10};          ///< between two batches
    std::chrono::minutes answer_within{60};  ///< after that what is in a file is for people
};

/// Brings what is owed to a provider's case system by files, instead of the Forwarder. A batch goes: its rows
/// are committed; its file is prepared on disk; that is committed; the file is handed over by one rename;
/// that is committed. After a crash the next run goes on from the last commit. A file that was handed over is
/// no longer where it was prepared, so that nothing is handed over twice.
class FileHandover {
public:
    FileHandover(CaseFiles& files, Store& store, base::Entropy& entropy, FileHandoverSettings settings);

    /// Goes on with what was begun, takes in what has come back, and makes a batch when it is time; how many
    /// steps that took. What is wrong with a folder or with a file that came back is kept in
    /// CaseLink::trouble and stops nothing else. Errors are the store's.
    base::Result<std::size_t> run_once(base::Instant now);

private:
    base::Result<std::size_t> go_on(base::Instant now, std::string& trouble);
    base::Result<std::size_t> take_in(base::Instant now, std::string& trouble);
    base::Result<std::size_t> begin(base::Instant now);
    base::Done advance(DropBatch batch, base::Instant now, std::string& trouble);
    base::Done note_handed_over(DropBatch batch, base::Instant now);
    base::Done note_trouble(const std::string& trouble);

    CaseFiles& files_;
    Store& store_;
    base::Entropy& entropy_;
    const FileHandoverSettings settings_;
};

/// `attendance: YES` and so on, a line each.
std::string in_words(const DropRow& row);

}  // namespace server::app
