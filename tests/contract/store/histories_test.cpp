// Histories of referrals, and months that stand still.

#include <algorithm>
#include <map>
#include <set>

#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::History;
using server::app::HistoryMark;
using server::app::OwnRecord;
using server::figures::Counts;
using server::figures::FigureId;
using server::figures::FrozenItem;
using server::figures::FrozenMonth;
using server::figures::Verdict;
using server::figures::Why;

constexpr domain::Month kOctober{std::chrono::year{2026}, std::chrono::October};

/// With every field set that the case system tells of.
History history(const std::string& name) {
    History one;
    auto& told = one.told;
    told.id = sample::referral(name).id;
    told.contract = domain::ContractRef("DN671065_MANCHESTER_PWB");
    told.complexity = server::figures::Complexity::Medium;
    told.received_at = sample::start() - hours{24 * 60};
    told.concluded_at = sample::start() + hours{24};
    told.end_requested = true;
    told.end_code = "MOV";
    told.expiry = domain::parse_date("2027-03-31").value();
    told.plans = {{true, sample::start() - hours{24 * 40}, sample::start() - hours{24 * 39}},
                  {false, std::nullopt, std::nullopt}};
    server::figures::Meeting meeting;
    meeting.id = sample::appointment(name).id;
    meeting.type = domain::AppointmentType::SupplierAssessment;
    meeting.start = sample::start();
    meeting.attendance = domain::Attendance::Late;
    meeting.late_is_flag = true;
    meeting.session_held = false;
    meeting.submitted = true;
    server::figures::Meeting moved;
    moved.id = domain::AppointmentId("moved-" + name);
    moved.start = sample::start() - hours{2};
    moved.stands = false;
    told.meetings = {moved, meeting};
    told.end_report = {sample::start() + hours{20}, 1.5};
    told.details = {"BIG_LIFE_GROUP",
                    "A.CASEWORKER",
                    domain::parse_date("2027-02-01").value(),
                    3,
                    sample::start() + hours{12},
                    "Moved out of service area",
                    true,
                    2,
                    1};
    one.plans = {"plan-a", "plan-b"};
    return one;
}

FrozenItem item(const std::string& name, FigureId figure, Verdict verdict, Why why) {
    return {figure,
            {sample::referral(name).id, "subject", verdict, why, verdict == Verdict::Met ? "" : "yes"}};
}

FrozenMonth october() {
    return {kOctober,
            sample::start(),
            {{FigureId::Kp1, 3, 1, 1, 2, std::nullopt}, {FigureId::Ds1, 4, 0, 0, 0, 40}},
            7};
}

template <class Kind>
class StoreOfHistories : public StoreContract<Kind> {
protected:
    Done keep(const History& one, const std::string& crn) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.keep(one, crn); });
    }
    Done freeze(const FrozenMonth& month, const std::vector<FrozenItem>& items) {
        return this->store().write_and_wait(
            [&](Transaction& changes) { return changes.freeze(month, items); });
    }
    Done forget(base::Instant ended_before) {
        return this->store().write_and_wait([&](Transaction& changes) {
            return changes.forget_histories(ended_before, sample::start() - hours{1000});
        });
    }
    Done erase(const std::string& name) {
        return this->store().write_and_wait(
            [&](Transaction& changes) { return changes.erase(erasure(name)); });
    }
    Done put_away(const std::string& name) {
        return this->store().write_and_wait(
            [&](Transaction& changes) { return changes.put_away(erasure(name)); });
    }
    void hold(const std::string& name) {
        ASSERT_TRUE(this->put(sample::person(name)));
        ASSERT_TRUE(this->put(sample::referral(name)));
        ASSERT_TRUE(keep(history(name), sample::person(name).crn));
    }
    bool holds(const std::string& name) {
        return this->ask([&](View& view) { return view.history(sample::referral(name).id); })
            .value()
            .has_value();
    }
    std::vector<FrozenItem> items() {
        return this->ask([](View& view) { return view.frozen_items(kOctober); }).value();
    }
    static server::app::Erasure erasure(const std::string& name) {
        return {"erasure-" + name, sample::start(), sample::person(name).id, "Kim", "asked for it"};
    }
};
TYPED_TEST_SUITE(StoreOfHistories, Kinds);

TYPED_TEST(StoreOfHistories, GivesBackEveryFieldThatTheCaseSystemTells) {
    const History full = history("Nazir");
    ASSERT_TRUE(this->keep(full, "X100001"));
    EXPECT_EQ(this->ask([&](View& view) { return view.history(full.told.id); }).value(), full);
    History bare;
    bare.told.id = domain::ReferralId("a-bare-one");
    ASSERT_TRUE(this->keep(bare, ""));
    EXPECT_EQ(this->ask([](View& view) { return view.histories(); }).value(), (std::vector{bare, full}));
    EXPECT_EQ(this->ask([](View& view) { return view.history(domain::ReferralId("none")); }).value(),
              std::nullopt);
}

TYPED_TEST(StoreOfHistories, PutsANewReadingInThePlaceOfTheOldOne) {
    History one = history("Nazir");
    ASSERT_TRUE(this->keep(one, "X100001"));
    one.told.meetings->clear();
    one.told.plans.reset();
    one.plans.clear();
    one.told.concluded_at.reset();
    ASSERT_TRUE(this->keep(one, "X100001"));
    EXPECT_EQ(this->ask([](View& view) { return view.histories(); }).value(), std::vector{one});
    EXPECT_EQ(this->ask([](View& view) { return view.history_marks(); }).value(),
              (std::vector{HistoryMark{one.told.id, std::nullopt, false}}));
}

TYPED_TEST(StoreOfHistories, ForgetsWhatEndedBeforeWithHowItStoodInFrozenMonths) {
    History open = history("Open");
    open.told.concluded_at.reset();
    open.told.expiry.reset();
    History expired = history("Expired");
    expired.told.concluded_at.reset();
    expired.told.expiry = sample::day();
    History over = history("Over");
    over.told.concluded_at = sample::start() - hours{1};
    ASSERT_TRUE(this->keep(open, "X1"));
    ASSERT_TRUE(this->keep(expired, "X2"));
    ASSERT_TRUE(this->keep(over, "X3"));
    ASSERT_TRUE(this->freeze(october(), {item("Open", FigureId::Kp1, Verdict::Met, Why::InTime),
                                         item("Over", FigureId::Kp1, Verdict::Met, Why::InTime)}));
    ASSERT_TRUE(this->forget(domain::start_of(sample::day())));
    EXPECT_TRUE(this->holds("Over")) << "it ended on that day";
    ASSERT_TRUE(this->forget(sample::start()));
    EXPECT_FALSE(this->holds("Over"));
    EXPECT_FALSE(this->holds("Expired"));
    EXPECT_TRUE(this->holds("Open"));
    EXPECT_EQ(this->items(), (std::vector{item("Open", FigureId::Kp1, Verdict::Met, Why::InTime)}));
    EXPECT_EQ(this->ask([](View& view) { return view.frozen_month(kOctober); }).value(), october())
        << "the numbers stay";
}

TYPED_TEST(StoreOfHistories, ForgetsWhatTheCaseSystemHasNotListedForLong) {
    History listed = history("Listed");
    History gone = history("Gone");
    for (History* one : {&listed, &gone}) {
        one->told.concluded_at.reset();
        one->told.expiry.reset();
        ASSERT_TRUE(this->keep(*one, "X1"));
    }
    const auto note = [&](const std::set<domain::ReferralId>& ids, base::Instant now) {
        return this->store().write_and_wait(
            [&](Transaction& changes) { return changes.note_listed(ids, now); });
    };
    const auto unlisted_at = [&] {
        std::map<domain::ReferralId, std::optional<base::Instant>> all;
        const auto marks = this->ask([](View& view) { return view.history_marks(); }).value();
        for (const HistoryMark& mark : marks) all[mark.referral] = mark.unlisted_at;
        return all;
    };
    const auto forget = [&](base::Instant unlisted_before) {
        return this->store().write_and_wait([&](Transaction& changes) {
            return changes.forget_histories(sample::start() - hours{1000}, unlisted_before);
        });
    };
    const base::Instant first = sample::start();
    ASSERT_TRUE(note({listed.told.id}, first));
    ASSERT_TRUE(note({listed.told.id}, first + hours{24}));
    EXPECT_EQ(unlisted_at()[listed.told.id], std::nullopt);
    EXPECT_EQ(unlisted_at()[gone.told.id], first) << "since when, not since when again";
    ASSERT_TRUE(note({gone.told.id}, first + hours{48}));
    EXPECT_EQ(unlisted_at()[gone.told.id], std::nullopt) << "it is listed again";
    EXPECT_EQ(unlisted_at()[listed.told.id], first + hours{48});
    ASSERT_TRUE(this->freeze(october(), {item("Listed", FigureId::Kp1, Verdict::Met, Why::InTime)}));
    ASSERT_TRUE(forget(first + hours{48}));
    EXPECT_TRUE(this->holds("Listed"));
    ASSERT_TRUE(forget(first + hours{49}));
    EXPECT_FALSE(this->holds("Listed"));
    EXPECT_TRUE(this->holds("Gone"));
    EXPECT_TRUE(this->items().empty()) << "how it stood goes with it";
}

TYPED_TEST(StoreOfHistories, ErasesThemWithTheirPersonAndDoesNotTakeThemAgain) {
    this->hold("Nazir");
    this->hold("Begum");
    const History earlier = [] {
        History one = history("Nazir");
        one.told.id = domain::ReferralId("an-earlier-referral");
        return one;
    }();
    ASSERT_TRUE(this->keep(earlier, sample::person("Nazir").crn));
    ASSERT_TRUE(this->freeze(october(), {item("Nazir", FigureId::Kp1, Verdict::Met, Why::InTime)}));
    ASSERT_TRUE(this->erase("Nazir"));
    EXPECT_FALSE(this->holds("Nazir"));
    EXPECT_TRUE(this->holds("Begum"));
    EXPECT_EQ(this->ask([](View& view) { return view.histories(); }).value().size(), 1U)
        << "that of a referral whose person was never listed goes too";
    EXPECT_TRUE(this->items().empty());
    ASSERT_TRUE(this->keep(history("Nazir"), sample::person("Nazir").crn));
    EXPECT_FALSE(this->holds("Nazir")) << "the case system lists it still";
    const auto marks = this->ask([](View& view) { return view.history_marks(); }).value();
    EXPECT_EQ(std::count_if(marks.begin(), marks.end(), [](const HistoryMark& one) { return one.erased; }),
              2);
}

TYPED_TEST(StoreOfHistories, OutliveWhoeverIsPutAwayUntilTheyAskToBeErased) {
    this->hold("Nazir");
    ASSERT_TRUE(this->put_away("Nazir"));
    EXPECT_EQ(this->ask([](View& view) { return view.person(sample::person("Nazir").id); }).error().kind,
              ErrorKind::NotFound);
    EXPECT_TRUE(this->holds("Nazir"));
    ASSERT_TRUE(this->erase("Nazir"));
    EXPECT_FALSE(this->holds("Nazir"));
}

TYPED_TEST(StoreOfHistories, KnowsWhenTheyWereLastReadWhole) {
    EXPECT_EQ(this->ask([](View& view) { return view.history_reading(); }).value(), std::nullopt);
    const server::app::HistoryReading reading{sample::start(), 3};
    for (const auto& one : {server::app::HistoryReading{}, reading}) {
        ASSERT_TRUE(this->store().write_and_wait([&](Transaction& changes) { return changes.keep(one); }));
    }
    EXPECT_EQ(this->ask([](View& view) { return view.history_reading(); }).value(), reading);
}

TYPED_TEST(StoreOfHistories, TellsWhenTheHubItselfStoredSubmittedAndTelephoned) {
    const auto appointment = sample::appointment("Nazir").id;
    auto undone = sample::event("e1", "Nazir");
    undone.recorded_at = sample::start();
    undone.arrival = domain::ArrivalId("first");
    auto taken_back = undone;
    taken_back.id = domain::EventId("e2");
    taken_back.kind = domain::EventKind::Undone;
    taken_back.attendance.reset();
    taken_back.recorded_at = sample::start() + minutes{1};
    auto arrived = undone;
    arrived.id = domain::EventId("e3");
    arrived.arrival = domain::ArrivalId("second");
    arrived.recorded_at = sample::start() + minutes{2};
    auto told = taken_back;
    told.id = domain::EventId("e4");
    told.kind = domain::EventKind::PractitionerTold;
    told.arrival = domain::ArrivalId();
    told.at = sample::start() + minutes{30};
    told.recorded_at = sample::start() + minutes{40};
    auto completed = told;
    completed.id = domain::EventId("e5");
    completed.kind = domain::EventKind::InterventionCompleted;
    completed.appointment = domain::AppointmentId();
    completed.referral = sample::referral("Nazir").id;
    for (const auto& event : {undone, taken_back, arrived, told, completed}) ASSERT_TRUE(this->append(event));
    auto update = sample::update("Nazir");
    update.appointment = appointment;
    update.drafted_at = sample::start() + hours{1};
    update.submitted_at = sample::start() + hours{2};
    ASSERT_TRUE(this->put(update));

    OwnRecord expected;
    expected.appointments[appointment] = {sample::start() + minutes{2}, sample::start() + hours{1},
                                          sample::start() + hours{2}, sample::start() + minutes{30}};
    expected.completed[completed.referral] = completed.recorded_at;
    EXPECT_EQ(this->ask([](View& view) { return view.own_record(sample::start()); }).value(), expected);
    EXPECT_EQ(this->ask([](View& view) { return view.own_record(sample::start() + hours{3}); }).value(),
              OwnRecord{});

    // Noticed only after the deadline, what somebody else submitted has no time.
    update.submit_decided = false;
    update.deadline = sample::start() + hours{2};
    ASSERT_TRUE(this->put(update));
    expected.appointments[appointment].submitted_at.reset();
    EXPECT_EQ(this->ask([](View& view) { return view.own_record(sample::start()); }).value(), expected);
    update.deadline += minutes{1};
    ASSERT_TRUE(this->put(update));
    expected.appointments[appointment].submitted_at = update.submitted_at;
    EXPECT_EQ(this->ask([](View& view) { return view.own_record(sample::start()); }).value(), expected)
        << "noticed before it, it was in time";
}

TYPED_TEST(StoreOfHistories, NeverFreezesAMonthTwice) {
    EXPECT_EQ(this->ask([](View& view) { return view.frozen_month(kOctober); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.newest_frozen_month(); }).value(), std::nullopt);
    const std::vector items{item("Begum", FigureId::Kp1, Verdict::Missed, Why::TooLate),
                            item("Nazir", FigureId::Kp1, Verdict::Met, Why::InTime),
                            item("Nazir", FigureId::Ds1, Verdict::NotKnown, Why::AppointmentsNotRead)};
    ASSERT_TRUE(this->freeze(october(), items));
    auto other = october();
    other.figures.front().met = 99;
    EXPECT_EQ(this->freeze(other, {}).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([](View& view) { return view.frozen_month(kOctober); }).value(), october());
    EXPECT_EQ(this->items(), items);
    other.month = kOctober + std::chrono::months{1};
    ASSERT_TRUE(this->freeze(other, {}));
    EXPECT_EQ(this->ask([](View& view) { return view.newest_frozen_month(); }).value(), other.month);
}

}  // namespace
}  // namespace store_contract
