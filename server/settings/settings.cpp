#include "server/settings/settings.h"

#include <filesystem>

#include "server/settings/own_surveys.h"
#include "shared/domain/itinerary.h"
#include "shared/protocol/bank_holidays_file.h"
#include "shared/protocol/built_in_surveys.h"
#include "shared/settings/document.h"

namespace server::settings {
namespace {

using ::settings::Document;
using ::settings::Table;

std::string url(Table& table, std::string_view key) {
    std::string text = table.text(key);
    const bool web = text.rfind("https://", 0) == 0 || text.rfind("http://127.0.0.1", 0) == 0;
    if (!text.empty() && !web) table.refuse(key, "must begin with https:// (http:// only for 127.0.0.1)");
    while (!text.empty() && text.back() == '/') text.pop_back();
    return text;
}

std::string path(Table& table, std::string_view key, const std::string& folder, const std::string& fallback) {
    const std::filesystem::path given = table.text_or(key, fallback);
    if (given.empty()) return {};
    return given.is_absolute() ? given.string()
                               : (std::filesystem::path(folder) / given).lexically_normal().string();
}

std::set<domain::Date> days(Table& table, const char* key) {
    std::set<domain::Date> found;
    for (const std::string& text : table.texts_or(key, {})) {
        if (const auto day = domain::parse_date(text))
            found.insert(*day);
        else
            table.refuse(key, "must hold days such as \"2026-12-24\"");
    }
    return found;
}

void read_hub(Table hub, const std::string& folder, Settings& settings) {
    settings.hub_name = hub.text("name");
    for (const std::string& contract : hub.texts("contracts")) settings.contracts.emplace_back(contract);
    settings.rules.grace = std::chrono::minutes{hub.integer_or("grace_minutes", 5, 0, 60)};
    settings.rules.opens_at = hub.time_or("opens", settings.rules.opens_at);
    settings.rules.closes_at = hub.time_or("closes", settings.rules.closes_at);
    if (settings.rules.closes_at <= settings.rules.opens_at) hub.refuse("closes", "must be after opens");
    settings.languages = hub.texts_or("languages", {});
    settings.bank_holidays_file = path(hub, "bank_holidays_file", folder, "");
    domain::CalendarChanges changes;
    changes.added = days(hub, "bank_holidays_added");
    changes.removed = days(hub, "bank_holidays_removed");
    changes.closed = days(hub, "closed_days");
    settings.calendar = domain::Calendar(std::move(changes));
    for (Table address : hub.tables("address", 1)) {
        settings.addresses.push_back({address.text_or("line", ""), address.text("postcode")});
    }
}

void read_help(Table help, app::HubRules& rules) {
    rules.help_from = help.text_or("who", "");
    if (rules.help_from.empty() || domain::is_public_text(rules.help_from, domain::kFirstNameCharsMax))
        return;
    help.refuse("who", "must be a first name or a role, on one line of at most " +
                           std::to_string(domain::kFirstNameCharsMax) + " letters");
}

void read_server(Table server, const std::string& folder, Settings& settings) {
    settings.data = path(server, "data", folder, "data");
    settings.keys = path(server, "keys", folder, "keys");
    settings.names = server.texts("names");
    settings.listen_address = server.text_or("listen_address", "0.0.0.0");
    settings.kiosk_port = static_cast<std::uint16_t>(server.integer_or("kiosk_port", 8443, 1, 65535));
}

void read_reception(Table reception, const std::string& folder, Settings& settings) {
    constexpr int kNone = 0;
    const auto port = reception.integer_or("port", kNone, 1, 65535);
    if (port != kNone) settings.reception_port = static_cast<std::uint16_t>(port);
    if (settings.reception_port == settings.kiosk_port)
        reception.refuse("port", "must be another than kiosk_port");
    settings.reception_certificate = path(reception, "certificate", folder, "");
    settings.reception_key = path(reception, "key", folder, "");
    if (settings.reception_certificate.empty() != settings.reception_key.empty()) {
        reception.refuse("key", "and certificate belong together: give both or neither");
    }
}

/// Folders are needed where records go as files, and are a mistake elsewhere: nobody must believe in files
/// that are not written.
void read_csv_drop(Table& table, const std::string& folder, CaseSystem& out) {
    constexpr std::int64_t kDay = 24 * 60;
    const bool drops = table.word_or("adapter", "refer_and_monitor", {"refer_and_monitor", "csv_drop"}) ==
                       std::string_view("csv_drop");
    out.adapter = drops ? Adapter::CsvDrop : Adapter::ReferAndMonitor;
    out.csv_drop.out = path(table, "drop_out", folder, "");
    out.csv_drop.returned = path(table, "drop_returned", folder, "");
    out.csv_drop.every = std::chrono::minutes{table.integer_or("drop_every_minutes", 10, 1, 240)};
    out.csv_drop.answer_within = std::chrono::minutes{table.integer_or("drop_answer_minutes", 60, 5, kDay)};
    for (const char* key : {"drop_out", "drop_returned"}) {
        const bool given =
            !(std::string_view(key) == "drop_out" ? out.csv_drop.out : out.csv_drop.returned).empty();
        if (drops && !given) table.refuse(key, "must name a folder, because adapter is \"csv_drop\"");
        if (!drops && given) table.refuse(key, "is used only with adapter = \"csv_drop\"");
    }
    if (drops && out.csv_drop.out == out.csv_drop.returned)
        table.refuse("drop_returned", "must be another folder than drop_out");
}

void read_case_system(Table table, const std::string& folder, CaseSystem& out) {
    read_csv_drop(table, folder, out);
    const bool linked = table.word_or("sign_in", "client", {"client", "linked_user"}) == "linked_user";
    out.sign_in = linked ? SignIn::LinkedUser : SignIn::Client;
    out.url = url(table, "url");
    out.token_url = url(table, "token_url");
    out.client_id = table.text("client_id");
    out.client_secret_file = path(table, "client_secret_file", folder, "keys/case-system.secret");
    out.service_user = table.text_or("service_user", "");
    out.proxy = table.text_or("proxy", "");
    out.ca_bundle = path(table, "ca_bundle", folder, "");
    if (linked && !out.service_user.empty())
        table.refuse("service_user", "is not used with sign_in = \"linked_user\": take one of them away");
    out.late_as = table.word_or("late_as", "flag", {"flag", "value"});
    out.reads_at_a_time = static_cast<int>(table.integer_or("reads_at_a_time", 4, 1, 16));
    out.time_out = std::chrono::seconds{table.integer_or("time_out_seconds", 20, 1, 120)};
}

/// A target that is not given is not known: 0 stands for none.
void read_figures(Table figures, Settings& settings) {
    constexpr std::int64_t kReferralsMax = 100'000;
    for (Table target : figures.tables("target", 0)) {
        const auto month = domain::parse_month(target.text("month"));
        const auto referrals = target.integer_or("referrals", 0, 1, kReferralsMax);
        if (!month)
            target.refuse("month", "must be a month such as \"2026-10\"");
        else if (referrals == 0)
            target.refuse("referrals", "must say how many referrals the contract foresees");
        else if (!settings.expected_referrals.emplace(*month, static_cast<unsigned>(referrals)).second)
            target.refuse("month", "has a target already");
    }
}

}  // namespace

base::Result<Settings> parse(std::string_view text, const std::string& name, const std::string& folder) {
    Document document = TRY(Document::parse(text, name));
    Table& root = document.root();
    Settings settings;
    read_hub(root.table("hub"), folder, settings);
    read_help(root.table("help"), settings.rules);
    read_server(root.table("server"), folder, settings);
    read_reception(root.table("reception"), folder, settings);
    read_case_system(root.table("case_system"), folder, settings.case_system);
    Table sync = root.table("sync");
    settings.sync.every = std::chrono::minutes{sync.integer_or("every_minutes", 10, 1, 240)};
    settings.sync.nightly_at = sync.time_or("nightly_at", settings.sync.nightly_at);
    Table retention = root.table("retention");
    settings.retention.answers =
        std::chrono::days{retention.integer_or("answers_days", settings.retention.answers.count(),
                                               app::kAnswersKeptMin.count(), app::kAnswersKeptMax.count())};
    read_figures(root.table("figures"), settings);
    Table surveys = root.table("surveys");
    settings.smallest_group = static_cast<unsigned>(
        surveys.integer_or("smallest_group", app::kSmallestGroup, app::kSmallestGroup, 100));
    settings.surveys_folder = path(surveys, "folder", folder, "");
    settings.surveys = protocol::built_in_surveys();
    Table clock = root.table("clock");
    settings.clock_trust =
        clock.word_or("trust", "time_service", {"time_service", "case_system"}) == "time_service"
            ? ClockTrust::TimeService
            : ClockTrust::CaseSystem;
    Table warnings = root.table("warnings");
    settings.absence_warnings = {
        std::chrono::hours{warnings.integer_or("absence_first_hours_left", 12, 1, 23)},
        std::chrono::hours{warnings.integer_or("absence_second_hours_left", 4, 1, 23)},
    };
    TRY_DONE(document.finish());
    return settings;
}

base::Result<domain::PublishedHolidays> read_bank_holidays(const std::string& path) {
    auto published = protocol::decode_bank_holidays_file(TRY(::settings::read_file(path)));
    if (published) return published;
    return base::fail(published.error().kind, path + ": " + published.error().message);
}

base::Result<Settings> read(const std::string& path) {
    const auto text = TRY(::settings::read_file(path));
    Settings settings = TRY(parse(text, path, std::filesystem::absolute(path).parent_path().string()));
    settings.surveys = TRY(read_surveys(settings.surveys_folder));
    if (settings.bank_holidays_file.empty()) return settings;
    auto published = read_bank_holidays(settings.bank_holidays_file);
    if (!published) return tl::unexpected(published.error());
    settings.calendar.publish(std::move(*published));
    return settings;
}

}  // namespace server::settings
