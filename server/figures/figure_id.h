#pragma once

#include <optional>
#include <span>
#include <string_view>

/// The figures that the contract holds the service to (docs/figures.md).
namespace server::figures {

enum class FigureId {
    Sl002,          ///< CRS SL002: attended an intervention appointment before the end
    Sl002Strict,    ///< the same, where that appointment was before the day of the end
    Sl002Held,      ///< the same, where the session was held, as the case system's own report has it
    Kp1,            ///< records stored within one business day of the contact
    Kp2,            ///< action plans shared within one business day of the assessment
    Kp3,            ///< attendance shared within one business day of the appointment
    Kp3Drafted,     ///< the same, where a draft is enough: shown beside it
    Kp4,            ///< evidence sent within one business day of the request
    Kp5Offered,     ///< exit surveys offered to those who completed the intervention
    Kp5Answered,    ///< exit surveys answered within one business day of the completion
    Kp6,            ///< an intervention appointment attended within 10 business days of the assessment
    Ds1,            ///< referrals received, against the contract's target
    Ds2,            ///< assessed within 10 business days of the referral
    Ds3,            ///< action plan within 5 business days of the assessment
    Ds4,            ///< distance travelled rated within 10 business days of the assessment
    Ds5,            ///< an outcome achieved
    NonAttendance,  ///< did-not-attend reported within 24 hours
};

/// What a figure is held to, and how people know it.
struct Definition {
    FigureId id;
    std::string_view code;     ///< `CRS SL002`, unique
    std::string_view title;    ///< a sentence for people
    unsigned target_percent;   ///< as the contract says
    unsigned trigger_percent;  ///< below it the contract asks for a plan; 0: none is named
    std::string_view items;    ///< what is counted, such as `referrals`
};

/// In the order in which they are reported.
std::span<const Definition> definitions();
const Definition& definition(FigureId id);
std::optional<FigureId> figure_with_code(std::string_view code);

}  // namespace server::figures
