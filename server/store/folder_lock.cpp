#include "server/store/folder_lock.h"

#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace server::store {

base::Result<FolderLock> FolderLock::take(const std::string& folder) {
    FolderLock lock(::open((folder + "/hub.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.file_ < 0) {
        return base::fail(
            base::ErrorKind::Unavailable,
            "the data folder " + folder +
                " cannot be written: check that it is there, belongs to the hub's user and is not "
                "mounted read-only");
    }
    if (flock(lock.file_, LOCK_EX | LOCK_NB) != 0) {
        return base::fail(base::ErrorKind::Conflict, "another hub-server works in the data folder " + folder +
                                                         ": stop it first, or give this one another folder");
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (file_ >= 0) close(file_);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

}  // namespace server::store
