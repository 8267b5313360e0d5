#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::ExtractNames;
using server::app::ExtractPlace;
using server::app::ExtractRequest;
using server::app::ExtractStep;
using server::app::ExtractWord;

template <class Kind>
class StoreOfExtracts : public StoreContract<Kind> {
protected:
    template <class One>
    Done keep(const One& one) {
        return this->store().write_and_wait([&](Transaction& t) { return t.append(one); });
    }
    static ExtractRequest request(const std::string& id, ExtractNames names) {
        return {id,
                sample::start(),
                domain::parse_date("2026-10-01").value(),
                sample::day(),
                names,
                "Kim",
                "The council",
                "their yearly review",
                names == ExtractNames::With ? ExtractPlace::CommandLine : ExtractPlace::Reception};
    }
    static ExtractStep step(const std::string& id, const std::string& request, ExtractWord word) {
        return {id, sample::start() + hours{1}, request, word, 7, "Robin"};
    }
};
TYPED_TEST_SUITE(StoreOfExtracts, Kinds);

TYPED_TEST(StoreOfExtracts, KeepsRequestsAndTheirStepsInOrderAndOnce) {
    const std::vector<ExtractRequest> requests{this->request("b", ExtractNames::With),
                                               this->request("a", ExtractNames::Without)};
    const std::vector<ExtractStep> steps{
        this->step("3", "b", ExtractWord::Approved), this->step("2", "a", ExtractWord::Taken),
        this->step("1", "b", ExtractWord::Taken), this->step("0", "b", ExtractWord::Refused)};
    for (const auto& one : requests) ASSERT_TRUE(this->keep(one));
    for (const auto& one : steps) ASSERT_TRUE(this->keep(one));
    EXPECT_EQ(this->keep(requests[0]).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->keep(steps[0]).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(this->ask([](View& view) { return view.extract_requests(); }).value(), requests);
    EXPECT_EQ(this->ask([](View& view) { return view.extract_steps(); }).value(), steps);
}

TYPED_TEST(StoreOfExtracts, TakesNoStepOfWhatNobodyAskedFor) {
    EXPECT_EQ(this->keep(this->step("1", "a", ExtractWord::Taken)).error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace store_contract
