// The options of `hubctl report` for the case system's performance report.

#include "server/hubctl/words.h"

namespace server::hubctl {

void add_performance_options(CLI::App& report, Words& words) {
    ctl::PerformanceWords& asked = words.performance;
    auto* wanted = report.add_flag("--performance", asked.wanted,
                                   "the case system's performance report of 27 columns, into --csv");
    auto* compare = report.add_option("--compare", asked.compare,
                                      "its official file: what differs from the hub's record, and why");
    report.add_option("--from", asked.from, "the first day of receipt, such as 2026-10-01");
    report.add_option("--to", asked.to, "the last day of receipt");
    report.add_flag("--as-official", asked.as_official, "with the known defects of the official report")
        ->needs(wanted);
    report.add_flag("--crn", asked.with_crn, "also CRNs; that you looked is kept")->needs(wanted);
    report.add_option("--by", asked.by, "your name, with --crn")->needs(wanted);
    for (const char* other :
         {"--month", "--quarter", "--merge", "--html", "--xlsx", "--items", "--complexity", "--indicators"}) {
        wanted->excludes(report.get_option(other));
        compare->excludes(report.get_option(other));
    }
    wanted->excludes(compare);
}

base::Done run_report(const Hub& hub, Words& words) {
    words.performance.csv = words.report.csv;
    if (words.performance.wanted) return ctl::performance_report(hub, words.performance);
    if (!words.performance.compare.empty()) return ctl::compare_official(hub, words.performance);
    return ctl::report(hub, words.report);
}

}  // namespace server::hubctl
