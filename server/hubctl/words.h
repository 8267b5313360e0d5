#pragma once

#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include "server/ctl/commands.h"
#include "server/ctl/evidence.h"
#include "server/ctl/extract.h"

/// The command line of hubctl: each function adds the commands of its kind, and the one that is given ends in
/// `chosen` (docs/operations.md).
namespace server::hubctl {

using ctl::Hub;
using Command = std::function<base::Done(const Hub&)>;

/// What the command line gives; one place for all commands.
struct Words {
    std::string settings;
    std::string name, folder;
    std::string day, month;
    std::string call, who;
    unsigned seen = 0;
    bool json = false;
    std::string at;  ///< of the outbox to come
    bool missed = false;
    bool names = false;
    std::string appointment, referral, file, by, reason;
    ctl::DecisionWords decision;
    ctl::ResendWords resend;
    ctl::SessionWords session;
    ctl::CalendarWords calendar;
    ctl::AccountWords account;
    ctl::SlipWords slip;
    ctl::ReportWords report;
    ctl::LinkedUserWords linked_user;
    ctl::PerformanceWords performance;
    ctl::RuleWords rule;
    std::string slip_id;
    ctl::EvidenceWords evidence;
    ctl::ExtractWords extract;
    bool all = false;
    bool without_settings = false;  ///< the command works on no hub

    app::Decision who_and_why() const { return {domain::AppointmentId(appointment), by, reason}; }
};

void add_who_and_why(CLI::App& command, Words& words);
/// The day that was given; today where none was.
base::Result<domain::Date> day_or_today(const Words& words, const Hub& hub);

void add_kiosk_commands(CLI::App& app, Words& words, Command& chosen);
void add_looking_commands(CLI::App& app, Words& words, Command& chosen);
void add_calendar_command(CLI::App& app, Words& words, Command& chosen);
void add_report_command(CLI::App& app, Words& words, Command& chosen);
/// What `report` can do beside the figures of months: the case system's performance report.
void add_performance_options(CLI::App& report, Words& words);
/// What `report` was asked for.
base::Done run_report(const Hub& hub, Words& words);
void add_deciding_commands(CLI::App& app, Words& words, Command& chosen);
void add_slip_commands(CLI::App& app, Words& words, Command& chosen);
void add_itinerary_commands(CLI::App& app, Words& words, Command& chosen);
void add_linked_user_commands(CLI::App& app, Words& words, Command& chosen);
void add_rule_commands(CLI::App& app, Words& words, Command& chosen);
void add_account_commands(CLI::App& app, Words& words, Command& chosen);
void add_evidence_commands(CLI::App& app, Words& words, Command& chosen);
void add_extract_commands(CLI::App& app, Words& words, Command& chosen);

}  // namespace server::hubctl
