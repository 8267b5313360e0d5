// What a genuine pack says of itself, and what it leaves out.

#include "server/app/event_commitment.h"
#include "server/crypto/bytes.h"
#include "server/evidence/chain_text.h"
#include "server/evidence/hex.h"
#include "server/evidence/record_json.h"
#include "tests/unit/evidence/a_pack.h"

namespace server::evidence {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST_F(APack, HoldsAndSaysWhatItIs) {
    const auto findings = look(zip(files()), knows_key());
    EXPECT_TRUE(findings.hold()) << words(findings);
    const std::string all = words(findings);
    EXPECT_THAT(all, HasSubstr("evidence of referral referral-Bell of the hub \"Ardwick <Green>\", packed at "
                               "2026-11-24T14:00:00Z by Kim for The contract manager"));
    EXPECT_THAT(all, HasSubstr("It is signed with the key that you named."));
    EXPECT_THAT(all, HasSubstr("The chain leads without a break from event 2 to event 6"));
    EXPECT_THAT(all, HasSubstr("What is told of 2 events is what was recorded at the time."));
    EXPECT_THAT(all, HasSubstr("1 event cannot be proven: why somebody was late"));
}

TEST_F(APack, WithoutAKeyToCompareSaysThatAnybodyCanMakeOne) {
    EXPECT_THAT(words(look(zip(files()))), HasSubstr("ask the hub for the fingerprint of its own"));
}

TEST_F(APack, TellsNobodyWhyThePersonWasLate) {
    for (const auto& [name, bytes] : files()) EXPECT_THAT(bytes, Not(HasSubstr("health"))) << name;
    const auto events = pack().proof.events;
    ASSERT_EQ(events.at(1).opened, app::Opened::InConfidence);
    EXPECT_EQ(events.at(1).salt, std::nullopt) << "five words could be tried";
}

TEST_F(APack, TellsNothingOfOthers) {
    for (const auto& [name, bytes] : files()) {
        EXPECT_THAT(bytes, Not(HasSubstr("Other"))) << name;
        EXPECT_THAT(bytes, Not(HasSubstr("as recorded"))) << name;
    }
}

TEST_F(APack, ShowsWhoCameWhenAndWhatBecameOfIt) {
    const std::string page = files().find(kPage)->second;
    for (const char* piece :
         {"<dd>Ann Bell</dd>", "Sunday 22 November 2026, 14:00 to 15:30",
          "Session of the intervention, group", "Came, at 22 November 2026, 13:59:40: in time",
          "kiosk front-door: came on foot", "The person said why they were late",
          "what was said is not passed on", "Shared with the practitioner at 18:00, in time",
          "the heating failed", "Drafted the attendance\nPUT /referral/referral-Bell/attendance",
          "<td>attended: yes\nlate: no</td><td>200\nattended: yes\nsubmitted: no</td>",
          "Ardwick &lt;Green&gt;"})
        EXPECT_THAT(page, HasSubstr(piece));
    EXPECT_THAT(page, Not(HasSubstr("<Green>")));
    EXPECT_THAT(page, Not(HasSubstr("<script"))) << "and nothing runs";
}

TEST_F(APack, OfOneAppointmentHasItsEventsAlone) {
    write([](app::Transaction& t) {
        domain::AttendanceEvent event = sample::event("event-7", "Bell");
        event.kind = domain::EventKind::InterventionCompleted;
        event.appointment = {};
        event.attendance.reset();
        event.referral = domain::ReferralId("referral-Bell");
        return t.append(event);
    });
    EXPECT_EQ(pack().proof.events.size(), 4U);
    EXPECT_THAT(files().find(kPage)->second, HasSubstr("<h2>The referral itself</h2>"));
    app::EvidencePack one = pack();
    one.appointment = domain::AppointmentId("appointment-Bell");
    EXPECT_EQ(store->proof_of(one.proof_of())->events.size(), 3U);
}

TEST_F(APack, OfSomebodyWhoWasErasedProvesOnlyThatSomethingStandsThere) {
    domain::Update done = sample::update("Bell");
    done.state = domain::UpdateState::Submitted;
    write([&](app::Transaction& t) -> base::Done {
        TRY_DONE(t.put(done));
        return t.erase({"e", now, sample::person("Bell").id, "Kim", "asked for it"});
    });
    const PackFiles made = files();
    const auto findings = look(zip(made), knows_key());
    EXPECT_TRUE(findings.hold()) << words(findings);
    EXPECT_THAT(words(findings), HasSubstr("3 events cannot be proven: the person was erased"));
    EXPECT_THAT(made.find(kPage)->second, Not(HasSubstr("Ann")));
}

TEST_F(APack, OfAReferralOfWhichNothingWasRecordedHoldsToo) {
    write([](app::Transaction& t) -> base::Done {
        TRY_DONE(t.put(sample::person("Quiet")));
        return t.put(sample::referral("Quiet"));
    });
    const auto findings = look(zip(files_of(pack("Quiet"), seals, signer)), knows_key());
    EXPECT_TRUE(findings.hold()) << words(findings);
    EXPECT_THAT(words(findings), HasSubstr("There is no event of it in the chain, whose newest is event 6,"));
}

TEST_F(APack, IsOfOneMomentWithItsProof) {
    domain::AttendanceEvent event = sample::event("event-7", "Bell");
    event.kind = domain::EventKind::SubmitDecided;
    event.attendance.reset();
    const app::EvidencePack made =
        pack("Bell", [&](app::Transaction& transaction) { return transaction.append(event); });
    EXPECT_EQ(made.proof.events.size(), 4U) << "what the record rests on is proven";
    EXPECT_EQ(made.proof.head.number, 7);
}

TEST_F(APack, KeepsThatItWasLookedAtAndForWhom) {
    pack();
    std::vector<app::PersonLook> looks;
    ASSERT_TRUE(store->read([&](app::View& view) -> base::Done {
        looks = TRY(view.looks_between(now, now + 1s));
        return {};
    }));
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks[0].who, "Kim");
    EXPECT_EQ(looks[0].what, "evidence of referral referral-Bell, packed for The contract manager");
}

TEST_F(APack, IsLoggedForEverAlsoWhereThePersonIsNoLongerHeld) {
    pack();
    domain::Update done = sample::update("Bell");
    done.state = domain::UpdateState::Submitted;
    write([&](app::Transaction& t) -> base::Done {
        TRY_DONE(t.put(done));
        return t.erase({"e", now, sample::person("Bell").id, "Kim", "asked for it"});
    });
    pack();
    const auto log = store->packs().value();
    ASSERT_EQ(log.size(), 2U);
    for (const app::EvidencePacked& one : log) {
        EXPECT_EQ(one.at, now);
        EXPECT_EQ(one.referral, domain::ReferralId("referral-Bell"));
        EXPECT_TRUE(one.appointment.empty());
        EXPECT_EQ(one.who, "Kim");
        EXPECT_EQ(one.recipient, "The contract manager");
    }
}

TEST_F(APack, KnowsALinkThatSomebodyKept) {
    const std::string bytes = zip(files());
    const auto kept = store->proof_of({})->head;
    add("Other", "8", domain::EventKind::Arrived, "");
    const std::string later = zip(files());
    Known known = knows_key();
    known.mark = kept;
    EXPECT_THAT(words(look(later, known)), HasSubstr("event 6, is the link of this chain"));
    known.mark->link[0] = static_cast<char>(known.mark->link[0] ^ 1);
    EXPECT_THAT(wrong(later, known), HasSubstr("event 6, is not the link of this chain"));
    known.mark = store->proof_of({})->head;
    EXPECT_THAT(words(look(bytes, known)), HasSubstr("event 7, is outside the part of the chain"));
}

/// A value as chain.txt says that it goes into a commitment.
std::string value(const std::string& text) {
    std::string bytes;
    for (unsigned i = 0; i < 4; ++i) bytes += static_cast<char>(text.size() >> (8 * i) & 0xFF);
    return bytes + text;
}

TEST_F(APack, CanBeFollowedByWhoeverReadsTheTopOfTheChain) {
    const auto made = pack();
    const app::ProvenEvent& first = made.proof.events.front();
    const auto micros = [](auto at) {
        return value(std::to_string(at.time_since_epoch().count()));
    };
    const domain::AttendanceEvent& event = first.event;
    const std::string bytes =
        value(bytes_of(*first.salt)) + value("event/1") + value("event-2") + value("arrived") +
        value("appointment-Bell") + value("person-Bell") + value("arrival-Bell") + micros(event.recorded_at) +
        micros(*event.at) + value("YES") + value("doubtful") + value("1") + value("1") +
        value("kiosk front-door") + value("") + micros(event.touched->wall) + value("boot-1") +
        value("12345") + micros(event.told->wall) + value("boot-2") + value("67890");
    EXPECT_EQ(bytes_of(crypto::sha256(bytes)), made.proof.commitments.front());
    EXPECT_EQ(bytes_of(crypto::sha256(made.proof.before.link + made.proof.commitments.front())),
              links_of(chain_of(made.proof), seals).at(1));
}

TEST_F(APack, ComesBackFromItsTextsAsItWas) {
    const auto made = pack();
    EXPECT_EQ(read_record(to_json(made)).value().events, made.proof.events);
    EXPECT_EQ(read_chain(to_text(chain_of(made.proof))).value(), chain_of(made.proof));
    EXPECT_EQ(read_zip(zip(files())).value().size(), kPackFiles.size());
}

TEST_F(APack, ProvesWordsThatAreNotUtf8) {
    add("Bell", "9", domain::EventKind::SubmitDecided, "caf\xE9");
    const PackFiles made = files();
    EXPECT_THAT(made.find(kRecord)->second, HasSubstr("\"hex\": \"636166e9\""));
    EXPECT_TRUE(look(zip(made), knows_key()).hold());
}

}  // namespace
}  // namespace server::evidence
