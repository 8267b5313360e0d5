#include "server/evidence/chain_text.h"

#include <charconv>

#include "server/evidence/hex.h"

namespace server::evidence {
namespace {

constexpr char kHeading[] =
    "# The chain of events. Each line after `before` has the number and the commitment of an event, in the\n"
    "# order in which the hub stored them; only those of this record are told in record.json.\n"
    "# Begin with the link of `before`; link = SHA-256(link before, commitment), over the 32 bytes of each.\n"
    "# After the last line it is the link of `head`.\n"
    "# The commitment of an event is SHA-256 over its salt and all that it says: each value has its length\n"
    "# before it (four bytes, the lowest first; absent: ff ff ff ff and nothing more), in the order salt,\n"
    "# \"event/1\", id, kind, appointment, person, arrival, recorded_at, at, attendance, clock, queued,\n"
    "# recorded_offline, actor, reason, touched (wall, boot_id, since_boot_us), told (the same), and at "
    "last\n"
    "# referral where there is one. Times are microseconds since 1970 in decimal digits, truths 0 or 1.\n";

constexpr std::size_t kLinkBytes = 32;
constexpr std::int64_t kNumberMax = 1'000'000'000'000;  ///< no hub stores so many events

std::string line_of(const app::ChainMark& mark) {
    return std::to_string(mark.number) + " " + to_hex(mark.link) + "\n";
}

/// Takes lines off a text.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}

    /// The next line without its end; none where the text ends or a line is not ended.
    std::optional<std::string_view> next() {
        const auto end = rest_.find('\n');
        if (end == std::string_view::npos) return std::nullopt;
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        ++number_;
        return line;
    }
    bool at_end() const { return rest_.empty(); }
    tl::unexpected<base::Error> wrong() const {
        return base::fail(base::ErrorKind::InvalidInput,
                          "chain.txt, line " + std::to_string(number_) + ": not a chain as a hub writes it");
    }

private:
    std::string_view rest_;
    unsigned number_ = 0;
};

/// `17 HEX`, after an optional word.
std::optional<app::ChainMark> read_mark(std::string_view line) {
    const auto space = line.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    app::ChainMark mark;
    const std::string_view digits = line.substr(0, space);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), mark.number);
    const auto bytes = from_hex(line.substr(space + 1));
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    if (!whole || mark.number < 0 || mark.number > kNumberMax || !bytes || bytes->size() != kLinkBytes)
        return std::nullopt;
    // Only as it is written: no sign, no leading zero.
    if (std::to_string(mark.number) != digits) return std::nullopt;
    mark.link = *bytes;
    return mark;
}

std::optional<app::ChainMark> read_mark(std::string_view line, std::string_view word) {
    if (!line.starts_with(word)) return std::nullopt;
    return read_mark(line.substr(word.size()));
}

constexpr std::string_view kBefore = "before ";
constexpr std::string_view kHead = "head ";

}  // namespace

std::string to_text(const Chain& chain) {
    std::string text = kHeading;
    text += std::string(kBefore) + line_of(chain.before);
    std::int64_t number = chain.before.number;
    for (const std::string& commitment : chain.commitments) text += line_of({++number, commitment});
    return text + std::string(kHead) + line_of(chain.head);
}

base::Result<Chain> read_chain(std::string_view text) {
    if (!text.starts_with(kHeading))
        return base::fail(base::ErrorKind::InvalidInput, "chain.txt does not begin as a hub writes it");
    Lines lines(text.substr(sizeof kHeading - 1));
    Chain chain;
    const auto first = lines.next();
    const auto before = first ? read_mark(*first, kBefore) : std::nullopt;
    if (!before) return lines.wrong();
    chain.before = *before;
    std::int64_t number = before->number;
    for (auto line = lines.next(); line; line = lines.next()) {
        if (const auto head = read_mark(*line, kHead)) {
            if (!lines.at_end() || head->number != number) return lines.wrong();
            chain.head = *head;
            return chain;
        }
        const auto event = read_mark(*line);
        if (!event || event->number != ++number) return lines.wrong();
        chain.commitments.push_back(event->link);
    }
    return base::fail(base::ErrorKind::InvalidInput, "chain.txt is cut short: it has no head");
}

std::vector<std::string> links_of(const Chain& chain, const app::Seals& seals) {
    std::vector<std::string> links{chain.before.link};
    for (const std::string& commitment : chain.commitments)
        links.push_back(bytes_of(seals.digest(links.back() + commitment)));
    return links;
}

}  // namespace server::evidence
