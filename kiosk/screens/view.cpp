#include "kiosk/screens/view.h"

#include <utility>

#include "kiosk/screens/all_screens.h"
#include "kiosk/screens/short_words.h"

namespace kiosk::screens {
namespace {

Screen screen_of(const Scene& scene) {
    using app::Step;
    switch (scene.visit().step) {
        case Step::Welcome:
            return app::can_check_in(scene.model) ? welcome(scene) : out_of_order(scene);
        case Step::WhatWeKeep:
            return what_we_keep(scene);
        case Step::Day:
            return day(scene);
        case Step::Month:
            return month(scene);
        case Step::LetterOrYear:
            return letter_or_year(scene);
        case Step::Letter:
            return letter(scene);
        case Step::Year:
            return year(scene);
        case Step::StartTime:
            return start_time(scene);
        case Step::Searching:
            return searching(scene);
        case Step::IsThisRight:
            return is_this_right(scene);
        case Step::Saving:
            return saving(scene);
        case Step::Late:
            return late(scene);
        case Step::CheckedIn:
            return checked_in(scene);
        case Step::SavedHere:
            return saved_here(scene);
        case Step::AlreadyIn:
            return already_in(scene);
        case Step::CameAfterEnd:
            return came_after_end(scene);
        case Step::TakingBack:
            return taking_back(scene);
        case Step::TakenBack:
            return taken_back(scene);
        case Step::NotFound:
            return not_found(scene);
        case Step::SlipNotRead:
            return slip_not_read(scene);
        case Step::SeeReception:
            return see_reception(scene);
        case Step::OutOfOrder:
            return out_of_order(scene);
        case Step::HelpIsComing:
            return help_is_coming(scene);
        case Step::ItineraryDay:
            return itinerary_day(scene);
        case Step::ItineraryDays:
            return itinerary_days(scene);
        case Step::ItineraryFor:
            return itinerary_for(scene);
        case Step::ItinerarySession:
            return itinerary_session(scene);
        case Step::StaffPin:
            return staff_pin(scene);
        case Step::StaffLocked:
            return staff_locked(scene);
        case Step::StaffCorner:
            return staff_corner(scene);
        case Step::StaffState:
            return staff_state(scene);
        case Step::StaffLanguages:
            return staff_languages(scene);
        case Step::StaffTests:
            return staff_tests(scene);
        case Step::StaffScreenTest:
            return staff_screen_test(scene);
        case Step::StaffTouchTest:
            return staff_touch_test(scene);
        case Step::StaffSoundTest:
            return staff_sound_test(scene);
        case Step::StaffScannerTest:
            return staff_scanner_test(scene);
        case Step::SurveyIntro:
            return survey_intro(scene);
        case Step::SurveyQuestion:
            return survey_question(scene);
        case Step::SurveyComment:
            return survey_comment(scene);
        case Step::SurveyShare:
            return survey_share(scene);
        case Step::SurveyTalk:
            return survey_talk(scene);
        case Step::SurveyStop:
            return survey_stop(scene);
        case Step::SurveySaving:
            return survey_saving(scene);
        case Step::SurveyThanks:
            return survey_thanks(scene);
        case Step::RatingPicture:
            return rating_picture(scene);
    }
    return welcome(scene);
}

Screen in_all_words(const Scene& scene) {
    if (scene.model.saver) return itinerary_saver(scene);
    if (scene.visit().still_there) return still_there(scene);
    if (scene.visit().asking_aloud) return read_aloud(scene);
    return scene.visit().choosing_language ? language(scene) : screen_of(scene);
}

}  // namespace

Screen view(const app::Model& model, const Words& words) {
    Screen screen = in_all_words({model, words});
    return model.visit.modes.short_words() ? in_short_words(std::move(screen), words) : screen;
}

}  // namespace kiosk::screens
