#pragma once

#include <optional>
#include <string_view>

#include "server/figures/referral_history.h"
#include "shared/domain/calendar.h"

/// How a referral ended (docs/figures.md, "CRS SL002"; technical note of CRS SL002, v1.4).
namespace server::figures {

/// The reasons of the technical note.
enum class EndReason {
    MadeByMistake,         ///< MIS
    MovedAway,             ///< MOV
    Died,                  ///< DIE
    Acquitted,             ///< ACQ
    Disengaged,            ///< DIS
    Recalled,              ///< REC
    SentenceEnded,         ///< END
    SentenceRevoked,       ///< REV
    Duplicate,             ///< DUP
    ProfessionalJudgement  ///< PPJ
};

/// Of a code of the technical note or of Refer and Monitor today. None for EAR and for a code that is not
/// known: neither says how the referral ended.
std::optional<EndReason> end_reason_of(std::string_view code);

/// Disengaged and SentenceEnded count against the service; every other reason counts neither way.
bool is_negative(EndReason reason);

/// The London day on which it ended: that of its conclusion, else that of the expiry once it has come. None
/// while it is open.
std::optional<domain::Date> ended_on(const ReferralHistory& history, base::Instant as_of);

/// Why it ended: by its code; without one, because the sentence ended if that expired by then. None where
/// that is not told.
std::optional<EndReason> end_reason(const ReferralHistory& history, domain::Date ended);

/// Ended by the practitioner, without an end-of-service report, on the London day on which it was made.
bool cancelled_the_same_day(const ReferralHistory& history, domain::Date ended);

}  // namespace server::figures
