#include <algorithm>

#include "kiosk/app/turn.h"

namespace kiosk::app {
namespace {

/// Whether what is shown says that somebody comes.
bool waits_for_help(const Visit& visit) {
    const bool screen =
        visit.step == Step::HelpIsComing ||
        (visit.step == Step::SurveyThanks && visit.asking && visit.asking->talk && visit.asking->called);
    return screen && visit.call && !visit.call->overdue;
}

bool asks(const Model& model) {
    return model.link != Link::Down && !model.visit.call->answered;
}

}  // namespace

HelpWord help_word(const Model& model) {
    const auto& call = model.visit.call;
    if (!call) return HelpWord::GoToDesk;
    if (call->overdue) return HelpWord::NobodyCame;
    // Whoever has set out comes, whatever becomes of the line meanwhile.
    if (call->answered) return HelpWord::OnTheWay;
    return model.link == Link::Down ? HelpWord::GoToDesk : HelpWord::WillCome;
}

void call_reception(const Turn& turn, protocol::CallCause cause) {
    HelpCall call;
    call.number = ++turn.model.calls;
    call.ask_at = turn.since_boot() + kCallAskedEvery;
    call.expected_until = turn.since_boot() + kHelpExpected;
    turn.effects.emplace_back(effect::CallReception{cause, language_of(turn.model), call.number});
    turn.visit().call = std::move(call);
}

void go_on_waiting_for_help(const Turn& turn) {
    Visit& visit = turn.visit();
    if (!waits_for_help(visit)) return;
    HelpCall& call = *visit.call;
    if (turn.since_boot() >= call.expected_until) {
        call.overdue = true;
        visit.shown_at = turn.since_boot();  // it is another screen to read, with its whole time
        return;
    }
    if (!asks(turn.model) || turn.since_boot() < call.ask_at) return;
    call.ask_at = turn.since_boot() + kCallAskedEvery;
    turn.effects.emplace_back(effect::AskAboutCall{call.number});
}

std::optional<base::BootTime> help_due(const Model& model) {
    if (!waits_for_help(model.visit)) return std::nullopt;
    const HelpCall& call = *model.visit.call;
    return asks(model) ? std::min(call.ask_at, call.expected_until) : call.expected_until;
}

void call_answered(const Turn& turn, const event::CallAnswered& answer) {
    Visit& visit = turn.visit();
    if (!visit.call || visit.call->number != answer.call || visit.call->answered) return;
    visit.call->answered = true;
    visit.call->overdue = false;
    visit.call->who = answer.who;
    visit.call->expected_until = turn.since_boot() + kHelpExpected;
    visit.shown_at = turn.since_boot();
}

}  // namespace kiosk::app
