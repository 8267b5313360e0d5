#pragma once

#include "kiosk/screens/parts.h"

/// One file a screen.
namespace kiosk::screens {

Screen language(const Scene& scene);
Screen welcome(const Scene& scene);
Screen what_we_keep(const Scene& scene);
Screen day(const Scene& scene);
Screen month(const Scene& scene);
Screen letter_or_year(const Scene& scene);
Screen letter(const Scene& scene);
Screen year(const Scene& scene);
Screen start_time(const Scene& scene);
Screen searching(const Scene& scene);
Screen is_this_right(const Scene& scene);
Screen saving(const Scene& scene);
Screen late(const Scene& scene);
Screen checked_in(const Scene& scene);
Screen saved_here(const Scene& scene);
Screen already_in(const Scene& scene);
Screen came_after_end(const Scene& scene);
Screen taking_back(const Scene& scene);
Screen taken_back(const Scene& scene);
Screen not_found(const Scene& scene);
Screen slip_not_read(const Scene& scene);
Screen see_reception(const Scene& scene);
Screen out_of_order(const Scene& scene);
Screen help_is_coming(const Scene& scene);
Screen survey_intro(const Scene& scene);
Screen survey_question(const Scene& scene);
Screen survey_comment(const Scene& scene);
Screen survey_share(const Scene& scene);
Screen survey_talk(const Scene& scene);
Screen survey_stop(const Scene& scene);
Screen survey_saving(const Scene& scene);
Screen survey_thanks(const Scene& scene);
Screen rating_picture(const Scene& scene);
Screen itinerary_day(const Scene& scene);
Screen itinerary_days(const Scene& scene);
Screen itinerary_for(const Scene& scene);
Screen itinerary_session(const Scene& scene);
Screen itinerary_saver(const Scene& scene);
Screen staff_pin(const Scene& scene);
Screen staff_locked(const Scene& scene);
Screen staff_corner(const Scene& scene);
Screen staff_state(const Scene& scene);
Screen staff_languages(const Scene& scene);
Screen staff_tests(const Scene& scene);
Screen staff_screen_test(const Scene& scene);
Screen staff_touch_test(const Scene& scene);
Screen staff_sound_test(const Scene& scene);
Screen staff_scanner_test(const Scene& scene);
Screen still_there(const Scene& scene);
Screen read_aloud(const Scene& scene);

}  // namespace kiosk::screens
