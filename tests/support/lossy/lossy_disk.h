#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// A model of a disk that loses what was not synced when the power goes.
namespace support {

using Chance = std::mt19937_64;

/// The content of one file: what is safe on the disk, and the changes since the last sync in their order.
class LossyFile {
public:
    LossyFile() = default;
    explicit LossyFile(std::string safe) : safe_(std::move(safe)) {}

    void write(std::size_t offset, std::string_view bytes);
    void truncate(std::size_t size);
    /// Everything so far is safe.
    void sync();

    /// The content after a power cut: of each unsynced change any subset of its 512-byte sectors may be
    /// there, each truncation may or may not have happened, and the file may have grown by zeros only.
    std::string after_power_cut(Chance& chance) const;

    static constexpr std::size_t kSectorBytes = 512;

private:
    struct Change {
        bool truncates = false;
        std::size_t offset = 0;  ///< or the new size
        std::string bytes;
    };
    std::string safe_;
    std::vector<Change> changes_;
};

/// The files of one folder with their names: a name made or removed is safe only after a sync of the folder.
class LossyFolder {
public:
    /// A file that was there before: safe with its content.
    void found(const std::string& path, std::string content);
    void created(const std::string& path);
    void removed(const std::string& path);
    /// Null when the path was never found or created, or is removed.
    LossyFile* file(const std::string& path);
    bool knows(const std::string& path) const { return entries_.contains(path); }
    /// Every name made or removed so far is safe.
    void sync_names();
    /// Everything, names and contents, is safe.
    void settle();

    /// What is on the disk after a power cut: content by path, nothing for a file that is not there.
    std::map<std::string, std::optional<std::string>> after_power_cut(Chance& chance) const;

private:
    struct Entry {
        std::optional<LossyFile> now;     ///< under this name at present
        std::optional<LossyFile> before;  ///< under this name on the disk, when the name's change is not safe
        bool name_is_safe = true;
    };
    std::map<std::string, Entry> entries_;
};

}  // namespace support
