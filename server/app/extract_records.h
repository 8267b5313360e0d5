#pragma once

#include <string>

#include "shared/base/instant.h"
#include "shared/domain/calendar.h"

/// The log of case-level extracts (docs/extracts.md).
namespace server::app {

enum class ExtractNames {
    Without,
    With,  ///< with what says who people are, once a manager has approved it
};

/// Where it was asked for: at the command line the name of whoever asks is believed, so what was asked for
/// there is not taken at reception.
enum class ExtractPlace { Reception, CommandLine };

/// Somebody asks for the cases of these days, for somebody. Never changed.
struct ExtractRequest {
    std::string id;  ///< UUID
    base::Instant at{};
    domain::Date first{};  ///< London days, both of them in it
    domain::Date last{};
    ExtractNames names = ExtractNames::Without;
    std::string who;        ///< the member of staff who asks
    std::string recipient;  ///< who is to get it
    std::string why;        ///< may be empty
    ExtractPlace place = ExtractPlace::Reception;

    bool operator==(const ExtractRequest&) const = default;
};

enum class ExtractWord { Approved, Refused, Taken };

/// What was done about a request; it may be taken more than once. Never changed.
struct ExtractStep {
    std::string id;  ///< UUID
    base::Instant at{};
    std::string request;
    ExtractWord word = ExtractWord::Taken;
    unsigned cases = 0;  ///< how many were taken
    std::string who;

    bool operator==(const ExtractStep&) const = default;
};

}  // namespace server::app
