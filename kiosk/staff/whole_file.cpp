#include "kiosk/staff/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "shared/base/file_handle.h"

namespace kiosk::staff {
namespace {

base::FileHandle open_file(const std::string& path, int flags) {
    return base::FileHandle(::open(path.c_str(), flags | O_CLOEXEC, 0600));
}

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
    const base::FileHandle file = open_file(path, O_RDONLY);
    if (!file) {
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
        const base::FileHandle file = open_file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
        if (!file || !write_all(file.get(), text)) return not_written(path);
    }
    if (std::rename(fresh.c_str(), path.c_str()) != 0) return not_written(path);
    const base::FileHandle directory = open_file(folder, O_RDONLY | O_DIRECTORY);
    if (!directory || ::fsync(directory.get()) != 0) return not_written(path);
    return {};
}

}  // namespace kiosk::staff
