#pragma once

#include <string_view>

/// What must hold for anything that is given as a pack of evidence or as a part of one: it is refused in our
/// own words, or comes back the same when it is written and read again. Each ends the program when that does
/// not hold, and returns whether it was taken.
namespace fuzz {

/// A whole ZIP file. Taken when nothing is wrong with it.
bool check_evidence_pack(std::string_view bytes);
bool check_evidence_chain(std::string_view text);
bool check_evidence_record(std::string_view text);

/// One of them by the name of its corpus.
bool check_evidence(std::string_view corpus, std::string_view bytes);

}  // namespace fuzz
