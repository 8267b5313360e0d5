#pragma once

#include <string>

#include "server/reception/form.h"
#include "server/reception/render.h"
#include "shared/domain/itinerary.h"

/// Sessions of the itinerary as words for templates, and from forms.
namespace server::reception {

const char* in_words(domain::SessionKind kind);
const char* in_words(domain::Audience audience);
const char* in_words(domain::JoinWay way);
/// Empty while it is planned.
const char* in_words(domain::SessionState state);
/// `Monday`.
std::string weekday_in_words(domain::Date day);

Words session_words(const domain::Session& session);

/// What may be chosen in the form of a session, with what was chosen before.
void set_session_choices(Words& words, const Form& form);

/// When and where: `day`, `starts`, `ends`, `room`. InvalidInput, as a sentence, for what is no day or time.
struct Place {
    base::Instant start{};
    base::Instant end{};
    std::string room;
};
base::Result<Place> place_of(const Form& form);
/// A whole one: also `kind`, `title`, `facilitator`, `audience`, `join`, `places`. The use case checks what
/// it says.
base::Result<domain::Session> session_of(const Form& form);
/// `places`: none where nothing was typed. InvalidInput for what is no number.
base::Result<std::optional<unsigned>> places_of(const Form& form);

}  // namespace server::reception
