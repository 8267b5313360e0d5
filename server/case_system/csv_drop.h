#pragma once

#include <string>

#include "server/app/drop_batch.h"

namespace server::case_system {

struct CsvDropSettings {
    std::string out;  ///< folder from which the provider fetches; its sub-folder `.preparing` is the hub's
    std::string returned;  ///< folder into which the provider puts answers
};

/// Answers looked at in one run; more are looked at in the next.
inline constexpr std::size_t kReturnedFilesMax = 100;

/// The folders between the hub and a provider's case system, on one file system. A file is written in
/// `.preparing`, synced, and renamed into `out`, so that whoever fetches it never sees a part of one and it
/// is never put there twice. Answers are read only from plain files, never through a link.
class CsvDrop final : public app::CaseFiles {
public:
    explicit CsvDrop(CsvDropSettings settings);

    base::Done prepare(const app::DropBatch& batch, const std::vector<app::DropRow>& rows) override;
    base::Done hand_over(const app::DropBatch& batch) override;
    bool is_prepared(const app::DropBatch& batch) const override;
    base::Done discard_all_but(const std::vector<app::DropBatch>& batches) override;
    base::Result<std::vector<app::ReturnedFile>> returned() override;
    base::Done put_away(const app::ReturnedFile& file) override;
    std::string name_of(const app::DropBatch& batch) const override;

    /// Whether both folders can be used. Unavailable with which one and what to do.
    base::Done check() const;

private:
    std::string preparing() const { return settings_.out + "/.preparing"; }

    const CsvDropSettings settings_;
};

}  // namespace server::case_system
