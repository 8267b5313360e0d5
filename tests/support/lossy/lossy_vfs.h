#pragma once

#include <cstdint>
#include <memory>
#include <string>

/// SQLite on a disk that loses what was not synced when the power goes.
///
///     support::LossyVfs disk("power");              // registers a VFS of that name
///     ... open databases with disk.name() as their VFS, work ...
///     disk.cut_after(n);                            // the power goes at the n-th change from here
///     ... work until it fails; then close every connection ...
///     disk.restart(seed);                           // the files now hold what survived
///     ... open again and look ...
///
/// Files are real ones under their own paths, so that locks and shared memory are SQLite's own; a sync is
/// noted but not passed on, which makes a run fast. What a database has at the moment of a cut is what it
/// wrote; what it finds after restart() is what it synced and a random part of the rest
/// (tests/support/lossy/lossy_disk.h). Only SQLite's own files are seen: a file made or renamed by other
/// means before the first connection is taken as safe.
namespace support {

/// What goes wrong without a power cut.
enum class DiskFault { None, SyncFails, Full };

class LossyVfs {
public:
    /// `name` must not be in use. Ends by unregistering: close every connection first.
    explicit LossyVfs(std::string name);
    ~LossyVfs();
    LossyVfs(const LossyVfs&) = delete;
    LossyVfs& operator=(const LossyVfs&) = delete;

    /// Pass this as SQLite's VFS name.
    const std::string& name() const;

    /// The power goes during the n-th change from now (1: the next one). A change is a write, a truncation, a
    /// sync or the removal of a file. From then on every call fails, as if the machine were off.
    void cut_after(std::uint64_t changes);
    void cut_now();
    bool is_cut() const;
    /// Changes seen so far, to choose a moment for cut_after().
    std::uint64_t changes() const;
    std::uint64_t syncs() const;

    void set_fault(DiskFault fault);
    /// Everything written so far counts as synced.
    void settle();

    /// Puts on the real files what survived and switches the power on. Every connection must be closed.
    /// The same seed after the same changes gives the same files.
    void restart(std::uint64_t seed);

    struct State;

private:
    std::unique_ptr<State> state_;
};

}  // namespace support
