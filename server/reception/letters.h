#pragma once

#include <string>
#include <vector>

#include "shared/base/instant.h"

/// The letters that stand for a name on paper, which lies about and is found.
namespace server::reception {

/// `R. I.` of "Rosa Invented": the first letter of the first name, and of the last. With `of_first` more of
/// the first name: `Ro. I.`. Empty where there is no letter.
std::string letters_of(const std::string& name, std::size_t of_first = 1);

/// Somebody on a sheet.
struct Lettered {
    base::Instant start{};
    std::string name;
    std::string letters;  ///< what give_letters() has found
    bool alike = false;   ///< somebody else at this time has the same letters all the same
};
inline constexpr std::size_t kLettersOfFirstMax = 3;

/// One letter of the first name; where two at the same time would have the same, up to kLettersOfFirstMax.
void give_letters(std::vector<Lettered>& people);

}  // namespace server::reception
