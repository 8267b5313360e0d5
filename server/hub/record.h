#pragma once

#include <memory>

#include "server/crypto/hub_vault.h"
#include "server/settings/settings.h"
#include "server/store/sqlite_store.h"
#include "shared/base/entropy.h"
#include "shared/base/result.h"

namespace server::hub {

/// The hub's record, open, with the vault that unseals it.
struct Record {
    std::unique_ptr<crypto::HubVault> vault;
    std::unique_ptr<store::SqliteStore> store;
};

/// Opens the record with the hub's key. Errors are those of read_key_file and SqliteStore::open.
base::Result<Record> open_record(const settings::Settings& settings, base::Entropy& entropy,
                                 const store::Options& options);

}  // namespace server::hub
