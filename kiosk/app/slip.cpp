#include "shared/domain/slip.h"

#include <utility>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

/// Where somebody may show a slip: until they are found, and where nothing is anybody's own.
bool takes_slips(Step step) {
    switch (step) {
        case Step::Welcome:
        case Step::WhatWeKeep:
        case Step::Day:
        case Step::Month:
        case Step::LetterOrYear:
        case Step::Letter:
        case Step::Year:
        case Step::StartTime:
        case Step::NotFound:
        case Step::SlipNotRead:
        case Step::ItineraryDay:
        case Step::ItineraryDays:
        case Step::ItineraryFor:
        case Step::ItinerarySession:
            return true;
        case Step::Searching:
        case Step::IsThisRight:
        case Step::Saving:
        case Step::Late:
        case Step::CheckedIn:
        case Step::SavedHere:
        case Step::AlreadyIn:
        case Step::CameAfterEnd:
        case Step::TakingBack:
        case Step::TakenBack:
        case Step::SeeReception:
        case Step::OutOfOrder:
        case Step::HelpIsComing:
        case Step::SurveyIntro:
        case Step::SurveyQuestion:
        case Step::SurveyComment:
        case Step::SurveyShare:
        case Step::SurveyTalk:
        case Step::SurveyStop:
        case Step::SurveySaving:
        case Step::SurveyThanks:
        case Step::RatingPicture:
        case Step::StaffPin:
        case Step::StaffLocked:
        case Step::StaffCorner:
        case Step::StaffState:
        case Step::StaffLanguages:
        case Step::StaffTests:
        case Step::StaffScreenTest:
        case Step::StaffTouchTest:
        case Step::StaffSoundTest:
        case Step::StaffScannerTest:
            return false;
    }
    return false;
}

/// Where Back leads from what follows: a screen that only tells of a search before leads to where that began.
Step question_of(const Visit& visit) {
    const Step step = visit.step;
    if (step == Step::NotFound || step == Step::SlipNotRead) return visit.question;
    const bool browsing = step == Step::ItineraryDay || step == Step::ItineraryDays ||
                          step == Step::ItineraryFor || step == Step::ItinerarySession;
    return browsing ? Step::Welcome : step;
}

}  // namespace

void scanned(const Turn& turn, const event::ScannedCode& code) {
    code_seen(turn);
    const domain::SlipReading reading =
        code.text ? domain::read_slip(*code.text, turn.model.slip_mark) : domain::SlipReading{};
    if (reading == domain::SlipReading{domain::SlipVerdict::Good, domain::SlipKind::Staff}) {
        return staff_badge_shown(turn);
    }
    Visit& visit = turn.visit();
    // Elsewhere it is nothing at all: whoever is next and shows theirs does not keep another's words on the
    // glass.
    if (visit.asking_aloud || !takes_slips(visit.step) || !can_check_in(turn.model)) return;
    // Whoever is asked whether they are still there did not answer: this is somebody else, or a new
    // beginning.
    if (visit.still_there) end_visit(turn);
    touched(turn);
    visit.choosing_language = false;
    visit.question = question_of(visit);
    if (reading != domain::SlipReading{domain::SlipVerdict::Good, domain::SlipKind::Visitor}) {
        return go(turn, Step::SlipNotRead);
    }
    protocol::FindRequest request;
    request.slip = code.text;
    search_by(turn, std::move(request));
}

void go_on_without_slip(const Turn& turn) {
    const Step question = turn.visit().question;
    go(turn, question == Step::Welcome ? Step::WhatWeKeep : question);
}

}  // namespace kiosk::app
