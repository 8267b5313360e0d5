#pragma once

#include <span>
#include <string>
#include <string_view>

namespace fuzz {

/// A decoder of one kind of answer of the case system.
struct AnswerDecoder {
    const char* name;
    /// Whether the text was read. Ends the program when what must hold for any text does not: a refusal is
    /// NotUnderstood in our own words, and whatever was read is in range.
    bool (*check)(std::string_view text);
    std::string sample;  ///< a good answer
};

std::span<const AnswerDecoder> answer_decoders();
/// nullptr when there is none of this name.
const AnswerDecoder* answer_decoder(std::string_view name);

}  // namespace fuzz
