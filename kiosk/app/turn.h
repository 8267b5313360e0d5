#pragma once

#include <vector>

#include "kiosk/app/effect.h"
#include "kiosk/app/limits.h"
#include "kiosk/app/model.h"
#include "kiosk/app/moment.h"
#include "shared/domain/keyed_hash.h"

/// The parts of `update`, one file a part of a visit. All of them change the model of one turn.
namespace kiosk::app {

/// One call of update().
struct Turn {
    Model& model;
    const Moment& now;
    const domain::KeyedHash& keyed_hash;
    std::vector<Effect>& effects;

    Visit& visit() const { return model.visit; }
    base::BootTime since_boot() const { return now.clocks.since_boot; }
};

// ---- visit.cpp: beginning, going on, ending

void touched(const Turn& turn);
void go(const Turn& turn, Step step);
/// Wipes everything of the visit and shows the welcome screen.
void end_visit(const Turn& turn);
/// Back to the welcome screen within the visit: what was typed is wiped, the first touch stays.
void back_to_welcome(const Turn& turn);

// ---- language.cpp

void show_languages(const Turn& turn);
/// What stood under the list has its whole time again: nobody could read it meanwhile.
void put_languages_away(const Turn& turn);
void use_language(const Turn& turn, std::size_t index);
/// The hub knows that the person reads this language best, BCP 47; it is taken where they have not chosen.
void know_language(const Turn& turn, const std::string& tag);

// ---- time.cpp: what happens when nobody does anything

/// Does what has become due by now.
void pass_time(const Turn& turn);
/// So long "Are you still there?" can be answered.
std::chrono::seconds time_to_answer(const Model& model);
/// Asks for the next Tick that is needed, if it is another than the one asked for before.
void ask_to_wake(const Turn& turn);

// ---- press.cpp

void pressed(const Turn& turn, const Press& press);

// ---- help.cpp: somebody is wanted

/// Calls for this visit.
void call_reception(const Turn& turn, protocol::CallCause cause);
/// Asks whether anybody has set out while the person waits, and no longer than they may be expected.
void go_on_waiting_for_help(const Turn& turn);
std::optional<base::BootTime> help_due(const Model& model);
void call_answered(const Turn& turn, const event::CallAnswered& answer);

// ---- search.cpp: finding the person

/// Searches for what has been typed.
void search(const Turn& turn);
/// Sends a search that was held back, and gives one up that has no answer.
void go_on_searching(const Turn& turn);
void cancel_search(const Turn& turn);
void answered(const Turn& turn, const event::FindAnswered& answer);
std::optional<base::BootTime> search_due(const Visit& visit);
/// Somebody was not found, or says that it is not them.
void missed(const Turn& turn);

/// Searches by this, which was asked for at `visit.question`.
void search_by(const Turn& turn, protocol::FindRequest request);
/// Back to where the last search began.
void back_to_question(const Turn& turn);

// ---- slip.cpp: a slip instead of typing

void scanned(const Turn& turn, const event::ScannedCode& code);
/// On without a slip.
void go_on_without_slip(const Turn& turn);

// ---- record.cpp: keeping the arrival, and telling only what is so

void confirm(const Turn& turn);
void undo(const Turn& turn);
void give_reason(const Turn& turn, domain::LateReason reason);
void kept(const Turn& turn, const event::Kept& kept);
void keep_failed(const Turn& turn, const event::KeepFailed& failed);
void answered(const Turn& turn, const event::ArrivalAnswered& answer);
void refused(const Turn& turn, const event::ArrivalRefused& refusal);
void remember(const Turn& turn, const event::Remembered& remembered);
/// The journal or the server has not answered in time.
void go_on_keeping(const Turn& turn);
std::optional<base::BootTime> keeping_due(const Visit& visit);
void see_reception(const Turn& turn, ReceptionReason reason);

// ---- survey.cpp: surveys and ratings

/// Makes the next offer that is open for the person. False when there is none.
bool make_next_offer(const Turn& turn);
void begin_answers(const Turn& turn);
void decline_answers(const Turn& turn);
void choose(const Turn& turn, unsigned choice);
void skip_question(const Turn& turn);
void type(const Turn& turn, char32_t letter);
void erase_letter(const Turn& turn);
void say_yes_or_no(const Turn& turn, bool yes);
/// "Next" of the comment and of the picture.
void go_on_answering(const Turn& turn);
void go_back_answering(const Turn& turn);
/// "Start again" in the middle: asks whether to keep what was answered. False when there is nothing to keep.
bool stop_answering(const Turn& turn);
/// On to the next offer, or the end of the visit.
void finish_answers(const Turn& turn);
void offer_kept(const Turn& turn, const domain::OfferId& offer);
void offer_not_kept(const Turn& turn);
/// What is held apart of earlier days is to be sent, once a day.
void send_answers_before(const Turn& turn, domain::Date day);

// ---- listen.cpp: speech, and who hears it

/// Speech on or off; without a headset it is asked first whether private words may be heard.
void listen(const Turn& turn);
void read_aloud(const Turn& turn, const press::ReadAloud& answer);
void headset_in(const Turn& turn);
void headset_out(const Turn& turn);
/// No time runs out while the voice speaks (checklist C35, C54).
void speech_goes_on(const Turn& turn);
void stop_where_there_is_no_voice(const Turn& turn);

// ---- itinerary.cpp: what is on, for everybody

void itinerary_arrived(const Turn& turn, const protocol::Itinerary& itinerary);
void itinerary_remembered(const Turn& turn, const protocol::Itinerary& itinerary);
void show_itinerary(const Turn& turn);
void use_day(const Turn& turn, std::size_t index);
void use_audience(const Turn& turn, domain::Audience audience);
void show_session(const Turn& turn, const domain::SessionId& session);
/// The next page, or the next day.
void go_on_browsing(const Turn& turn);
void go_back_browsing(const Turn& turn);

// ---- saver.cpp: a kiosk that nobody uses

void keep_minute(const Turn& turn);
/// Begins and turns the screen saver.
void rest(const Turn& turn);
/// Somebody is there: the first touch only wakes the kiosk.
void wake(const Turn& turn);
std::optional<base::BootTime> saver_due(const Model& model);

// ---- staff_door.cpp: into the staff corner, and out of it

/// The key sequence of the corner, where nobody's visit has begun.
void staff_key(const Turn& turn, const KeyPressed& key);
/// Before a visit it opens the corner like the keys, and within one it does nothing.
void staff_badge_shown(const Turn& turn);
/// Asks for the staff's number, or says when it can be tried again.
void open_corner(const Turn& turn);
void type_pin(const Turn& turn, unsigned digit);
void erase_pin(const Turn& turn);
/// "Next": is it the number?
void check_pin(const Turn& turn);
void pin_checked(const Turn& turn, const event::StaffPinChecked& checked);

// ---- staff_corner.cpp: what staff do there

bool is_in_corner(Step step);
void show_staff_page(const Turn& turn, press::StaffPage page);
void set_out_of_use(const Turn& turn, bool out);
void offer_language(const Turn& turn, const press::OfferLanguage& offer);
void restart_program(const Turn& turn);
void touch_place(const Turn& turn, std::size_t place);
void play_sample(const Turn& turn);
void code_seen(const Turn& turn);
void staff_state_not_kept(const Turn& turn);
void journal_counted(const Turn& turn, unsigned waiting);
void go_back_in_corner(const Turn& turn);

// ---- server_word.cpp: link, list and clock

/// From the first question to the last before a person confirms: nothing has been recorded in this visit.
bool before_confirmation(Step step);
void server_found(const Turn& turn);
void server_lost(const Turn& turn);
void list_arrived(const Turn& turn, const event::ListArrived& arrived);
void heartbeat_answered(const Turn& turn, const event::HeartbeatAnswered& answer);
void journal_lost(const Turn& turn);
/// Drops the list once the hub has closed or the day is over.
void close_the_day(const Turn& turn);
std::optional<base::BootTime> close_due(const Model& model);

}  // namespace kiosk::app
