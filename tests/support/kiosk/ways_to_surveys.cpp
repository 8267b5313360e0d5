#include "tests/support/kiosk/ways.h"

namespace support {
namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace event = kiosk::app::event;
using domain::OfferKind;

void ask_survey(FrontDoor& door) {
    door.walk_to_first_question(open_offer(OfferKind::ExitSurvey));
}

void to_comment(FrontDoor& door) {
    ask_survey(door);
    for (const unsigned choice : {4U, 3U, 5U}) door.press(press::Choose{choice});
}

void to_share(FrontDoor& door) {
    to_comment(door);
    door.press(press::Continue{});
}

void to_talk(FrontDoor& door) {
    to_share(door);
    door.press(press::No{});
}

void write(FrontDoor& door, std::u32string_view words) {
    for (const char32_t letter : words) door.press(press::Type{letter});
}

void rate(FrontDoor& door, const protocol::Offer& offer) {
    door.walk_to_first_question(offer);
    for (unsigned i = 0; i < 12; ++i) {
        if (i == 4) {
            door.press(press::SkipQuestion{});
        } else {
            door.press(press::Choose{1 + i % 5});
        }
    }
    door.journal_keeps(event::Act::Offer);
}

}  // namespace

std::vector<Way> ways_to_surveys() {
    return {
        {"checked_in_with_offers",
         [](FrontDoor& d) {
             d.walk_to_offers({open_offer(OfferKind::ExitSurvey)});
         }},
        {"survey_intro",
         [](FrontDoor& d) {
             d.walk_to_offers({open_offer(OfferKind::ExitSurvey)}), d.press(press::Finish{});
         }},
        {"survey_intro_rating",
         [](FrontDoor& d) {
             d.walk_to_offers({open_offer(OfferKind::StartRating)}), d.press(press::Finish{});
         }},
        {"survey_question",
         [](FrontDoor& d) {
             ask_survey(d);
         }},
        {"survey_question_chosen",
         [](FrontDoor& d) {
             ask_survey(d), d.press(press::Choose{0}), d.press(press::Back{});
         }},
        {"survey_question_better",
         [](FrontDoor& d) {
             ask_survey(d), d.press(press::Choose{4});
         }},
        {"survey_question_respect",
         [](FrontDoor& d) {
             ask_survey(d), d.press(press::Choose{4}), d.press(press::Choose{4});
         }},
        {"survey_question_rating",
         [](FrontDoor& d) {
             d.walk_to_first_question(open_offer(OfferKind::StartRating));
         }},
        {"survey_question_rating_family",
         [](FrontDoor& d) {
             d.walk_to_first_question(open_offer(OfferKind::StartRating));
             for (int i = 0; i < 3; ++i) d.press(press::Choose{2});
         }},
        {"survey_question_rating_work",
         [](FrontDoor& d) {
             d.walk_to_first_question(open_offer(OfferKind::StartRating));
             for (int i = 0; i < 4; ++i) d.press(press::Choose{2});
         }},
        {"survey_comment",
         [](FrontDoor& d) {
             to_comment(d);
         }},
        {"survey_comment_written",
         [](FrontDoor& d) {
             to_comment(d), write(d, U"i was made welcome and people listened to me. thank you");
         }},
        {"survey_comment_signs",
         [](FrontDoor& d) {
             to_comment(d), d.press(press::OtherKeys{});
         }},
        {"survey_share",
         [](FrontDoor& d) {
             to_share(d);
         }},
        {"survey_talk",
         [](FrontDoor& d) {
             to_talk(d);
         }},
        {"survey_stop",
         [](FrontDoor& d) {
             ask_survey(d), d.press(press::Choose{2}), d.press(press::StartAgain{});
         }},
        {"survey_saving",
         [](FrontDoor& d) {
             to_talk(d), d.press(press::No{});
         }},
        {"survey_thanks",
         [](FrontDoor& d) {
             to_talk(d), d.press(press::No{}), d.journal_keeps(event::Act::Offer);
         }},
        {"survey_thanks_declined",
         [](FrontDoor& d) {
             d.walk_to_offers({open_offer(OfferKind::ExitSurvey)}), d.press(press::Finish{});
             d.press(press::DeclineAnswers{}), d.journal_keeps(event::Act::Offer);
         }},
        {"survey_thanks_skipped",
         [](FrontDoor& d) {
             ask_survey(d);
             for (int i = 0; i < 5; ++i) d.press(press::SkipQuestion{});
             d.journal_keeps(event::Act::Offer);
         }},
        {"survey_thanks_help",
         [](FrontDoor& d) {
             to_talk(d), d.press(press::Yes{}), d.journal_keeps(event::Act::Offer);
         }},
        {"survey_thanks_help_at_the_desk",
         [](FrontDoor& d) {
             to_talk(d), d.happens(event::ServerLost{}), d.press(press::Yes{});
             d.journal_keeps(event::Act::Offer);
         }},
        {"see_reception_not_kept",
         [](FrontDoor& d) {
             to_talk(d), d.press(press::No{}), d.journal_fails(event::Act::Offer);
         }},
        {"rating_picture_now",
         [](FrontDoor& d) {
             rate(d, open_offer(OfferKind::StartRating));
         }},
        {"rating_picture_now_second",
         [](FrontDoor& d) {
             rate(d, open_offer(OfferKind::StartRating)), d.press(press::Continue{});
         }},
        {"rating_picture",
         [](FrontDoor& d) {
             rate(d, rated_before());
         }},
        {"rating_picture_second",
         [](FrontDoor& d) {
             rate(d, rated_before()), d.press(press::Continue{});
         }},
        {"rating_picture_last",
         [](FrontDoor& d) {
             rate(d, rated_before());
             for (int i = 0; i < 3; ++i) d.press(press::Continue{});
         }},
    };
}

}  // namespace support
