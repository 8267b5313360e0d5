#include "tests/support/store/store_folder.h"

#include <fstream>
#include <iterator>

#include <stdlib.h>

#include "server/crypto/bytes.h"
#include "shared/base/invariant.h"

namespace support {
namespace {

base::Secret test_key() {
    return base::Secret(std::string_view(std::string(server::crypto::kKeyBytes, 'k')));
}

}  // namespace

StoreFolder::StoreFolder() : vault_(test_key(), entropy_) {
    std::string name = std::filesystem::temp_directory_path() / "hub-XXXXXX";
    INVARIANT(mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
    folder_ = name;
    INVARIANT(server::store::SqliteStore::create(path(), vault_).has_value(), "an empty record can be made");
}

StoreFolder::~StoreFolder() {
    std::filesystem::remove_all(folder_);
}

std::string StoreFolder::bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace support
