#include "server/figures/ending.h"

#include <algorithm>
#include <array>

namespace server::figures {
namespace {

struct Code {
    std::string_view code;
    EndReason reason;
};
/// First those of the technical note, then those of Refer and Monitor that it calls otherwise.
constexpr std::array kCodes{
    Code{"MIS", EndReason::MadeByMistake},
    Code{"MOV", EndReason::MovedAway},
    Code{"DIE", EndReason::Died},
    Code{"ACQ", EndReason::Acquitted},
    Code{"DIS", EndReason::Disengaged},
    Code{"REC", EndReason::Recalled},
    Code{"END", EndReason::SentenceEnded},
    Code{"REV", EndReason::SentenceRevoked},
    Code{"DUP", EndReason::Duplicate},
    Code{"PPJ", EndReason::ProfessionalJudgement},
    Code{"USE", EndReason::Died},
    Code{"NOT", EndReason::Disengaged},
    Code{"RET", EndReason::Recalled},
    Code{"SEE", EndReason::SentenceEnded},
    Code{"SER", EndReason::SentenceRevoked},
    Code{"INE", EndReason::ProfessionalJudgement},
    Code{"NEE", EndReason::ProfessionalJudgement},
    Code{"WOR", EndReason::ProfessionalJudgement},
    Code{"ANO", EndReason::ProfessionalJudgement},
};

}  // namespace

std::optional<EndReason> end_reason_of(std::string_view code) {
    const auto found =
        std::find_if(kCodes.begin(), kCodes.end(), [code](const Code& one) { return one.code == code; });
    return found == kCodes.end() ? std::nullopt : std::optional(found->reason);
}

bool is_negative(EndReason reason) {
    return reason == EndReason::Disengaged || reason == EndReason::SentenceEnded;
}

std::optional<domain::Date> ended_on(const ReferralHistory& history, base::Instant as_of) {
    if (history.concluded_at) return domain::london_date(*history.concluded_at);
    if (history.expiry && *history.expiry <= domain::london_date(as_of)) return history.expiry;
    return std::nullopt;
}

std::optional<EndReason> end_reason(const ReferralHistory& history, domain::Date ended) {
    if (!history.end_code.empty()) return end_reason_of(history.end_code);
    if (history.expiry && *history.expiry <= ended) return EndReason::SentenceEnded;
    return std::nullopt;
}

bool cancelled_the_same_day(const ReferralHistory& history, domain::Date ended) {
    const bool by_practitioner = history.end_requested || !history.end_code.empty();
    return history.concluded_at && by_practitioner && !history.end_report &&
           domain::london_date(history.received_at) == ended;
}

}  // namespace server::figures
