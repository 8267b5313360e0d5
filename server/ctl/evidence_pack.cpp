#include "server/app/evidence_pack.h"

#include <filesystem>
#include <fstream>
#include <span>

#include "server/crypto/bytes.h"
#include "server/crypto/key_file.h"
#include "server/crypto/signing.h"
#include "server/ctl/evidence.h"
#include "server/ctl/in_record.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "server/evidence/limits.h"
#include "server/evidence/verify.h"
#include "server/evidence/zip_file.h"
#include "server/hub/paths.h"

namespace server::ctl {
namespace {

/// It is about somebody.
constexpr unsigned kPrivateMode = 0600;

/// The hub's own. A hub that has none yet gets it with its first pack and never silently: it may have had
/// one.
base::Result<base::Secret> signing_key_for_pack(const Hub& hub) {
    const std::string path = hub::key_paths(hub.settings).evidence_key;
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        TRY_DONE(crypto::create_key_file(path, hub.entropy));
        hub.out << "ATTENTION: " << path
                << " was not there, and a NEW key was made. If this hub had one before, "
                << "bring it back from the backup: whoever knows its fingerprint takes packs signed with "
                << "the new one for false.\n";
    }
    return crypto::read_key_file(path);
}

base::Result<base::Secret> signing_key_of(const Hub& hub) {
    const std::string path = hub::key_paths(hub.settings).evidence_key;
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return crypto::read_key_file(path);
    return base::fail(base::ErrorKind::NotFound, "this hub has no key to sign with: bring " + path +
                                                     " back from the backup, or let the first pack make one");
}

base::Done check_new(const std::string& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return {};
    return base::fail(base::ErrorKind::Conflict,
                      file + " is there already and is not replaced: name a new one");
}

base::Result<app::EvidencePack> collect(const Hub& hub, const EvidenceWords& words) {
    app::EvidenceToPack asked;
    asked.hub = hub.settings.hub_name;
    asked.referral = domain::ReferralId(words.referral);
    asked.appointment = domain::AppointmentId(words.appointment);
    asked.request = words.request;
    asked.recipient = words.to;
    asked.actor = words.by;
    app::EvidencePack pack;
    const base::Done done = in_pack_record(
        hub, [&](app::PackTransaction& transaction, const app::Occasion& occasion) -> base::Done {
            pack = TRY(app::collect_evidence(transaction, asked, occasion));
            return {};
        });
    TRY_DONE(done);
    return pack;
}

base::Result<std::string> read_pack(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    if (!file) return base::fail(base::ErrorKind::NotFound, path + " cannot be read: is it there?");
    // One byte more than a pack may have is enough to know that it is none.
    bytes.resize(evidence::kPackBytesMax + 1);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

const char* mark_of(evidence::Finding::Kind kind) {
    switch (kind) {
        case evidence::Finding::Kind::Holds:
            return "holds  ";
        case evidence::Finding::Kind::Wrong:
            return "WRONG  ";
        case evidence::Finding::Kind::Note:
            return "note   ";
    }
    return "";
}

/// What stands in a pack may come from anywhere: nothing in it reaches the terminal's controls.
std::string plain(const std::string& words) {
    std::string out;
    for (const char one : words) out += static_cast<unsigned char>(one) < ' ' || one == '\x7f' ? ' ' : one;
    return out;
}

}  // namespace

base::Done pack_evidence(const Hub& hub, const EvidenceWords& words) {
    TRY_DONE(check_new(words.file));
    const crypto::Ed25519Signer signer(TRY(signing_key_for_pack(hub)));
    const auto pack = TRY(collect(hub, words));
    const crypto::OpenSslSeals seals;
    const auto zip = TRY(evidence::to_zip(evidence::files_of(pack, seals, signer), hub.clock.now()));
    TRY_DONE(crypto::write_new_file(words.file, zip, kPrivateMode));
    hub.out << "Written to " << words.file << ": " << pack.appointments.size() << " appointments, "
            << pack.proof.events.size() << " events. That you packed it is kept.\n";
    if (pack.request && pack.request->asked_by != pack.recipient)
        hub.out << "Asked for by " << pack.request->asked_by << ", packed for " << pack.recipient << ".\n";
    hub.out << "Signed with the key " << seals.fingerprint(signer.public_key()).value_or("")
            << "; tell it to whoever gets the pack, by another way than the pack.\n";
    return {};
}

base::Done list_packs(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    Table table({"packed", "by", "for", "of", "request"});
    for (const app::EvidencePacked& one : TRY(record.store->packs()))
        table.add({date_and_time(one.at), one.who, one.recipient,
                   one.appointment.empty() ? "referral " + one.referral.text()
                                           : "appointment " + one.appointment.text(),
                   one.request.empty() ? "-" : one.request});
    table.print(hub.out);
    return {};
}

base::Done verify_evidence(const Hub& hub, const EvidenceWords& words) {
    evidence::Known known;
    if (!words.key.empty()) known.fingerprint = TRY(evidence::read_fingerprint(words.key));
    if (!words.head.empty()) known.mark = TRY(evidence::read_mark(words.head));
    const std::string bytes = TRY(read_pack(words.file));
    const auto findings = evidence::verify(bytes, known, crypto::OpenSslSeals());
    for (const evidence::Finding& one : findings.all)
        hub.out << mark_of(one.kind) << plain(one.words) << '\n';
    if (!findings.hold())
        return base::fail(base::ErrorKind::Corrupt, "this pack proves nothing: see what is wrong above");
    hub.out << (known.fingerprint.empty() ? "All that can be checked holds, if the key is the hub's.\n"
                                          : "All that can be checked holds.\n");
    return {};
}

base::Done show_evidence_key(const Hub& hub) {
    const crypto::Ed25519Signer signer(TRY(signing_key_of(hub)));
    hub.out << crypto::OpenSslSeals().fingerprint(signer.public_key()).value_or("") << '\n';
    return {};
}

base::Done show_chain_head(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    const auto head = TRY(record.store->chain_head());
    const std::span<const char> link(head.link);
    hub.out << head.seq << ':' << crypto::to_hex(std::as_bytes(link)) << '\n';
    return {};
}

}  // namespace server::ctl
