#pragma once

#include <string>
#include <string_view>

namespace languages {

/// The compiled catalogue (gettext `.mo`) of a language, BCP 47, as the build made it from
/// assets/locale/*.po; empty for a language that there is none for.
std::string_view built_in_catalogue(std::string_view tag);

/// A field of a compiled catalogue's header, such as `Language`; empty when it has none or is no catalogue.
std::string header_field(std::string_view catalogue, std::string_view name);

/// Who has read every text of a language and found it right, as its `X-Reviewed-By` has it, such as
/// "A. Name, 2026-12-01"; empty while its texts are machine drafts (docs/languages.md).
std::string reviewer(std::string_view tag);

}  // namespace languages
