#include "kiosk/staff/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace kiosk::staff {
namespace {

/// A file descriptor that closes itself.
class Open {
public:
    Open(const std::string& path, int flags) : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~Open() {
        if (fd_ >= 0) ::close(fd_);
    }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    bool is_open() const { return fd_ >= 0; }
    int get() const { return fd_; }

private:
    const int fd_;
};

bool write_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(fd) == 0;
}

base::Done not_written(const std::string& path) {
    return base::fail(base::ErrorKind::Unavailable, path + " cannot be written");
}

}  // namespace

base::Result<std::optional<std::string>> read_whole(const std::string& path) {
    const Open file(path, O_RDONLY);
    if (!file.is_open()) {
        if (errno == ENOENT) return std::nullopt;
        return base::fail(base::ErrorKind::Unavailable, path + " cannot be read");
    }
    std::string text(kFileBytesMax + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t got = ::read(file.get(), text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return base::fail(base::ErrorKind::Unavailable, path + " cannot be read");
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size > kFileBytesMax) return base::fail(base::ErrorKind::InvalidInput, path + " is too long");
    text.resize(size);
    return text;
}

base::Done write_whole(const std::string& path, std::string_view text) {
    const std::string fresh = path + ".new";
    const std::string folder = std::filesystem::absolute(path).parent_path().string();
    {
        const Open file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
        if (!file.is_open() || !write_all(file.get(), text)) return not_written(path);
    }
    if (std::rename(fresh.c_str(), path.c_str()) != 0) return not_written(path);
    const Open directory(folder, O_RDONLY | O_DIRECTORY);
    if (!directory.is_open() || ::fsync(directory.get()) != 0) return not_written(path);
    return {};
}

}  // namespace kiosk::staff
