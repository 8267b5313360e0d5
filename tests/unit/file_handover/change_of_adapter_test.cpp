// What is under way when a hub is set to bring records another way is for people, and is not sent twice.

#include "server/app/change_of_adapter.h"

#include "tests/unit/file_handover/fixture.h"

namespace file_handover {
namespace {

using testing::HasSubstr;

class ChangeOfAdapter : public Handover {
protected:
    void start_by(SentBy by) {
        ASSERT_TRUE(store_.write_and_wait(
            [&](Transaction& t) { return settle_what_others_began(t, by, kEnd + 1h); }));
    }
};

TEST_F(ChangeOfAdapter, WhatIsInAFileIsForPeopleWhereCallsAreMadeFromNowOn) {
    owed(1);
    run(kEnd);
    ASSERT_EQ(held(1).state, UpdateState::Sending);
    start_by(SentBy::Files);
    EXPECT_EQ(held(1).state, UpdateState::Sending) << "it goes on by files";
    start_by(SentBy::Calls);
    EXPECT_EQ(held(1).state, UpdateState::WaitingForPerson);
    EXPECT_THAT(held(1).why, HasSubstr("Ask the provider"));
}

TEST_F(ChangeOfAdapter, WhatWasBeingSentByCallsIsForPeopleWhereFilesAreWrittenFromNowOn) {
    Update update = owed(1);
    update.state = UpdateState::Sending;
    put(update);
    start_by(SentBy::Calls);
    EXPECT_EQ(held(1).state, UpdateState::Sending);
    start_by(SentBy::Files);
    EXPECT_EQ(held(1).state, UpdateState::WaitingForPerson);
    EXPECT_THAT(held(1).why, HasSubstr("resend"));
}

TEST_F(ChangeOfAdapter, ABatchThatHasNotLeftIsAbandoned) {
    owed(1);
    run_until_prepared();
    start_by(SentBy::Calls);
    EXPECT_EQ(newest().state, BatchState::Abandoned);
    EXPECT_EQ(held(1).state, UpdateState::Held) << "it goes by calls";
}

}  // namespace
}  // namespace file_handover
