#pragma once

#include <string_view>

namespace fuzz {

/// Whether the text was read as the answer to a batch. Ends the program when what must hold for any text does
/// not: a refusal is in our own words, and whatever was read is in range.
bool check_batch_answer(std::string_view text);

}  // namespace fuzz
