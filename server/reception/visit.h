#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "server/app/accounts.h"
#include "server/app/moment.h"
#include "server/app/occasion.h"
#include "server/app/rules_in_force.h"
#include "server/app/staff_secrets.h"
#include "server/app/store.h"
#include "server/app/survey_figures.h"
#include "server/http/behind.h"
#include "server/reception/form.h"
#include "server/reception/live.h"
#include "server/reception/pages.h"
#include "server/reception/render.h"
#include "server/reception/sessions.h"
#include "server/reception/shared_board.h"
#include "shared/domain/keyed_hash.h"
#include "shared/domain/survey.h"

namespace server::reception {

/// What reception works with. All of it outlives the door.
struct Needs {
    app::Store& store;
    const app::Vault& vault;
    const app::StaffSecrets& secrets;
    const domain::KeyedHash& slip_hash;
    base::Entropy& entropy;
    const base::Clock& clock;
    std::function<app::Moment()> moment;
    app::HubRules rules;                         ///< as the settings file gives them
    const domain::Calendar& calendar;            ///< likewise
    std::string hub;                             ///< its name
    std::vector<std::chrono::hours> warnings{};  ///< so long before a deadline the board warns; any order
    /// What the page of settings shows: name and value, in words.
    std::vector<std::pair<std::string, std::string>> settings{};
    domain::Surveys surveys{};  ///< what is asked at the desk
    unsigned smallest_group = app::kSmallestGroup;
    std::map<domain::Month, unsigned> expected_referrals{};  ///< the contract's target, for the figures
    std::vector<std::string> languages{};  ///< of new kiosks, as the settings file gives them
};

/// What the pages share.
struct Office {
    Office(Needs with, std::unique_ptr<Live> live_board, std::set<std::string, std::less<>> denied);

    Needs needs;
    Sessions sessions;
    std::unique_ptr<Live> live;
    std::set<std::string, std::less<>> denied_passwords;
    SharedBoard board;
};

/// One request that was let through, with whoever asks.
struct Visit {
    const http::Request& request;
    const Page& page;
    Form form;
    app::Moment moment;
    std::string token;               ///< the cookie's; of a session where there is one
    std::optional<Session> session;  ///< where the page needs one
    app::Account account;            ///< whose session it is, as the record has it now
    bool is_away = false;            ///< nobody has been there for kNamesStay: no name is shown
};

/// The frame of a page for this visitor.
Frame frame_of(const Office& office, const Visit& visit, std::string title);
/// Words with the token that every form brings back.
Words words_of(const Office& office, const Visit& visit);
/// What account acts are done with, in the name of this visitor.
app::AccountOccasion account_occasion(const Office& office, const Visit& visit);
/// The hub's rules as the settings file gives them.
app::RuleSet rules_of_file(const Office& office);
/// Those in force, read in the same look as everything else that the page needs.
base::Result<app::RuleSet> rules_now(const Office& office, app::View& view);
/// What decisions are made with, by rules of their own transaction, which outlive it.
app::Occasion occasion(const Office& office, const Visit& visit, const app::RuleSet& rules);

/// Does an act as one transaction, by the rules that are in force in it.
template <class Act>
base::Done in_store(Office& office, const Visit& visit, const Act& act) {
    return office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        const app::RuleSet rules = TRY(rules_now(office, transaction));
        return act(transaction, occasion(office, visit, rules));
    });
}

/// A page that says why something could not be done, and what to do.
http::Reply told(const Office& office, const Visit& visit, const base::Error& error);

/// Sets the cookie; an empty token takes it away.
void set_cookie(http::Reply& reply, const std::string& token);

// The handlers, by page.
http::Reply home(Office& office, Visit& visit);
http::Reply asset_page(Office& office, Visit& visit);
http::Reply sign_in_form(Office& office, Visit& visit);
http::Reply sign_in(Office& office, Visit& visit);
http::Reply password_form(Office& office, Visit& visit);
http::Reply choose_password(Office& office, Visit& visit);
http::Reply second_factor_form(Office& office, Visit& visit);
http::Reply set_up_second_factor(Office& office, Visit& visit);
http::Reply code_form(Office& office, Visit& visit);
http::Reply give_code(Office& office, Visit& visit);
http::Reply account_page(Office& office, Visit& visit);
http::Reply pin_form(Office& office, Visit& visit);
http::Reply change_pin(Office& office, Visit& visit);
http::Reply sign_out(Office& office, Visit& visit);
http::Reply sign_out_everywhere(Office& office, Visit& visit);
http::Reply come_back_form(Office& office, Visit& visit);
http::Reply come_back(Office& office, Visit& visit);
http::Reply still_here(Office& office, Visit& visit);
http::Reply board(Office& office, Visit& visit);
http::Reply find_on_board(Office& office, Visit& visit);
http::Reply board_part(Office& office, Visit& visit);
http::Reply board_changes(Office& office, Visit& visit);
http::Reply answer_call(Office& office, Visit& visit);
http::Reply appointment_page(Office& office, Visit& visit);
http::Reply record_arrival(Office& office, Visit& visit);
http::Reply check_absence(Office& office, Visit& visit);
http::Reply confirm_absence(Office& office, Visit& visit);
http::Reply not_held(Office& office, Visit& visit);
http::Reply check_submit(Office& office, Visit& visit);
http::Reply submit(Office& office, Visit& visit);
http::Reply told_form(Office& office, Visit& visit);
http::Reply note_told(Office& office, Visit& visit);
http::Reply correct_form(Office& office, Visit& visit);
http::Reply correct(Office& office, Visit& visit);
http::Reply unknown_form(Office& office, Visit& visit);
http::Reply settle_unknown(Office& office, Visit& visit);
http::Reply close_day(Office& office, Visit& visit);
http::Reply review_submits(Office& office, Visit& visit);
http::Reply submit_chosen(Office& office, Visit& visit);
http::Reply paper_form(Office& office, Visit& visit);
http::Reply record_paper(Office& office, Visit& visit);
http::Reply visitors(Office& office, Visit& visit);
http::Reply count_visitors(Office& office, Visit& visit);
http::Reply person_page(Office& office, Visit& visit);
http::Reply make_slip(Office& office, Visit& visit);
http::Reply complete(Office& office, Visit& visit);
http::Reply survey_form(Office& office, Visit& visit);
http::Reply enter_answers(Office& office, Visit& visit);
http::Reply shared_answers(Office& office, Visit& visit);
http::Reply record_consent(Office& office, Visit& visit);
http::Reply surveys(Office& office, Visit& visit);
http::Reply survey_answers(Office& office, Visit& visit);
http::Reply follow_up(Office& office, Visit& visit);
http::Reply looks(Office& office, Visit& visit);
http::Reply week(Office& office, Visit& visit);
http::Reply add_session(Office& office, Visit& visit);
http::Reply copy_week(Office& office, Visit& visit);
http::Reply session_page(Office& office, Visit& visit);
http::Reply move_session(Office& office, Visit& visit);
http::Reply cancel_session(Office& office, Visit& visit);
http::Reply fill_session(Office& office, Visit& visit);
http::Reply open_session(Office& office, Visit& visit);
http::Reply settings_page(Office& office, Visit& visit);
http::Reply days_form(Office& office, Visit& visit);
http::Reply change_days(Office& office, Visit& visit);
http::Reply hours_form(Office& office, Visit& visit);
http::Reply change_hours(Office& office, Visit& visit);
http::Reply grace_form(Office& office, Visit& visit);
http::Reply change_grace(Office& office, Visit& visit);
http::Reply languages_form(Office& office, Visit& visit);
http::Reply change_languages(Office& office, Visit& visit);
http::Reply accounts_page(Office& office, Visit& visit);
http::Reply add_account_form(Office& office, Visit& visit);
http::Reply add_account(Office& office, Visit& visit);
http::Reply account_of(Office& office, Visit& visit);
http::Reply lock_account(Office& office, Visit& visit);
http::Reply unlock_account(Office& office, Visit& visit);
http::Reply reset_account(Office& office, Visit& visit);
http::Reply kiosks_page(Office& office, Visit& visit);
http::Reply kiosk_form(Office& office, Visit& visit);
http::Reply rename_kiosk(Office& office, Visit& visit);
http::Reply revoke_kiosk(Office& office, Visit& visit);
http::Reply see_to_refused(Office& office, Visit& visit);
http::Reply give_up_kiosk(Office& office, Visit& visit);
http::Reply day_sheet(Office& office, Visit& visit);
http::Reply when_away(Office& office, Visit& visit);
http::Reply week_paper(Office& office, Visit& visit);
http::Reply week_calendar(Office& office, Visit& visit);
http::Reply import_form(Office& office, Visit& visit);
http::Reply import_calendar(Office& office, Visit& visit);
http::Reply figures_page(Office& office, Visit& visit);
http::Reply figure_items(Office& office, Visit& visit);
http::Reply figures_csv(Office& office, Visit& visit);
http::Reply figures_xlsx(Office& office, Visit& visit);
http::Reply extracts(Office& office, Visit& visit);
http::Reply ask_extract(Office& office, Visit& visit);
http::Reply approve_extract(Office& office, Visit& visit);
http::Reply refuse_extract(Office& office, Visit& visit);
http::Reply take_extract_csv(Office& office, Visit& visit);
http::Reply take_extract_json(Office& office, Visit& visit);
http::Reply extract_columns(Office& office, Visit& visit);

}  // namespace server::reception
