// hubctl evidence, on a hub's own record: the register, and packs that are checked without the hub.

#include "server/ctl/evidence.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "server/evidence/zip_file.h"
#include "server/hub/paths.h"
#include "tests/support/fake_clock.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/support/seeded_entropy.h"

namespace {

namespace ctl = server::ctl;
using ctl::EvidenceWords;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

base::Instant at(std::string_view text) {
    return base::parse_instant(text).value();
}

/// Friday 20 November 2026, 16:00; Ada came to an appointment at 14:00.
class EvidenceCommand : public testing::Test {
protected:
    void SetUp() override {
        const auto record = ctl::open_for_tool(hub()).value();
        ASSERT_TRUE(record.store->write_and_wait([&](server::app::Transaction& t) -> base::Done {
            server::app::Person person;
            person.id = domain::PersonId("ada");
            person.crn = "X100001";
            person.first_name = "Ada";
            person.last_name = "Quill";
            TRY_DONE(t.put(person));
            server::app::Referral referral;
            referral.id = domain::ReferralId("r1");
            referral.person = person.id;
            referral.contract = domain::ContractRef("CONTRACT");
            referral.reference = "JK1827PE";
            TRY_DONE(t.put(referral));
            domain::Appointment appointment;
            appointment.id = domain::AppointmentId("a1");
            appointment.referral = referral.id;
            appointment.person = person.id;
            appointment.start = at("2026-11-20T14:00:00Z");
            appointment.at_this_hub = true;
            TRY_DONE(t.put(appointment));
            domain::AttendanceEvent came;
            came.id = domain::EventId("e1");
            came.appointment = appointment.id;
            came.person = person.id;
            came.at = came.recorded_at = at("2026-11-20T13:58:20Z");
            came.attendance = domain::Attendance::Yes;
            came.actor = "kiosk front-door";
            return t.append(came);
        }));
    }

    ctl::Hub hub() { return {settings_, clock_, entropy_, out_}; }
    template <class Command>
    std::string told(const Command& command) {
        out_.str("");
        const base::Done done = command();
        return done ? out_.str() : "refused: " + done.error().message;
    }
    void add_appointment(const std::string& id) {
        const auto record = ctl::open_for_tool(hub()).value();
        ASSERT_TRUE(record.store->write_and_wait([&](server::app::Transaction& t) -> base::Done {
            domain::Appointment one = TRY(t.appointment(domain::AppointmentId("a1")));
            one.id = domain::AppointmentId(id);
            return t.put(one);
        }));
    }
    /// Enters a request and gives its id.
    std::string request(const std::string& when = "") {
        EvidenceWords words;
        words.referral = "r1";
        words.from = "The contract manager";
        words.what = "attendance in November";
        words.when = when;
        words.by = "Kim";
        const std::string said = told([&] { return ctl::request_evidence(hub(), words); });
        const std::string before = "The request ";
        return said.substr(before.size(), 36);
    }
    std::string list(ctl::EvidenceListed listed = ctl::EvidenceListed::Open) {
        return told([&] { return ctl::list_evidence(hub(), listed); });
    }
    std::string pack(const std::string& name, const std::string& request = "") {
        EvidenceWords words;
        words.referral = "r1";
        words.file = file(name);
        words.to = "The contract manager";
        words.request = request;
        words.by = "Kim";
        return told([&] { return ctl::pack_evidence(hub(), words); });
    }
    std::string verify(const std::string& name, const std::string& key = "", const std::string& head = "") {
        const server::settings::Settings none;
        const ctl::Hub no_hub{none, clock_, entropy_, out_};
        EvidenceWords words;
        words.file = file(name);
        words.key = key;
        words.head = head;
        out_.str("");
        const base::Done done = ctl::verify_evidence(no_hub, words);
        return out_.str() + (done ? "" : "refused: " + done.error().message);
    }
    std::string line_of(base::Done (*command)(const ctl::Hub&)) {
        std::string line = told([&] { return command(hub()); });
        line.pop_back();
        return line;
    }
    std::string file(const std::string& name) const { return (folder_.path() / name).string(); }

    support::FakeClock clock_{at("2026-11-20T16:00:00Z")};
    support::SeededEntropy entropy_{20261120};
    support::HubFolder folder_{{}, clock_, entropy_};
    server::settings::Settings settings_ = folder_.settings();
    std::ostringstream out_;
};

TEST_F(EvidenceCommand, EntersARequestAndSaysUntilWhenItMustBeSent) {
    EvidenceWords words;
    words.appointment = "a1";
    words.from = "The contract manager";
    words.when = "2026-11-20 09:30";
    words.by = "Kim";
    const std::string said = told([&] { return ctl::request_evidence(hub(), words); });
    EXPECT_THAT(said, HasSubstr("must be sent by the end of 2026-11-23.\n")) << "the Monday";
    EXPECT_THAT(said, HasSubstr("hubctl evidence pack --appointment a1 --request "));
    EXPECT_THAT(list(), HasSubstr("2026-11-20 09:30"));
    EXPECT_THAT(list(), HasSubstr("appointment a1"));
    words.when = "yesterday";
    EXPECT_THAT(told([&] { return ctl::request_evidence(hub(), words); }), HasSubstr("refused: 'yesterday'"));
}

TEST_F(EvidenceCommand, GoesByTheBusinessDaysThatAManagerHasChanged) {
    const auto record = ctl::open_for_tool(hub()).value();
    ASSERT_TRUE(record.store->write_and_wait([&](server::app::Transaction& t) {
        const server::app::DayChange holiday{domain::parse_date("2026-11-23").value(),
                                             server::app::DayRule::BankHoliday};
        return t.append(server::app::RuleChange{"c1", clock_.now(), holiday, "Robin", "a royal visit"});
    }));
    EvidenceWords words;
    words.referral = "r1";
    words.from = "The contract manager";
    words.by = "Kim";
    EXPECT_THAT(told([&] { return ctl::request_evidence(hub(), words); }),
                HasSubstr("by the end of 2026-11-24.\n"))
        << "the Tuesday";
    clock_.set(at("2026-11-24T12:00:00Z"));
    EXPECT_THAT(list(), testing::AllOf(HasSubstr("2026-11-24"), Not(HasSubstr("OVERDUE"))));
}

TEST_F(EvidenceCommand, ListsWhatIsStillToBeSentAndWhatIsOverdue) {
    const std::string first = request();
    const std::string second = request();
    EvidenceWords words;
    words.request = second;
    words.to = "the contract manager";
    words.by = "Sam";
    EXPECT_EQ(told([&] { return ctl::evidence_sent(hub(), words); }), "Noted as sent.\n");
    EXPECT_THAT(list(), Not(HasSubstr(second)));
    EXPECT_THAT(list(ctl::EvidenceListed::All), ContainsRegex(second + ".*sent 2026-11-20 16:00"));
    clock_.set(at("2026-11-24T00:00:00Z"));
    EXPECT_THAT(list(), ContainsRegex(first + ".*open OVERDUE"));
    words.request = first;
    EXPECT_EQ(told([&] { return ctl::evidence_sent(hub(), words); }), "Noted as sent.\n");
    EXPECT_THAT(list(ctl::EvidenceListed::All), HasSubstr("sent 2026-11-24 00:00, too late"));
    words.reason = "of another hub";
    EXPECT_THAT(told([&] { return ctl::withdraw_evidence(hub(), words); }), HasSubstr("counts nowhere"));
    EXPECT_THAT(list(ctl::EvidenceListed::All), HasSubstr("withdrawn 2026-11-24 00:00"));
}

TEST_F(EvidenceCommand, PacksARecordThatHoldsWithoutTheHub) {
    const std::string id = request();
    const std::string said = pack("one.zip", id);
    EXPECT_THAT(said, HasSubstr("1 appointments, 1 events. That you packed it is kept."));
    struct stat status {};
    ASSERT_EQ(stat(file("one.zip").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    const std::string key = line_of(ctl::show_evidence_key);
    EXPECT_THAT(said, HasSubstr(key));
    EXPECT_THAT(verify("one.zip", key, line_of(ctl::show_chain_head)),
                testing::AllOf(HasSubstr("holds  It is signed with the key that you named."),
                               HasSubstr("holds  The link that you kept"),
                               HasSubstr("All that can be checked holds.\n")));
    EXPECT_THAT(verify("one.zip"), HasSubstr("note   Only what is told of events is bound to the chain."));
    EXPECT_THAT(verify("one.zip"), HasSubstr("All that can be checked holds, if the key is the hub's.\n"));
}

TEST_F(EvidenceCommand, SaysWhatDoesNotHold) {
    pack("one.zip");
    EXPECT_THAT(verify("one.zip", std::string(64, 'a')), HasSubstr("WRONG  It is signed with another key"));
    EXPECT_THAT(verify("one.zip", "a"), HasSubstr("refused: the fingerprint of a key has 64"));
    std::string bytes = support::file_bytes(file("one.zip"));
    std::ofstream(file("cut.zip"), std::ios::binary) << bytes.substr(0, bytes.size() / 2);
    EXPECT_THAT(verify("cut.zip"), HasSubstr("refused: this pack proves nothing"));
    EXPECT_THAT(verify("none.zip"), HasSubstr("refused: " + file("none.zip") + " cannot be read"));
}

TEST_F(EvidenceCommand, NeverReplacesAFileAndKeepsNoLookForIt) {
    pack("one.zip");
    EXPECT_THAT(pack("one.zip"), HasSubstr("is there already"));
    const auto record = ctl::open_for_tool(hub()).value();
    ASSERT_TRUE(record.store->read([&](server::app::View& view) -> base::Done {
        EXPECT_EQ(TRY(view.looks_between(clock_.now(), clock_.now() + std::chrono::hours{1})).size(), 1U);
        return {};
    }));
}

TEST_F(EvidenceCommand, RefusesWhatItCannotPack) {
    EXPECT_THAT(pack("one.zip", "no-such-request"), HasSubstr("refused: the register has no such request"));
    EvidenceWords words;
    words.appointment = "unknown";
    words.file = file("two.zip");
    words.to = "somebody";
    words.by = "Kim";
    EXPECT_THAT(told([&] { return ctl::pack_evidence(hub(), words); }),
                HasSubstr("refused: the hub holds nothing of this appointment"));
    EXPECT_FALSE(std::filesystem::exists(file("two.zip")));
}

TEST_F(EvidenceCommand, PacksWhatWasAskedForAndForWhoeverAsked) {
    EvidenceWords words;
    words.appointment = "a1";
    words.from = "Her solicitor";
    words.by = "Kim";
    const std::string id = told([&] { return ctl::request_evidence(hub(), words); }).substr(12, 36);
    EXPECT_THAT(pack("one.zip", id), HasSubstr("refused: this request is about one appointment"));
    const auto packed = [&](const std::string& appointment, const std::string& to, const std::string& name) {
        EvidenceWords one;
        one.appointment = appointment;
        one.request = id;
        one.to = to;
        one.file = file(name);
        one.by = "Kim";
        return told([&] { return ctl::pack_evidence(hub(), one); });
    };
    add_appointment("a2");
    EXPECT_THAT(packed("a2", "", "one.zip"), HasSubstr("refused: this request is about one appointment"));
    EXPECT_FALSE(std::filesystem::exists(file("one.zip")));
    EXPECT_THAT(packed("a1", "", "one.zip"), Not(HasSubstr("packed for")));
    EXPECT_THAT(verify("one.zip"), HasSubstr("by Kim for Her solicitor."));
    EXPECT_THAT(packed("a1", "The court", "two.zip"),
                HasSubstr("Asked for by Her solicitor, packed for The court."));
    EXPECT_THAT(pack("three.zip", request()), HasSubstr("1 events")) << "a referral's request has all of it";
    EXPECT_THAT(told([&] { return ctl::list_packs(hub()); }),
                ContainsRegex("Kim +The court +appointment a1 +" + id));
}

TEST_F(EvidenceCommand, MakesAKeyOnlyForAPackAndSaysSoLoudly) {
    const std::string key_file = server::hub::key_paths(settings_).evidence_key;
    ASSERT_TRUE(std::filesystem::exists(key_file)) << "init makes it";
    const std::string before = line_of(ctl::show_evidence_key);
    EXPECT_THAT(pack("one.zip"), Not(HasSubstr("ATTENTION")));
    std::filesystem::remove(key_file);
    EXPECT_THAT(told([&] { return ctl::show_evidence_key(hub()); }),
                HasSubstr("refused: this hub has no key"));
    EXPECT_FALSE(std::filesystem::exists(key_file));
    EXPECT_THAT(pack("two.zip"), HasSubstr("a NEW key was made"));
    EXPECT_THAT(line_of(ctl::show_evidence_key), Not(testing::AnyOf(before, HasSubstr("refused"))));
    std::filesystem::permissions(key_file, std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    EXPECT_THAT(told([&] { return ctl::show_evidence_key(hub()); }), HasSubstr("may be read by others"));
}

TEST_F(EvidenceCommand, CanBeCheckedWithSha256sumAndOpensslAsTheReadMeSays) {
    pack("one.zip");
    const auto files = server::evidence::read_zip(support::file_bytes(file("one.zip"))).value();
    std::filesystem::create_directory(file("out"));
    for (const auto& [name, bytes] : files) std::ofstream(file("out/" + name), std::ios::binary) << bytes;
    const std::string in = "cd " + folder_.path().string() + "/out && ";
    EXPECT_EQ(std::system((in + "sha256sum --check --strict --quiet manifest.sha256").c_str()), 0);
    EXPECT_EQ(std::system((in + "openssl pkeyutl -verify -pubin -inkey hub-key.pem -rawin -in "
                                "manifest.sha256 -sigfile manifest.sig >/dev/null")
                              .c_str()),
              0);
    const std::string key = line_of(ctl::show_evidence_key);
    EXPECT_EQ(
        std::system(
            (in + "openssl pkey -pubin -in hub-key.pem -outform DER | sha256sum | grep -q " + key).c_str()),
        0);
}

}  // namespace
