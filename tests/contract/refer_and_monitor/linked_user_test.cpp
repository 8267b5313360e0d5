// A linked user against the sandbox: their refresh token in the record brings tokens that may write.

#include "server/app/linked_user.h"

#include "tests/contract/refer_and_monitor/hub_and_sandbox.h"

namespace {

using namespace server::app;
using namespace std::chrono_literals;

class LinkedUsers : public contract::HubAndSandbox {
protected:
    void link(const std::string& token) {
        LinkedUser user{"A. Provider", clock_.now(), "Kim Ode", base::Secret(std::string_view(token))};
        put(user);
        auto how = settings();
        how.service_user.clear();
        adapter_ = std::make_unique<server::case_system::ReferAndMonitor>(
            how, clock_, std::make_unique<RecordedRefreshToken>(store_));
    }
};

TEST_F(LinkedUsers, ReadAndWriteAsTheyMay) {
    const std::string session = book_session(add_person(), contract::at("2026-11-23T14:00:00Z"));
    connect();
    sync();
    set_clocks(contract::at("2026-11-23T15:00:00Z"));
    link(system_.sign_in(sandbox::kServiceUser));
    EXPECT_TRUE(adapter_->referrals(1));
    EXPECT_TRUE(adapter_->put_attendance(held(session), {}));
}

TEST_F(LinkedUsers, WithATokenThatIsNoneAreForPeople) {
    link("not-a-token");
    EXPECT_EQ(adapter_->referrals(1).error().failure, CaseFailure::NotSignedIn);
}

TEST_F(LinkedUsers, AreReplacedOnlyByWhoeverUsedTheirToken) {
    link("one");
    RecordedRefreshToken tokens(store_);
    const base::Secret one{std::string_view("one")};
    const base::Secret two{std::string_view("two")};
    ASSERT_TRUE(tokens.replace(one, two));
    EXPECT_EQ(tokens.current()->secret.reveal_text(), "two");
    EXPECT_EQ(tokens.replace(one, base::Secret(std::string_view("three"))).error().kind,
              base::ErrorKind::Conflict);
    EXPECT_EQ(tokens.current()->secret.reveal_text(), "two");
}

TEST_F(LinkedUsers, AreCheckedBeforeTheyAreKept) {
    const auto with = [](const char* name, const char* by, const std::string& token) {
        return check({name, {}, by, base::Secret(std::string_view(token))}).has_value();
    };
    EXPECT_TRUE(with("A. Provider", "Kim Ode", "abc.def"));
    EXPECT_FALSE(with("", "Kim Ode", "abc"));
    EXPECT_FALSE(with("A. Provider", "", "abc"));
    EXPECT_FALSE(with("A. Provider", "Kim Ode", ""));
    EXPECT_FALSE(with("A. Provider", "Kim Ode", "two words"));
    EXPECT_FALSE(with("A. Provider", "Kim Ode", std::string(8193, 'x')));
}

}  // namespace
