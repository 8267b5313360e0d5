#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "server/app/account.h"
#include "server/http/behind.h"
#include "server/reception/sessions.h"

/// Every page and act of reception, and who may have it: the one table of roles.
namespace server::reception {

struct Office;
struct Visit;
using Handler = http::Reply (*)(Office&, Visit&);

/// Where it runs: quick ones beside each other, those that hash a password one at a time.
enum class Pool { Pages, Passwords };

/// What becomes of a page once nobody has been there for kNamesStay.
enum class Unattended {
    AsksForPin,  ///< it comes after the PIN
    HidesNames,  ///< it shows initials
    Goes,        ///< it names nobody
};

/// Some of the roles.
struct Roles {
    bool reception = false;
    bool caseworker = false;
    bool manager = false;
    bool analyst = false;

    constexpr bool has(app::Role role) const {
        switch (role) {
            case app::Role::Reception:
                return reception;
            case app::Role::Caseworker:
                return caseworker;
            case app::Role::Manager:
                return manager;
            case app::Role::Analyst:
                return analyst;
        }
        return false;
    }
};

enum class PageName {
    Home,
    Asset,
    SignInForm,
    SignIn,
    PasswordForm,
    ChoosePassword,
    SecondFactorForm,
    SetUpSecondFactor,
    CodeForm,
    GiveCode,
    Account,
    PinForm,
    ChangePin,
    SignOut,
    SignOutEverywhere,
    ComeBackForm,
    ComeBack,
    StillHere,
    Board,
    FindOnBoard,
    BoardPart,
    BoardChanges,
    AnswerCall,
    Appointment,
    RecordArrival,
    CheckAbsence,
    ConfirmAbsence,
    NotHeld,
    CheckSubmit,
    Submit,
    ToldForm,
    NoteTold,
    CorrectForm,
    Correct,
    UnknownForm,
    SettleUnknown,
    CloseDay,
    ReviewSubmits,
    SubmitChosen,
    PaperForm,
    RecordPaper,
    Visitors,
    CountVisitors,
    PersonPage,
    MakeSlip,
    Complete,
    SurveyForm,
    EnterAnswers,
    SharedAnswers,
    RecordConsent,
    Surveys,
    SurveyAnswers,
    FollowUp,
    Looks,
    Week,
    AddSession,
    CopyWeek,
    SessionPage,
    MoveSession,
    CancelSession,
    FillSession,
    OpenSession,
    Settings,
    DaysForm,
    ChangeDays,
    HoursForm,
    ChangeHours,
    GraceForm,
    ChangeGrace,
    LanguagesForm,
    ChangeLanguages,
    Accounts,
    AddAccountForm,
    AddAccount,
    AccountOf,
    LockAccount,
    UnlockAccount,
    ResetAccount,
    Kiosks,
    KioskForm,
    RenameKiosk,
    RevokeKiosk,
    SeeToRefused,
    GiveUpKiosk,
    DaySheet,
    WhenAway,
    WeekPaper,
    WeekCalendar,
    ImportForm,
    ImportCalendar,
    Figures,
    FigureItems,
    FiguresCsv,
    FiguresXlsx,
    Extracts,
    AskExtract,
    ApproveExtract,
    RefuseExtract,
    TakeExtractCsv,
    TakeExtractJson,
    ExtractColumns,
};

struct Page {
    PageName name;
    Handler handler;
    const char* word;  ///< for the log
    http::Method method;
    std::string_view path;                   ///< whole, or what stands before an id
    std::optional<std::string_view> ending;  ///< what stands after the id; none: there is no id
    std::optional<Stage> stage;              ///< how far the caller must have come; none: anybody may have it
    Roles roles;                             ///< which of those who are in
    Pool pool = Pool::Pages;
    Unattended unattended = Unattended::AsksForPin;
};

std::span<const Page> pages();

/// Whether this role may have the page once they are in.
bool may(app::Role role, PageName name);

/// The page of a path and method, with the id in the path; none for an unknown path, and for a known one with
/// another method, whose methods it gives.
struct Found {
    const Page* page = nullptr;
    std::string_view id;
    const char* allow = "";  ///< the methods of the path where the page is none
};
Found find_page(http::Method method, std::string_view path);

}  // namespace server::reception
