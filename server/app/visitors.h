#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/entropy.h"
#include "shared/base/instant.h"
#include "shared/base/result.h"

/// People who come without an appointment are counted and never named (docs/rules.md, "Arrival and
/// attendance").
namespace server::app {

class Transaction;

enum class VisitorKind {
    DropIn,         ///< to something that is on, without an appointment
    CameAlong,      ///< with somebody: family, a friend, an interpreter
    OtherBusiness,  ///< another service, a contractor
};
inline constexpr std::array kVisitorKinds{VisitorKind::DropIn, VisitorKind::CameAlong,
                                          VisitorKind::OtherBusiness};
/// `drop_in`, `came_along`, `other_business`.
std::string_view to_word(VisitorKind kind);
std::optional<VisitorKind> visitor_kind_of(std::string_view word);

/// One entry. Only ever more of them: a mistake is taken away again by another.
struct VisitorCount {
    std::string id;  ///< UUID
    base::Instant at{};
    VisitorKind kind = VisitorKind::DropIn;
    int people = 0;   ///< below 0: so many were counted by mistake
    std::string who;  ///< the name of whoever counted

    bool operator==(const VisitorCount&) const = default;
};

inline constexpr int kVisitorsAtOnceMax = 50;

/// Counts them, or takes them away. InvalidInput for nobody, for more than kVisitorsAtOnceMax at once and
/// without who counts; Conflict when more would be taken away than were counted on this London day.
base::Done count_visitors(Transaction& transaction, VisitorKind kind, int people, const std::string& who,
                          base::Instant now, base::Entropy& entropy);

}  // namespace server::app
