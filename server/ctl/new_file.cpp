#include "server/ctl/new_file.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace server::ctl {
namespace {

constexpr mode_t kPrivateMode = 0600;
constexpr std::size_t kWaitingBytesMax = 64 * 1024;

}  // namespace

base::Result<NewFile> NewFile::make(const std::string& path) {
    base::FileHandle file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kPrivateMode));
    if (file) return NewFile(path, std::move(file));
    if (errno == EEXIST)
        return base::fail(base::ErrorKind::Conflict,
                          path + " is there already and is not replaced: name a new one");
    return base::fail(base::ErrorKind::Unavailable,
                      path + " cannot be made: is its folder there, and may you write to it?");
}

NewFile::NewFile(std::string path, base::FileHandle file) : path_(std::move(path)), file_(std::move(file)) {}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::exchange(other.path_, {})),
      file_(std::move(other.file_)),
      waiting_(std::move(other.waiting_)) {}

NewFile::~NewFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
}

base::Done NewFile::write(std::string_view bytes) {
    waiting_ += bytes;
    return waiting_.size() < kWaitingBytesMax ? base::Done() : flush();
}

base::Done NewFile::flush() {
    std::string_view rest = waiting_;
    while (!rest.empty()) {
        const ssize_t count = ::write(file_.get(), rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0)
            return base::fail(base::ErrorKind::Unavailable,
                              path_ + " could not be written to the end: check the disk's space");
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    waiting_.clear();
    return {};
}

base::Done NewFile::finish() {
    TRY_DONE(flush());
    if (::fsync(file_.get()) != 0)
        return base::fail(base::ErrorKind::Unavailable,
                          path_ + " could not be written to the end: check the disk's space");
    path_.clear();
    return {};
}

}  // namespace server::ctl
