#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::CaseCall;
using server::app::Exchange;

template <class Kind>
class StoreOfTheHandover : public StoreContract<Kind> {
protected:
    static Exchange exchange(int number, const char* name) {
        const domain::Update update = sample::update(name);
        return {"7a0c2a1e-0000-4000-8000-00000000050" + std::to_string(number),
                update.appointment,
                update.id,
                update.person,
                sample::start() + minutes{number},
                CaseCall::PutAttendance,
                "PUT /referral/x/attendance",
                200,
                "attended: yes",
                "attended: yes\nsubmitted: no"};
    }
    template <class One>
    Done keep(const One& one) {
        return this->store().write_and_wait([&](Transaction& t) { return t.append(one); });
    }
    std::vector<Exchange> kept(const char* name) {
        return this->ask([&](View& view) { return view.exchanges_of(sample::update(name).appointment); })
            .value();
    }
    Done erase(const char* name) {
        return this->store().write_and_wait([&](Transaction& t) {
            return t.erase({"7a0c2a1e-0000-4000-8000-000000000599", sample::start() + hours{9},
                            sample::person(name).id, "Sam", "asked"});
        });
    }
};
TYPED_TEST_SUITE(StoreOfTheHandover, Kinds);

TYPED_TEST(StoreOfTheHandover, KeepsEveryCallOfAnAppointmentInTheOrderItWasMadeAndOnce) {
    auto read = this->exchange(2, "a");
    read.call = CaseCall::Read;
    read.status = 0;
    read.sent.clear();
    read.answered = "The case system cannot be reached.";
    const std::vector<Exchange> made{this->exchange(3, "a"), read, this->exchange(1, "a")};
    for (const Exchange& one : made) ASSERT_TRUE(this->keep(one));
    ASSERT_TRUE(this->keep(this->exchange(4, "b")));
    EXPECT_EQ(this->kept("a"), made) << "as they were made, whatever their times";
    EXPECT_EQ(this->keep(made[0]).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->kept("c"), std::vector<Exchange>());
}

TYPED_TEST(StoreOfTheHandover, LetsGoOfWhatWasSentWithThePerson) {
    ASSERT_TRUE(this->put(sample::person("a")));
    ASSERT_TRUE(this->put(sample::person("b")));
    ASSERT_TRUE(this->keep(this->exchange(1, "a")));
    ASSERT_TRUE(this->keep(this->exchange(2, "b")));
    ASSERT_TRUE(this->erase("a"));
    EXPECT_EQ(this->kept("a"), std::vector<Exchange>());
    EXPECT_EQ(this->kept("b").size(), 1U);
    ASSERT_TRUE(this->keep(this->exchange(3, "a"))) << "passed over";
    EXPECT_EQ(this->kept("a"), std::vector<Exchange>());
}

TYPED_TEST(StoreOfTheHandover, NotesAMissedDeadlineOnceAnAppointmentAndKind) {
    using server::app::Breach;
    using server::app::BreachCause;
    using server::app::DeadlineKind;
    const auto breach = [](const char* name, DeadlineKind kind, minutes after) {
        return Breach{sample::update(name).appointment, kind, sample::start() + after,
                      sample::start() + after + minutes{1}, BreachCause::CaseSystem};
    };
    const Breach later = breach("a", DeadlineKind::Record, minutes{9});
    const Breach first = breach("a", DeadlineKind::Absence, minutes{3});
    Breach other = breach("b", DeadlineKind::Record, minutes{3});
    other.cause = BreachCause::WaitingForPerson;
    for (const Breach& one : {later, other, first}) ASSERT_TRUE(this->keep(one));
    Breach again = later;
    again.deadline += hours{4};
    again.cause = BreachCause::Hub;
    EXPECT_EQ(this->keep(again).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([&](View& view) { return view.breaches_of(later.appointment); }).value(),
              (std::vector{first, later}));
    EXPECT_EQ(this->ask([](View& view) {
                      return view.breaches_between(sample::start() + minutes{3}, sample::start() + hours{1});
                  })
                  .value(),
              (std::vector{first, other, later}));
    EXPECT_EQ(this->ask([](View& view) {
                      return view.breaches_between(sample::start() + minutes{4},
                                                   sample::start() + minutes{9});
                  })
                  .value(),
              std::vector<Breach>())
        << "from is in, to is not";
}

TYPED_TEST(StoreOfTheHandover, KeepsHowTheNewestCallsWent) {
    using server::app::CaseLink;
    const auto link = [this] {
        return this->ask([](View& view) { return view.case_link(); }).value();
    };
    EXPECT_EQ(link(), CaseLink());
    for (const CaseLink& one : {CaseLink{5, sample::start(), sample::start() + minutes{2}},
                                CaseLink{1, sample::start(), std::nullopt, "The sign-in is refused.",
                                         "The folder /x cannot be used."},
                                CaseLink{}}) {
        ASSERT_TRUE(this->put(one));
        EXPECT_EQ(link(), one);
    }
}

TYPED_TEST(StoreOfTheHandover, KeepsOneLinkedUserUntilTheyAreUnlinked) {
    using server::app::LinkedUser;
    const auto linked = [this] {
        return this->ask([](View& view) { return view.linked_user(); }).value();
    };
    EXPECT_FALSE(linked());
    for (const char* name : {"A. Provider", "B. Provider"}) {
        const LinkedUser user{name, sample::start(), "Kim",
                              base::Secret(std::string_view("token of the user"))};
        ASSERT_TRUE(this->put(user));
        ASSERT_TRUE(linked());
        EXPECT_EQ(linked()->name, name);
        EXPECT_EQ(linked()->linked_at, sample::start());
        EXPECT_EQ(linked()->linked_by, "Kim");
        EXPECT_EQ(linked()->refresh_token.reveal_text(), "token of the user");
    }
    ASSERT_TRUE(this->store().write_and_wait([](Transaction& t) { return t.unlink_user(); }));
    EXPECT_FALSE(linked());
}

using server::app::BatchState;
using server::app::DropBatch;
using server::app::DropRow;

DropBatch batch(int number) {
    DropBatch one;
    one.id = "7a0c2a1e-0000-4000-8000-00000000060" + std::to_string(number);
    one.made_at = sample::start() + minutes{number};
    one.rows = 2;
    return one;
}

DropRow drop_row(int of_batch, unsigned number, const char* name) {
    const domain::Update update = sample::update(name);
    DropRow row;
    row.batch = batch(of_batch).id;
    row.number = number;
    row.appointment = update.appointment;
    row.referral = update.referral;
    row.update = update.id;
    row.person = update.person;
    row.reference = "AB1234CD";
    row.type = domain::AppointmentType::SupplierAssessment;
    row.start = sample::start();
    row.attendance = domain::Attendance::Late;
    row.arrived_at = sample::start() + minutes{7};
    row.not_held = domain::NoSessionReason::Logistics;
    row.note = "the heating failed";
    row.decided_by = "Robin";
    return row;
}

TYPED_TEST(StoreOfTheHandover, KeepsBatchesUntilTheyAreAnswered) {
    const auto open = [this] {
        return this->ask([](View& view) { return view.open_drop_batches(); }).value();
    };
    EXPECT_EQ(this->ask([](View& view) { return view.newest_drop_batch(); }).value(), std::nullopt);
    DropBatch second = batch(2);
    DropBatch first = batch(1);
    for (const DropBatch& one : {second, first}) ASSERT_TRUE(this->put(one));
    EXPECT_EQ(open(), (std::vector{first, second}));
    first.state = BatchState::HandedOver;
    first.handed_over_at = sample::start() + minutes{3};
    first.overdue_told = true;
    second.state = BatchState::Answered;
    second.answered_at = sample::start() + minutes{4};
    for (const DropBatch& one : {first, second}) ASSERT_TRUE(this->put(one));
    EXPECT_EQ(open(), std::vector{first});
    EXPECT_EQ(this->ask([&](View& view) { return view.drop_batch(second.id); }).value(), second);
    EXPECT_EQ(this->ask([](View& view) { return view.drop_batch("none"); }).value(), std::nullopt);
    EXPECT_EQ(this->ask([](View& view) { return view.newest_drop_batch(); }).value(), second);
}

TYPED_TEST(StoreOfTheHandover, KeepsTheRowsOfABatchAsTheyWereAndTheirAnswersOnce) {
    EXPECT_EQ(this->keep(drop_row(1, 1, "a")).error().kind, ErrorKind::NotFound) << "no such batch";
    ASSERT_TRUE(this->put(batch(1)));
    DropRow plain = drop_row(1, 2, "b");
    plain.arrived_at.reset();
    plain.not_held.reset();
    DropRow first = drop_row(1, 1, "a");
    for (const DropRow& one : {plain, first}) ASSERT_TRUE(this->keep(one));
    EXPECT_EQ(this->keep(first).error().kind, ErrorKind::Conflict);
    const auto rows = [this] {
        return this->ask([](View& view) { return view.drop_rows(batch(1).id); }).value();
    };
    EXPECT_EQ(rows(), (std::vector{first, plain}));
    const auto answer = [this](unsigned number, bool taken) {
        return this->store().write_and_wait(
            [&](Transaction& t) { return t.answer_row(batch(1).id, number, taken); });
    };
    ASSERT_TRUE(answer(1, true));
    ASSERT_TRUE(answer(2, false));
    EXPECT_EQ(answer(1, false).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(answer(3, true).error().kind, ErrorKind::NotFound);
    first.taken = true;
    plain.taken = false;
    EXPECT_EQ(rows(), (std::vector{first, plain}));
}

TYPED_TEST(StoreOfTheHandover, FindsTheNewestBatchOfAnAppointmentThatWasNotAbandoned) {
    const auto newest = [this](const char* name) {
        return this->ask([&](View& view) { return view.newest_batch_of(sample::update(name).appointment); })
            .value();
    };
    EXPECT_EQ(newest("a"), std::nullopt);
    DropBatch third = batch(3);
    third.state = BatchState::Abandoned;
    for (const DropBatch& one : {batch(2), batch(1), third}) ASSERT_TRUE(this->put(one));
    for (const int number : {1, 2, 3}) ASSERT_TRUE(this->keep(drop_row(number, 1, "a")));
    ASSERT_TRUE(this->keep(drop_row(1, 2, "b")));
    EXPECT_EQ(newest("a"), batch(2));
    EXPECT_EQ(newest("b"), batch(1));
    EXPECT_EQ(this->ask([](View& view) { return view.open_drop_batches(); }).value(),
              (std::vector{batch(1), batch(2)}));
}

TYPED_TEST(StoreOfTheHandover, LetsGoOfRowsWithThePerson) {
    ASSERT_TRUE(this->put(sample::person("a")));
    ASSERT_TRUE(this->put(batch(1)));
    ASSERT_TRUE(this->keep(drop_row(1, 1, "a")));
    ASSERT_TRUE(this->erase("a"));
    EXPECT_EQ(this->ask([](View& view) { return view.drop_rows(batch(1).id); }).value(),
              std::vector<DropRow>());
}

}  // namespace
}  // namespace store_contract
