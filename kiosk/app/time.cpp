#include <algorithm>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

/// How a screen ends when nobody touches it.
enum class Quiet {
    AsksFirst,  ///< after Waits::idle "Are you still there?", then the visit ends
    Clears,     ///< the visit ends at a known time
    Waits,      ///< it waits for the journal or the server, which has its own limit
};

Quiet quiet(Step step) {
    switch (step) {
        case Step::WhatWeKeep:
        case Step::Day:
        case Step::Month:
        case Step::LetterOrYear:
        case Step::Letter:
        case Step::Year:
        case Step::StartTime:
        case Step::IsThisRight:
        case Step::NotFound:
        case Step::SlipNotRead:
        case Step::Late:
        case Step::SurveyIntro:
        case Step::SurveyQuestion:
        case Step::SurveyComment:
        case Step::SurveyShare:
        case Step::SurveyTalk:
        case Step::SurveyStop:
        case Step::RatingPicture:
        case Step::ItineraryDay:
        case Step::ItineraryDays:
        case Step::ItineraryFor:
        case Step::ItinerarySession:
        case Step::StaffPin:
        case Step::StaffCorner:
        case Step::StaffState:
        case Step::StaffLanguages:
        case Step::StaffTests:
        case Step::StaffScreenTest:
        case Step::StaffTouchTest:
        case Step::StaffSoundTest:
        case Step::StaffScannerTest:
            return Quiet::AsksFirst;
        case Step::Welcome:
        case Step::CheckedIn:
        case Step::SavedHere:
        case Step::AlreadyIn:
        case Step::CameAfterEnd:
        case Step::TakenBack:
        case Step::SeeReception:
        case Step::OutOfOrder:
        case Step::HelpIsComing:
        case Step::SurveyThanks:
        case Step::StaffLocked:
            return Quiet::Clears;
        case Step::Searching:
        case Step::Saving:
        case Step::TakingBack:
        case Step::SurveySaving:
            return Quiet::Waits;
    }
    return Quiet::Clears;
}

/// The same for a whole visit: a person who chooses a language or has chosen one is there.
Quiet quiet(const Visit& visit) {
    if (at_start(visit)) return Quiet::Clears;
    if (visit.choosing_language || visit.step == Step::Welcome) return Quiet::AsksFirst;
    return quiet(visit.step);
}

int longer(const Visit& visit) {
    return visit.modes.takes_longer() ? kLonger : 1;
}

bool is_confirmation(Step step) {
    return step == Step::CheckedIn || step == Step::SavedHere || step == Step::AlreadyIn;
}

base::BootTime clears_at(const Visit& visit) {
    if (visit.step == Step::Welcome) return visit.touched_at + kRunBreak;
    if (is_confirmation(visit.step)) {
        return std::max(std::max(visit.shown_at, visit.heard_at) + longer(visit) * kConfirmationShown,
                        visit.touched_at + kAfterTouch);
    }
    const base::BootTime since = std::max({visit.shown_at, visit.touched_at, visit.heard_at});
    if (visit.asking && visit.asking->talk) return since + kHelpShown;
    const bool waits = visit.step == Step::HelpIsComing && visit.call && !visit.call->overdue;
    if (waits) return since + kHelpShown;
    return since + longer(visit) * kAdviceShown;
}

base::BootTime asks_at(const Model& model) {
    return std::max({model.visit.shown_at, model.visit.touched_at, model.visit.heard_at}) +
           longer(model.visit) * model.waits.idle;
}

unsigned whole_seconds_up(base::BootTime time) {
    return static_cast<unsigned>(std::max<long>(0, std::chrono::ceil<std::chrono::seconds>(time).count()));
}

/// What the screen says of the time left: each second, or in calm mode a number that changes seldom.
unsigned seconds_told(const Visit& visit, base::BootTime left) {
    const unsigned seconds = whole_seconds_up(left);
    if (!visit.modes.calm) return seconds;
    return std::max(1U, seconds - seconds % kCalmStepSeconds);
}

void pass_quiet_time(const Turn& turn) {
    Visit& visit = turn.visit();
    if (!visit.first_touch || quiet(visit) == Quiet::Waits) return;
    if (quiet(visit) == Quiet::Clears) {
        if (turn.since_boot() >= clears_at(visit)) end_visit(turn);
        return;
    }
    if (visit.keeping) return;  // the reason is being written down
    if (!visit.still_there && turn.since_boot() >= asks_at(turn.model)) {
        visit.still_there = StillThere{turn.since_boot() + time_to_answer(turn.model), 0};
    }
    if (!visit.still_there) return;
    if (turn.since_boot() >= visit.still_there->until) return end_visit(turn);
    visit.still_there->seconds_left = seconds_told(visit, visit.still_there->until - turn.since_boot());
}

std::optional<base::BootTime> quiet_due(const Model& model) {
    const Visit& visit = model.visit;
    if (!visit.first_touch || quiet(visit) == Quiet::Waits || visit.keeping) return std::nullopt;
    if (quiet(visit) == Quiet::Clears) return clears_at(visit);
    if (!visit.still_there) return asks_at(model);
    return visit.still_there->until - std::chrono::seconds{visit.still_there->seconds_left - 1};
}

}  // namespace

std::chrono::seconds time_to_answer(const Model& model) {
    return longer(model.visit) * model.waits.still_there;
}

void pass_time(const Turn& turn) {
    close_the_day(turn);
    go_on_searching(turn);
    go_on_keeping(turn);
    go_on_waiting_for_help(turn);
    pass_quiet_time(turn);
}

void ask_to_wake(const Turn& turn) {
    std::optional<base::BootTime> next;
    const auto also = [&](std::optional<base::BootTime> due) {
        if (due && (!next || *due < *next)) next = due;
    };
    also(quiet_due(turn.model));
    also(search_due(turn.visit()));
    also(keeping_due(turn.visit()));
    also(help_due(turn.model));
    also(close_due(turn.model));
    also(saver_due(turn.model));
    if (next && next != turn.model.wake_at) turn.effects.emplace_back(effect::WakeAt{*next});
    turn.model.wake_at = next;
}

}  // namespace kiosk::app
