#include "server/crypto/key_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/crypto/bytes.h"

namespace server::crypto {
namespace {

using base::ErrorKind;
using base::fail;

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

private:
    int number_;
};

bool write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t count = write(file, content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool sync_folder_of(const std::string& path) {
    const std::string parent = std::filesystem::path(path).parent_path().string();
    const Descriptor folder(
        ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.open() && fsync(folder.number()) == 0;
}

}  // namespace

base::Done write_new_file(const std::string& path, std::string_view content, unsigned mode) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file.open() && errno == EEXIST) {
        return fail(ErrorKind::Conflict, path + " is there already and is not replaced: move it away first");
    }
    if (!file.open()) {
        return fail(
            ErrorKind::Unavailable,
            path + " cannot be written: check that its folder is there and belongs to the hub's user");
    }
    const bool written = fchmod(file.number(), static_cast<mode_t>(mode)) == 0 &&
                         write_all(file.number(), content) && fsync(file.number()) == 0;
    if (!written || !sync_folder_of(path)) {
        unlink(path.c_str());
        return fail(ErrorKind::Unavailable,
                    path + " could not be written to the end: check the disk's space");
    }
    return {};
}

base::Done create_key_file(const std::string& path, base::Entropy& entropy) {
    std::vector<std::byte> bytes(kKeyBytes);
    entropy.fill(bytes);
    const base::Secret key(std::move(bytes));
    const auto content = key.reveal();
    return write_new_file(path, {reinterpret_cast<const char*>(content.data()), content.size()}, 0600);
}

base::Result<base::Secret> read_key_file(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.open() && errno == ENOENT) {
        return fail(
            ErrorKind::NotFound,
            "the hub's key " + path +
                " is missing: run hubctl init for a new hub, or restore the keys folder from its backup");
    }
    if (!file.open()) {
        return fail(ErrorKind::Unauthorized,
                    "the hub's key " + path + " cannot be opened: it must belong to the hub's user");
    }
    struct stat status {};
    if (fstat(file.number(), &status) != 0 || (status.st_mode & 077) != 0) {
        return fail(
            ErrorKind::Unauthorized,
            "the hub's key " + path + " may be read by others: chmod 600 it, and see docs/security.md");
    }
    std::vector<std::byte> bytes(kKeyBytes + 1);
    const ssize_t count = read(file.number(), bytes.data(), bytes.size());
    if (count != static_cast<ssize_t>(kKeyBytes)) {
        explicit_bzero(bytes.data(), bytes.size());
        return fail(
            ErrorKind::Corrupt,
            "the hub's key " + path + " has not the size of a key: restore the keys folder from its backup");
    }
    std::vector<std::byte> key(bytes.begin(), bytes.begin() + kKeyBytes);
    explicit_bzero(bytes.data(), bytes.size());
    return base::Secret(std::move(key));
}

}  // namespace server::crypto
