#pragma once

#include <cstddef>
#include <variant>

#include "kiosk/app/modes.h"
#include "shared/domain/itinerary.h"
#include "shared/domain/late_reason.h"

namespace kiosk::app {

/// What a person means by pressing something. One type an act; `update` decides what follows from it.
namespace press {
/// "Check in" on the welcome screen
struct Start {
    bool operator==(const Start&) const = default;
};
/// "I have read this", "Next"
struct Continue {
    bool operator==(const Continue&) const = default;
};
/// 1-31
struct Day {
    unsigned day = 0;
    bool operator==(const Day&) const = default;
};
/// 1-12
struct Month {
    unsigned month = 0;
    bool operator==(const Month&) const = default;
};
/// answer with the first letter of a name
struct UseLetter {
    bool operator==(const UseLetter&) const = default;
};
/// answer with the year of birth
struct UseYear {
    bool operator==(const UseYear&) const = default;
};
/// A-Z
struct Letter {
    char letter = 'A';
    bool operator==(const Letter&) const = default;
};
/// one digit of the year
struct Digit {
    unsigned digit = 0;
    bool operator==(const Digit&) const = default;
};
/// take the last digit away
struct Erase {
    bool operator==(const Erase&) const = default;
};
/// one of the start times offered to tell two people apart
struct StartTime {
    std::size_t index = 0;
    bool operator==(const StartTime&) const = default;
};
/// "Yes, check me in"
struct ConfirmArrival {
    bool operator==(const ConfirmArrival&) const = default;
};
/// "No, this is not right"
struct NotMe {
    bool operator==(const NotMe&) const = default;
};
/// take the check-in back
struct Undo {
    bool operator==(const Undo&) const = default;
};
struct GiveReason {
    domain::LateReason reason = domain::LateReason::Other;
    bool operator==(const GiveReason&) const = default;
};
struct SkipReason {
    bool operator==(const SkipReason&) const = default;
};
/// "Done": back to the welcome screen
struct Finish {
    bool operator==(const Finish&) const = default;
};
struct Back {
    bool operator==(const Back&) const = default;
};
/// "I would rather speak to someone"
struct Help {
    bool operator==(const Help&) const = default;
};
struct StartAgain {
    bool operator==(const StartAgain&) const = default;
};
/// shows the languages to choose from
struct Languages {
    bool operator==(const Languages&) const = default;
};
/// go on in this one of Model::languages
struct UseLanguage {
    std::size_t index = 0;
    bool operator==(const UseLanguage&) const = default;
};
/// switches a mode on or off
struct Toggle {
    Mode mode = Mode::LargeText;
    bool operator==(const Toggle&) const = default;
};
/// "Yes, I would like to answer"
struct BeginAnswers {
    bool operator==(const BeginAnswers&) const = default;
};
/// "No, thank you"
struct DeclineAnswers {
    bool operator==(const DeclineAnswers&) const = default;
};
/// one of the choices of a question, from 1, or domain::kDoesNotApply
struct Choose {
    unsigned choice = 0;
    bool operator==(const Choose&) const = default;
};
/// on to what comes next without an answer
struct SkipQuestion {
    bool operator==(const SkipQuestion&) const = default;
};
/// one key of the keyboard on the screen
struct Type {
    char32_t letter = U' ';
    bool operator==(const Type&) const = default;
};
/// the other keys of the keyboard: accents and signs, or letters again
struct OtherKeys {
    bool operator==(const OtherKeys&) const = default;
};
/// the answers to "Share with your worker?", "Would you like to talk to someone?", "Keep what you answered?"
struct Yes {
    bool operator==(const Yes&) const = default;
};
struct No {
    bool operator==(const No&) const = default;
};
/// whether what is private may be read aloud in the room
struct ReadAloud {
    bool private_too = false;
    bool operator==(const ReadAloud&) const = default;
};
/// what is on: today
struct ShowItinerary {
    bool operator==(const ShowItinerary&) const = default;
};
/// the days to choose from
struct ShowDays {
    bool operator==(const ShowDays&) const = default;
};
/// one of itinerary_days()
struct UseDay {
    std::size_t index = 0;
    bool operator==(const UseDay&) const = default;
};
/// for whom: to choose from
struct ShowAudiences {
    bool operator==(const ShowAudiences&) const = default;
};
struct UseAudience {
    domain::Audience audience = domain::Audience::Everyone;
    bool operator==(const UseAudience&) const = default;
};
/// more of one session
struct ShowSession {
    domain::SessionId session;
    bool operator==(const ShowSession&) const = default;
};
/// a page of the staff corner
enum class StaffPage { State, Languages, Tests, ScreenTest, TouchTest, SoundTest, ScannerTest };
struct ShowStaffPage {
    StaffPage page = StaffPage::State;
    bool operator==(const ShowStaffPage&) const = default;
};
/// take this kiosk out of use, or put it back
struct SetOutOfUse {
    bool out = true;
    bool operator==(const SetOutOfUse&) const = default;
};
/// offer one of Model::installed_languages, or no longer
struct OfferLanguage {
    std::size_t index = 0;
    bool offered = true;
    bool operator==(const OfferLanguage&) const = default;
};
struct RestartProgram {
    bool operator==(const RestartProgram&) const = default;
};
/// one of the places of the test of the glass
struct TouchPlace {
    std::size_t place = 0;
    bool operator==(const TouchPlace&) const = default;
};
struct PlaySample {
    bool operator==(const PlaySample&) const = default;
};
/// answers "Are you still there?"
struct StayHere {
    bool operator==(const StayHere&) const = default;
};
}  // namespace press

using Press =
    std::variant<press::Start, press::Continue, press::Day, press::Month, press::UseLetter, press::UseYear,
                 press::Letter, press::Digit, press::Erase, press::StartTime, press::ConfirmArrival,
                 press::NotMe, press::Undo, press::GiveReason, press::SkipReason, press::Finish, press::Back,
                 press::Help, press::StartAgain, press::Languages, press::UseLanguage, press::Toggle,
                 press::BeginAnswers, press::DeclineAnswers, press::Choose, press::SkipQuestion, press::Type,
                 press::OtherKeys, press::Yes, press::No, press::ReadAloud, press::ShowItinerary,
                 press::ShowDays, press::UseDay, press::ShowAudiences, press::UseAudience, press::ShowSession,
                 press::ShowStaffPage, press::SetOutOfUse, press::OfferLanguage, press::RestartProgram,
                 press::TouchPlace, press::PlaySample, press::StayHere>;

}  // namespace kiosk::app
