#include "server/report/indicators.h"

#include <algorithm>

#include "server/app/small_group.h"
#include "server/report/csv.h"

namespace server::report {
namespace {

using figures::Indicator;
using figures::IndicatorId;
using figures::Measure;
using figures::Measured;
using figures::OfBorough;

/// Indicators of which the first is the sum of the others: of these either none is hidden, or two at least.
constexpr std::array<IndicatorId, 5> kOfReferrals{IndicatorId::Referrals, IndicatorId::LowComplexity,
                                                  IndicatorId::MediumComplexity, IndicatorId::HighComplexity,
                                                  IndicatorId::UnknownComplexity};
constexpr std::array<IndicatorId, 5> kOfDisengaged{
    IndicatorId::DidNotEngage, IndicatorId::NotBeforeAssessment, IndicatorId::NotBeforePlan,
    IndicatorId::NotBeforeSession, IndicatorId::NotAfterSession};

using Hidden = std::array<bool, figures::kIndicators>;

unsigned size_of_group(const Indicator& indicator, const Measured& measured) {
    switch (indicator.measure) {
        case Measure::Count:
            return measured.number;
        case Measure::Rate:
        case Measure::Average:
            return measured.of;
        case Measure::NotKnown:
            return 0;
    }
    return 0;
}

/// Hides parts of the sum that the first of the family is, so that none can be told from the others.
void hide_parts(std::span<const IndicatorId> family, const OfBorough& measured, unsigned smallest,
                Hidden& hidden) {
    std::vector<unsigned> sizes;
    for (const IndicatorId part : family.subspan(1)) sizes.push_back(measured[place_of(part)].number);
    const std::vector<bool> parts = app::hidden_parts(sizes, smallest);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i]) hidden[place_of(family[i + 1])] = true;
}

Hidden hidden_of(const OfBorough& measured, unsigned smallest) {
    Hidden hidden{};
    for (const Indicator& one : figures::indicators())
        hidden[place_of(one.id)] =
            !app::may_be_told(size_of_group(one, measured[place_of(one.id)]), smallest);
    hide_parts(kOfReferrals, measured, smallest, hidden);
    hide_parts(kOfDisengaged, measured, smallest, hidden);
    return hidden;
}

/// Tenths, rounded half up: `4.5`.
std::string average(const Measured& measured) {
    constexpr unsigned kTenthsOfOne = 10;
    if (measured.of == 0) return "-";
    const unsigned tenths = (2 * measured.number + measured.of) / (2 * measured.of);
    return std::to_string(tenths / kTenthsOfOne) + '.' + std::to_string(tenths % kTenthsOfOne);
}

std::string value_of(const Indicator& indicator, const Measured& measured) {
    switch (indicator.measure) {
        case Measure::Count:
            return std::to_string(measured.number);
        case Measure::Rate:
            return figures::to_text(figures::Rate{measured.number, measured.of});
        case Measure::Average:
            return average(measured);
        case Measure::NotKnown:
            return "not known";
    }
    return "";
}

void add(OfBorough& sum, const OfBorough& one) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i].number += one[i].number;
        sum[i].of += one[i].of;
        sum[i].not_known += one[i].not_known;
    }
}

struct Place {
    std::string name;
    OfBorough measured{};
    Hidden hidden{};
};

std::vector<Place> places_of(const Report& report) {
    std::vector<Place> places;
    Place all{"all boroughs", {}, {}};
    for (const auto& [borough, measured] : report.indicators) {
        places.push_back({borough, measured, hidden_of(measured, report.smallest_group)});
        add(all.measured, measured);
    }
    if (places.size() < 2) return places;
    all.hidden = hidden_of(all.measured, report.smallest_group);
    for (const Place& one : places)
        for (std::size_t i = 0; i < figures::kIndicators; ++i) all.hidden[i] = all.hidden[i] || one.hidden[i];
    places.push_back(std::move(all));
    return places;
}

std::string told(const Place& place, const Indicator& indicator, unsigned smallest) {
    const Measured& measured = place.measured[place_of(indicator.id)];
    if (!place.hidden[place_of(indicator.id)]) return value_of(indicator, measured);
    const bool is_small = !app::may_be_told(size_of_group(indicator, measured), smallest);
    if (is_small && indicator.measure == Measure::Count) return "fewer than " + std::to_string(smallest);
    return "not told: too few";
}

}  // namespace

Cells indicator_cells(const Report& report) {
    Cells cells{"Indicators", {"indicator", "borough", "value", "not known", "why not known"}, {}};
    const std::vector<Place> places = places_of(report);
    for (const Indicator& indicator : figures::indicators()) {
        if (indicator.measure == Measure::NotKnown) {
            cells.rows.push_back({std::string(indicator.title), "all boroughs", "not known", "-",
                                  std::string(indicator.why_not_known)});
            continue;
        }
        for (const Place& place : places) {
            const unsigned unknown = place.measured[place_of(indicator.id)].not_known;
            cells.rows.push_back({std::string(indicator.title), place.name,
                                  told(place, indicator, report.smallest_group), std::to_string(unknown),
                                  "-"});
        }
    }
    return cells;
}

std::string indicators_to_csv(const Report& report) {
    return to_csv(indicator_cells(report));
}

}  // namespace server::report
