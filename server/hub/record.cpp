#include "server/hub/record.h"

#include <utility>

#include "server/crypto/key_file.h"
#include "server/hub/paths.h"

namespace server::hub {

base::Result<Record> open_record(const settings::Settings& settings, base::Entropy& entropy,
                                 const store::Options& options) {
    const base::Secret key = TRY(crypto::read_key_file(key_paths(settings).hub_key));
    Record record;
    record.vault = std::make_unique<crypto::HubVault>(key, entropy);
    record.store = TRY(store::SqliteStore::open(settings.data, *record.vault, options));
    return record;
}

}  // namespace server::hub
