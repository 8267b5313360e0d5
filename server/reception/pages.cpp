#include "server/reception/pages.h"

#include <algorithm>
#include <array>

#include "server/reception/visit.h"
#include "shared/base/entropy.h"

namespace server::reception {
namespace {

using http::Method;
using enum PageName;
constexpr Method Get = Method::Get;
constexpr Method Post = Method::Post;
constexpr std::optional<Stage> kBeforeSession = std::nullopt;

constexpr Roles kNobody{};
constexpr Roles kEverybody{true, true, true, true};
/// Who sees people's names and what became of their appointments.
constexpr Roles kSee{.reception = true, .caseworker = true, .manager = true, .analyst = false};
/// Who records and decides.
constexpr Roles kDecide{.reception = true, .caseworker = false, .manager = true, .analyst = false};

/// Who enters what people say for themselves: what they answer, and to what they consent.
constexpr Roles kEnter = kSee;
/// The worker with whom people share what they answered, and whoever stands in for them.
constexpr Roles kWork{.reception = false, .caseworker = true, .manager = true, .analyst = false};
/// Who sees figures of surveys, or what is open of them.
constexpr Roles kSurveys{.reception = true, .caseworker = false, .manager = true, .analyst = true};
/// Who reads what people answered without a name, not the staff whom it may be about; and who answers for the
/// contract's figures, which hold no names.
constexpr Roles kFigures{.reception = false, .caseworker = false, .manager = true, .analyst = true};

constexpr Roles kManage{.reception = false, .caseworker = false, .manager = true, .analyst = false};

constexpr std::string_view kAppointments = "/appointments/";
constexpr std::string_view kUnknown = "/unknown/";
constexpr std::string_view kSessions = "/sessions/";
constexpr std::string_view kAccounts = "/accounts/";
constexpr std::string_view kExtracts = "/extracts";
constexpr std::string_view kExtract = "/extracts/";

constexpr auto kNoId = std::nullopt;

constexpr std::array kPages{
    Page{Home, home, "home", Get, "/", kNoId, Stage::In, kEverybody},
    Page{Asset, asset_page, "asset", Get, "/assets/", "", kBeforeSession, kNobody},
    Page{SignInForm, sign_in_form, "sign_in_form", Get, "/sign-in", kNoId, kBeforeSession, kNobody},
    Page{SignIn, sign_in, "sign_in", Post, "/sign-in", kNoId, kBeforeSession, kNobody, Pool::Passwords},
    Page{PasswordForm, password_form, "password_form", Get, "/password", kNoId, Stage::PasswordDue, kNobody},
    Page{ChoosePassword, choose_password, "choose_password", Post, "/password", kNoId, Stage::PasswordDue,
         kNobody, Pool::Passwords},
    Page{SecondFactorForm, second_factor_form, "second_factor_form", Get, "/second-step", kNoId,
         Stage::SecondFactorDue, kNobody},
    Page{SetUpSecondFactor, set_up_second_factor, "set_up_second_factor", Post, "/second-step", kNoId,
         Stage::SecondFactorDue, kNobody},
    Page{CodeForm, code_form, "code_form", Get, "/code", kNoId, Stage::CodeDue, kNobody},
    Page{GiveCode, give_code, "give_code", Post, "/code", kNoId, Stage::CodeDue, kNobody},
    Page{PageName::Account, account_page, "account", Get, "/account", kNoId, Stage::In, kEverybody},
    Page{PinForm, pin_form, "pin_form", Get, "/account/pin", kNoId, Stage::In, kEverybody},
    Page{ChangePin, change_pin, "change_pin", Post, "/account/pin", kNoId, Stage::In, kEverybody,
         Pool::Passwords},
    Page{SignOut, sign_out, "sign_out", Post, "/sign-out", kNoId, Stage::In, kEverybody, Pool::Pages,
         Unattended::Goes},
    Page{SignOutEverywhere, sign_out_everywhere, "sign_out_everywhere", Post, "/sign-out-everywhere", kNoId,
         Stage::In, kEverybody},
    Page{ComeBackForm, come_back_form, "come_back_form", Get, "/come-back", kNoId, Stage::In, kEverybody,
         Pool::Pages, Unattended::Goes},
    Page{ComeBack, come_back, "come_back", Post, "/come-back", kNoId, Stage::In, kEverybody},
    Page{StillHere, still_here, "still_here", Post, "/still-here", kNoId, Stage::In, kEverybody, Pool::Pages,
         Unattended::Goes},

    Page{Board, board, "board", Get, "/board", kNoId, Stage::In, kSee, Pool::Pages, Unattended::HidesNames},
    Page{FindOnBoard, find_on_board, "find_on_board", Post, "/board/find", kNoId, Stage::In, kSee},
    Page{BoardPart, board_part, "board_part", Get, "/board/part", kNoId, Stage::In, kSee, Pool::Pages,
         Unattended::HidesNames},
    Page{BoardChanges, board_changes, "board_changes", Get, "/board/changes", kNoId, Stage::In, kSee,
         Pool::Pages, Unattended::Goes},
    Page{AnswerCall, answer_call, "answer_call", Post, "/calls/", "/answer", Stage::In, kDecide},

    Page{PageName::Appointment, appointment_page, "appointment", Get, kAppointments, "", Stage::In, kSee},
    Page{RecordArrival, record_arrival, "record_arrival", Post, kAppointments, "/arrival", Stage::In,
         kDecide},
    Page{CheckAbsence, check_absence, "check_absence", Get, kAppointments, "/absence", Stage::In, kDecide},
    Page{ConfirmAbsence, confirm_absence, "confirm_absence", Post, kAppointments, "/absence", Stage::In,
         kDecide},
    Page{NotHeld, not_held, "not_held", Post, kAppointments, "/not-held", Stage::In, kDecide},
    Page{CheckSubmit, check_submit, "check_submit", Get, kAppointments, "/submit", Stage::In, kDecide},
    Page{Submit, submit, "submit", Post, kAppointments, "/submit", Stage::In, kDecide},
    Page{ToldForm, told_form, "told_form", Get, kAppointments, "/told", Stage::In, kDecide},
    Page{NoteTold, note_told, "note_told", Post, kAppointments, "/told", Stage::In, kDecide},
    Page{CorrectForm, correct_form, "correct_form", Get, kAppointments, "/correct", Stage::In, kDecide},
    Page{Correct, correct, "correct", Post, kAppointments, "/correct", Stage::In, kDecide},

    Page{UnknownForm, unknown_form, "unknown_form", Get, kUnknown, "", Stage::In, kDecide},
    Page{SettleUnknown, settle_unknown, "settle_unknown", Post, kUnknown, "", Stage::In, kDecide},

    Page{CloseDay, close_day, "close_day", Get, "/close-the-day", kNoId, Stage::In, kDecide},
    Page{ReviewSubmits, review_submits, "review_submits", Post, "/close-the-day/review", kNoId, Stage::In,
         kDecide},
    Page{SubmitChosen, submit_chosen, "submit_chosen", Post, "/close-the-day/submit", kNoId, Stage::In,
         kDecide},
    Page{PaperForm, paper_form, "paper_form", Get, "/paper", kNoId, Stage::In, kDecide},
    Page{RecordPaper, record_paper, "record_paper", Post, "/paper", kNoId, Stage::In, kDecide},

    Page{Visitors, visitors, "visitors", Get, "/visitors", kNoId, Stage::In, kSee},
    Page{CountVisitors, count_visitors, "count_visitors", Post, "/visitors", kNoId, Stage::In, kDecide},

    Page{PersonPage, person_page, "person", Get, kAppointments, "/person", Stage::In, kSee},
    Page{MakeSlip, make_slip, "make_slip", Post, kAppointments, "/slip", Stage::In, kDecide},
    Page{Complete, complete, "complete", Post, kAppointments, "/complete", Stage::In, kDecide},
    Page{SurveyForm, survey_form, "survey_form", Get, kAppointments, "/survey", Stage::In, kEnter},
    Page{EnterAnswers, enter_answers, "enter_answers", Post, kAppointments, "/survey", Stage::In, kEnter},
    Page{SharedAnswers, shared_answers, "shared_answers", Get, kAppointments, "/shared", Stage::In, kWork},
    Page{RecordConsent, record_consent, "record_consent", Post, kAppointments, "/consent", Stage::In, kEnter},
    Page{PageName::Surveys, surveys, "surveys", Get, "/surveys", kNoId, Stage::In, kSurveys},
    Page{SurveyAnswers, survey_answers, "survey_answers", Get, "/surveys/answers", kNoId, Stage::In,
         kFigures},
    Page{FollowUp, follow_up, "follow_up", Post, "/help/", "/follow-up", Stage::In, kDecide},
    Page{Looks, looks, "looks", Get, "/looks", kNoId, Stage::In, kManage},

    Page{Week, week, "week", Get, "/week", kNoId, Stage::In, kSee},
    Page{AddSession, add_session, "add_session", Post, "/week/add", kNoId, Stage::In, kDecide},
    Page{CopyWeek, copy_week, "copy_week", Post, "/week/copy", kNoId, Stage::In, kDecide},
    Page{SessionPage, session_page, "session", Get, kSessions, "", Stage::In, kDecide},
    Page{MoveSession, move_session, "move_session", Post, kSessions, "/move", Stage::In, kDecide},
    Page{CancelSession, cancel_session, "cancel_session", Post, kSessions, "/cancel", Stage::In, kDecide},
    Page{FillSession, fill_session, "fill_session", Post, kSessions, "/full", Stage::In, kDecide},
    Page{OpenSession, open_session, "open_session", Post, kSessions, "/open", Stage::In, kDecide},
    Page{Settings, settings_page, "settings", Get, "/settings", kNoId, Stage::In, kSee},
    Page{DaysForm, days_form, "days_form", Get, "/settings/days", kNoId, Stage::In, kManage},
    Page{ChangeDays, change_days, "change_days", Post, "/settings/days", kNoId, Stage::In, kManage},
    Page{HoursForm, hours_form, "hours_form", Get, "/settings/hours", kNoId, Stage::In, kManage},
    Page{ChangeHours, change_hours, "change_hours", Post, "/settings/hours", kNoId, Stage::In, kManage},
    Page{GraceForm, grace_form, "grace_form", Get, "/settings/grace", kNoId, Stage::In, kManage},
    Page{ChangeGrace, change_grace, "change_grace", Post, "/settings/grace", kNoId, Stage::In, kManage},
    Page{LanguagesForm, languages_form, "languages_form", Get, "/settings/languages", kNoId, Stage::In,
         kManage},
    Page{ChangeLanguages, change_languages, "change_languages", Post, "/settings/languages", kNoId, Stage::In,
         kManage},

    Page{Accounts, accounts_page, "accounts", Get, "/accounts", kNoId, Stage::In, kManage},
    Page{AddAccountForm, add_account_form, "add_account_form", Get, "/accounts/add", kNoId, Stage::In,
         kManage},
    Page{AddAccount, add_account, "add_account", Post, "/accounts/add", kNoId, Stage::In, kManage},
    Page{AccountOf, account_of, "account_of", Get, kAccounts, "", Stage::In, kManage},
    Page{LockAccount, lock_account, "lock_account", Post, kAccounts, "/lock", Stage::In, kManage},
    Page{UnlockAccount, unlock_account, "unlock_account", Post, kAccounts, "/unlock", Stage::In, kManage},
    Page{ResetAccount, reset_account, "reset_account", Post, kAccounts, "/reset", Stage::In, kManage},
    Page{Kiosks, kiosks_page, "kiosks", Get, "/kiosks", kNoId, Stage::In, kDecide},
    Page{KioskForm, kiosk_form, "kiosk_form", Get, "/kiosks/one", kNoId, Stage::In, kManage},
    Page{RenameKiosk, rename_kiosk, "rename_kiosk", Post, "/kiosks/rename", kNoId, Stage::In, kManage},
    Page{RevokeKiosk, revoke_kiosk, "revoke_kiosk", Post, "/kiosks/revoke", kNoId, Stage::In, kManage},
    Page{SeeToRefused, see_to_refused, "see_to_refused", Post, "/kiosks/refused", kNoId, Stage::In, kManage},
    Page{GiveUpKiosk, give_up_kiosk, "give_up_kiosk", Post, "/kiosks/lost", kNoId, Stage::In, kManage},
    Page{DaySheet, day_sheet, "day_sheet", Get, "/day-sheet", kNoId, Stage::In, kSee},
    Page{WhenAway, when_away, "when_away", Get, "/when-away", kNoId, Stage::In, kSee, Pool::Pages,
         Unattended::Goes},
    Page{WeekPaper, week_paper, "week_paper", Get, "/week/print", kNoId, Stage::In, kSee},
    Page{WeekCalendar, week_calendar, "week_calendar", Get, "/week/calendar.ics", kNoId, Stage::In, kSee},
    Page{ImportForm, import_form, "import_form", Get, "/week/import", kNoId, Stage::In, kDecide},
    Page{ImportCalendar, import_calendar, "import_calendar", Post, "/week/import", kNoId, Stage::In, kDecide},
    Page{Extracts, extracts, "extracts", Get, kExtracts, kNoId, Stage::In, kFigures},
    Page{AskExtract, ask_extract, "ask_extract", Post, kExtracts, kNoId, Stage::In, kFigures},
    Page{ExtractColumns, extract_columns, "extract_columns", Get, "/extracts/columns", kNoId, Stage::In,
         kFigures},
    Page{ApproveExtract, approve_extract, "approve_extract", Post, kExtract, "/approve", Stage::In, kManage},
    Page{RefuseExtract, refuse_extract, "refuse_extract", Post, kExtract, "/refuse", Stage::In, kManage},
    Page{TakeExtractCsv, take_extract_csv, "take_extract_csv", Post, kExtract, "/csv", Stage::In, kFigures},
    Page{TakeExtractJson, take_extract_json, "take_extract_json", Post, kExtract, "/jsonl", Stage::In,
         kFigures},
    Page{Figures, figures_page, "figures", Get, "/figures", kNoId, Stage::In, kFigures},
    Page{FigureItems, figure_items, "figure_items", Get, "/figures/items", kNoId, Stage::In, kFigures},
    Page{FiguresCsv, figures_csv, "figures_csv", Get, "/figures/report.csv", kNoId, Stage::In, kFigures},
    Page{FiguresXlsx, figures_xlsx, "figures_xlsx", Get, "/figures/report.xlsx", kNoId, Stage::In, kFigures},
};

/// Names of files that are served are short and plain; all other ids are UUIDs.
bool is_file_name(std::string_view text) {
    constexpr std::size_t kNameMax = 40;
    return !text.empty() && text.size() <= kNameMax && text.front() != '.' &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
}

std::optional<std::string_view> match(const Page& page, std::string_view path) {
    if (!page.ending) return path == page.path ? std::optional(std::string_view{}) : std::nullopt;
    if (!path.starts_with(page.path)) return std::nullopt;
    path.remove_prefix(page.path.size());
    if (!path.ends_with(*page.ending)) return std::nullopt;
    path.remove_suffix(page.ending->size());
    const bool fits = page.name == Asset ? is_file_name(path) : base::is_uuid(path);
    return fits ? std::optional(path) : std::nullopt;
}

}  // namespace

std::span<const Page> pages() {
    return kPages;
}

bool may(app::Role role, PageName name) {
    return std::any_of(kPages.begin(), kPages.end(), [&](const Page& page) {
        return page.name == name && page.stage == Stage::In && page.roles.has(role);
    });
}

Found find_page(Method method, std::string_view path) {
    Found found;
    bool reads = false;
    bool writes = false;
    for (const Page& page : kPages) {
        const auto id = match(page, path);
        if (!id) continue;
        if (page.method == method) return {&page, *id, ""};
        reads = reads || page.method == Method::Get;
        writes = writes || page.method == Method::Post;
    }
    if (reads || writes) found.allow = reads && writes ? "GET, POST" : reads ? "GET" : "POST";
    return found;
}

}  // namespace server::reception
