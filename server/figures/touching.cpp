#include "server/figures/touching.h"

#include <algorithm>

namespace server::figures {
namespace {

/// A period as instants: they are compared without a calendar.
class Span {
public:
    explicit Span(const Period& period)
        : first_(domain::first_day(period.first)),
          last_(domain::last_day(period.last)),
          from_(domain::start_of(first_)),
          to_(domain::start_of(domain::next_day(last_))) {}

    bool holds(base::Instant at) const { return from_ <= at && at < to_; }
    bool holds(const std::optional<base::Instant>& at) const { return at && holds(*at); }
    bool holds(const std::optional<domain::Date>& day) const {
        return day && first_ <= *day && *day <= last_;
    }
    template <class Thing>
    bool holds(const std::optional<std::vector<Thing>>& things, base::Instant Thing::*time) const {
        return things && std::any_of(things->begin(), things->end(),
                                     [&](const Thing& one) { return holds(one.*time); });
    }

private:
    domain::Date first_;
    domain::Date last_;
    base::Instant from_;
    base::Instant to_;
};

bool touches(const ReferralHistory& history, const Span& span) {
    return span.holds(history.received_at) || span.holds(history.concluded_at) ||
           span.holds(history.expiry) || span.holds(history.completed_at) ||
           (history.end_report && span.holds(history.end_report->submitted_at)) ||
           span.holds(history.meetings, &Meeting::start) ||
           span.holds(history.evidence, &EvidenceRequest::received_at);
}

}  // namespace

Histories touching(std::span<const ReferralHistory> histories, const Period& period) {
    const Span span(period);
    Histories found;
    for (const ReferralHistory& history : histories)
        if (touches(history, span)) found.push_back(&history);
    return found;
}

Histories touching(std::span<const ReferralHistory* const> histories, const Period& period) {
    const Span span(period);
    Histories found;
    for (const ReferralHistory* history : histories)
        if (touches(*history, span)) found.push_back(history);
    return found;
}

}  // namespace server::figures
