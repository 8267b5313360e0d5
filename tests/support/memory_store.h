#pragma once

#include <mutex>

#include "server/app/store.h"
#include "tests/support/memory_record.h"

namespace support {

/// The store's port in memory, with the same promises but durability: one command at a time, rolled back when
/// it fails. A command runs at once, on the thread that brings it. The contract tests run on this and on
/// SQLite.
class MemoryStore final : public server::app::Store {
public:
    void write(Command command, OnDone on_done) override;
    base::Done read(const Look& look) override;
    base::Done empty_log() override { return {}; }

    /// What is committed now.
    MemoryRecord record() const;

private:
    mutable std::mutex mutex_;
    MemoryRecord record_;
};

}  // namespace support
