#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "server/app/vault.h"
#include "server/store/connection.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/domain/ids.h"

namespace server::store {

/// What the functions on the tables need: the connection, and the vault for sealed columns.
struct Record {
    Connection& db;
    app::Vault& vault;
};

/// Where a person stands in the record.
enum class Standing { Unknown, Held, Erased };

/// The keys of the people met during one question, each unwrapped once.
class Keys {
public:
    explicit Keys(Record& record) : record_(record) {}

    base::Result<Standing> standing(const domain::PersonId& person);
    /// Makes the person's row and key when there is none.
    base::Done hold(const domain::PersonId& person);

    /// Seals what belongs to a person under their key. The first thing kept of a person makes the key:
    /// nothing that a kiosk brings is refused because the hub does not hold the person. What comes after an
    /// erasure, such as a late arrival, is sealed under the hub's own key.
    base::Result<std::string> seal(const domain::PersonId& person, std::string_view place,
                                   std::string_view text);
    /// Nothing when the key it was sealed under is lost by erasure.
    base::Result<std::optional<std::string>> unseal(const domain::PersonId& person, std::string_view place,
                                                    std::string_view sealed);
    /// The key of what belongs to no one person.
    base::Result<base::Secret> hub();

private:
    struct Known {
        Standing standing = Standing::Unknown;
        base::Secret key;  ///< while held
    };
    base::Result<Known> known(const domain::PersonId& person);

    Record& record_;
    std::unordered_map<domain::PersonId, Known> known_;
    base::Secret hub_;
};

/// The owner under which the hub's own key is wrapped; no person has such an id.
inline constexpr std::string_view kHubOwner = "hub";

}  // namespace server::store
