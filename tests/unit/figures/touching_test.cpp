// A month's figures over the referrals that have anything in it are its figures over all of them.

#include "server/figures/touching.h"

#include <gtest/gtest.h>

#include "tests/support/figures/build_history.h"
#include "tests/support/figures/generate_histories.h"

namespace {

using namespace server::figures;
using domain::Attendance;
using support::AReferral;
using support::at;

const domain::Calendar kCalendar;

TEST(Touching, LeavesOutNothingThatAFigureWouldLookAt) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto histories = support::generate_histories(seed, 60);
        Histories all;
        for (const ReferralHistory& history : histories) all.push_back(&history);
        const auto month = std::chrono::year{2026} / std::chrono::month{3 + seed % 9};
        const Period period{month, month + std::chrono::months{seed % 3}};
        const Rules rules{kCalendar, at("2026-11-20T12:00:00Z"), {}};
        const Histories some = touching(histories, period);
        EXPECT_LT(some.size(), all.size());
        for (const Definition& one : definitions())
            EXPECT_EQ(compute(one.id, some, period, rules), compute(one.id, all, period, rules)) << one.code;
    }
}

TEST(Touching, GoesByLondonsMonths) {
    const std::vector<ReferralHistory> histories{
        AReferral("r1").received("2026-09-30T22:59:59Z"),
        AReferral("r2").received("2026-09-30T23:00:00Z"),
        AReferral("r3").received("2026-10-31T23:59:59Z"),
        AReferral("r4").received("2026-11-01T00:00:00Z"),
        AReferral("r5").expires("2026-10-31"),
        AReferral("r6").session("2026-10-05T09:00:00Z", Attendance::Yes)};
    const auto october = std::chrono::year{2026} / std::chrono::October;
    std::string found;
    for (const ReferralHistory* one : touching(histories, {october, october})) found += one->id.text();
    EXPECT_EQ(found, "r2r3r5r6");
}

}  // namespace
