#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/app/freeze_months.h"
#include "server/report/of_record.h"
#include "tests/support/figures/build_history.h"
#include "tests/support/memory_store.h"

namespace server {

using namespace std::chrono_literals;
using support::AReferral;
using support::at;

inline constexpr domain::Month kOctober{std::chrono::year{2026}, std::chrono::October};

/// A record whose histories were read whole an hour ago. October 2026 stands still from the end of 23
/// November on; it is the morning after.
class Record : public testing::Test {
protected:
    void keep(const figures::ReferralHistory& told) {
        write([&](app::Transaction& transaction) { return transaction.keep({told, {}}, "X100001"); });
    }
    void read_whole(base::Instant when, unsigned not_read = 0) {
        write([&](app::Transaction& transaction) {
            return transaction.keep(app::HistoryReading{when, not_read});
        });
    }
    void write(const app::Store::Command& command) { ASSERT_TRUE(store.write_and_wait(command)); }
    unsigned freeze(domain::ClockState clock = domain::ClockState::Sure) {
        return app::freeze_months(store, {now, clock}, rules).value();
    }
    base::Result<report::Report> report(const figures::Period& period = {kOctober, kOctober}) {
        base::Result<report::Report> found = base::fail(base::ErrorKind::Corrupt, "it was not asked");
        EXPECT_TRUE(store.read([&](app::View& view) -> base::Done {
            found = report::report_of(view, "Ardwick Green", period, rules.as_of(now));
            return {};
        }));
        return found;
    }
    const report::Line& line(figures::FigureId id) {
        last = report().value();
        for (const report::Line& one : last.lines)
            if (one.figure.id == id) return one;
        return last.lines.front();
    }

    base::Instant now = at("2026-11-24T06:00:00Z");
    app::FigureRules rules;
    support::MemoryStore store;
    report::Report last;
};

}  // namespace server
