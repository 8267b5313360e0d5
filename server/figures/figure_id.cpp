#include "server/figures/figure_id.h"

#include <algorithm>
#include <array>

#include "shared/base/invariant.h"

namespace server::figures {
namespace {

constexpr std::array kDefinitions{
    Definition{FigureId::Sl002, "CRS SL002", "Suitable referrals that attended an intervention appointment",
               90, 80, "referrals that ended"},
    Definition{FigureId::Sl002Strict, "CRS SL002, before the end day",
               "The same, if an appointment on the day of the end does not count", 90, 80,
               "referrals that ended"},
    Definition{FigureId::Sl002Held, "CRS SL002, session held",
               "The same, if only sessions that were held count, as in the case system's own report", 90, 80,
               "referrals that ended"},
    Definition{FigureId::Kp1, "KP1", "Records made within one business day of the contact", 100, 0,
               "contacts"},
    Definition{FigureId::Kp2, "KP2", "Action plans shared within one business day of the assessment", 100, 0,
               "assessments"},
    Definition{FigureId::Kp3, "KP3", "Attendance shared within one business day of the appointment", 100, 0,
               "appointments"},
    Definition{FigureId::Kp3Drafted, "KP3, drafted", "The same, if a draft that is not shared were enough",
               100, 0, "appointments"},
    Definition{FigureId::Kp4, "KP4", "Evidence sent within one business day of the request", 100, 0,
               "requests"},
    Definition{FigureId::Kp5Offered, "KP5, offered",
               "Exit surveys offered after the intervention was completed", 90, 0, "completed interventions"},
    Definition{FigureId::Kp5Answered, "KP5, answered", "Exit surveys answered within one business day", 90, 0,
               "completed interventions"},
    Definition{FigureId::Kp6, "KP6",
               "Intervention appointment attended within 10 business days of the assessment", 90, 0,
               "assessments"},
    Definition{FigureId::Ds1, "DS1", "Referrals received, against the contract's target", 95, 0, "referrals"},
    Definition{FigureId::Ds2, "DS2", "Assessed within 10 business days of the referral", 95, 0, "referrals"},
    Definition{FigureId::Ds3, "DS3", "Action plan within 5 business days of the assessment", 90, 0,
               "assessments"},
    Definition{FigureId::Ds4, "DS4", "Distance travelled rated within 10 business days of the assessment", 95,
               0, "assessments"},
    Definition{FigureId::Ds5, "DS5", "People who achieved an outcome", 85, 0, "end-of-service reports"},
    Definition{FigureId::NonAttendance, "Non-attendance", "Did-not-attend reported within 24 hours", 100, 0,
               "missed appointments"},
};

}  // namespace

std::span<const Definition> definitions() {
    return kDefinitions;
}

const Definition& definition(FigureId id) {
    const auto found = std::find_if(kDefinitions.begin(), kDefinitions.end(),
                                    [id](const Definition& one) { return one.id == id; });
    INVARIANT(found != kDefinitions.end(), "every figure is defined");
    return *found;
}

std::optional<FigureId> figure_with_code(std::string_view code) {
    for (const Definition& one : kDefinitions)
        if (one.code == code) return one.id;
    return std::nullopt;
}

}  // namespace server::figures
