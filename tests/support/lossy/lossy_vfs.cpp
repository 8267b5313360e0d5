#include "tests/support/lossy/lossy_vfs.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <utility>

#include <sqlite3.h>

#include "tests/support/lossy/lossy_disk.h"

namespace support {

struct LossyVfs::State {
    std::string name;
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    mutable std::mutex mutex;  ///< guards everything below
    LossyFolder folder;
    DiskFault fault = DiskFault::None;
    bool cut = false;
    std::uint64_t changes = 0;
    std::uint64_t syncs = 0;
    std::uint64_t cut_at = 0;  ///< 0: never

    /// Counts a change; true when the power goes during it. The mutex is held.
    bool goes_during_this_change() {
        ++changes;
        if (cut_at != 0 && changes >= cut_at) cut = true;
        return cut;
    }
};

namespace {

using State = LossyVfs::State;

/// What SQLite sees as a file; the real file's own structure follows in the same memory.
struct File {
    sqlite3_file base;
    State* state;
    const char* path;  ///< null: a temporary file, which no power cut brings back
    bool syncs_name;   ///< its first sync also syncs the folder, as SQLite does for a new journal or log
};

File* as_file(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}

sqlite3_file* real_of(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(as_file(file) + 1);
}

std::string content_of(const char* path) {
    std::string content(std::filesystem::file_size(path), '\0');
    std::ifstream(path, std::ios::binary).read(content.data(), static_cast<std::streamsize>(content.size()));
    return content;
}

int close_file(sqlite3_file* file) {
    sqlite3_file* real = real_of(file);
    return real->pMethods == nullptr ? SQLITE_OK : real->pMethods->xClose(real);
}

int read_file(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
    {
        const std::lock_guard lock(as_file(file)->state->mutex);
        if (as_file(file)->state->cut) return SQLITE_IOERR_READ;
    }
    return real_of(file)->pMethods->xRead(real_of(file), out, count, offset);
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    State& state = *as_file(file)->state;
    const std::lock_guard lock(state.mutex);
    if (state.cut) return SQLITE_IOERR_WRITE;
    if (state.fault == DiskFault::Full) return SQLITE_FULL;
    if (as_file(file)->path != nullptr) {
        if (LossyFile* model = state.folder.file(as_file(file)->path)) {
            const std::string_view view(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
            model->write(static_cast<std::size_t>(offset), view);
        }
        if (state.goes_during_this_change()) return SQLITE_IOERR_WRITE;
    }
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, count, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    State& state = *as_file(file)->state;
    const std::lock_guard lock(state.mutex);
    if (state.cut) return SQLITE_IOERR_TRUNCATE;
    if (as_file(file)->path != nullptr) {
        if (LossyFile* model = state.folder.file(as_file(file)->path))
            model->truncate(static_cast<std::size_t>(size));
        if (state.goes_during_this_change()) return SQLITE_IOERR_TRUNCATE;
    }
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

int sync_file(sqlite3_file* file, int) {
    State& state = *as_file(file)->state;
    const std::lock_guard lock(state.mutex);
    if (state.cut || state.fault == DiskFault::SyncFails) return SQLITE_IOERR_FSYNC;
    if (as_file(file)->path == nullptr) return SQLITE_OK;
    if (state.goes_during_this_change()) return SQLITE_IOERR_FSYNC;
    ++state.syncs;
    if (LossyFile* model = state.folder.file(as_file(file)->path)) model->sync();
    if (std::exchange(as_file(file)->syncs_name, false)) state.folder.sync_names();
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int level) {
    return real_of(file)->pMethods->xLock(real_of(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}
int check_reserved_lock(sqlite3_file* file, int* out) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}
int file_control(sqlite3_file* file, int verb, void* argument) {
    if (verb == SQLITE_FCNTL_SIZE_HINT || verb == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return real_of(file)->pMethods->xFileControl(real_of(file), verb, argument);
}
int sector_size(sqlite3_file* file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}
int device_characteristics(sqlite3_file* file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}
int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}
void shm_barrier(sqlite3_file* file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}
int shm_unmap(sqlite3_file* file, int remove) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

constexpr int kMethodsVersion = 2;  // no memory-mapped reads: they would go past the model
const sqlite3_io_methods kMethods{kMethodsVersion,
                                  close_file,
                                  read_file,
                                  write_file,
                                  truncate_file,
                                  sync_file,
                                  file_size,
                                  lock_file,
                                  unlock_file,
                                  check_reserved_lock,
                                  file_control,
                                  sector_size,
                                  device_characteristics,
                                  shm_map,
                                  shm_lock,
                                  shm_barrier,
                                  shm_unmap,
                                  nullptr,
                                  nullptr};

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    State& state = *static_cast<State*>(vfs->pAppData);
    const std::lock_guard lock(state.mutex);
    file->pMethods = nullptr;
    if (state.cut) return SQLITE_IOERR;
    const bool existed = path != nullptr && std::filesystem::exists(path);
    File* self = as_file(file);
    std::memset(static_cast<void*>(self + 1), 0, static_cast<std::size_t>(state.real->szOsFile));
    const int code = state.real->xOpen(state.real, path, real_of(file), flags, out_flags);
    if (code != SQLITE_OK) return code;
    self->state = &state;
    self->path = path;
    self->syncs_name = false;
    if (path != nullptr && existed && state.folder.file(path) == nullptr)
        state.folder.found(path, content_of(path));
    if (path != nullptr && !existed) {
        state.folder.created(path);
        constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
        self->syncs_name = (flags & kJournals) != 0;
    }
    file->pMethods = &kMethods;
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    State& state = *static_cast<State*>(vfs->pAppData);
    const std::lock_guard lock(state.mutex);
    if (state.cut) return SQLITE_IOERR_DELETE;
    const bool goes = state.goes_during_this_change();
    if (!goes) {
        const int code = state.real->xDelete(state.real, path, 0);
        if (code != SQLITE_OK) return code;
    }
    if (state.folder.knows(path)) state.folder.removed(path);
    if (goes) return SQLITE_IOERR_DELETE;
    if (sync_folder != 0) state.folder.sync_names();
    return SQLITE_OK;
}

int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* out) {
    State& state = *static_cast<State*>(vfs->pAppData);
    const std::lock_guard lock(state.mutex);
    if (state.cut) return SQLITE_IOERR_ACCESS;
    return state.real->xAccess(state.real, path, flags, out);
}

}  // namespace

LossyVfs::LossyVfs(std::string name) : state_(std::make_unique<State>()) {
    state_->name = std::move(name);
    state_->real = sqlite3_vfs_find(nullptr);
    state_->vfs = *state_->real;
    sqlite3_vfs& vfs = state_->vfs;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + state_->real->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = state_->name.c_str();
    vfs.pAppData = state_.get();
    vfs.xOpen = open_file;
    vfs.xDelete = remove_file;
    vfs.xAccess = access_file;
    if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) std::abort();
}

LossyVfs::~LossyVfs() {
    sqlite3_vfs_unregister(&state_->vfs);
}

const std::string& LossyVfs::name() const {
    return state_->name;
}

void LossyVfs::cut_after(std::uint64_t changes) {
    const std::lock_guard lock(state_->mutex);
    state_->cut_at = state_->changes + changes;
}

void LossyVfs::cut_now() {
    const std::lock_guard lock(state_->mutex);
    state_->cut = true;
}

bool LossyVfs::is_cut() const {
    const std::lock_guard lock(state_->mutex);
    return state_->cut;
}

std::uint64_t LossyVfs::changes() const {
    const std::lock_guard lock(state_->mutex);
    return state_->changes;
}

std::uint64_t LossyVfs::syncs() const {
    const std::lock_guard lock(state_->mutex);
    return state_->syncs;
}

void LossyVfs::set_fault(DiskFault fault) {
    const std::lock_guard lock(state_->mutex);
    state_->fault = fault;
}

void LossyVfs::settle() {
    const std::lock_guard lock(state_->mutex);
    state_->folder.settle();
}

void LossyVfs::restart(std::uint64_t seed) {
    const std::lock_guard lock(state_->mutex);
    Chance chance(seed);
    for (const auto& [path, content] : state_->folder.after_power_cut(chance)) {
        std::filesystem::remove(path);
        if (content)
            std::ofstream(path, std::ios::binary)
                .write(content->data(), static_cast<std::streamsize>(content->size()));
        // The memory shared between connections is not a database's content; a crash leaves anything there.
        std::filesystem::remove(path + "-shm");
    }
    state_->folder = LossyFolder();
    state_->cut = false;
    state_->cut_at = 0;
    state_->fault = DiskFault::None;
}

}  // namespace support
