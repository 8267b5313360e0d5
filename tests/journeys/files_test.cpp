// A whole day at a hub whose provider gets files, by the real server, record and folders.

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "tests/journeys/support/hub_world.h"

namespace journeys {
namespace {

using domain::UpdateState;
using testing::HasSubstr;
using testing::Not;

class Files : public HubWorld {
protected:
    std::vector<std::filesystem::path> to_fetch() const {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(out()))
            if (entry.is_regular_file()) files.push_back(entry.path());
        return files;
    }
    /// The one file, which the provider takes away.
    std::string fetch() {
        const auto files = to_fetch();
        EXPECT_EQ(files.size(), 1U);
        if (files.empty()) return {};
        std::ifstream file(files.front(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        std::filesystem::remove(files.front());
        return text;
    }
    void answer(const std::string& text) const {
        std::ofstream(returned() / "answer.csv", std::ios::binary) << "batch,row,outcome,reason\r\n" << text;
    }
    static std::string batch_of(const std::string& file) {
        constexpr std::size_t kUuid = 36;
        return file.substr(file.find("\r\n") + 2, kUuid);
    }
};

TEST_F(Files, BringTheDayToTheProviderAndBackAndNothingGoesByCalls) {
    const auto ada = session(person("Ada", "Invented", "1990-11-07"), "2026-11-23 14:00");
    const auto bob = session(person("Bob", "Fabled", "1985-03-02"), "2026-11-23 14:00");
    hub_writes_files();
    hub_opens("2026-11-23 09:00");
    at("2026-11-23 13:50");
    EXPECT_EQ(front().check_in(7, 11, 'A'), "checked_in");
    at("2026-11-23 14:07");
    EXPECT_EQ(front().check_in(2, 3, 'B'), "late");
    at("2026-11-23 15:05");
    forward();
    EXPECT_TRUE(to_fetch().empty()) << "nobody has decided";
    ASSERT_TRUE(server::ctl::outbox_at(hubctl(), "16:00"));
    EXPECT_THAT(said(), HasSubstr("Waits for somebody to submit it."));
    ASSERT_TRUE(submit(ada));
    ASSERT_TRUE(submit(bob));
    forward();
    const std::string file = fetch();
    EXPECT_THAT(file, HasSubstr(ada + ",delivery,2026-11-23T14:00:00Z,YES,2026-11-23T13:50"));
    EXPECT_THAT(file, HasSubstr(bob + ",delivery,2026-11-23T14:00:00Z,LATE,2026-11-23T14:07"));
    EXPECT_THAT(file, Not(HasSubstr("Invented")));
    EXPECT_THAT(outbox(), HasSubstr("In the file hub-" + batch_of(file)));

    stop_server();
    ASSERT_NO_FATAL_FAILURE(start_server());
    forward();
    EXPECT_TRUE(to_fetch().empty()) << "it is not put there again";

    const std::string batch = batch_of(file);
    answer(batch + ",1,taken,\r\n" + batch + ",2,maybe,\r\n");
    forward();
    EXPECT_THAT(outbox(), HasSubstr("The file with an odd name that came back is not taken in: line 3"));
    EXPECT_EQ(owed(ada).state, UpdateState::Sending);
    answer(batch + ",1,taken,\r\n" + batch + ",2,refused,No such referral\r\n");
    forward();
    EXPECT_TRUE(std::filesystem::is_empty(returned()));
    const bool ada_was_first = file.find(ada) < file.find(bob);
    EXPECT_EQ(owed(ada_was_first ? ada : bob).state, UpdateState::Submitted);
    EXPECT_EQ(owed(ada_was_first ? bob : ada).state, UpdateState::WaitingForPerson);
    EXPECT_THAT(outbox(), HasSubstr("No such referral"));
    expect_not_in_call_log(ada);
    expect_not_in_call_log(bob);
}

}  // namespace
}  // namespace journeys
