#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/hub_place.h"
#include "server/app/keep_house.h"
#include "server/app/moment.h"
#include "server/app/survey_figures.h"
#include "shared/base/result.h"
#include "shared/domain/calendar.h"
#include "shared/domain/ids.h"
#include "shared/domain/survey.h"

/// The hub server's one settings file (docs/settings.md lists every setting).
namespace server::settings {

/// How what is owed is brought to the case system.
enum class Adapter { ReferAndMonitor, CsvDrop };

/// The folders of Adapter::CsvDrop.
struct CsvDrop {
    std::string out, returned;
    std::chrono::minutes every{10};
    std::chrono::minutes answer_within{60};
};

/// In whose name the case system is called: the client's, with a service user, or a linked user's.
enum class SignIn { Client, LinkedUser };

struct CaseSystem {
    SignIn sign_in = SignIn::Client;
    Adapter adapter = Adapter::ReferAndMonitor;
    CsvDrop csv_drop;
    std::string url;  ///< of the interventions service, without a slash at the end
    std::string token_url;
    std::string client_id;
    std::string client_secret_file;
    std::string service_user;  ///< writes need a user; empty: a bare client
    std::string proxy;         ///< empty: none
    std::string ca_bundle;     ///< empty: the system's
    std::string late_as;       ///< "flag" or "value"
    int reads_at_a_time = 4;
    std::chrono::seconds time_out{20};
};

struct Sync {
    std::chrono::minutes every{10};                ///< today and tomorrow
    std::chrono::minutes nightly_at{2 * 60 + 30};  ///< everything; London wall clock
};

/// Who vouches for the server's clock: a time service of the operating system, or only the case system's
/// `Date`.
enum class ClockTrust { TimeService, CaseSystem };

struct Settings {
    std::string hub_name;
    std::vector<domain::ContractRef> contracts;
    std::vector<app::HubAddress> addresses;
    app::HubRules rules;
    std::vector<std::string> languages;  ///< new kiosks offer these; all they can speak when empty
    std::string bank_holidays_file;      ///< a list as published; empty: the rules alone
    domain::Calendar calendar;           ///< with that list and what staff have added, removed or closed

    std::string data;                ///< folder of the database and its lock
    std::string keys;                ///< folder of keys and certificates
    std::vector<std::string> names;  ///< the server's names and addresses, for its certificate
    std::string listen_address;
    std::uint16_t kiosk_port = 8443;
    std::optional<std::uint16_t> reception_port;  ///< none: there is no browsers' door
    std::string reception_certificate;            ///< of the browsers' door; empty: the server's own
    std::string reception_key;

    CaseSystem case_system;
    Sync sync;
    app::Retention retention;
    std::map<domain::Month, unsigned> expected_referrals;  ///< the contract's target, where it is known
    unsigned smallest_group = app::kSmallestGroup;         ///< that figures of surveys tell of
    std::string surveys_folder;                            ///< of the hub's own definitions; empty: none
    domain::Surveys surveys{};                             ///< what is asked at the desk
    ClockTrust clock_trust = ClockTrust::TimeService;
    std::vector<std::chrono::hours> absence_warnings;  ///< before the 24 hours are over
};

/// InvalidInput with the line and the reason of every mistake; paths are taken relative to the file's folder.
/// Reads the list of bank holidays and the hub's own surveys too, where the file names them.
base::Result<Settings> read(const std::string& path);
/// Neither is read: `calendar` goes by the rules and by what staff have added, removed or closed, `surveys`
/// are those of the program.
base::Result<Settings> parse(std::string_view text, const std::string& name, const std::string& folder);

/// A list of bank holidays as GOV.UK publishes it. NotFound when it cannot be read, InvalidInput with the
/// file and what is wrong in it.
base::Result<domain::PublishedHolidays> read_bank_holidays(const std::string& path);

}  // namespace server::settings
