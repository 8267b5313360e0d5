#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "server/app/evidence_pack.h"
#include "server/app/seals.h"

/// A pack of evidence as files (docs/evidence.md): exactly those of kPackFiles.
namespace server::evidence {

inline constexpr std::string_view kReadMe = "README.txt";
inline constexpr std::string_view kPage = "record.html";    ///< for people
inline constexpr std::string_view kRecord = "record.json";  ///< the same for programs
inline constexpr std::string_view kChain = "chain.txt";     ///< the chain from the first event to its head
inline constexpr std::string_view kKey = "hub-key.pem";     ///< the public key
inline constexpr std::string_view kManifest =
    "manifest.sha256";  ///< of all files above, as sha256sum writes it
inline constexpr std::string_view kSignature = "manifest.sig";  ///< of the manifest, 64 bytes

inline constexpr std::array kPackFiles{kReadMe, kPage, kRecord, kChain, kKey, kManifest, kSignature};

using PackFiles = std::map<std::string, std::string, std::less<>>;

/// All of them, signed.
PackFiles files_of(const app::EvidencePack& pack, const app::Seals& seals, const app::Signer& signer);

/// The manifest of the other files: a line each, `SHA-256  name`, in the order of kPackFiles.
std::string manifest_of(const PackFiles& files, const app::Seals& seals);

}  // namespace server::evidence
