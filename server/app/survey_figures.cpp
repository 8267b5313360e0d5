#include "server/app/survey_figures.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "server/app/small_group.h"
#include "shared/domain/calendar.h"

namespace server::app {
namespace {

using domain::OfferState;

struct Counts {
    unsigned opened = 0, offered = 0, completed = 0, declined = 0, partial = 0, expired = 0;
};

void count(Counts& counts, const Offer& offer) {
    ++counts.opened;
    counts.offered += offer.offered_at ? 1 : 0;
    counts.completed += offer.state == OfferState::Completed ? 1 : 0;
    counts.declined += offer.state == OfferState::Declined ? 1 : 0;
    counts.partial += offer.state == OfferState::Partial ? 1 : 0;
    counts.expired += offer.state == OfferState::Expired ? 1 : 0;
}

SurveyFigures figures_of(const std::string& month, domain::OfferKind kind, const Counts& counts,
                         unsigned smallest) {
    SurveyFigures figures;
    figures.month = month;
    figures.kind = kind;
    if (counts.opened < smallest) return figures;
    figures.opened = counts.opened;
    // The parts and the rest add up to the whole: where one part is too small, no part is told.
    const std::array parts{counts.completed, counts.declined, counts.partial, counts.expired};
    unsigned rest = counts.opened;
    bool all = may_be_told(counts.offered, smallest) && may_be_told(counts.opened - counts.offered, smallest);
    for (const unsigned part : parts) {
        rest -= part;
        all = all && may_be_told(part, smallest);
    }
    if (!all || !may_be_told(rest, smallest)) return figures;
    figures.offered = counts.offered;
    figures.completed = counts.completed;
    figures.declined = counts.declined;
    figures.partial = counts.partial;
    figures.expired = counts.expired;
    return figures;
}

}  // namespace

base::Result<std::vector<SurveyFigures>> survey_figures(View& view, base::Instant now, unsigned smallest) {
    std::map<std::pair<std::string, domain::OfferKind>, Counts> all;
    for (const Offer& one : TRY(view.offers_opened(base::Instant{}, now))) {
        constexpr std::size_t kMonthLength = 7;  // 2026-11
        const std::string month = domain::to_text(domain::london_date(one.opened_at)).substr(0, kMonthLength);
        count(all[{month, one.kind}], one);
    }
    std::vector<SurveyFigures> figures;
    for (const auto& [group, counts] : all) {
        figures.push_back(figures_of(group.first, group.second, counts, smallest));
    }
    return figures;
}

}  // namespace server::app
