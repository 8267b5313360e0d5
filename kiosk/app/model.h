#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/event.h"
#include "kiosk/app/limits.h"
#include "kiosk/app/modes.h"
#include "kiosk/app/moment.h"
#include "kiosk/app/staff_state.h"
#include "shared/protocol/messages.h"

namespace kiosk::app {

/// Where a visit stands; each is one screen.
enum class Step {
    Welcome,
    WhatWeKeep,  ///< what is kept and who sees it
    Day,
    Month,
    LetterOrYear,
    Letter,
    Year,
    StartTime,  ///< the last question that can tell two people apart
    Searching,
    IsThisRight,
    Saving,  ///< confirmed; until it is journaled and answered nothing is claimed
    Late,    ///< checked in, with the question why
    CheckedIn,
    SavedHere,
    AlreadyIn,
    CameAfterEnd,
    TakingBack,  ///< undo is being written down
    TakenBack,
    NotFound,
    SlipNotRead,  ///< what was scanned is no slip that works here
    SeeReception,
    OutOfOrder,
    HelpIsComing,
    SurveyIntro,  ///< what is asked, what is kept and who sees it; nobody has to
    SurveyQuestion,
    SurveyComment,
    SurveyShare,   ///< with the worker, or without a name
    SurveyTalk,    ///< would you like someone to talk to you?
    SurveyStop,    ///< left half-way: keep what was answered?
    SurveySaving,  ///< until the journal has it nothing is claimed
    SurveyThanks,
    RatingPicture,  ///< the twelve areas, then and now
    ItineraryDay,   ///< what is on, some sessions at a time
    ItineraryDays,  ///< the days to choose from
    ItineraryFor,   ///< for whom
    ItinerarySession,
    StaffPin,     ///< the staff corner: its number is asked for
    StaffLocked,  ///< too many wrong ones
    StaffCorner,
    StaffState,
    StaffLanguages,
    StaffTests,
    StaffScreenTest,
    StaffTouchTest,
    StaffSoundTest,
    StaffScannerTest,
};

/// Why a person is shown to reception.
enum class ReceptionReason {
    ThreeTries,      ///< not found three times
    TellApart,       ///< the start time does not tell people apart either
    NoAppointment,   ///< found, but nothing is left today
    Unreachable,     ///< neither server nor list
    MustLook,        ///< the arrival is kept, but a person must look at it
    NotTakenBack,    ///< the undo could not be written down
    AnswersNotKept,  ///< what was answered could not be written down
};

/// How a person chooses to answer the third question.
enum class Way { Letter, Year };

/// What a person has typed. Wiped with the visit.
struct Typed {
    std::optional<unsigned> day, month;
    Way way = Way::Letter;
    std::optional<char> letter;
    std::string year;                       ///< up to four digits
    std::optional<std::size_t> start_time;  ///< index into the times offered
    bool operator==(const Typed&) const = default;
};

/// A search under way.
struct Search {
    std::uint64_t number = 0;
    protocol::FindRequest request;
    bool sent = false;            ///< false while the kiosk is slowed down
    base::BootTime send_at{};     ///< when it may be sent
    base::BootTime give_up_at{};  ///< then today's list is asked
    bool operator==(const Search&) const = default;
};

/// The person who was found, and what a check-in would now cover.
struct Found {
    domain::PersonId person;
    std::string initial;
    std::vector<protocol::OfferedAppointment> to_check_in;  ///< covered and not yet arrived at
    std::vector<protocol::OfferedAppointment> later;
    bool has_ended = false;  ///< to_check_in holds the one appointment that is over
    bool operator==(const Found&) const = default;
};

/// A survey or rating under way. Wiped with the visit, and as soon as it is kept.
struct Asking {
    protocol::Offer offer;
    std::size_t question = 0;
    std::vector<std::optional<unsigned>> answers;  ///< one a question; none: skipped, or still to come
    std::string comment;
    bool other_keys = false;  ///< the keyboard shows accents and signs
    bool share = false;
    bool talk = false;                                      ///< somebody is wanted
    bool called = false;                                    ///< and reception was called
    Step left_at = Step::SurveyIntro;                       ///< where Back leads from SurveyStop
    domain::OfferState word = domain::OfferState::Offered;  ///< what became of it
    bool skipped_all = false;                               ///< nothing was answered
    std::size_t page = 0;                                   ///< of the picture
    bool operator==(const Asking&) const = default;
};

/// Where somebody is in the itinerary.
struct Browsing {
    domain::Date day{};
    std::size_t first = 0;   ///< of the sessions on this page
    bool from_list = false;  ///< the day was chosen from the list of days
    domain::Audience audience = domain::Audience::Everyone;
    domain::SessionId session;  ///< the one looked at
    bool operator==(const Browsing&) const = default;
};

/// Reception has been called for this visit.
struct HelpCall {
    std::uint64_t number = 0;
    base::BootTime ask_at{};          ///< when the server is asked next whether anybody has set out
    base::BootTime expected_until{};  ///< kHelpExpected after the call, or after somebody has set out
    bool answered = false;
    bool overdue = false;  ///< nobody came in that time
    std::string who;       ///< who has set out; may be empty
    bool operator==(const HelpCall&) const = default;
};

/// What a person who waits for help is told.
enum class HelpWord {
    WillCome,
    OnTheWay,
    GoToDesk,    ///< nobody could be called from here
    NobodyCame,  ///< and so go to the desk
};

/// A member of staff in the corner. Nothing of anybody's visit is in it.
struct Corner {
    std::string pin;                           ///< typed so far; wiped when it is checked
    std::uint64_t checking = 0;                ///< number of the check under way; 0: none
    bool refused = false;                      ///< the last number was wrong
    unsigned minutes_left = 0;                 ///< until the corner can be tried again
    bool not_kept = false;                     ///< what was set ends with the program
    std::optional<unsigned> waiting;           ///< records in the journal
    std::array<bool, kTouchPlaces> touched{};  ///< places that felt a finger
    bool code_seen = false;                    ///< the scanner read something
    bool operator==(const Corner&) const = default;
};

struct StillThere {
    base::BootTime until{};
    unsigned seconds_left = 0;
    bool operator==(const StillThere&) const = default;
};

/// One person's use of the kiosk. A default Visit is the welcome screen that nobody has touched.
struct Visit {
    Step step = Step::Welcome;
    std::optional<domain::DeviceTime> first_touch;
    base::BootTime shown_at{};    ///< when this step began
    base::BootTime touched_at{};  ///< the last touch
    base::BootTime heard_at{};    ///< when the voice last spoke
    std::optional<StillThere> still_there;

    std::string language;            ///< one of Model::languages; empty: nobody has said which yet
    bool choosing_language = false;  ///< the list of languages stands before the step
    Modes modes;
    bool asking_aloud = false;   ///< "other people may hear this" stands before the step
    bool private_aloud = false;  ///< the person wants private words read aloud in the room

    Typed typed;
    bool asked_other = false;  ///< the other of letter and year is asked to tell two people apart
    Step question =
        Step::Letter;  ///< the question whose answer began the last search, or where a slip was shown
    bool day_not_in_month = false;
    unsigned tries = 0;  ///< searches that found nobody
    std::vector<base::Instant> start_times;
    std::optional<Search> search;
    std::optional<Found> found;
    bool by_slip = false;  ///< the last search was by a slip

    domain::ArrivalId arrival;                   ///< made when the person confirmed
    domain::DeviceTime confirmed;                ///< when that was
    base::BootTime keep_by{};                    ///< the journal has until then for it
    base::BootTime answer_by{};                  ///< once kept, the server has until then
    std::optional<event::Act> keeping;           ///< being written to the journal
    bool kept = false;                           ///< the arrival is safe in the journal
    std::optional<base::Instant> checked_in_at;  ///< what the confirmation shows; none: not known
    bool late = false;
    bool told_saved_here = false;
    bool reason_kept = false;
    ReceptionReason reception = ReceptionReason::ThreeTries;

    std::vector<protocol::Offer> offers;  ///< still to be made to this person
    std::optional<Asking> asking;

    Browsing browsing;

    Step before_help = Step::Welcome;  ///< where Back leads from HelpIsComing
    std::optional<HelpCall> call;

    std::optional<Corner> corner;  ///< while the steps are the staff corner's

    bool operator==(const Visit&) const = default;
};

/// Whether the server can be reached, as far as the kiosk knows.
enum class Link { Unknown, Up, Down };

/// What the server's clock showed at one moment of this kiosk: the only clock that is believed.
struct ServerTime {
    base::Instant server{};
    domain::DeviceTime at;
    bool operator==(const ServerTime&) const = default;
};

/// An arrival made at this kiosk today.
struct ArrivedHere {
    domain::ArrivalId arrival;
    std::vector<domain::AppointmentId> appointments;
    domain::DeviceTime first_touch;
    std::optional<base::Instant> at;  ///< as the server says
    bool answered = false;            ///< the server knows of it
    bool refused = false;             ///< the server will never take it: it counts for nothing
    bool operator==(const ArrivedHere&) const = default;
};

/// How long a kiosk waits for a person who does nothing; an installer sets it (docs/kiosk-settings.md).
struct Waits {
    std::chrono::seconds idle = kIdle;               ///< then it asks whether they are still there
    std::chrono::seconds still_there = kStillThere;  ///< then everything typed is wiped
    std::chrono::seconds saver = kSaverAfter;        ///< nobody came: the day's programme is shown
    bool saver_turns = true;                         ///< page by page; or still
    bool operator==(const Waits&) const = default;
};

/// Today's programme on a kiosk that nobody uses.
struct Saver {
    std::size_t page = 0;
    base::BootTime turns_at{};
    bool operator==(const Saver&) const = default;
};

/// Everything a kiosk knows. Holds no names, and nothing that was typed once the visit is over.
struct Model {
    Waits waits;
    std::vector<std::string> languages{"en"};  ///< offered, BCP 47; the first before a person has chosen
    Visit visit;
    std::shared_ptr<const domain::Surveys> surveys;   ///< what is asked; none: nothing is offered
    std::optional<domain::Date> answers_sent_before;  ///< what was held of earlier days is sent

    std::vector<std::string> voices;  ///< languages that can be spoken, BCP 47; none without sound
    bool headset = false;             ///< only one person hears
    bool scanner = false;             ///< there is one to show a slip to
    std::string slip_mark;            ///< of this hub's slips; empty before the first list
    Link link = Link::Unknown;
    bool journal_works = true;
    std::optional<protocol::TodaysList> list;  ///< memory only; dropped at the close of day
    std::string list_version;                  ///< of the newest list that came, also after it was dropped
    std::optional<ServerTime> server_time;
    std::vector<ArrivedHere> arrived_here;
    std::string help_from;    ///< who comes when somebody asks for a person; empty: not said
    std::uint64_t calls = 0;  ///< made for a visit since the program's start

    std::shared_ptr<const protocol::Itinerary> itinerary;  ///< the last good one; also of an earlier run
    std::optional<base::Instant> itinerary_as_of;          ///< until when it is known to be so
    bool itinerary_is_newest = true;
    std::optional<base::Instant> minute;          ///< the server's time, in whole minutes
    std::optional<base::BootTime> resting_since;  ///< the first screen stands untouched since then
    std::optional<Saver> saver;

    StaffState staff;
    bool has_staff_pin = false;                      ///< without one nothing opens the corner
    std::vector<std::string> installed_languages;    ///< those that staff can offer; empty: `languages`
    std::string version;                             ///< of the program
    std::string sound_output;                        ///< as the settings name it; empty: silent
    std::optional<domain::ClockState> server_clock;  ///< how sure the server last was of its time
    std::size_t staff_keys = 0;                      ///< of the key sequence, gone down so far
    base::BootTime staff_key_at{};
    std::optional<base::BootTime> staff_locked_until;
    std::uint64_t pin_checks = 0;

    std::optional<domain::DeviceTime> run_began;  ///< of the present or last visit
    std::optional<base::BootTime> visit_ended;    ///< when the last one was left
    std::deque<base::BootTime> misses;            ///< the last kManyMisses searches without a match
    bool many_misses_told = false;
    std::uint64_t searches = 0;
    std::optional<base::BootTime> wake_at;  ///< what was last asked for by effect::WakeAt

    bool operator==(const Model&) const = default;
};

/// The language of the visit, BCP 47.
const std::string& language_of(const Model& model);

/// What the next person finds: the list of languages, or with a single one the welcome screen.
Visit fresh_visit(const Model& model);

/// Whether nothing has followed the first touch yet, if there was one.
bool at_start(const Visit& visit);
/// Whether there is nothing to go back to: neither a step nor a language has been chosen.
bool on_first_screen(const Visit& visit);

/// The server's time at this moment, by the boot-time difference to its last word on the same boot; none
/// before it has spoken.
std::optional<base::Instant> server_time(const Model& model, const domain::DeviceTime& clocks);

/// The survey under way. There is one.
const domain::Survey& survey_of(const Model& model);
/// The question that is asked now.
const domain::Question& question_of(const Model& model);
/// Whether anything was answered or written.
bool has_answers(const Asking& asking);

/// The London day, once the server has told the time.
std::optional<domain::Date> today(const Model& model);
/// The days of the itinerary, from today on or, while today is not known, from the day it was sent.
std::vector<domain::Date> itinerary_days(const Model& model);
/// What is on that day for these people, but for what has ended today.
std::vector<domain::Session> programme(const Model& model, domain::Date day, domain::Audience audience);
/// So many sessions stand on a page.
std::size_t sessions_a_page(const Modes& modes);
/// Whether the kiosk knows what is on.
bool has_itinerary(const Model& model);
/// Whether it may have changed meanwhile.
bool itinerary_may_be_old(const Model& model);

/// Whether four digits are typed that can be a year of birth.
bool year_is_complete(const Typed& typed);

HelpWord help_word(const Model& model);

/// Takes what staff set in an earlier run of the program, before the first event.
void begin_with(Model& model, StaffState state);
/// Every language that this kiosk has, offered or not.
const std::vector<std::string>& installed_languages(const Model& model);
bool is_offered(const Model& model, const std::string& language);

/// Whether the language of the visit can be spoken.
bool can_speak(const Model& model);

/// Whether an arrival could be recorded by somebody who walks up now.
bool can_check_in(const Model& model);

}  // namespace kiosk::app
