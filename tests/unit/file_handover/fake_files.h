#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/app/drop_batch.h"

namespace file_handover {

/// The folders in memory, with failures on order and a provider who fetches.
class FakeFiles final : public server::app::CaseFiles {
public:
    std::map<std::string, std::vector<server::app::DropRow>> preparing;
    std::map<std::string, std::vector<server::app::DropRow>> out;
    std::vector<server::app::ReturnedFile> came_back;
    std::vector<std::string> handed_over;  ///< each time that a file came into `out`
    bool full = false;                     ///< nothing can be written
    bool stuck = false;                    ///< nothing can be handed over
    bool away = false;                     ///< nor is anything seen

    base::Done prepare(const server::app::DropBatch& batch,
                       const std::vector<server::app::DropRow>& rows) override {
        if (full || away) return base::fail(base::ErrorKind::Unavailable, "The folder /out cannot be used.");
        preparing[name_of(batch)] = rows;
        return {};
    }
    base::Done hand_over(const server::app::DropBatch& batch) override {
        const std::string name = name_of(batch);
        if (full || stuck || away)
            return base::fail(base::ErrorKind::Unavailable, "The folder /out cannot be used.");
        const auto found = preparing.find(name);
        if (found == preparing.end()) return {};
        out[name] = found->second;
        handed_over.push_back(name);
        preparing.erase(found);
        return {};
    }
    bool is_prepared(const server::app::DropBatch& batch) const override {
        return !away && preparing.contains(name_of(batch));
    }
    base::Done discard_all_but(const std::vector<server::app::DropBatch>& batches) override {
        if (away) return base::fail(base::ErrorKind::Unavailable, "The folder /out cannot be used.");
        std::erase_if(preparing, [&](const auto& one) {
            return std::none_of(batches.begin(), batches.end(),
                                [&](const auto& batch) { return name_of(batch) == one.first; });
        });
        return {};
    }
    base::Result<std::vector<server::app::ReturnedFile>> returned() override { return came_back; }
    base::Done put_away(const server::app::ReturnedFile& file) override {
        std::erase_if(came_back, [&](const auto& one) { return one.name == file.name; });
        return {};
    }
    std::string name_of(const server::app::DropBatch& batch) const override {
        return "hub-" + batch.id + ".csv";
    }
};

}  // namespace file_handover
