#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "server/figures/compute.h"

/// The quantitative indicators of the service, by borough (docs/figures.md, "Indicators").
namespace server::figures {

enum class IndicatorId {
    Referrals,  ///< received
    LowComplexity,
    MediumComplexity,
    HighComplexity,
    UnknownComplexity,
    Sources,
    ContactedInTime,
    Contacts,
    UnsuccessfulContacts,
    DidNotEngage,
    NotBeforeAssessment,  ///< of those: no assessment was attended
    NotBeforePlan,        ///< of those: assessed, and no plan was approved
    NotBeforeSession,     ///< of those: with a plan, and no session was attended
    NotAfterSession,      ///< of those: a session at least was attended
    Completed,
    Sessions,
    Weeks,
    ProtectedCharacteristics,
};
inline constexpr std::size_t kIndicators = 18;

enum class Measure { Count, Rate, Average, NotKnown };

struct Indicator {
    IndicatorId id;
    std::string_view title;  ///< for people
    Measure measure;
    std::string_view why_not_known;  ///< only where it is
};
/// In the order in which they are told.
std::span<const Indicator> indicators();

/// What was counted of one indicator. Of a count `number`; of a rate `number` of `of`; of an average the sum
/// in tenths, of so many referrals.
struct Measured {
    unsigned number = 0;
    unsigned of = 0;
    unsigned not_known = 0;  ///< referrals of which it is not known

    bool operator==(const Measured&) const = default;
};
using OfBorough = std::array<Measured, kIndicators>;
constexpr std::size_t place_of(IndicatorId id) {
    return static_cast<std::size_t>(id);
}

/// `Manchester` of `DN671065_MANCHESTER_PWB`; any other reference is its own borough.
std::string borough_of(const domain::ContractRef& contract);

/// By borough, of referrals that have anything in the period (touching()).
std::map<std::string, OfBorough> measure(std::span<const ReferralHistory* const> histories,
                                         const Period& period, const Rules& rules);

}  // namespace server::figures
