// What the server finds, who looked at whom, what was given up, and who came for what nobody knows.

#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

template <class Kind>
class StoreOfWhoDidWhat : public StoreContract<Kind> {};
TYPED_TEST_SUITE(StoreOfWhoDidWhat, Kinds);

TYPED_TEST(StoreOfWhoDidWhat, KeepsWhatTheLastCheckOfTheRecordFound) {
    EXPECT_EQ(this->ask([](View& view) { return view.record_check(); }).value(), std::nullopt);
    for (const server::app::RecordCheck& check : {server::app::RecordCheck{sample::start(), "damaged pages"},
                                                  server::app::RecordCheck{sample::start() + hours{1}, ""}}) {
        ASSERT_TRUE(this->put(check));
        EXPECT_EQ(this->ask([](View& view) { return view.record_check(); }).value(), check);
    }
}

TYPED_TEST(StoreOfWhoDidWhat, KeepsEveryLookAtAPerson) {
    const auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    const server::app::PersonLook first{"b", sample::start(), ann.id, "R. Porter", "name on the board"};
    server::app::PersonLook second = first;
    second.id = "a";
    const auto append = [&](const server::app::PersonLook& look) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.append(look); });
    };
    ASSERT_TRUE(append(first));
    ASSERT_TRUE(append(second));
    const auto looks = [&](base::Instant from, base::Instant to) {
        return this->ask([&](View& view) { return view.looks_between(from, to); }).value();
    };
    EXPECT_EQ(looks(sample::start(), sample::start() + minutes{1}), (std::vector{first, second}));
    EXPECT_TRUE(looks(sample::start() - minutes{1}, sample::start()).empty());
    second.person = domain::PersonId("stranger");
    second.id = "c";
    EXPECT_EQ(append(second).error().kind, ErrorKind::NotFound);
}

TYPED_TEST(StoreOfWhoDidWhat, KeepsWhatWasSaidOfAJournal) {
    ASSERT_TRUE(
        this->put(server::app::Kiosk{domain::KioskId("side-door"), "aa", sample::start(), std::nullopt, ""}));
    const server::app::JournalSettled lost{
        "b",         sample::start(), domain::KioskId("side-door"), server::app::JournalWord::Lost,
        "R. Porter", "stolen"};
    server::app::JournalSettled seen = lost;
    seen.id = "a";
    seen.word = server::app::JournalWord::RefusedSeen;
    for (const auto& one : {lost, seen})
        ASSERT_TRUE(this->store().write_and_wait([&](Transaction& changes) { return changes.append(one); }));
    EXPECT_EQ(this->ask([](View& view) { return view.settled_journals(); }).value(),
              (std::vector{lost, seen}));
}

TYPED_TEST(StoreOfWhoDidWhat, KeepsWhatAKioskIsCalledAndWhoRenamedOrRevokedIt) {
    const auto append = [&](const server::app::KioskChange& one) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.append(one); });
    };
    server::app::Kiosk side{domain::KioskId("side-door"), "aa", sample::start(), std::nullopt, ""};
    const server::app::KioskChange renamed{
        "b",         sample::start(), side.id,     server::app::KioskAct::Renamed,
        "side-door", "hall",          "R. Porter", "moved to the hall"};
    EXPECT_EQ(append(renamed).error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(this->put(side));
    side.name = "hall";
    ASSERT_TRUE(this->put(side));
    EXPECT_EQ(this->ask([](View& view) { return view.kiosks(); }).value(), std::vector{side});
    ASSERT_TRUE(append(renamed));
    EXPECT_EQ(append(renamed).error().kind, ErrorKind::Conflict);
    const server::app::KioskChange revoked{"a",         sample::start() + minutes{1},
                                           side.id,     server::app::KioskAct::Revoked,
                                           "hall",      "",
                                           "R. Porter", "stolen"};
    ASSERT_TRUE(append(revoked));
    EXPECT_EQ(this->ask([](View& view) { return view.kiosk_changes(); }).value(),
              (std::vector{renamed, revoked}));
}

TYPED_TEST(StoreOfWhoDidWhat, ErasesAPersonOnceAndKeepsThatItWasDone) {
    const auto ann = sample::person("Nazir");
    ASSERT_TRUE(this->put(ann));
    const server::app::Erasure first{"a", sample::start(), ann.id, "hub-server", "their time was over"};
    server::app::Erasure second = first;
    second.id = "b";
    const auto erase = [&](const server::app::Erasure& one) {
        return this->store().write_and_wait([&](Transaction& changes) { return changes.erase(one); });
    };
    const auto kept = [&](base::Instant from) {
        return this->ask([&](View& view) { return view.erasures_between(from, from + minutes{1}); }).value();
    };
    ASSERT_TRUE(erase(first));
    EXPECT_TRUE(erase(second)) << "twice is fine";
    EXPECT_EQ(kept(sample::start()), std::vector{first});
    EXPECT_TRUE(kept(sample::start() - minutes{1}).empty());
    EXPECT_TRUE(this->store().empty_log());
    EXPECT_EQ(this->ask([&](View& view) { return view.person(ann.id); }).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(this->put(ann).error().kind, ErrorKind::Conflict);
    second.person = domain::PersonId("stranger");
    EXPECT_EQ(erase(second).error().kind, ErrorKind::NotFound);
}

TYPED_TEST(StoreOfWhoDidWhat, ErasesNobodyAboutWhomAnUpdateIsOwed) {
    auto update = sample::update("Nazir");
    ASSERT_TRUE(this->put(sample::person("Nazir")));
    ASSERT_TRUE(this->put(update));
    const auto erase = [&] {
        return this->store().write_and_wait([&](Transaction& changes) {
            return changes.erase({"a", sample::start(), update.person, "hub-server", "why"});
        });
    };
    EXPECT_EQ(erase().error().kind, ErrorKind::Conflict);
    update.state = domain::UpdateState::Submitted;
    ASSERT_TRUE(this->put(update));
    EXPECT_TRUE(erase());
}

TYPED_TEST(StoreOfWhoDidWhat, FindsWhoHasNothingSinceAndWhatTheyEverHad) {
    for (const char* name : {"Begum", "Nazir", "Okoro"}) {
        ASSERT_TRUE(this->put(sample::person(name)));
        ASSERT_TRUE(this->put(sample::appointment(name)));
    }
    const auto recorded = sample::event("e", "Nazir");
    ASSERT_TRUE(this->append(recorded));
    auto elsewhere = sample::event("f", "Okoro");
    elsewhere.appointment = domain::AppointmentId("another");
    elsewhere.recorded_at = sample::start() - hours{2};
    ASSERT_TRUE(this->append(elsewhere));
    const auto without = [&](base::Instant from) {
        return this->ask([&](View& view) { return view.people_without_anything_since(from); }).value();
    };
    const auto id = [](const char* name) {
        return sample::person(name).id;
    };
    EXPECT_TRUE(without(sample::start()).empty()) << "an appointment at that very instant";
    const base::Instant after = sample::start() + std::chrono::microseconds{1};
    ASSERT_GE(recorded.recorded_at, after);
    EXPECT_EQ(without(after), (std::vector{id("Begum"), id("Okoro")}));
    EXPECT_EQ(without(recorded.recorded_at + minutes{1}),
              (std::vector{id("Begum"), id("Nazir"), id("Okoro")}));
    EXPECT_EQ(this->ask([&](View& view) { return view.appointments_ever(id("Okoro")); }).value(),
              (std::vector{domain::AppointmentId("another"), sample::appointment("Okoro").id}));
}

TYPED_TEST(StoreOfWhoDidWhat, KeepsTheLastHousekeeping) {
    EXPECT_EQ(this->ask([](View& view) { return view.housekeeping(); }).value(), std::nullopt);
    for (const unsigned erased : {3U, 0U}) {
        const server::app::Housekeeping done{sample::start() + hours{erased}, erased, 2};
        ASSERT_TRUE(this->put(done));
        EXPECT_EQ(this->ask([](View& view) { return view.housekeeping(); }).value(), done);
    }
}

TYPED_TEST(StoreOfWhoDidWhat, FindsArrivalsForAppointmentsItDoesNotHold) {
    const auto known = sample::event("known", "a");
    const auto unknown = sample::event("unknown", "b");
    auto contact = sample::event("contact", "c");
    contact.kind = domain::EventKind::CameAfterEnd;
    auto told = sample::event("told", "d");
    told.kind = domain::EventKind::PractitionerTold;
    ASSERT_TRUE(this->put(sample::appointment("a")));
    for (const auto& event : {known, unknown, contact, told}) ASSERT_TRUE(this->append(event));
    const auto found = [&](base::Instant from, base::Instant to) {
        return this->ask([&](View& view) { return view.arrivals_for_unknown(from, to); }).value();
    };
    EXPECT_EQ(found(unknown.recorded_at, unknown.recorded_at + minutes{1}), (std::vector{unknown, contact}));
    EXPECT_TRUE(found(unknown.recorded_at - hours{1}, unknown.recorded_at).empty());
    ASSERT_TRUE(this->put(sample::appointment("b")));
    EXPECT_EQ(found(unknown.recorded_at, unknown.recorded_at + minutes{1}), std::vector{contact});
}

TYPED_TEST(StoreOfWhoDidWhat, TellsPlainArrivalsFromWhatMayWaitForAPerson) {
    for (const char* name : {"plain", "submitted", "twice", "doubtful", "left", "contact", "none"})
        ASSERT_TRUE(this->put(sample::appointment(name)));
    for (const char* name : {"plain", "submitted", "twice", "doubtful", "left"}) {
        auto arrived = sample::event(std::string("arrival of ") + name, name);
        arrived.clock =
            std::string(name) == "doubtful" ? domain::ClockState::Doubtful : domain::ClockState::Sure;
        arrived.attendance = domain::Attendance::Late;
        ASSERT_TRUE(this->append(arrived));
    }
    const auto also = [&](const char* name, domain::EventKind kind) {
        auto event = sample::event(std::string("more of ") + name, name);
        event.kind = kind;
        event.clock = domain::ClockState::Sure;
        return this->append(event);
    };
    ASSERT_TRUE(also("submitted", domain::EventKind::SubmitDecided));
    ASSERT_TRUE(also("twice", domain::EventKind::Arrived));
    ASSERT_TRUE(also("left", domain::EventKind::LeftToPerson));
    ASSERT_TRUE(also("contact", domain::EventKind::CameAfterEnd));
    const auto plain = [&](base::Instant from, base::Instant to) {
        return this->ask([&](View& view) { return view.plain_arrivals(from, to); }).value();
    };
    const base::Instant start = sample::start();
    using Ids = std::set<domain::AppointmentId>;
    EXPECT_EQ(plain(start, start + minutes{1}),
              (Ids{sample::appointment("plain").id, sample::appointment("submitted").id}));
    EXPECT_EQ(plain(start - hours{1}, start), Ids{});
}

}  // namespace
}  // namespace store_contract
