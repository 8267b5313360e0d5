#include "server/app/visitors.h"

#include "tests/contract/store/store_contract.h"

namespace store_contract {
namespace {

using server::app::VisitorCount;
using server::app::VisitorKind;

template <class Kind>
class StoreOfVisitors : public StoreContract<Kind> {
protected:
    Done keep(const VisitorCount& count) {
        return this->store().write_and_wait([&](Transaction& t) { return t.append(count); });
    }
};
TYPED_TEST_SUITE(StoreOfVisitors, Kinds);

TYPED_TEST(StoreOfVisitors, KeepsEveryCountInOrderAndOnce) {
    std::vector<VisitorCount> counts;
    int number = 1;
    for (const VisitorKind kind : server::app::kVisitorKinds) {
        counts.push_back({"7a0c2a1e-0000-4000-8000-00000000040" + std::to_string(number),
                          sample::start() + minutes{number}, kind, number == 2 ? -1 : number, "Kim"});
        ++number;
    }
    for (const VisitorCount& one : counts) ASSERT_TRUE(this->keep(one));
    EXPECT_EQ(this->keep(counts[0]).error().kind, ErrorKind::Conflict);
    const auto all = this->ask([](View& view) {
        return view.visitors_between(sample::start() + minutes{1}, sample::start() + minutes{4});
    });
    EXPECT_EQ(all.value(), counts);
    const auto some = this->ask([](View& view) {
        return view.visitors_between(sample::start() + minutes{2}, sample::start() + minutes{3});
    });
    ASSERT_EQ(some.value().size(), 1U) << "from is in, to is not";
    EXPECT_EQ(some.value()[0], counts[1]);
}

}  // namespace
}  // namespace store_contract
