#include "tests/support/lossy/lossy_disk.h"

#include <algorithm>
#include <array>
#include <utility>

namespace support {
namespace {

void put(std::string& content, std::size_t offset, std::string_view bytes) {
    if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size(), '\0');
    content.replace(offset, bytes.size(), bytes);
}

bool happens(Chance& chance, unsigned percent) {
    return chance() % 100 < percent;
}

/// How much of the unsynced survives: from nothing to everything, so that each kind of cut is met.
unsigned survival_percent(Chance& chance) {
    constexpr std::array<unsigned, 6> kPercents{0, 10, 50, 80, 97, 100};
    return kPercents[chance() % kPercents.size()];
}

}  // namespace

void LossyFile::write(std::size_t offset, std::string_view bytes) {
    changes_.push_back({false, offset, std::string(bytes)});
}

void LossyFile::truncate(std::size_t size) {
    changes_.push_back({true, size, {}});
}

void LossyFile::sync() {
    for (const Change& change : changes_) {
        if (change.truncates)
            safe_.resize(change.offset, '\0');
        else
            put(safe_, change.offset, change.bytes);
    }
    changes_.clear();
}

std::string LossyFile::after_power_cut(Chance& chance) const {
    std::string content = safe_;
    const unsigned percent = survival_percent(chance);
    for (const Change& change : changes_) {
        if (change.truncates) {
            if (happens(chance, percent)) content.resize(change.offset, '\0');
            continue;
        }
        const std::size_t end = change.offset + change.bytes.size();
        for (std::size_t at = change.offset; at < end;) {
            const std::size_t stop = std::min(end, (at / kSectorBytes + 1) * kSectorBytes);
            if (happens(chance, percent)) {
                put(content, at, std::string_view(change.bytes).substr(at - change.offset, stop - at));
            } else if (happens(chance, percent) && content.size() < stop) {
                content.resize(stop, '\0');  // the new length reached the disk, the bytes did not
            }
            at = stop;
        }
    }
    return content;
}

void LossyFolder::found(const std::string& path, std::string content) {
    entries_[path] = Entry{LossyFile(std::move(content)), std::nullopt, true};
}

void LossyFolder::created(const std::string& path) {
    Entry& entry = entries_[path];  // keeps `before` of a removal that is not safe yet
    entry.now = LossyFile();
    entry.name_is_safe = false;
}

void LossyFolder::removed(const std::string& path) {
    Entry& entry = entries_[path];
    if (entry.name_is_safe) entry.before = std::move(entry.now);
    entry.now.reset();
    entry.name_is_safe = false;
}

LossyFile* LossyFolder::file(const std::string& path) {
    const auto it = entries_.find(path);
    if (it == entries_.end() || !it->second.now) return nullptr;
    return &*it->second.now;
}

void LossyFolder::sync_names() {
    for (auto& [path, entry] : entries_) {
        entry.before.reset();
        entry.name_is_safe = true;
    }
}

void LossyFolder::settle() {
    sync_names();
    for (auto& [path, entry] : entries_) {
        if (entry.now) entry.now->sync();
    }
}

std::map<std::string, std::optional<std::string>> LossyFolder::after_power_cut(Chance& chance) const {
    std::map<std::string, std::optional<std::string>> disk;
    for (const auto& [path, entry] : entries_) {
        const bool changed = entry.name_is_safe || happens(chance, 50);
        const std::optional<LossyFile>& file = changed ? entry.now : entry.before;
        disk[path] = file ? std::optional(file->after_power_cut(chance)) : std::nullopt;
    }
    return disk;
}

}  // namespace support
