#pragma once

#include <optional>
#include <string>

#include "server/reception/visit.h"
#include "server/report/report.h"

/// Of which months somebody asks for the figures of the contract, and the report of them.
namespace server::reception {

struct AskedFigures {
    std::string month;                      ///< as it was typed; the month before this one where nothing was
    std::optional<figures::Period> period;  ///< as far as it is one
    std::string error;                      ///< what is wrong with it; empty: nothing
};
AskedFigures asked_figures(const Visit& visit);

/// A figure in an address: `CRS SL002, session held` as `crs-sl002-session-held`.
std::string address_of(figures::FigureId id);
std::optional<figures::FigureId> figure_at(std::string_view address);

/// The report of a period that asked_figures() found nothing wrong with. Unavailable while the case system
/// has not been read.
base::Result<report::Report> figures_of(Office& office, const Visit& visit, const figures::Period& period);

}  // namespace server::reception
