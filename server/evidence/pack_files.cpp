#include "server/evidence/pack_files.h"

#include "server/evidence/chain_text.h"
#include "server/evidence/hex.h"
#include "server/evidence/page.h"
#include "server/evidence/record_json.h"

namespace server::evidence {
namespace {

constexpr char kReadMeText[] =
    "Evidence from the record of a probation hub\r\n"
    "\r\n"
    "record.html      the record, to read and to print\r\n"
    "record.json      the same for programs\r\n"
    "chain.txt        the hub's chain of events, from the first of these events to the newest of all\r\n"
    "hub-key.pem      the public key of the hub (Ed25519)\r\n"
    "manifest.sha256  SHA-256 of each of the files above\r\n"
    "manifest.sig     the hub's signature of manifest.sha256\r\n"
    "\r\n"
    "To check all of it:    hubctl evidence verify FILE.zip --key FINGERPRINT\r\n"
    "Ask the hub by telephone for the fingerprint of its key; the one on the page is worth as much as the "
    "page.\r\n"
    "\r\n"
    "Without hubctl, in the folder into which this was unpacked:\r\n"
    "  sha256sum --check manifest.sha256\r\n"
    "  openssl pkeyutl -verify -pubin -inkey hub-key.pem -rawin -in manifest.sha256 -sigfile manifest.sig\r\n"
    "  openssl pkey -pubin -in hub-key.pem -outform DER | sha256sum      (the fingerprint)\r\n"
    "How events are proven by chain.txt stands at the top of that file.\r\n";

constexpr char kManifestHeading[] = "# Evidence pack, form 1. This file is what the hub signed.\n";

}  // namespace

std::string manifest_of(const PackFiles& files, const app::Seals& seals) {
    std::string text = kManifestHeading;
    for (const std::string_view name : kPackFiles) {
        if (name == kManifest || name == kSignature) continue;
        const auto file = files.find(name);
        if (file == files.end()) continue;
        text += to_hex(bytes_of(seals.digest(file->second))) + "  " + std::string(name) + "\n";
    }
    return text;
}

PackFiles files_of(const app::EvidencePack& pack, const app::Seals& seals, const app::Signer& signer) {
    PackFiles files;
    const std::string key = signer.public_key();
    files.emplace(kReadMe, kReadMeText);
    files.emplace(kPage, page_of(pack, seals.fingerprint(key).value_or("")));
    files.emplace(kRecord, to_json(pack));
    files.emplace(kChain, to_text(chain_of(pack.proof)));
    files.emplace(kKey, key);
    const std::string manifest = manifest_of(files, seals);
    files.emplace(kSignature, signer.sign(manifest));
    files.emplace(kManifest, manifest);
    return files;
}

}  // namespace server::evidence
