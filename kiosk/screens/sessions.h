#pragma once

#include "kiosk/screens/parts.h"

/// How a session of the itinerary is said.
namespace kiosk::screens {

/// A day by its weekday and date, or, where there are few words, by its weekday: no two days of an itinerary
/// share one.
std::string day_name(const Scene& scene, domain::Date day);
/// A day as a heading: with "Today" where it is.
std::string day_heading(const Scene& scene, domain::Date day);
/// Time and title, such as `10:00 Group B`; before them what has changed. Its language is that of the title
/// where that stands alone.
Node session_line(const Scene& scene, const domain::Session& session, domain::Date day);
/// "As of 10:42", where the kiosk cannot know of newer changes.
void add_as_of(const Scene& scene, Block& words);
/// For whom it is, such as "For women".
std::string audience_text(const Scene& scene, domain::Audience audience);
/// The language of its title on this screen, where that is another than the screen's.
std::string title_language(const Scene& scene, const domain::Session& session);

}  // namespace kiosk::screens
