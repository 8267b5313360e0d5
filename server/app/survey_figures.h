#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/app/store.h"

namespace server::app {

/// The smallest group that is told of; women-only hubs set 10 (docs/settings.md).
inline constexpr unsigned kSmallestGroup = 5;

/// What became of the offers of one kind that were opened in one month. A number that is not there is of a
/// group that is too small to be told of, or would give such a one away.
struct SurveyFigures {
    std::string month;  ///< `2026-11`, of London
    domain::OfferKind kind = domain::OfferKind::ExitSurvey;
    std::optional<unsigned> opened;
    std::optional<unsigned> offered;  ///< seen by the person, whatever became of it
    std::optional<unsigned> completed;
    std::optional<unsigned> declined;
    std::optional<unsigned> partial;
    std::optional<unsigned> expired;
    bool operator==(const SurveyFigures&) const = default;
};

/// By month and kind, for everything opened before `now`.
base::Result<std::vector<SurveyFigures>> survey_figures(View& view, base::Instant now, unsigned smallest);

}  // namespace server::app
