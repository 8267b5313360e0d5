#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::EvidenceAnswer;
using server::app::EvidenceRequest;
using server::app::EvidenceWord;

template <class Kind>
class StoreOfEvidence : public StoreContract<Kind> {
protected:
    template <class One>
    Done keep(const One& one) {
        return this->store().write_and_wait([&](Transaction& t) { return t.append(one); });
    }
    static EvidenceRequest request(const std::string& id, const std::string& appointment = "") {
        return {id,
                sample::start() + minutes{2},
                domain::ReferralId("referral-Bell"),
                domain::AppointmentId(appointment),
                sample::start(),
                "The contract manager",
                "attendance in November",
                "Kim"};
    }
    static EvidenceAnswer answer(const std::string& id, const std::string& request,
                                 EvidenceWord word = EvidenceWord::Sent) {
        return {id,   sample::start() + hours{3}, request, word, sample::start() + hours{2}, "her office",
                "Sam"};
    }
};
TYPED_TEST_SUITE(StoreOfEvidence, Kinds);

TYPED_TEST(StoreOfEvidence, KeepsRequestsAndWhatBecameOfThemInOrder) {
    const std::vector<EvidenceRequest> requests{this->request("b"), this->request("a", "appointment-Bell")};
    const std::vector<EvidenceAnswer> answers{this->answer("2", "a"), this->answer("1", "b"),
                                              this->answer("3", "b", EvidenceWord::Withdrawn)};
    for (const auto& one : requests) ASSERT_TRUE(this->keep(one));
    for (const auto& one : answers) ASSERT_TRUE(this->keep(one));
    EXPECT_EQ(this->ask([](View& view) { return view.evidence_requests(); }).value(), requests);
    EXPECT_EQ(this->ask([](View& view) { return view.evidence_answers(); }).value(), answers);
}

TYPED_TEST(StoreOfEvidence, TakesNeitherTwice) {
    ASSERT_TRUE(this->keep(this->request("a")));
    EXPECT_EQ(this->keep(this->request("a", "another")).error().kind, ErrorKind::Conflict);
    ASSERT_TRUE(this->keep(this->answer("1", "a")));
    EXPECT_EQ(this->keep(this->answer("2", "a")).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->keep(this->answer("1", "a", EvidenceWord::Withdrawn)).error().kind, ErrorKind::Conflict);
}

TYPED_TEST(StoreOfEvidence, TakesNoAnswerToWhatNobodyAsked) {
    EXPECT_EQ(this->keep(this->answer("1", "a")).error().kind, ErrorKind::NotFound);
}

TYPED_TEST(StoreOfEvidence, OutlivesTheErasureOfThePersonWithoutWhatWasWrittenAboutThem) {
    ASSERT_TRUE(this->put(sample::person("Bell")));
    ASSERT_TRUE(this->put(sample::referral("Bell")));
    ASSERT_TRUE(this->keep(this->request("a")));
    ASSERT_TRUE(this->keep(this->answer("1", "a")));
    ASSERT_TRUE(this->store().write_and_wait([](Transaction& t) {
        return t.erase({"e", sample::start(), sample::person("Bell").id, "Kim", "asked for it"});
    }));
    ASSERT_TRUE(this->keep(this->answer("2", "a", EvidenceWord::Withdrawn)));
    EvidenceRequest request = this->request("a");
    request.asked_by.clear();
    request.what.clear();
    EvidenceAnswer sent = this->answer("1", "a");
    sent.words.clear();
    EXPECT_EQ(this->ask([](View& view) { return view.evidence_requests(); }).value(),
              std::vector<EvidenceRequest>{request});
    EXPECT_EQ(this->ask([](View& view) { return view.evidence_answers(); }).value(),
              (std::vector<EvidenceAnswer>{sent, this->answer("2", "a", EvidenceWord::Withdrawn)}))
        << "what is said afterwards is kept";
}

TYPED_TEST(StoreOfEvidence, OfAnAppointmentGoesWithWhoeverItIsOf) {
    ASSERT_TRUE(this->put(sample::person("Bell")));
    ASSERT_TRUE(this->put(sample::appointment("Bell")));
    ASSERT_TRUE(this->keep(this->request("a", "appointment-Bell")));
    ASSERT_TRUE(this->store().write_and_wait([](Transaction& t) {
        return t.erase({"e", sample::start(), sample::person("Bell").id, "Kim", "asked for it"});
    }));
    EXPECT_EQ(this->ask([](View& view) { return view.evidence_requests(); }).value().at(0).asked_by, "");
}

}  // namespace
}  // namespace store_contract
