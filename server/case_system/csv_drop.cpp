#include "server/case_system/csv_drop.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/case_system/batch_file.h"
#include "shared/base/entropy.h"
#include "shared/base/file_handle.h"

namespace server::case_system {
namespace {

namespace fs = std::filesystem;

tl::unexpected<base::Error> unusable(const std::string& folder) {
    return base::fail(base::ErrorKind::Unavailable,
                      "The folder " + folder +
                          " cannot be used. Check that it is there and that the hub's user may write in it.");
}

/// The provider's group may read what it fetches.
constexpr mode_t kFileMode = 0640;
constexpr mode_t kFolderMode = 0700;

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

bool is_folder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

bool sync_folder(const std::string& path) {
    const base::FileHandle folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder && ::fsync(folder.get()) == 0;
}

/// What tells a file from another that takes its name later.
std::string which_of(const struct stat& what) {
    return std::to_string(what.st_ino) + '.' + std::to_string(what.st_size) + '.' +
           std::to_string(what.st_mtim.tv_sec) + '.' + std::to_string(what.st_mtim.tv_nsec);
}

struct PlainFile {
    std::string text;  ///< at most one byte more than an answer may have
    std::string which;
};

std::optional<PlainFile> read_plain_file(const std::string& path) {
    // A pipe must not keep the hub waiting, and a link leads to what is nobody's answer.
    const base::FileHandle file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat what {};
    if (!file || ::fstat(file.get(), &what) != 0 || !S_ISREG(what.st_mode)) return std::nullopt;
    std::string text(kBatchAnswerBytesMax + 1, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t got = ::read(file.get(), text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
    return PlainFile{std::move(text), which_of(what)};
}

/// A name from outside is shown only where it can say nothing of anybody: `answer-hub-UUID.csv`.
std::string shown_name(const std::string& name) {
    constexpr const char* kOdd = "with an odd name";
    std::string_view id = name;
    if (id.starts_with("answer-")) id.remove_prefix(std::string_view("answer-").size());
    if (!id.starts_with("hub-") || !id.ends_with(".csv")) return kOdd;
    id.remove_prefix(std::string_view("hub-").size());
    id.remove_suffix(std::string_view(".csv").size());
    return base::is_uuid(id) ? name : kOdd;
}

app::ReturnedFile read_answer(const std::string& folder, const std::string& name) {
    const auto file = read_plain_file(folder + '/' + name);
    if (!file) {
        return {name, shown_name(name),
                base::fail(base::ErrorKind::InvalidInput, "it is no plain file that the hub may read"), ""};
    }
    return {name, shown_name(name), decode_batch_answer(file->text), file->which};
}

}  // namespace

CsvDrop::CsvDrop(CsvDropSettings settings) : settings_(std::move(settings)) {}

std::string CsvDrop::name_of(const app::DropBatch& batch) const {
    return "hub-" + batch.id + ".csv";
}

base::Done CsvDrop::prepare(const app::DropBatch& batch, const std::vector<app::DropRow>& rows) {
    const bool made = ::mkdir(preparing().c_str(), kFolderMode) == 0;
    if ((!made && errno != EEXIST) || (made && !sync_folder(settings_.out))) return unusable(settings_.out);
    const std::string path = preparing() + '/' + name_of(batch);
    const base::FileHandle file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, kFileMode));
    if (!file || !write_all(file.get(), encode_batch(rows)) || !sync_folder(preparing()))
        return unusable(settings_.out);
    return {};
}

base::Done CsvDrop::hand_over(const app::DropBatch& batch) {
    const std::string name = name_of(batch);
    const bool moved =
        std::rename((preparing() + '/' + name).c_str(), (settings_.out + '/' + name).c_str()) == 0;
    // It was handed over before a crash, and the provider may have fetched it since.
    const bool done_before = !moved && errno == ENOENT && is_folder(preparing());
    if (!moved && !done_before) return unusable(settings_.out);
    // It is outside now, whatever the disk says of the folders.
    sync_folder(settings_.out);
    sync_folder(preparing());
    return {};
}

bool CsvDrop::is_prepared(const app::DropBatch& batch) const {
    std::error_code error;
    return fs::is_regular_file(preparing() + '/' + name_of(batch), error);
}

base::Done CsvDrop::discard_all_but(const std::vector<app::DropBatch>& batches) {
    std::error_code error;
    for (fs::directory_iterator entry(preparing(), error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const bool wanted = std::any_of(batches.begin(), batches.end(),
                                        [&](const auto& batch) { return name_of(batch) == name; });
        if (!wanted && ::unlink((preparing() + '/' + name).c_str()) != 0) return unusable(settings_.out);
    }
    const bool looked = !error || error == std::errc::no_such_file_or_directory;
    return looked ? base::Done() : unusable(settings_.out);
}

base::Result<std::vector<app::ReturnedFile>> CsvDrop::returned() {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(settings_.returned, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.ends_with(".csv") && !name.starts_with('.')) names.push_back(name);
    }
    if (error) return unusable(settings_.returned);
    std::sort(names.begin(), names.end());
    const bool too_many = names.size() > kReturnedFilesMax;
    if (too_many) names.resize(kReturnedFilesMax);
    std::vector<app::ReturnedFile> files;
    for (const std::string& name : names) files.push_back(read_answer(settings_.returned, name));
    if (too_many) {
        files.push_back({"", "after these 100",
                         base::fail(base::ErrorKind::InvalidInput,
                                    "there are more than 100 files: take away those that are no answers")});
    }
    return files;
}

base::Done CsvDrop::put_away(const app::ReturnedFile& file) {
    const std::string path = settings_.returned + '/' + file.name;
    struct stat now {};
    const bool another = ::lstat(path.c_str(), &now) == 0 && which_of(now) != file.which;
    if (another) return {};
    const bool gone = ::unlink(path.c_str()) == 0 || errno == ENOENT;
    return gone && sync_folder(settings_.returned) ? base::Done() : unusable(settings_.returned);
}

base::Done CsvDrop::check() const {
    for (const std::string* folder : {&settings_.out, &settings_.returned}) {
        if (::access(folder->c_str(), R_OK | W_OK | X_OK) != 0 || !is_folder(*folder))
            return unusable(*folder);
    }
    return {};
}

}  // namespace server::case_system
