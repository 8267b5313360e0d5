// The register of requests for evidence, and what KP4 makes of it.

#include "server/app/evidence.h"

#include "server/app/histories.h"
#include "server/figures/compute.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
namespace {

using base::ErrorKind;
using figures::FigureId;
using figures::Verdict;

const domain::Month kNovember{std::chrono::year{2026}, std::chrono::November};
const domain::Month kOctober{std::chrono::year{2026}, std::chrono::October};

/// Monday 23 November 2026, 14:00; two is an appointment of Ada's, whose referral is held.
class Evidence : public testing::Test {
protected:
    Evidence() : hub("2026-11-23T14:00:00Z") {
        const auto ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        two = hub.add_appointment("two", ada, "2026-11-23T13:00:00Z");
        Referral referral;
        referral.id = two.referral;
        referral.person = ada;
        hub.put(referral);
        keep(two.referral, "2026-11-02T10:00:00Z");
    }

    void keep(const domain::ReferralId& id, std::string_view received) {
        History history;
        history.told.id = id;
        history.told.received_at = at(received);
        history.told.plans.emplace();
        history.told.meetings.emplace();
        ASSERT_TRUE(hub.store.write_and_wait(
            [&](Transaction& transaction) { return transaction.keep(history, "X1"); }));
    }
    EvidenceAsked asked() {
        EvidenceAsked one;
        one.referral = two.referral;
        one.received_at = at("2026-11-20T16:00:00Z");
        one.asked_by = "The contract manager";
        one.actor = "Kim";
        return one;
    }
    base::Result<EvidenceRequest> enter(const EvidenceAsked& one) {
        return hub.run([&](Transaction& t) { return note_evidence_request(t, one, hub.occasion()); });
    }
    base::Done say(const std::string& request, EvidenceWord word, std::string_view when,
                   const std::string& words = "the contract manager") {
        return hub.run([&](Transaction& t) {
            return note_evidence_answer(t, {request, word, at(when), words, "Sam"}, hub.occasion());
        });
    }
    figures::Figure kp4(domain::Month month) {
        figures::Figure figure;
        EXPECT_TRUE(hub.store.read([&](View& view) -> base::Done {
            const auto histories = TRY(histories_for_figures(view, hub.clock.now()));
            figure = figures::compute(FigureId::Kp4, histories, {month, month},
                                      {hub.calendar, hub.clock.now(), {}});
            return {};
        }));
        return figure;
    }

    Hub hub;
    domain::Appointment two;
};

TEST_F(Evidence, IsEnteredForAReferralOrForOneOfItsAppointments) {
    const auto whole = enter(asked()).value();
    EXPECT_EQ(whole.referral, two.referral);
    EXPECT_EQ(whole.noted_at, hub.clock.now());
    EvidenceAsked one = asked();
    one.referral = domain::ReferralId();
    one.appointment = two.id;
    EXPECT_EQ(enter(one).value().referral, two.referral);
    EXPECT_EQ(hub.store.record().evidence_requests.size(), 2U);
}

TEST_F(Evidence, IsRefusedWithoutWhoAsksOfWhatAndWhoEntersIt) {
    const auto refused = [&](auto change) {
        EvidenceAsked one = asked();
        change(one);
        return enter(one).error().kind;
    };
    EXPECT_EQ(refused([](auto& one) { one.asked_by = " "; }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([](auto& one) { one.actor.clear(); }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([](auto& one) { one.referral = {}; }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([&](auto& one) { one.appointment = two.id; }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([](auto& one) { one.what.assign(501, 'x'); }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([&](auto& one) { one.received_at = hub.clock.now() + 1s; }), ErrorKind::InvalidInput);
    EXPECT_EQ(refused([](auto& one) { one.received_at = at("2026-11-02T09:59:59Z"); }),
              ErrorKind::InvalidInput)
        << "a second before the referral";
    EXPECT_EQ(refused([](auto& one) { one.referral = domain::ReferralId("another"); }), ErrorKind::NotFound);
    EXPECT_TRUE(hub.store.record().evidence_requests.empty());
}

TEST_F(Evidence, OfAReferralWhosePersonWasPutAwayCanStillBeAskedFor) {
    keep(domain::ReferralId("older"), "2026-01-05T10:00:00Z");
    EvidenceAsked one = asked();
    one.referral = domain::ReferralId("older");
    EXPECT_TRUE(enter(one)) << "its history is held";
}

TEST_F(Evidence, IsSentOnceAndNotBeforeItWasAskedFor) {
    const std::string id = enter(asked()).value().id;
    EXPECT_EQ(say(id, EvidenceWord::Sent, "2026-11-20T15:59:59Z").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(say(id, EvidenceWord::Sent, "2026-11-23T14:00:01Z").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(say(id, EvidenceWord::Sent, "2026-11-23T14:00:00Z", "").error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(say("none", EvidenceWord::Sent, "2026-11-23T14:00:00Z").error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(say(id, EvidenceWord::Sent, "2026-11-23T14:00:00Z"));
    EXPECT_EQ(say(id, EvidenceWord::Sent, "2026-11-23T14:00:00Z").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(hub.store.record().evidence_answers.size(), 1U);
}

TEST_F(Evidence, ThatWasWithdrawnCountsNowhere) {
    const std::string id = enter(asked()).value().id;
    ASSERT_TRUE(say(id, EvidenceWord::Sent, "2026-11-23T14:00:00Z"));
    EXPECT_EQ(kp4(kNovember).unmitigated(), (figures::Rate{1, 1}));
    ASSERT_TRUE(say(id, EvidenceWord::Withdrawn, "2026-11-23T14:00:00Z", "of another hub"));
    EXPECT_EQ(say(id, EvidenceWord::Sent, "2026-11-23T14:00:00Z").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(kp4(kNovember).unmitigated().of, 0U);
    EXPECT_EQ(kp4(kNovember).standing(), figures::Standing::NotKnown)
        << "a register without a request says nothing";
}

TEST_F(Evidence, MakesKp4KnownFromTheMonthOfTheFirstRequestOn) {
    keep(domain::ReferralId("older"), "2026-10-05T10:00:00Z");
    keep(domain::ReferralId("other"), "2026-11-05T10:00:00Z");
    EXPECT_EQ(kp4(kNovember).count(Verdict::NotKnown), 2U);
    const std::string in_time = enter(asked()).value().id;
    ASSERT_TRUE(enter(asked()));
    ASSERT_TRUE(say(in_time, EvidenceWord::Sent, "2026-11-23T14:00:00Z"));
    hub.clock.set(at("2026-11-24T00:00:00Z"));
    EXPECT_EQ(kp4(kNovember).unmitigated(), (figures::Rate{1, 2}));
    EXPECT_EQ(kp4(kNovember).count(Verdict::NotKnown), 0U) << "nobody asked of the others";
    EXPECT_EQ(kp4(kOctober).count(Verdict::NotKnown), 1U) << "nobody kept a register then";
}

TEST_F(Evidence, OfAReferralWhoseHistoryIsNoLongerHeldCountsAllTheSame) {
    Referral bare;
    bare.id = domain::ReferralId("bare");
    hub.put(bare);
    EvidenceAsked one = asked();
    one.referral = bare.id;
    ASSERT_TRUE(enter(one));
    hub.clock.set(at("2026-11-24T00:00:00Z"));
    EXPECT_EQ(kp4(kNovember).unmitigated(), (figures::Rate{0, 1}));
}

TEST_F(Evidence, IsListedInTheOrderItWasReceived) {
    EvidenceAsked later = asked();
    later.received_at = at("2026-11-23T09:00:00Z");
    const std::string second = enter(later).value().id;
    const std::string first = enter(asked()).value().id;
    ASSERT_TRUE(hub.store.read([&](View& view) -> base::Done {
        const auto all = TRY(evidence_register(view));
        EXPECT_EQ(all.at(0).request.id, first);
        EXPECT_EQ(all.at(1).request.id, second);
        EXPECT_TRUE(all.at(0).is_open());
        return {};
    }));
}

}  // namespace
}  // namespace server::app
