// Marked people go through a whole day: sync, check-in, mistakes, decisions, forwarding. Then everything that
// was written or said is searched for what was planted. Only the case system's own bodies may hold it.

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "shared/domain/device_time.h"
#include "shared/protocol/paths.h"
#include "shared/protocol/sending.h"
#include "tests/integration/privacy/marked_day.h"

namespace tests {
namespace {

namespace press = kiosk::app::press;
using namespace std::chrono_literals;
using domain::AppointmentId;
using kiosk::app::Step;
using server::app::Decision;
using server::app::Occasion;
using server::app::Transaction;
using support::http_request;
using testing::Test;

constexpr char kJson[] = "Content-Type: application/json\r\n";
constexpr char kUuid[] = "6d1f0f0e-2f0b-4c3a-9b8a-1f2e3d4c5b6a";

class Privacy : public MarkedDay {
protected:
    Privacy() {
        in_time_ = expect("Żyrafelia", "Quornwhistle", "X919191", "1984-03-07", 0min);
        late_ = expect("Brindlewick", "Oxcombury", "X828282", "1977-09-28", -20min);
        absent_ = expect("Mirabeth", "Fennigrove", "X737373", "1991-05-16", 0min);
        refused_ = expect("Tobermund", "Larkwhistle", "X646464", "1969-12-19", 0min);
    }

    void people_come() {
        ASSERT_NO_FATAL_FAILURE(start_server());
        ASSERT_NO_FATAL_FAILURE(start_kiosk());
        ASSERT_NO_FATAL_FAILURE(check_in(7, 3, 'Q'));
        EXPECT_EQ(kiosk_->model().visit.step, Step::CheckedIn);
        press(press::Finish{});
        ASSERT_NO_FATAL_FAILURE(check_in(28, 9, 'B'));
        EXPECT_EQ(kiosk_->model().visit.step, Step::Late);
        press(press::GiveReason{domain::LateReason::Health});
        press(press::Finish{});
        ASSERT_NO_FATAL_FAILURE(check_in(19, 12, 'T'));
        press(press::Finish{});
        // Somebody who cannot be found, and calls for help.
        press(press::Start{});
        press(press::Continue{});
        press(press::Day{16});
        press(press::Month{5});
        press(press::UseLetter{});
        press(press::Letter{'Z'});
        EXPECT_EQ(kiosk_->model().visit.step, Step::NotFound);
        press(press::Help{});
    }

    void staff_decide() {
        pass(70min);
        for (int i = 0; i < 3; ++i) pass(10s);
        forward();
        decide(in_time_, staff_words("Boilermarker burst upstairs"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) {
                   return server::app::session_not_held(tx, decision, domain::NoSessionReason::Logistics,
                                                        occasion);
               });
        decide(late_, staff_words("Settlemarker seen by the door"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) {
                   return server::app::settle_time(tx, decision, occasion.moment.now - 80min, occasion);
               });
        decide(late_, staff_words("Submitmarker all agreed"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) {
                   return server::app::decide_submit(tx, decision, occasion);
               });
        decide(absent_, staff_words("Absentmarker not seen all day"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) -> base::Done {
                   TRY_DONE(server::app::confirm_absence(tx, decision, server::app::CameAfterEnd::NotSaid,
                                                         occasion));
                   return {};
               });
        // The firewall before the case system dislikes these words and answers with a page that repeats them.
        decide(refused_, staff_words("Firewallmarker <script and more"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) {
                   return server::app::session_not_held(tx, decision, domain::NoSessionReason::Logistics,
                                                        occasion);
               });
        decide(absent_, staff_words("Phonemarker rang the office"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) {
                   return server::app::note_practitioner_told(tx, decision, occasion.moment.now, occasion);
               });
        forward();
        decide(late_, staff_words("Resendmarker asked for it"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) -> base::Done {
                   TRY_DONE(server::app::resend_one(tx, decision, occasion));
                   return {};
               });
        decide(in_time_, staff_words("Heldmarker they met in the kitchen"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) {
                   return server::app::session_held(tx, decision, occasion);
               });
        decide(in_time_, staff_words("Refusedmarker it was recorded at the desk"),
               [](Transaction& tx, const Decision& decision, const Occasion& occasion) {
                   return tx.append(server::app::JournalSettled{
                       base::new_uuid(occasion.entropy), occasion.moment.now, domain::KioskId("front-door"),
                       server::app::JournalWord::RefusedSeen, decision.actor, decision.reason});
               });
        forward();
    }

    domain::Update update_of(const AppointmentId& appointment) {
        domain::Update update;
        const base::Done read = server_->record().read([&](server::app::View& view) -> base::Done {
            update = TRY(view.update_of(appointment)).value_or(domain::Update{});
            return {};
        });
        EXPECT_TRUE(read);
        return update;
    }

    std::string sending() const {
        return "Kiosk-Sending: " + protocol::to_header({domain::read_device_time(clock_), false}) + "\r\n";
    }

    /// Wrong in every way that has a name, with a marker in each.
    std::vector<std::string> mistakes(const std::string& m) const {
        const std::string key = "Idempotency-Key: " + std::string(kUuid) + "\r\n";
        const std::string arrival = std::string(protocol::kArrivalsPath) + "/" + kUuid;
        return {
            http_request("POST", "/v1/find", kJson,
                         R"({"query":{"birthday":{"day":7,"month":3},"letter":"Q",")" + m + R"(":1}})"),
            http_request("POST", "/v1/find", kJson,
                         R"({"query":{"birthday":{"day":")" + m + R"(","month":3},"letter":"Q"}})"),
            http_request("POST", "/v1/find", kJson,
                         R"({"query":{"birthday":{"day":7,"month":3},"letter":")" + m + R"("}})"),
            http_request("POST", "/v1/find", kJson, "{\"" + m + "\": "),
            http_request("POST", "/v1/find", kJson, m),
            http_request("POST", "/v1/find", kJson, "\"" + m + "\xff\""),
            http_request("POST", "/v1/find", "Content-Type: text/" + m + "\r\n", m),
            http_request("POST", "/v1/find?name=" + m, kJson, "{}"),
            http_request("GET", "/v1/people/" + m, "", ""),
            http_request("GET", "/v1/today?" + m, "", ""),
            http_request("GET", "/" + m, "", ""),
            http_request("DELETE", "/v1/find", kJson, m),
            http_request("POST", protocol::kArrivalsPath, kJson + sending(), m),
            http_request("POST", protocol::kArrivalsPath,
                         kJson + sending() + "Idempotency-Key: " + m + "\r\n", "{}"),
            http_request("POST", protocol::kArrivalsPath, kJson + key + "Kiosk-Sending: " + m + "\r\n", "{}"),
            http_request("POST", protocol::kArrivalsPath, kJson + key + sending(),
                         R"({"arrival":")" + m + R"(","person":")" + m + R"(","language":")" + m + R"("})"),
            http_request("POST", arrival + m + "/undo", kJson + key, "{}"),
            http_request("POST", arrival + "/undo", kJson + key, "{\"" + m + "\":1}"),
            http_request("POST", arrival + "/reason", kJson + key, R"({"reason":")" + m + R"("})"),
            http_request(
                "POST", "/v1/calls", kJson + key,
                R"({"call":")" + std::string(kUuid) + R"(","language":")" + m + R"(","cause":"asked"})"),
            http_request("POST", "/v1/heartbeat", kJson, R"({"version":")" + m + R"("})"),
            http_request("POST", "/v1/find", "Content-Length: 1000000\r\n" + std::string(kJson), "") + m,
            http_request("GET", "/v1/today", "X: " + m + std::string(20'000, 'x') + "\r\n", ""),
            m + " is no request\r\n\r\n",
        };
    }

    void no_error_repeats_what_came() {
        const std::string ascii = "Fennigrove1991-05-16";
        int errors = 0;
        for (const std::string& bytes : mistakes(ascii)) {
            const support::HttpReply reply = client()->ask(bytes);
            EXPECT_GE(reply.status, 400) << bytes.substr(0, 200);
            EXPECT_LT(reply.status, 500) << bytes.substr(0, 200);
            const auto found = markers_.found_in(reply.head + reply.body);
            EXPECT_TRUE(found.empty()) << reply.status << ' ' << reply.body;
            ++errors;
        }
        EXPECT_GT(errors, 20);
    }

    void no_reply_tells_who_somebody_is() {
        const auto list = client()->ask(http_request("GET", protocol::kTodayPath, "", ""));
        EXPECT_EQ(list.status, 200);
        EXPECT_TRUE(markers_.found_in(list.body).empty());
        const auto found = client()->ask(
            http_request("POST", "/v1/find", kJson,
                         R"({"query":{"birthday":{"day":16,"month":5},"letter":"F"},"touched_ago_ms":0})"));
        EXPECT_EQ(found.status, 200) << found.body;
        EXPECT_NE(found.body.find("found"), std::string::npos);
        EXPECT_TRUE(markers_.found_in(found.body).empty()) << found.body;
    }

    std::vector<std::string> found_in_addresses() const {
        std::vector<std::string> found;
        for (const sandbox::Call& call : system_.calls())
            for (const std::string& marker : markers_.found_in(call.path)) found.push_back(marker);
        return found;
    }

    bool a_body_holds(const std::string& text) const {
        const auto calls = system_.calls();
        return std::any_of(calls.begin(), calls.end(), [&text](const sandbox::Call& call) {
            return call.body.find(text) != std::string::npos;
        });
    }

    AppointmentId in_time_, late_, absent_, refused_;
};

TEST_F(Privacy, NothingPersonalIsInAnyFileAddressOrError) {
    ASSERT_NO_FATAL_FAILURE(people_come());
    ASSERT_NO_FATAL_FAILURE(no_error_repeats_what_came());
    no_reply_tells_who_somebody_is();
    ASSERT_NO_FATAL_FAILURE(staff_decide());

    // The markers did come through: the record knows them, and the case system was told what it must be told.
    EXPECT_EQ(update_of(late_).state, domain::UpdateState::Submitted) << update_of(late_).why;
    EXPECT_NE(update_of(refused_).why, "");
    EXPECT_TRUE(a_body_holds("Boilermarker"));
    EXPECT_TRUE(a_body_holds("Firewallmarker"));
    EXPECT_TRUE(a_body_holds("Absentmarker"));
    const auto calls = system_.calls();
    EXPECT_TRUE(std::any_of(calls.begin(), calls.end(), [](const auto& call) { return call.status == 423; }));
    const std::string folder = hub_->path().string();
    for (const char* name :
         {"data/hub.db", "data/hub.db-wal", "kiosk/journal.db", "kiosk/journal.db-wal", "log.txt"})
        EXPECT_GT(support::file_bytes(hub_->path() / name).size(), 0U) << name;
    EXPECT_NE(support::file_bytes(log_file()).find("request method="), std::string::npos);

    EXPECT_EQ(found_below(folder, markers_), std::vector<std::string>());
    EXPECT_EQ(found_in_addresses(), std::vector<std::string>());

    kiosk_.reset();
    server_.reset();
    EXPECT_EQ(found_below(folder, markers_), std::vector<std::string>()) << "after everything was closed";
}

/// The search is worth nothing unless it finds what is there.
TEST_F(Privacy, TheSearchFindsWhatIsThere) {
    ASSERT_NO_FATAL_FAILURE(start_server());
    const std::string folder = hub_->path().string();
    ASSERT_EQ(found_below(folder, markers_), std::vector<std::string>());
    const auto finds = [&](const std::filesystem::path& file, const std::string& bytes,
                           const std::string& marker) {
        std::ofstream(file, std::ios::app | std::ios::binary) << bytes;
        const auto found = found_below(folder, markers_);
        std::filesystem::remove(file);
        EXPECT_EQ(found, std::vector<std::string>{file.string() + ": " + marker});
    };
    const auto base = hub_->path();
    finds(base / "planted.log", "info find name=QUORNwhistle\n", "quornwhistle");
    finds(base / "kiosk" / "planted.log", "born 7 March\n", "7 march");
    finds(base / "planted.log", "born=07/03/1984", "07/03/1984");
    finds(base / "planted.log", R"(body={"birthday":{"day":7,"month":3}})", R"("day":7,"month":3)");
    std::filesystem::copy_file(base / "data" / "hub.db", base / "data" / "copy.db");
    finds(base / "data" / "copy.db", std::string("\0\1Żyrafelia\0", 13), "Żyrafelia");
    finds(base / "X919191.log", "", "x919191");
}

}  // namespace
}  // namespace tests
