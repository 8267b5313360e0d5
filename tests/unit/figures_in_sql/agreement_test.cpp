// Two computations of every figure, one in C++ and one in SQL, agree on invented histories: on each thing
// looked at, not only on the sums. HUB_LONG=1 takes 1,000 seeds.

#include <cstdlib>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "server/figures/compute.h"
#include "tests/support/figures/generate_histories.h"
#include "tests/unit/figures_in_sql/second_computation.h"

namespace {

using namespace server::figures;

constexpr unsigned kReferrals = 60;

unsigned seeds() {
    constexpr unsigned kUsual = 200;
    constexpr unsigned kLong = 1000;
    return std::getenv("HUB_LONG") != nullptr ? kLong : kUsual;
}

const char* word_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::Met:
            return "met";
        case Verdict::Missed:
            return "missed";
        case Verdict::LeftOut:
            return "out";
        case Verdict::NotKnown:
            return "unknown";
        case Verdict::NotCounted:
            return "uncounted";
    }
    return "";
}

sql::Findings findings_of(const Figure& figure) {
    sql::Findings found;
    for (const Item& item : figure.items) found[{item.referral.text(), item.subject}] = word_of(item.verdict);
    EXPECT_EQ(found.size(), figure.items.size()) << "something was looked at twice";
    return found;
}

/// What differs, a line each.
std::string differences(const sql::Findings& first, const sql::Findings& second) {
    std::string lines;
    const auto list = [&lines](const sql::Findings& these, const sql::Findings& others, const char* who) {
        for (const auto& [key, verdict] : these) {
            const auto found = others.find(key);
            if (found != others.end() && found->second == verdict) continue;
            lines += key.first + " " + key.second + ": " + who + " says " + verdict + "\n";
        }
    };
    list(first, second, "the program");
    list(second, first, "SQL");
    return lines;
}

struct Question {
    Period period;
    base::Instant as_of;
};

/// The months on both sides of the clock changes, a quarter, and days on which much is not due yet.
std::vector<Question> questions() {
    const auto month = [](unsigned of) {
        return std::chrono::year{2026} / std::chrono::month{of};
    };
    const auto at = [](const char* text) {
        return base::parse_instant(text).value();
    };
    return {{{month(3), month(3)}, at("2027-01-20T12:00:00Z")},
            {{month(10), month(10)}, at("2026-10-31T23:59:59Z")},
            {{month(10), month(12)}, at("2026-11-10T00:00:00Z")},
            {{month(6), month(6)}, at("2026-06-15T23:00:00Z")}};
}

TEST(FiguresInSql, AgreeOnEveryThingThatWasLookedAt) {
    const domain::Calendar calendar;
    std::map<std::string, unsigned> seen;
    for (unsigned seed = 1; seed <= seeds(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto histories = support::generate_histories(seed, kReferrals);
        sql::SecondComputation second(histories);
        const Question asked = questions()[seed % questions().size()];
        const Rules rules{calendar, asked.as_of, {}};
        for (const Figure& figure : compute_all(histories, asked.period, rules)) {
            SCOPED_TRACE(definition(figure.id).code);
            const auto first = findings_of(figure);
            ASSERT_EQ(differences(first, second.compute(figure.id, asked.period, asked.as_of)), "");
            // DS1 is held to what the contract expects, which is no part of the histories.
            if (figure.id != FigureId::Ds1) {
                ASSERT_EQ(figure.mitigated(), second.mitigated(figure.id, asked.period, asked.as_of));
            }
            for (const auto& [key, verdict] : first)
                ++seen[std::string(definition(figure.id).code) + " " + verdict];
        }
    }
    // Agreement on nothing says nothing.
    for (const Definition& one : definitions()) {
        EXPECT_GT(seen[std::string(one.code) + " met"], 20U) << one.code;
        const bool can_be_missed = one.id != FigureId::Ds1;
        EXPECT_EQ(seen[std::string(one.code) + " missed"] > 20U, can_be_missed) << one.code;
    }
    for (const char* code : {"CRS SL002", "KP2", "KP6", "DS3"}) {
        EXPECT_GT(seen[std::string(code) + " unknown"], 20U) << code;
        EXPECT_GT(seen[std::string(code) + " out"], 20U) << code;
    }
    EXPECT_GT(seen["KP4 unknown"], 20U);
    EXPECT_GT(seen["KP4 out"], 0U);
    EXPECT_GT(seen["CRS SL002 uncounted"], 0U);
}

TEST(FiguresInSql, TheSameSeedGivesTheSameHistories) {
    EXPECT_EQ(support::generate_histories(7, 20), support::generate_histories(7, 20));
    EXPECT_NE(support::generate_histories(7, 20), support::generate_histories(8, 20));
}

}  // namespace
