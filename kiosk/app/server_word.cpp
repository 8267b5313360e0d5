#include <algorithm>

#include "kiosk/app/turn.h"
#include "shared/domain/calendar.h"

namespace kiosk::app {
namespace {

/// The first moment that does not belong to the list's day at this hub.
base::Instant day_ends_at(const protocol::TodaysList& list) {
    return std::min(list.closes_at, domain::start_of(domain::next_day(list.day)));
}

}  // namespace

bool before_confirmation(Step step) {
    switch (step) {
        case Step::WhatWeKeep:
        case Step::Day:
        case Step::Month:
        case Step::LetterOrYear:
        case Step::Letter:
        case Step::Year:
        case Step::StartTime:
        case Step::Searching:
        case Step::IsThisRight:
        case Step::NotFound:
        case Step::SlipNotRead:
            return true;
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
        case Step::ItineraryDay:
        case Step::ItineraryDays:
        case Step::ItineraryFor:
        case Step::ItinerarySession:
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

void server_found(const Turn& turn) {
    turn.model.link = Link::Up;
    if (!turn.model.list) turn.effects.emplace_back(effect::FetchList{});
}

void server_lost(const Turn& turn) {
    turn.model.link = Link::Down;
    go_on_keeping(turn);
}

void list_arrived(const Turn& turn, const event::ListArrived& arrived) {
    Model& model = turn.model;
    if (model.list && model.list->day != arrived.list.day) model.arrived_here.clear();
    model.list = arrived.list;
    model.list_version = arrived.list.version;
    model.slip_mark = arrived.list.slip_mark;
    model.server_time = ServerTime{arrived.list.as_of, arrived.at};
}

void heartbeat_answered(const Turn& turn, const event::HeartbeatAnswered& answer) {
    Model& model = turn.model;
    model.link = Link::Up;
    model.server_time = ServerTime{answer.reply.server_now, answer.at};
    model.help_from = answer.reply.help_from;
    model.server_clock = answer.reply.clock;
    send_answers_before(turn, domain::london_date(answer.reply.server_now));
    if (answer.reply.list_version != model.list_version) turn.effects.emplace_back(effect::FetchList{});
}

void journal_lost(const Turn& turn) {
    turn.model.journal_works = false;
    if (!before_confirmation(turn.visit().step)) return;
    cancel_search(turn);
    go(turn, Step::OutOfOrder);
}

void close_the_day(const Turn& turn) {
    const auto& list = turn.model.list;
    if (!list) return;
    const auto time = server_time(turn.model, turn.now.clocks);
    if (!time || *time < day_ends_at(*list)) return;
    send_answers_before(turn, domain::next_day(list->day));
    turn.model.list.reset();
    std::erase_if(turn.model.arrived_here, [](const ArrivedHere& one) { return one.answered; });
}

std::optional<base::BootTime> close_due(const Model& model) {
    if (!model.list || !model.server_time) return std::nullopt;
    return model.server_time->at.since_boot + (day_ends_at(*model.list) - model.server_time->server);
}

}  // namespace kiosk::app
