#include <algorithm>
#include <utility>

#include "server/ctl/commands.h"
#include "server/ctl/london.h"
#include "server/ctl/text_file.h"
#include "server/ctl/validity.h"
#include "server/hub/case_link.h"
#include "server/hub/paths.h"
#include "server/hub/server_clock.h"

namespace server::ctl {
namespace {

/// One line of the report for each thing looked at.
class Report {
public:
    explicit Report(std::ostream& out) : out_(out) {}

    void line(const std::string& what, const base::Result<std::string>& finding) {
        out_ << (finding ? "ok     " : "WRONG  ") << what << ": "
             << (finding ? *finding : finding.error().message) << '\n';
        wrong_ += finding ? 0 : 1;
    }
    int wrong() const { return wrong_; }

private:
    std::ostream& out_;
    int wrong_ = 0;
};

base::Result<std::string> certificates(const Hub& hub) {
    const hub::KeyPaths paths = hub::key_paths(hub.settings);
    const std::string authority = TRY(read_text_file(paths.ca_certificate));
    const crypto::Identity server{TRY(read_text_file(paths.server_certificate)),
                                  TRY(read_text_file(paths.server_key))};
    TRY_DONE(crypto::check_identity(server, authority));
    const crypto::Validity of_authority = TRY(crypto::validity_of(authority));
    const crypto::Validity of_server = TRY(crypto::validity_of(server.certificate));
    const base::Instant ends = std::min(of_authority.to, of_server.to);
    const std::string until = domain::to_text(domain::london_date(ends));
    if (ends < hub.clock.now() + kRenewBefore) {
        return base::fail(base::ErrorKind::Unavailable,
                          "good only until " + until + "; make new ones before then");
    }
    return "of this hub, good until " + until;
}

base::Result<std::string> calendar(const Hub& hub) {
    const domain::Calendar& calendar = hub.settings.calendar;
    const std::string until = domain::to_text(calendar.published_until());
    if (!calendar.ends_soon(domain::london_date(hub.clock.now())))
        return "bank holidays as published until " + until;
    return base::fail(
        base::ErrorKind::Unavailable,
        "bank holidays are known as published until " + until +
            ": name the newest list of GOV.UK in hub.bank_holidays_file, or install a newer version");
}

base::Result<std::string> clock_state(const Hub& hub, app::Store& store) {
    hub::ServerClock server_clock(hub.clock, hub.settings.clock_trust);
    TRY_DONE(server_clock.learn(store));
    if (server_clock.moment().clock == domain::ClockState::Sure) return std::string("can be relied on");
    return base::fail(base::ErrorKind::Unavailable,
                      "doubtful: not kept by a time service, behind the last record, more than 60 s from the "
                      "case system's, "
                      "or (clock.trust = \"case_system\") its time not seen for 12 hours; arrivals are kept "
                      "and wait for a person until it is right");
}

base::Result<std::string> schedule(app::Store& store) {
    std::string found;
    const base::Done looked = store.read([&found](app::View& view) -> base::Done {
        const app::SyncState sync = TRY(view.sync_state());
        if (!sync.problem.empty()) return base::fail(base::ErrorKind::Unavailable, sync.problem);
        found = sync.succeeded_at ? "last read " + base::to_text(*sync.succeeded_at)
                                  : "never read yet; hubctl sync";
        return {};
    });
    TRY_DONE(looked);
    return found;
}

/// What the running server found when it last looked; its copy in memory may be whole where a disk is not.
base::Result<std::string> servers_own_check(app::Store& store) {
    std::string found = "not looked through yet";
    const base::Done looked = store.read([&found](app::View& view) -> base::Done {
        const auto last = TRY(view.record_check());
        if (last && !last->problem.empty()) return base::fail(base::ErrorKind::Corrupt, last->problem);
        if (last) found = "whole on " + date_and_time(last->at);
        return {};
    });
    TRY_DONE(looked);
    return found;
}

/// Whether the case system is asked about what is owed, and which deadlines were missed.
base::Result<std::string> handover(const Hub& hub, app::Store& store) {
    constexpr std::chrono::days kShownFor{30};
    const base::Instant now = hub.clock.now();
    std::string found;
    const base::Done looked = store.read([&](app::View& view) -> base::Done {
        const app::CaseLink link = TRY(view.case_link());
        for (const std::string& wrong : {link.sign_in, link.trouble})
            if (!wrong.empty()) return base::fail(base::ErrorKind::Unavailable, wrong);
        const std::string because = app::not_asked_because(link, {}, now);
        if (!because.empty())
            return base::fail(base::ErrorKind::Unavailable, "the case system is " + because);
        const std::size_t owed = TRY(view.updates_owed()).size();
        const std::size_t missed = TRY(view.breaches_between(now - kShownFor, now)).size();
        found = std::to_string(owed) + " records wait, " + std::to_string(missed) +
                " deadlines were missed in the last 30 days";
        return {};
    });
    TRY_DONE(looked);
    return found;
}

/// What was put away last, and who is kept beyond their time because something is still to be settled.
base::Result<std::string> housekeeping(app::Store& store) {
    std::string found = "not done yet";
    const base::Done looked = store.read([&found](app::View& view) -> base::Done {
        const auto last = TRY(view.housekeeping());
        if (!last) return {};
        found = "done on " + date_and_time(last->done_at) + ", " + std::to_string(last->erased) +
                " people erased; " + std::to_string(last->kept) +
                " kept beyond their time, because an appointment, an arrival or an update is undecided";
        return {};
    });
    TRY_DONE(looked);
    return found;
}

base::Result<std::string> case_system(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    const auto link = TRY(hub::link_case_system(hub.settings, hub.clock, *record.store));
    const auto page = link->referrals(1);
    if (!page) return base::fail(base::ErrorKind::Unavailable, page.error().words);
    return std::string("reachable, and the list of referrals may be read");
}

/// Whether the folders can be used through which records go as files.
base::Result<std::string> folders(const case_system::CsvDrop& files) {
    TRY_DONE(files.check());
    return std::string("can be used");
}

void check_record(const Hub& hub, Report& report) {
    const auto record = open_for_tool(hub);
    if (!record) {
        report.line("record", tl::unexpected(record.error()));
        return;
    }
    const base::Done sound = record->store->full_check();
    report.line("record", sound ? base::Result<std::string>("whole, its chain unbroken")
                                : base::Result<std::string>(tl::unexpected(sound.error())));
    report.line("record, as the server found it", servers_own_check(*record->store));
    report.line("clock", clock_state(hub, *record->store));
    report.line("schedule", schedule(*record->store));
    report.line("housekeeping", housekeeping(*record->store));
    report.line("handover", handover(hub, *record->store));
}

}  // namespace

base::Done check(const Hub& hub) {
    Report report(hub.out);
    report.line("settings", std::string("every setting is understood"));
    report.line("calendar", calendar(hub));
    report.line("certificates", certificates(hub));
    check_record(hub, report);
    report.line("case system", case_system(hub));
    if (const auto files = hub::link_csv_drop(hub.settings)) report.line("folders of files", folders(*files));
    if (report.wrong() == 0) return {};
    return base::fail(base::ErrorKind::Unavailable,
                      std::to_string(report.wrong()) + " thing(s) need somebody; see above");
}

}  // namespace server::ctl
