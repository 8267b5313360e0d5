#include "server/evidence/verify.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "server/app/event_commitment.h"
#include "server/evidence/chain_text.h"
#include "server/evidence/hex.h"
#include "server/evidence/record_json.h"
#include "server/evidence/zip_file.h"

namespace server::evidence {
namespace {

using app::Opened;

class Report {
public:
    void holds(std::string words) { add(Finding::Kind::Holds, std::move(words)); }
    void wrong(std::string words) { add(Finding::Kind::Wrong, std::move(words)); }
    void note(std::string words) { add(Finding::Kind::Note, std::move(words)); }
    Findings take() { return std::move(findings_); }

private:
    void add(Finding::Kind kind, std::string words) { findings_.all.push_back({kind, std::move(words)}); }
    Findings findings_;
};

/// `1 event`, `2 events`.
std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// Names of the files whose line in the signed manifest is not theirs.
std::string changed_files(const PackFiles& files, const std::string& manifest, const app::Seals& seals) {
    std::string names;
    for (const auto& [name, bytes] : files) {
        if (name == kManifest || name == kSignature) continue;
        const std::string line = to_hex(bytes_of(seals.digest(bytes))) + "  " + name + "\n";
        if (manifest.find("\n" + line) == std::string::npos) names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

void check_files(const PackFiles& files, const app::Seals& seals, Report& report) {
    const std::string& manifest = files.find(kManifest)->second;
    if (!seals.fits(files.find(kKey)->second, manifest, files.find(kSignature)->second)) {
        report.wrong(
            "The signature is not that of this key over this manifest: the pack was changed after it "
            "was signed, or was never signed by a hub.");
    }
    if (manifest == manifest_of(files, seals)) {
        report.holds("None of the files was changed since the manifest was made.");
        return;
    }
    const std::string changed = changed_files(files, manifest, seals);
    report.wrong(changed.empty() ? "The manifest is not as a hub writes it."
                                 : "Changed since the manifest was made: " + changed + ".");
}

void check_key(const PackFiles& files, const Known& known, const app::Seals& seals, Report& report) {
    const auto fingerprint = seals.fingerprint(files.find(kKey)->second);
    if (!fingerprint) return report.wrong("hub-key.pem is not a public key of a hub.");
    if (known.fingerprint.empty()) {
        return report.note("It is signed with the key " + *fingerprint +
                           ". Anybody can make a key: ask the hub for the fingerprint of its own by another "
                           "way, such as the telephone, and name it with --key.");
    }
    if (*fingerprint == known.fingerprint) return report.holds("It is signed with the key that you named.");
    report.wrong("It is signed with another key than the one you named: with " + *fingerprint + ".");
}

void check_mark(const Chain& chain, const std::vector<std::string>& links, const app::ChainMark& mark,
                Report& report) {
    const std::string name = "The link that you kept, of event " + std::to_string(mark.number) + ",";
    if (mark.number < chain.before.number || mark.number > chain.head.number) {
        return report.note(name + " is outside the part of the chain that the pack has: " +
                           std::to_string(chain.before.number) + " to " + std::to_string(chain.head.number) +
                           ".");
    }
    if (links[static_cast<std::size_t>(mark.number - chain.before.number)] == mark.link)
        return report.holds(name + " is the link of this chain: nothing until then was changed since.");
    report.wrong(name +
                 " is not the link of this chain: it is the chain of another hub, or the hub changed "
                 "its record after you kept it.");
}

/// Whether the event of this number is the one told: its commitment is that of its place.
bool is_proven(const app::ProvenEvent& one, const Chain& chain, const app::Seals& seals) {
    const std::size_t place = static_cast<std::size_t>(one.number - chain.before.number) - 1;
    return bytes_of(seals.digest(app::committed_bytes(*one.salt, one.event))) == chain.commitments[place];
}

void check_events(const RecordRead& record, const Chain& chain, const app::Seals& seals, Report& report) {
    std::size_t proven = 0;
    std::map<Opened, std::size_t> closed;
    for (const app::ProvenEvent& one : record.events) {
        const std::string name = "Event " + std::to_string(one.number);
        if (one.number <= chain.before.number || one.number > chain.head.number) {
            report.wrong(name + " has no place in the chain of this pack.");
        } else if (!one.salt) {
            ++closed[one.opened];
        } else if (!is_proven(one, chain, seals)) {
            report.wrong(name + " is told otherwise than it was recorded.");
        } else {
            ++proven;
        }
    }
    if (proven > 0)
        report.holds("What is told of " + counted(proven, "event") + " is what was recorded at the time.");
    if (closed[Opened::Erased] > 0)
        report.note(
            counted(closed[Opened::Erased], "event") +
            " cannot be proven: the person was erased, and that something stands there is all that is "
            "left.");
    if (closed[Opened::InConfidence] > 0)
        report.note(counted(closed[Opened::InConfidence], "event") +
                    " cannot be proven: why somebody was late is told to the hub in confidence and is never "
                    "sent on.");
}

void check_chain(const RecordRead* record, const std::string& text, const Known& known,
                 const app::Seals& seals, Report& report) {
    const auto chain = read_chain(text);
    if (!chain) return report.wrong("The chain cannot be read: " + chain.error().message + ".");
    const auto links = links_of(*chain, seals);
    const std::string head =
        "event " + std::to_string(chain->head.number) + ", with the head " + to_hex(chain->head.link) + ".";
    if (links.back() != chain->head.link)
        report.wrong("The chain is broken: its links do not lead to its head.");
    else if (chain->commitments.empty())
        report.holds("There is no event of it in the chain, whose newest is " + head);
    else
        report.holds("The chain leads without a break from event " +
                     std::to_string(chain->before.number + 1) + " to " + head);
    if (known.mark) check_mark(*chain, links, *known.mark, report);
    if (record != nullptr) check_events(*record, *chain, seals, report);
}

}  // namespace

bool Findings::hold() const {
    return std::none_of(all.begin(), all.end(),
                        [](const Finding& one) { return one.kind == Finding::Kind::Wrong; });
}

Findings verify(std::string_view zip, const Known& known, const app::Seals& seals) {
    Report report;
    const auto files = read_zip(zip);
    if (!files) {
        report.wrong(files.error().message);
        return report.take();
    }
    const auto record = read_record(files->find(kRecord)->second);
    if (record) {
        report.note("It says to be evidence of " + record->of + " of the hub \"" + record->hub +
                    "\", packed at " + record->packed_at + " by " + record->packed_by + " for " +
                    record->recipient + ".");
    }
    check_files(*files, seals, report);
    check_key(*files, known, seals, report);
    if (!record) report.wrong("The record cannot be read: " + record.error().message + ".");
    check_chain(record ? &*record : nullptr, files->find(kChain)->second, known, seals, report);
    report.note(
        "Only what is told of events is bound to the chain. All else (appointments, what was told to the "
        "case system and when, the page) is as the hub said on the day of packing, and whether events were "
        "left out cannot be seen.");
    return report.take();
}

base::Result<std::string> read_fingerprint(std::string_view text) {
    std::string digits;
    for (const char one : text) {
        if (one == ' ' || one == ':') continue;
        const bool capital = one >= 'A' && one <= 'F';
        digits += capital ? static_cast<char>(one - 'A' + 'a') : one;
    }
    if (digest_from_hex(digits)) return digits;
    return base::fail(base::ErrorKind::InvalidInput,
                      "the fingerprint of a key has 64 hexadecimal digits, as hubctl evidence key prints it");
}

base::Result<app::ChainMark> read_mark(std::string_view text) {
    const auto colon = text.find(':');
    const std::string_view digits = text.substr(0, colon);
    app::ChainMark mark;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), mark.number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size() && mark.number >= 0;
    const auto link =
        colon == std::string_view::npos ? std::nullopt : digest_from_hex(text.substr(colon + 1));
    if (!whole || !link)
        return base::fail(base::ErrorKind::InvalidInput,
                          "a head is a number, a colon and 64 hexadecimal digits, as hubctl evidence head "
                          "prints it");
    mark.link = bytes_of(*link);
    return mark;
}

}  // namespace server::evidence
