// pack-bench: what a month's report costs, by how much history there is (scripts/bench).

#include <chrono>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "server/report/csv.h"
#include "server/report/report.h"
#include "tests/bench/figures.h"
#include "tests/bench/packs/years.h"

namespace {

using bench::Scale;

constexpr int kTimes = 3;

/// The fastest of some, in milliseconds: report of October 2026, and its CSV.
double milliseconds_of_report(const std::vector<server::figures::ReferralHistory>& histories) {
    using Clock = std::chrono::steady_clock;
    const domain::Calendar calendar;
    const auto month = std::chrono::year{2026} / std::chrono::October;
    const server::figures::Rules rules{calendar, base::parse_instant("2026-11-12T12:00:00Z").value(), {}};
    double fastest = 0;
    for (int i = 0; i < kTimes; ++i) {
        const auto begun = Clock::now();
        const auto report = server::report::make_report("Hub", {month, month}, histories, rules);
        const std::string csv = to_csv(report);
        const double took = std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
        if (csv.empty()) std::abort();
        fastest = i == 0 ? took : std::min(fastest, took);
    }
    return fastest;
}

std::string name_of(const Scale& scale) {
    return "report of a month, " + std::to_string(scale.referrals / 1000) + ",000 referrals of " +
           std::to_string(scale.years) + (scale.years == 1 ? " year" : " years");
}

void measure(const Scale& scale, bench::Figures& figures, const std::string& to = "") {
    const auto histories = bench::invent(scale);
    const double took = milliseconds_of_report(histories);
    if (to.empty())
        figures.add(name_of(scale), took, "ms");
    else
        figures.add(name_of(scale), took, "ms", to);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Measures what a month's report costs"};
    std::string json;
    Scale scale;
    scale.referrals = 100'000;
    scale.years = 10;
    app.add_option("--json", json, "file to add JSON Lines to");
    app.add_option("--referrals", scale.referrals, "of the larger one; 1,000,000 need about 4 GB");
    app.add_option("--years", scale.years, "over which they were received");
    app.add_option("--appointments-each", scale.appointments_each, "");
    app.add_option("--seed", scale.seed, "");
    CLI11_PARSE(app, argc, argv);
    bench::Figures figures(json);
    std::cout << "seed " << scale.seed << '\n';
    // As many a year, for one year and for all of them.
    Scale one_year = scale;
    one_year.referrals = scale.referrals / scale.years;
    one_year.years = 1;
    measure(one_year, figures);
    measure(scale, figures, name_of(one_year));
    return 0;
}
