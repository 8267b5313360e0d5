#include "shared/domain/slip.h"

#include <utility>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

bool is_browsing(Step step) {
    return step == Step::ItineraryDay || step == Step::ItineraryDays || step == Step::ItineraryFor ||
           step == Step::ItinerarySession;
}

/// Where somebody may show a slip: until they are found, and where nothing is anybody's own.
bool takes_slips(Step step) {
    const bool being_found = step == Step::Searching || step == Step::IsThisRight;
    return step == Step::Welcome || is_browsing(step) || (before_confirmation(step) && !being_found);
}

/// Where Back leads from what follows: a screen that only tells of a search before leads to where that began.
Step question_of(const Visit& visit) {
    const Step step = visit.step;
    if (step == Step::NotFound || step == Step::SlipNotRead) return visit.question;
    return is_browsing(step) ? Step::Welcome : step;
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
