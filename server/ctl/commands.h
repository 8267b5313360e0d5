#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "server/app/complete_intervention.h"
#include "server/app/decide.h"
#include "server/app/revoke_slip.h"
#include "server/ctl/hub.h"
#include "shared/base/result.h"
#include "shared/domain/calendar.h"

/// What hubctl does, a function each; hubctl.cpp reads the command line.
namespace server::ctl {

/// Keys, the hub's authority, the server's certificate and an empty record; never replaces anything.
base::Done init(const Hub& hub);

/// A certificate for a kiosk, in a new folder with the settings it starts with, and the kiosk in the record.
base::Done add_kiosk(const Hub& hub, const std::string& name, const std::string& folder);
base::Done list_kiosks(const Hub& hub);
/// Shut out at once, with who and why (`decision.appointment` is not used).
base::Done revoke_kiosk(const Hub& hub, const std::string& name, const app::Decision& decision);
/// What this revoked kiosk may have kept will never come (`decision.appointment` is not used).
base::Done lose_kiosk(const Hub& hub, const std::string& name, const app::Decision& decision);

/// So many arrivals were refused for good at this kiosk, have been looked at and recorded where need be.
base::Done see_to_refused(const Hub& hub, const std::string& name, unsigned seen,
                          const app::Decision& decision);

/// Names are shown only when asked for, to somebody who says who they are; that they looked is kept.
struct NamesFor {
    bool asked = false;
    std::string who;
};
/// Expected, arrived, late, not yet here, needs a decision; arrivals for appointments the hub does not know;
/// what people who are here need.
base::Done today(const Hub& hub, domain::Date day, const NamesFor& names_for = {});

/// The days of a month: business days with their numbers, bank holidays, days on which the hub is shut.
base::Done list_month(const Hub& hub, domain::Month month);
/// Whether this file is a list of bank holidays as GOV.UK publishes it, and where it differs from what the
/// hub goes by.
base::Done check_bank_holidays(const Hub& hub, const std::string& file);

/// The rules that managers change, as they are now, and who changed what, and why.
base::Done list_rules(const Hub& hub);
base::Done list_rule_changes(const Hub& hub);
/// What the command line says is to be changed: exactly one of these.
struct RuleWords {
    std::string close, open, holiday, no_holiday, as_listed;  ///< a day each
    int grace = -1;                                           ///< minutes
    std::string from;                                         ///< the first day of the grace
    std::vector<std::string> languages;
    bool all_languages = false;
    std::string accepted;  ///< what was told would follow
};
/// InvalidInput for a day that is none, and a language that no kiosk speaks.
base::Result<app::RuleValue> rule_of(const RuleWords& words);
/// Changes it, unless something follows that `accepted` does not name: then Conflict, with what and with what
/// to say (`decision.appointment` is not used).
base::Done set_rule(const Hub& hub, const app::RuleValue& value, const app::Decision& decision,
                    const std::string& accepted);

/// Who looked at whose record on this day.
base::Done list_looks(const Hub& hub, domain::Date day);

/// Who was erased on this day, by whom and why.
base::Done list_erasures(const Hub& hub, domain::Date day);

/// Who waits at which kiosk for a member of staff.
base::Done list_calls(const Hub& hub);
/// Somebody goes to them now, and the kiosk says so; `who` is the first name it shows, or empty.
base::Done answer_call(const Hub& hub, const std::string& call, const std::string& who);

enum class OutboxForm { Table, JsonLines };
/// What waits for the case system, why, until when; with `day` everything of that day, submitted ones too.
base::Done outbox(const Hub& hub, std::optional<domain::Date> day, OutboxForm form);

/// The same as it would stand at a time to come, if nobody decides anything more and the case system answers.
base::Done outbox_at(const Hub& hub, const std::string& when);
/// Deadlines of the last 30 days that were missed, with who kept them from being met.
base::Done missed_deadlines(const Hub& hub);

/// The languages a kiosk can speak, and which of them nobody has reviewed.
base::Done list_languages(const Hub& hub);

/// What a person decides about an appointment: exactly one of these.
struct DecisionWords {
    std::string came_at;          ///< "HH:MM" or RFC 3339: came then, as staff know it
    std::string settle;           ///< the same, for an arrival whose time is doubtful or wrong
    bool absent = false;          ///< did not attend
    bool came_after_end = false;  ///< with absent: although the person came after the end
    std::string not_held;         ///< person_acceptable, person_unacceptable, logistics
    bool held_after_all = false;  ///< the session was held, although somebody said that it was not
    bool not_absent = false;      ///< takes did-not-attend back before it was submitted
    bool take_back = false;
    bool told = false;             ///< the practitioner was told by telephone
    std::string told_at;           ///< with told: "HH:MM" of today or RFC 3339; empty: now
    bool corrected_there = false;  ///< what was taken back is put right in the case system
};
base::Done decide(const Hub& hub, const app::Decision& decision, const DecisionWords& words);
base::Done submit(const Hub& hub, const app::Decision& decision);

/// The intervention of this referral is completed: the exit survey and the rating at the end are open.
base::Done complete(const Hub& hub, const app::Completion& completion);
/// For whom a slip is, and who makes it.
struct SlipWords {
    std::string of;    ///< an appointment or a referral of the person
    std::string by;    ///< the name of the member of staff
    std::string file;  ///< a new one, for the sheet to print; empty: named after the slip's id
};
/// Makes a slip and a sheet to print; the person's slip of before ends.
base::Done new_slip(const Hub& hub, const SlipWords& words);
/// Every slip with whether it works, by referral reference; no names.
base::Done list_slips(const Hub& hub);
base::Done revoke_slip(const Hub& hub, const app::SlipEnding& ending);
/// A sheet with a staff badge, into a new file.
base::Done new_badge(const Hub& hub, const std::string& file);

/// What became of surveys and ratings, by month; small groups are not told of.
base::Done list_surveys(const Hub& hub);
/// Whether a file is a definition of a survey; what is wrong with it and where.
base::Done check_survey(const Hub& hub, const std::string& file);

/// Of when a report is, and where it goes beside the terminal. Files are new ones.
struct ReportWords {
    std::string month;            ///< 2026-10
    std::string quarter;          ///< 2026-Q4
    std::string csv, html, xlsx;  ///< the report in these forms
    std::string items;            ///< CSV of every referral behind the figures
    bool indicators =
        false;               ///< the indicators by borough instead of the figures, on the terminal and as CSV
    std::string complexity;  ///< CSV of each figure by complexity
    std::vector<std::string>
        merge;  ///< CSV reports of several hubs: they are joined, and nothing else is read
};
/// The figures of the contract for a month or a quarter, as they are now and as they were frozen.
base::Done report(const Hub& hub, const ReportWords& words);

/// What is asked of the case system's performance report, and where it goes.
struct PerformanceWords {
    bool wanted = false;   ///< the report itself
    std::string from, to;  ///< days such as 2026-10-01 on which referrals were received, both counted
    bool as_official = false;
    bool with_crn = false;
    std::string by;       ///< with CRNs: who looks at them
    std::string compare;  ///< a file of the official report
    std::string csv;      ///< a new one
};
/// The report of 27 columns into a file; what is not known of it goes to the terminal.
base::Done performance_report(const Hub& hub, const PerformanceWords& words);
/// Every row and cell in which the official report differs from it, and why. Of `csv` all of them.
base::Done compare_official(const Hub& hub, const PerformanceWords& words);

/// A week of the itinerary from this day on, and which of the four kinds its working days lack.
base::Done list_itinerary(const Hub& hub, domain::Date from);
/// Who changed the itinerary on this day.
base::Done list_itinerary_changes(const Hub& hub, domain::Date day);
/// Adds the sessions of a file, all or none (docs/itinerary.md); those that are there already are left out.
base::Done import_itinerary(const Hub& hub, const std::string& file, const std::string& who);
/// A session as the command line gives it.
struct SessionWords {
    std::string id;
    std::string kind, day, from, to, room, title;
    std::string facilitator, audience = "everyone", join = "drop_in", language = "en";
    std::vector<std::string> titles;  ///< `pl=Grupa B`
    std::optional<unsigned> places;
    std::string by;
};
base::Done add_session(const Hub& hub, const SessionWords& words);
/// What is left out of day, from, to and room stays as it is.
base::Done move_session(const Hub& hub, const SessionWords& words);
base::Done cancel_session(const Hub& hub, const SessionWords& words);
base::Done fill_session(const Hub& hub, const SessionWords& words);
base::Done open_session(const Hub& hub, const SessionWords& words);

/// Every session that there was, is and will be, into a new file of iCalendar.
base::Done export_calendar(const Hub& hub, const std::string& file);
struct CalendarWords {
    std::string file;
    std::string kind;  ///< of events that do not say one; empty: they are refused
    std::string by;
};
/// Adds what is on from today on by a file of iCalendar, all or none. What cannot be is listed by event.
base::Done import_calendar(const Hub& hub, const CalendarWords& words);

/// What to send again: one appointment, or everything of a day, or everything that started since.
struct ResendWords {
    std::string day;    ///< 2026-11-22
    std::string since;  ///< RFC 3339
};
base::Done resend(const Hub& hub, const app::Decision& decision, const ResendWords& words);

/// Somebody who signs in at reception, as the command line gives them.
struct AccountWords {
    std::string name, role;
    std::string vetting_type, vetting_number, vetting_date, vetting_expires;  ///< days such as 2026-11-23
    std::string by;
};
/// Adds an account and prints the one-time code of the first sign-in.
base::Done add_account(const Hub& hub, const AccountWords& words);
base::Done list_accounts(const Hub& hub);
/// Shut out at once; and let in again.
base::Done lock_account(const Hub& hub, const AccountWords& words);
base::Done unlock_account(const Hub& hub, const AccountWords& words);
/// Forgets password and second step, and prints a new one-time code.
base::Done reset_account(const Hub& hub, const AccountWords& words);

/// Forgets whoever it was, once they have left.
base::Done erase_account(const Hub& hub, const AccountWords& words);

/// The provider's user in whose name the case system is called (`sign_in = "linked_user"`).
struct LinkedUserWords {
    std::string name;
    std::string file;  ///< holds their refresh token and nothing else; removed once it is kept
    std::string by;
};
base::Done link_user(const Hub& hub, const LinkedUserWords& words);
base::Done show_linked_user(const Hub& hub);
base::Done unlink_user(const Hub& hub);

/// Reads the whole schedule now.
base::Done sync(const Hub& hub);

/// Everything that could be wrong, and what to do. Fails when something is.
base::Done check(const Hub& hub);

}  // namespace server::ctl
