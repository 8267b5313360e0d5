#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/figures/figure_id.h"
#include "shared/domain/date.h"
#include "shared/domain/ids.h"

namespace server::figures {

/// What one thing that was looked at means for a figure.
enum class Verdict {
    Met,         ///< in numerator and denominator
    Missed,      ///< in the denominator alone
    LeftOut,     ///< looked at and, by the contract, not in the denominator
    NotKnown,    ///< the data does not say; not in the denominator, and never a zero
    NotCounted,  ///< the contract does not count it at all
};

std::string_view to_words(Verdict verdict);

/// Why.
enum class Why {
    InTime,  ///< or simply: it was done
    TooLate,
    NotDone,         ///< and its time is over
    Declined,        ///< by the person
    Expired,         ///< the offer ended unanswered
    EndedWithoutIt,  ///< the referral ended for a reason that counts against the service
    NotDueYet,
    NoPlanApproved,   ///< the referral ended before an action plan was approved
    NeutralEnd,       ///< the referral ended for a reason that counts neither way
    UndeterminedEnd,  ///< it ended without the code that was due, or with one that says nothing
    CancelledTheSameDay,
    EndedBeforeItWasDue,
    NotSuitable,  ///< no action plan was approved
    AppointmentsNotRead,
    PlansNotRead,
    TimeNotKnown,  ///< it was done, and nothing says when
    NotRecorded,   ///< the hub holds nothing of it
};
std::string_view to_words(Why why);

/// One thing that was looked at.
struct Item {
    domain::ReferralId referral;
    std::string subject;  ///< the appointment's or the request's id; empty where it is the referral itself
    Verdict verdict = Verdict::Met;
    Why why = Why::InTime;
    std::string mitigation;  ///< staff's reason that excuses a miss; only where Missed

    bool operator==(const Item&) const = default;
};

/// Of a whole; `of` is 0 where there is nothing to tell of.
struct Rate {
    unsigned count = 0;
    unsigned of = 0;

    bool operator==(const Rate&) const = default;
};
/// `87.5 %`, rounded half up to a tenth; `-` where there is nothing.
std::string to_text(const Rate& rate);

enum class Standing { NotKnown, NothingToTell, OnTarget, BelowTarget, BelowTrigger };
/// By the unmitigated rate. NotKnown when nothing is known although there is something; NothingToTell when
/// there is nothing.
Standing standing_of(FigureId id, const Rate& unmitigated, unsigned not_known);

/// One figure of one period.
struct Figure {
    FigureId id = FigureId::Sl002;
    std::vector<Item> items;  ///< by referral, then by subject
    /// Of DS1: how many referrals the contract foresees. Of any other: none.
    std::optional<unsigned> expected;

    unsigned count(Verdict verdict) const;
    /// Met of met and missed; of DS1 of what is expected. A miss stays a miss whatever excuses it.
    Rate unmitigated() const;
    /// The same where an excused miss counts as met ("inclusive of mitigation").
    Rate mitigated() const;
    Standing standing() const;

    bool operator==(const Figure&) const = default;
};

}  // namespace server::figures
