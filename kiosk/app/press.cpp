#include <algorithm>
#include <string>
#include <variant>

#include "kiosk/app/turn.h"
#include "shared/domain/person_key.h"

namespace kiosk::app {
namespace {

bool is_waiting(const Visit& visit) {
    return visit.keeping || visit.step == Step::Saving || visit.step == Step::TakingBack ||
           visit.step == Step::SurveySaving;
}

bool can_be_undone(Step step) {
    return step == Step::CheckedIn || step == Step::SavedHere || step == Step::Late;
}

bool ends_visit(Step step) {
    return can_be_undone(step) || step == Step::AlreadyIn || step == Step::CameAfterEnd ||
           step == Step::TakenBack || step == Step::SeeReception || step == Step::OutOfOrder ||
           step == Step::HelpIsComing || step == Step::StaffLocked;
}

/// Told that they are in, and nothing more is to be done for it: now something may be offered.
bool is_confirmed(Step step) {
    return step == Step::CheckedIn || step == Step::SavedHere || step == Step::AlreadyIn ||
           step == Step::CameAfterEnd;
}

template <class... P>
bool is_any_of(const Press& press) {
    return (std::holds_alternative<P>(press) || ...);
}

Step step_of(Way way) {
    return way == Way::Letter ? Step::Letter : Step::Year;
}

Step other_step(Way way) {
    return way == Way::Letter ? Step::Year : Step::Letter;
}

bool day_is_in_month(unsigned day, unsigned month) {
    return domain::check({{day, month}, 'A', std::nullopt}).has_value();
}

void choose_month(const Turn& turn, unsigned month) {
    Visit& visit = turn.visit();
    if (visit.typed.day && !day_is_in_month(*visit.typed.day, month)) {
        visit.typed.day.reset();
        visit.typed.month = month;
        go(turn, Step::Day);
        visit.day_not_in_month = true;
        return;
    }
    visit.typed.month = month;
    go(turn, Step::LetterOrYear);
}

/// "Next": on with what has been chosen already.
void go_on(const Turn& turn) {
    Visit& visit = turn.visit();
    switch (visit.step) {
        case Step::WhatWeKeep:
            visit.asked_other = false;
            return go(turn, Step::Day);
        case Step::NotFound:
            visit.asked_other = false;
            // Who showed a slip at once has not been told yet what is kept.
            return go(turn, visit.question == Step::Welcome ? Step::WhatWeKeep : Step::Day);
        case Step::SlipNotRead:
            return go_on_without_slip(turn);
        case Step::Day:
            if (!visit.typed.day) return;
            return go(turn, Step::Month);
        case Step::Month:
            if (visit.typed.month) choose_month(turn, *visit.typed.month);
            return;
        case Step::Letter:
            if (visit.typed.letter) search(turn);
            return;
        case Step::Year:
            if (year_is_complete(visit.typed)) search(turn);
            return;
        case Step::SurveyComment:
        case Step::RatingPicture:
            return go_on_answering(turn);
        case Step::ItineraryDay:
            return go_on_browsing(turn);
        case Step::StaffPin:
            return check_pin(turn);
        case Step::StaffLocked:
        case Step::StaffCorner:
        case Step::StaffState:
        case Step::StaffLanguages:
        case Step::StaffTests:
        case Step::StaffScreenTest:
        case Step::StaffTouchTest:
        case Step::StaffSoundTest:
        case Step::StaffScannerTest:
        case Step::ItineraryDays:
        case Step::ItineraryFor:
        case Step::ItinerarySession:
        case Step::SurveyIntro:
        case Step::SurveyQuestion:
        case Step::SurveyShare:
        case Step::SurveyTalk:
        case Step::SurveyStop:
        case Step::SurveySaving:
        case Step::SurveyThanks:
        case Step::Welcome:
        case Step::LetterOrYear:
        case Step::StartTime:
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
            return;
    }
}

void go_back(const Turn& turn) {
    Visit& visit = turn.visit();
    switch (visit.step) {
        case Step::WhatWeKeep:
            return back_to_welcome(turn);
        case Step::Day:
            return go(turn, Step::WhatWeKeep);
        case Step::Month:
            return go(turn, Step::Day);
        case Step::LetterOrYear:
            return go(turn, Step::Month);
        case Step::Letter:
        case Step::Year:
            if (!visit.asked_other) return go(turn, Step::LetterOrYear);
            visit.asked_other = false;
            return go(turn, step_of(visit.typed.way));
        case Step::StartTime:
            visit.typed.start_time.reset();
            return go(turn, visit.asked_other ? other_step(visit.typed.way) : step_of(visit.typed.way));
        case Step::Searching:
            cancel_search(turn);
            return back_to_question(turn);
        case Step::IsThisRight:
        case Step::NotFound:
        case Step::SlipNotRead:
            visit.found.reset();
            return back_to_question(turn);
        case Step::HelpIsComing:
            if (visit.before_help == Step::Welcome) return back_to_welcome(turn);
            return go(turn, visit.before_help);
        case Step::SurveyQuestion:
        case Step::SurveyComment:
        case Step::SurveyShare:
        case Step::SurveyTalk:
        case Step::SurveyStop:
        case Step::RatingPicture:
            return go_back_answering(turn);
        case Step::ItineraryDay:
        case Step::ItineraryDays:
        case Step::ItineraryFor:
        case Step::ItinerarySession:
            return go_back_browsing(turn);
        case Step::StaffState:
        case Step::StaffLanguages:
        case Step::StaffTests:
        case Step::StaffScreenTest:
        case Step::StaffTouchTest:
        case Step::StaffSoundTest:
        case Step::StaffScannerTest:
            return go_back_in_corner(turn);
        case Step::StaffPin:
        case Step::StaffLocked:
        case Step::StaffCorner:
        case Step::SurveyIntro:
        case Step::SurveySaving:
        case Step::SurveyThanks:
        case Step::Welcome:
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
            return;
    }
}

void call_for_help(const Turn& turn) {
    // Whoever asks for somebody is not staff: the corner is left behind.
    if (is_in_corner(turn.visit().step)) {
        end_visit(turn);
        touched(turn);
    }
    Visit& visit = turn.visit();
    const bool called = visit.call && turn.since_boot() < visit.call->expected_until;
    // A call that cannot go now would come when nobody needs it: the screen shows the way to the desk.
    if (!called && turn.model.link != Link::Down) {
        call_reception(turn,
                       visit.tries >= kTriesMax ? protocol::CallCause::NotFound : protocol::CallCause::Asked);
    }
    visit.choosing_language = false;
    // While something is being written down the person must still be told what became of it.
    if (is_waiting(visit) || visit.step == Step::HelpIsComing) return;
    if (visit.step == Step::Searching) {
        cancel_search(turn);
        visit.step = visit.question;
    }
    visit.before_help = visit.step;
    go(turn, Step::HelpIsComing);
}

struct Handle {
    const Turn& turn;
    Visit& visit = turn.visit();

    bool at(Step step) const { return visit.step == step; }

    void operator()(const press::Start&) const {
        if (at(Step::Welcome) && can_check_in(turn.model)) go(turn, Step::WhatWeKeep);
    }
    void operator()(const press::Continue&) const { go_on(turn); }
    void operator()(const press::Day& day) const {
        if (!at(Step::Day) || day.day < 1 || day.day > 31) return;
        visit.typed.day = day.day;
        go(turn, Step::Month);
    }
    void operator()(const press::Month& month) const {
        if (at(Step::Month) && month.month >= 1 && month.month <= 12) choose_month(turn, month.month);
    }
    void operator()(const press::UseLetter&) const { use(Way::Letter); }
    void operator()(const press::UseYear&) const { use(Way::Year); }
    void operator()(const press::Letter& letter) const {
        if (!at(Step::Letter) || letter.letter < 'A' || letter.letter > 'Z') return;
        visit.typed.letter = letter.letter;
        search(turn);
    }
    void operator()(const press::Digit& digit) const {
        if (at(Step::StaffPin)) return type_pin(turn, digit.digit);
        if (!at(Step::Year) || digit.digit > 9 || visit.typed.year.size() >= 4) return;
        visit.typed.year += static_cast<char>('0' + digit.digit);
    }
    void operator()(const press::Erase&) const {
        if (at(Step::Year) && !visit.typed.year.empty()) visit.typed.year.pop_back();
        if (at(Step::SurveyComment)) erase_letter(turn);
        if (at(Step::StaffPin)) erase_pin(turn);
    }
    void operator()(const press::StartTime& time) const {
        if (!at(Step::StartTime) || time.index >= visit.start_times.size()) return;
        visit.typed.start_time = time.index;
        search(turn);
    }
    void operator()(const press::ConfirmArrival&) const {
        if (at(Step::IsThisRight)) confirm(turn);
    }
    void operator()(const press::NotMe&) const {
        if (at(Step::StartTime)) return see_reception(turn, ReceptionReason::TellApart);
        if (!at(Step::IsThisRight)) return;
        visit.found.reset();
        missed(turn);
    }
    void operator()(const press::Undo&) const {
        if (can_be_undone(visit.step)) undo(turn);
    }
    void operator()(const press::GiveReason& given) const {
        if (at(Step::Late)) give_reason(turn, given.reason);
    }
    void operator()(const press::SkipReason&) const {
        if (at(Step::Late)) go(turn, Step::CheckedIn);
    }
    void operator()(const press::Finish&) const {
        if (at(Step::SurveyThanks) || at(Step::RatingPicture)) return finish_answers(turn);
        if (is_confirmed(visit.step) && make_next_offer(turn)) return;
        if (ends_visit(visit.step)) end_visit(turn);
    }
    void operator()(const press::Back&) const { go_back(turn); }
    void operator()(const press::Help&) const { call_for_help(turn); }
    void operator()(const press::StartAgain&) const {
        if (stop_answering(turn)) return;
        if (!at_start(visit)) end_visit(turn);
    }
    void operator()(const press::Languages&) const { show_languages(turn); }
    void operator()(const press::UseLanguage& chosen) const { use_language(turn, chosen.index); }
    void operator()(const press::Toggle& toggled) const {
        if (toggled.mode == Mode::Speech) {
            listen(turn);
        } else {
            visit.modes.toggle(toggled.mode);
        }
        visit.shown_at = turn.since_boot();  // it is another screen to read, with its whole time
    }
    void operator()(const press::BeginAnswers&) const { begin_answers(turn); }
    void operator()(const press::DeclineAnswers&) const { decline_answers(turn); }
    void operator()(const press::Choose& chosen) const { choose(turn, chosen.choice); }
    void operator()(const press::SkipQuestion&) const { skip_question(turn); }
    void operator()(const press::Type& typed) const { type(turn, typed.letter); }
    void operator()(const press::OtherKeys&) const {
        if (at(Step::SurveyComment) && visit.asking) visit.asking->other_keys = !visit.asking->other_keys;
    }
    void operator()(const press::Yes&) const { say_yes_or_no(turn, true); }
    void operator()(const press::No&) const { say_yes_or_no(turn, false); }
    void operator()(const press::ReadAloud& answer) const { read_aloud(turn, answer); }
    void operator()(const press::ShowItinerary&) const {
        if (at(Step::Welcome)) show_itinerary(turn);
    }
    void operator()(const press::ShowDays&) const {
        if (at(Step::ItineraryDay)) go(turn, Step::ItineraryDays);
    }
    void operator()(const press::UseDay& chosen) const { use_day(turn, chosen.index); }
    void operator()(const press::ShowAudiences&) const {
        if (at(Step::ItineraryDays)) go(turn, Step::ItineraryFor);
    }
    void operator()(const press::UseAudience& chosen) const { use_audience(turn, chosen.audience); }
    void operator()(const press::ShowSession& chosen) const { show_session(turn, chosen.session); }
    void operator()(const press::ShowStaffPage& shown) const { show_staff_page(turn, shown.page); }
    void operator()(const press::SetOutOfUse& set) const { set_out_of_use(turn, set.out); }
    void operator()(const press::OfferLanguage& offer) const { offer_language(turn, offer); }
    void operator()(const press::RestartProgram&) const { restart_program(turn); }
    void operator()(const press::TouchPlace& touched) const { touch_place(turn, touched.place); }
    void operator()(const press::PlaySample&) const { play_sample(turn); }
    void operator()(const press::StayHere&) const {}

    void use(Way way) const {
        if (!at(Step::LetterOrYear)) return;
        visit.typed.way = way;
        go(turn, step_of(way));
    }
};

}  // namespace

bool year_is_complete(const Typed& typed) {
    return typed.year.size() == 4 && domain::check({{1, 1}, std::nullopt, std::stoi(typed.year)}).has_value();
}

void pressed(const Turn& turn, const Press& press) {
    Visit& visit = turn.visit();
    // The first press answers "Are you still there?" and does nothing else.
    if (visit.still_there) {
        visit.still_there.reset();
        if (!is_any_of<press::Help, press::StartAgain, press::Languages, press::Toggle>(press)) return;
    }
    if (visit.asking_aloud) {
        // Back means: rather not. What is under the question cannot be meant.
        if (std::holds_alternative<press::Back>(press)) return listen(turn);
        if (!is_any_of<press::ReadAloud, press::Help, press::StartAgain, press::Toggle>(press)) return;
        if (is_any_of<press::Help>(press)) visit.asking_aloud = false;
    }
    if (visit.choosing_language) {
        // Only what stands on the list: what is under it cannot be meant.
        if (std::holds_alternative<press::Back>(press) && !on_first_screen(visit)) put_languages_away(turn);
        if (!is_any_of<press::UseLanguage, press::Help, press::StartAgain, press::Toggle, press::ReadAloud>(
                press))
            return;
    }
    if (is_waiting(visit) &&
        !is_any_of<press::Help, press::Languages, press::UseLanguage, press::Toggle, press::ReadAloud>(press))
        return;
    std::visit(Handle{turn}, press);
}

}  // namespace kiosk::app
