// What only grows, against whoever goes past the store with a connection of their own.

#include <gtest/gtest.h>

#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"
#include "tests/unit/server_store/raw_database.h"

namespace {

namespace app = server::app;
namespace sample = support::sample;

constexpr char kConsent[] = "00000000-0000-4000-8000-000000000001";
constexpr char kCall[] = "00000000-0000-4000-8000-000000000002";
constexpr char kFollowUp[] = "00000000-0000-4000-8000-000000000003";

class AppendOnly : public testing::Test {
protected:
    AppendOnly() {
        const auto person = sample::person("Nazir");
        app::Call call;
        call.id = kCall;
        call.cause = app::kWantsToTalk;
        call.at = call.heard_at = sample::start();
        EXPECT_TRUE(write([&](app::Transaction& changes) -> base::Done {
            TRY_DONE(changes.put(person));
            TRY_DONE(changes.put(call));
            TRY_DONE(changes.append(app::Consent{kConsent, person.id, sample::start(),
                                                 app::ConsentWord::Given, sample::day(), "the GP", "Sam"}));
            return changes.append(
                app::HelpFollowUp{kFollowUp, sample::start(), kCall, app::HelpWord::PassedOn, "Sam"});
        }));
    }
    base::Done write(const app::Store::Command& command) { return store_->write_and_wait(command); }

    support::StoreFolder folder_;
    std::unique_ptr<server::store::SqliteStore> store_ = std::move(folder_.open().value());
};

TEST_F(AppendOnly, NoRowOfConsentOrFollowUpIsChangedRemovedOrReplaced) {
    support::RawDatabase raw(folder_.path() + "/hub.db");
    EXPECT_FALSE(raw.run("UPDATE consent SET at = at + 1"));
    EXPECT_FALSE(raw.run("DELETE FROM consent"));
    EXPECT_FALSE(
        raw.run("INSERT OR REPLACE INTO consent (seq, id, at, person, sealed) "
                "SELECT seq, id, at + 1, person, sealed FROM consent"));
    EXPECT_FALSE(raw.run("UPDATE help_follow_up SET word = 'spoken_with'"));
    EXPECT_FALSE(raw.run("DELETE FROM help_follow_up"));
    EXPECT_FALSE(
        raw.run("INSERT OR REPLACE INTO help_follow_up (seq, id, at, call, word, sealed) "
                "SELECT seq, id, at + 1, call, word, sealed FROM help_follow_up"));
    EXPECT_EQ(raw.value("SELECT count(*) FROM consent"), "1");
    EXPECT_EQ(raw.value("SELECT word FROM help_follow_up"), "passed_on");
}

TEST_F(AppendOnly, ConsentGoesWithThePersonAndLeavesNoRow) {
    ASSERT_TRUE(write([](app::Transaction& changes) {
        return changes.erase({"00000000-0000-4000-8000-000000000004", sample::start(),
                              sample::person("Nazir").id, "Sam", "asked"});
    }));
    support::RawDatabase raw(folder_.path() + "/hub.db");
    EXPECT_EQ(raw.value("SELECT count(*) FROM consent"), "0");
}

}  // namespace
