// What is kept and how: nothing personal in clear, nothing changed unnoticed, nothing left after erasure.

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "server/app/keep_house.h"
#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"
#include "tests/unit/server_store/raw_database.h"

namespace {

namespace sample = support::sample;
using base::Done;
using base::ErrorKind;
using server::app::Transaction;
using server::app::View;
using support::RawDatabase;
using support::StoreFolder;

class RecordTest : public testing::Test {
protected:
    void SetUp() override { reopen(); }
    void reopen() {
        store_.reset();
        store_ = std::move(folder_.open().value());
    }
    void fill() {
        ASSERT_TRUE(store_->write_and_wait([&](Transaction& changes) -> Done {
            TRY_DONE(changes.put(sample::person("Nazir")));
            TRY_DONE(changes.put(sample::referral("Nazir")));
            TRY_DONE(changes.put(sample::appointment("Nazir")));
            for (const char* id : {"e1", "e2", "e3"}) TRY_DONE(changes.append(sample::event(id, "Nazir")));
            return changes.append(sample::event("other", "Begum"));
        }));
    }
    std::vector<domain::AttendanceEvent> events(const std::string& name) {
        std::vector<domain::AttendanceEvent> events;
        EXPECT_TRUE(store_->read([&](View& view) -> Done {
            events = TRY(view.events_of(domain::AppointmentId("appointment-" + name)));
            return {};
        }));
        return events;
    }
    Done erase(const domain::PersonId& person) {
        const server::app::Erasure erasure{"erasure-of-" + person.text(), sample::start(), person,
                                           "hub-server", "their time was over"};
        TRY_DONE(store_->write_and_wait([&](Transaction& changes) { return changes.erase(erasure); }));
        return store_->empty_log();
    }
    /// Everything the store has written to its folder.
    std::string all_bytes() {
        std::string all;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            all += StoreFolder::bytes(entry.path());
        return all;
    }

    StoreFolder folder_;
    std::unique_ptr<server::store::SqliteStore> store_;
};

TEST_F(RecordTest, NothingPersonalIsInClearInAnyFile) {
    auto person = sample::person("Qqlastqq");
    person.first_name = "Qqfirstqq";
    person.crn = "Q778899";
    person.born = std::chrono::year{1983} / 7 / 29;
    person.preferred_language = "Qqlanguageqq";
    person.interpreter_language = "Qqinterpreterqq";
    person.access_needs = "Qqaccessqq";
    auto referral = sample::referral("Qqlastqq");
    referral.id = domain::ReferralId("r");
    referral.person = person.id = domain::PersonId("p");
    referral.reference = "Qqreferenceqq";
    auto event = sample::event("e", "x");
    event.person = person.id;
    event.actor = "Qqactorqq";
    event.reason = "Qqreasonqq";
    event.touched->boot_id = "Qqbootqq";
    auto update = sample::update("x");
    update.person = person.id;
    update.note = "Qqnoteqq";
    update.decided_by = "Qqdeciderqq";
    update.why = "Qqwhyqq";
    const server::app::StoredAnswer answer{"front-door/1", "Qqhashqq", 200, "Qqbodyqq", sample::start()};
    for (int round = 0; round < 3; ++round) {
        ASSERT_TRUE(store_->write_and_wait([&](Transaction& changes) -> Done {
            TRY_DONE(changes.put(person));
            TRY_DONE(changes.put(referral));
            event.id = domain::EventId("e" + std::to_string(round));
            TRY_DONE(changes.append(event));
            TRY_DONE(changes.put(update));
            return round == 0 ? changes.remember(answer) : Done{};
        }));
    }
    const auto search = [&](const std::string& bytes) {
        EXPECT_GT(bytes.size(), 4096u);
        for (const char* marked : {"Qq", "Q778899", "1983-07-29", "29/07/1983", "2907", "0729"})
            EXPECT_EQ(bytes.find(marked), std::string::npos) << marked << " stands in clear";
        EXPECT_NE(bytes.find("front-door/1"), std::string::npos) << "the search finds what is in clear";
    };
    search(all_bytes());  // with the log
    store_.reset();       // brought into the database file
    search(all_bytes());
}

TEST_F(RecordTest, AnEventCanBeNeitherChangedNorRemovedNorReplaced) {
    fill();
    RawDatabase raw(folder_.database());
    EXPECT_FALSE(raw.run("UPDATE event SET attendance = 'NO'"));
    EXPECT_FALSE(raw.run("UPDATE event SET queued = 0 WHERE seq = 1"));
    EXPECT_FALSE(raw.run("DELETE FROM event WHERE seq = 4"));
    EXPECT_FALSE(raw.run("INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 1"));
    EXPECT_FALSE(
        raw.run("REPLACE INTO event SELECT 9, id, kind, appointment, person, arrival, recorded_at, at, "
                "attendance, clock, queued, recorded_offline, sealed, commitment, link "
                "FROM event WHERE seq = 1"));
    EXPECT_EQ(raw.value("SELECT count(*) FROM event"), "4");
    EXPECT_TRUE(store_->full_check());
}

TEST_F(RecordTest, EveryChangeOfAnEventPastItsTriggersIsNoticedAndTheRecordNotOpened) {
    fill();
    store_.reset();
    const std::string whole = StoreFolder::bytes(folder_.database());
    for (const char* tampering :
         {"UPDATE event SET id = 'x' WHERE seq = 2",
          "UPDATE event SET kind = 'undone' WHERE seq = 2",
          "UPDATE event SET appointment = 'x' WHERE seq = 2",
          "UPDATE event SET arrival = 'x' WHERE seq = 2",
          "UPDATE event SET person = 'person-Begum' WHERE seq = 2",
          "UPDATE event SET recorded_at = recorded_at + 1 WHERE seq = 2",
          "UPDATE event SET at = at - 1 WHERE seq = 2",
          "UPDATE event SET at = NULL WHERE seq = 2",
          "UPDATE event SET attendance = 'LATE' WHERE seq = 2",
          "UPDATE event SET attendance = NULL WHERE seq = 2",
          "UPDATE event SET clock = 'sure' WHERE seq = 2",
          "UPDATE event SET queued = 0 WHERE seq = 2",
          "UPDATE event SET recorded_offline = 0 WHERE seq = 2",
          "UPDATE event SET sealed = zeroblob(length(sealed)) WHERE seq = 2",
          "UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 1) WHERE seq = 2",
          "UPDATE event SET commitment = zeroblob(32) WHERE seq = 2",
          "UPDATE event SET link = zeroblob(32) WHERE seq = 4",
          "DELETE FROM event WHERE seq = 2",
          "DELETE FROM event WHERE seq = 1",
          "UPDATE hub SET chain_start = zeroblob(32)"}) {
        {
            RawDatabase raw(folder_.database());
            ASSERT_TRUE(raw.run("DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed"));
            ASSERT_TRUE(raw.run(tampering)) << tampering;
        }
        const std::string tampered = StoreFolder::bytes(folder_.database());
        const auto opened = folder_.open();
        ASSERT_FALSE(opened) << tampering;
        EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt) << tampering;
        EXPECT_EQ(StoreFolder::bytes(folder_.database()), tampered) << "nothing is repaired by itself";
        std::filesystem::remove(folder_.database() + "-wal");
        std::ofstream(folder_.database(), std::ios::binary) << whole;
    }
    EXPECT_TRUE(folder_.open()) << "the record as it was opens";
}

TEST_F(RecordTest, AnErasedPersonIsGoneAndTheChainHolds) {
    fill();
    const auto ann = sample::person("Nazir");
    const std::string crn = ann.crn;
    ASSERT_TRUE(erase(ann.id));
    EXPECT_TRUE(store_->read([&](View& view) -> Done {
        EXPECT_EQ(view.person(ann.id).error().kind, ErrorKind::NotFound);
        EXPECT_EQ(view.person_with_crn(crn).value(), std::nullopt);
        EXPECT_EQ(view.referral(domain::ReferralId("referral-Nazir"))->reference, "");
        return {};
    }));
    RawDatabase raw(folder_.database());
    EXPECT_EQ(raw.value("SELECT count(*) FROM find_key WHERE person = 'person-Nazir'"), "0");
    for (const auto& event : events("Nazir")) {
        EXPECT_EQ(event.actor, "");
        EXPECT_EQ(event.reason, "");
        EXPECT_EQ(event.touched, std::nullopt);
        EXPECT_EQ(event.attendance, domain::Attendance::Yes) << "what happened stays";
    }
    EXPECT_EQ(events("Begum").front().actor, "kiosk front-door") << "another person is untouched";
    EXPECT_TRUE(store_->full_check());
    EXPECT_TRUE(erase(ann.id)) << "erasing twice is fine";
    reopen();
}

TEST_F(RecordTest, TheKeyOfAnErasedPersonIsInNoFileAnyMore) {
    fill();
    std::string wrapped;
    {
        RawDatabase raw(folder_.database());
        wrapped = raw.value("SELECT hex(wrapped_key) FROM person WHERE id = 'person-Nazir'");
    }
    std::string key;
    for (std::size_t i = 0; i + 1 < wrapped.size(); i += 2)
        key += static_cast<char>(std::stoi(wrapped.substr(i, 2), nullptr, 16));
    ASSERT_GT(key.size(), 32u);
    ASSERT_NE(all_bytes().find(key), std::string::npos);
    ASSERT_TRUE(erase(domain::PersonId("person-Nazir")));
    EXPECT_EQ(all_bytes().find(key), std::string::npos);
}

TEST_F(RecordTest, APersonAboutWhomAnUpdateIsOwedIsNotErased) {
    fill();
    auto update = sample::update("Nazir");
    ASSERT_TRUE(store_->write_and_wait([&](Transaction& changes) { return changes.put(update); }));
    EXPECT_EQ(erase(update.person).error().kind, ErrorKind::Conflict);
    update.state = domain::UpdateState::Submitted;
    ASSERT_TRUE(store_->write_and_wait([&](Transaction& changes) { return changes.put(update); }));
    EXPECT_TRUE(erase(update.person));
    EXPECT_EQ(erase(domain::PersonId("nobody")).error().kind, ErrorKind::NotFound);
}

TEST_F(RecordTest, AnErasedPersonIsNotWrittenBackButTheirLateArrivalIsKept) {
    fill();
    const auto ann = sample::person("Nazir");
    ASSERT_TRUE(erase(ann.id));
    EXPECT_EQ(store_->write_and_wait([&](Transaction& changes) { return changes.put(ann); }).error().kind,
              ErrorKind::Conflict);
    ASSERT_TRUE(store_->write_and_wait(
        [&](Transaction& changes) { return changes.append(sample::event("late", "Nazir")); }));
    EXPECT_EQ(events("Nazir").back(), sample::event("late", "Nazir"));
    EXPECT_TRUE(store_->full_check());
}

TEST_F(RecordTest, TheHeadOfTheChainGrowsWithEachEventAndTwoHubsHaveOtherChains) {
    const auto before = store_->chain_head().value();
    EXPECT_EQ(before.seq, 0);
    fill();
    const auto after = store_->chain_head().value();
    EXPECT_EQ(after.seq, 4);
    EXPECT_EQ(after.link.size(), 32u);
    EXPECT_NE(after.link, before.link);
    StoreFolder other;
    EXPECT_NE(other.open().value()->chain_head().value().link, before.link);
}

TEST_F(RecordTest, AfterAMonthThePeopleAreGoneAndTheChainHolds) {
    fill();
    const auto month_later = sample::start() + std::chrono::hours{24 * 40};
    server::app::SyncState sync;
    sync.succeeded_at = month_later;
    auto settled = sample::appointment("Nazir");
    settled.status = domain::AppointmentStatus::Settled;
    auto decided = sample::event("decided", "Nazir");
    decided.kind = domain::EventKind::TimeDecided;
    auto submitted = sample::update("Nazir");
    submitted.state = domain::UpdateState::Submitted;
    ASSERT_TRUE(store_->write_and_wait([&](Transaction& changes) -> Done {
        TRY_DONE(changes.put(settled));
        TRY_DONE(changes.append(decided));
        TRY_DONE(changes.put(submitted));
        return changes.put(sync);
    }));
    base::SystemEntropy entropy;
    const auto done =
        server::app::keep_house(*store_, {month_later, domain::ClockState::Sure}, {}, entropy).value();
    ASSERT_TRUE(done);
    EXPECT_EQ(done->erased, 1U);
    EXPECT_EQ(done->kept, 1U) << "nobody has settled the doubtful arrival of the other";
    const auto erased = std::make_pair(month_later, month_later + std::chrono::seconds{1});
    EXPECT_TRUE(store_->read([&](View& view) -> Done {
        EXPECT_EQ(view.person(domain::PersonId("person-Nazir")).error().kind, ErrorKind::NotFound);
        EXPECT_EQ(TRY(view.erasures_between(erased.first, erased.second)).front().person.text(),
                  "person-Nazir");
        EXPECT_EQ(TRY(view.housekeeping()), done);
        return {};
    }));
    EXPECT_EQ(events("Nazir").size(), 4U);
    EXPECT_EQ(events("Nazir").back().actor, "");
    EXPECT_EQ(events("Begum").front().actor, "kiosk front-door");
    EXPECT_TRUE(store_->full_check());
    reopen();
    EXPECT_TRUE(store_->full_check());
}

TEST_F(RecordTest, OldAnswersAreForgotten) {
    const server::app::StoredAnswer old{"old", "h", 200, "b", sample::start()};
    server::app::StoredAnswer young = old;
    young.key = "young";
    young.at += std::chrono::hours{1};
    ASSERT_TRUE(store_->write_and_wait([&](Transaction& changes) -> Done {
        TRY_DONE(changes.remember(old));
        return changes.remember(young);
    }));
    ASSERT_TRUE(store_->write_and_wait(
        [&](Transaction& changes) { return changes.forget_answers_before(young.at); }));
    EXPECT_TRUE(store_->read([&](View& view) -> Done {
        EXPECT_EQ(TRY(view.answer("old")), std::nullopt);
        EXPECT_EQ(TRY(view.answer("young")), young);
        return {};
    }));
}

TEST_F(RecordTest, TheFullCheckFindsAReferenceToNothing) {
    fill();
    {
        RawDatabase raw(folder_.database());
        ASSERT_TRUE(raw.run("UPDATE referral SET person = 'nobody'"));
    }
    EXPECT_EQ(store_->full_check().error().kind, ErrorKind::Corrupt);
}

}  // namespace
