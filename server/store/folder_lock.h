#pragma once

#include <string>

#include "shared/base/result.h"

namespace server::store {

/// Held by the one server that works in a data folder (flock on `hub.lock`). The operating system lets go of
/// it when the process ends, however it ends.
class FolderLock {
public:
    /// Conflict when another server holds it, Unavailable when the folder cannot be written.
    static base::Result<FolderLock> take(const std::string& folder);

    FolderLock() = default;
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_ = -1;
};

}  // namespace server::store
