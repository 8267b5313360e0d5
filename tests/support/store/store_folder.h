#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "server/crypto/hub_vault.h"
#include "server/store/sqlite_store.h"
#include "shared/base/entropy.h"

namespace support {

/// A temporary data folder with an empty record and a vault for it; removed at the end.
class StoreFolder {
public:
    StoreFolder();
    ~StoreFolder();
    StoreFolder(const StoreFolder&) = delete;
    StoreFolder& operator=(const StoreFolder&) = delete;

    server::app::Vault& vault() { return vault_; }
    std::string path() const { return folder_.string(); }
    std::string database() const { return (folder_ / "hub.db").string(); }

    base::Result<std::unique_ptr<server::store::SqliteStore>> open(
        const server::store::Options& options = {}) {
        return server::store::SqliteStore::open(path(), vault_, options);
    }
    /// All bytes of a file, empty when it is not there.
    static std::string bytes(const std::filesystem::path& file);

private:
    base::SystemEntropy entropy_;
    server::crypto::HubVault vault_;
    std::filesystem::path folder_;
};

}  // namespace support
