#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include "server/crypto/signing.h"
#include "server/evidence/verify.h"
#include "server/evidence/zip_file.h"
#include "tests/support/store/samples.h"
#include "tests/support/store/store_folder.h"

namespace server::evidence {

namespace sample = support::sample;
using namespace std::chrono_literals;

/// As any program would pack files, in this order; names may be anything.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : files)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    EXPECT_EQ(zip_close(archive), 0);
    std::string bytes(64 << 20, '\0');
    zip_source_open(target);
    bytes.resize(static_cast<std::size_t>(zip_source_read(target, bytes.data(), bytes.size())));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

inline std::vector<std::pair<std::string, std::string>> in_order(const PackFiles& files) {
    std::vector<std::pair<std::string, std::string>> all;
    for (const std::string_view name : kPackFiles) all.emplace_back(name, files.find(name)->second);
    return all;
}

/// What a hub recorded of Bell, among events of others, and a pack of it: came late, gave a reason in
/// confidence, and staff decided to share it.
class APack : public testing::Test {
protected:
    void SetUp() override {
        store = std::move(folder.open().value());
        for (const char* name : {"Bell", "Other"}) {
            write([&](app::Transaction& t) -> base::Done {
                TRY_DONE(t.put(sample::person(name)));
                TRY_DONE(t.put(sample::referral(name)));
                return t.put(sample::appointment(name));
            });
        }
        add("Other", "1", domain::EventKind::Arrived, "");
        add("Bell", "2", domain::EventKind::Arrived, "");
        add("Other", "3", domain::EventKind::SubmitDecided, "as recorded");
        add("Bell", "4", domain::EventKind::ReasonGiven, "health");
        add("Bell", "5", domain::EventKind::SubmitDecided, "came on foot");
        add("Other", "6", domain::EventKind::Arrived, "");
        write([](app::Transaction& t) { return t.put(sample::update("Bell")); });
        app::Exchange call{"call-1",
                           sample::appointment("Bell").id,
                           sample::update("Bell").id,
                           sample::person("Bell").id,
                           sample::start() + 3h,
                           app::CaseCall::PutAttendance,
                           "PUT /referral/referral-Bell/attendance",
                           200,
                           "attended: yes\nlate: no",
                           "attended: yes\nsubmitted: no"};
        write([&](app::Transaction& t) { return t.append(call); });
    }
    void write(const app::Store::Command& command) { ASSERT_TRUE(store->write_and_wait(command)); }
    void add(const std::string& name, const std::string& number, domain::EventKind kind,
             const std::string& reason) {
        domain::AttendanceEvent event = sample::event("event-" + number, name);
        event.kind = kind;
        event.reason = reason;
        if (kind != domain::EventKind::Arrived) event.attendance.reset();
        write([&](app::Transaction& t) { return t.append(event); });
    }

    app::EvidencePack pack(const std::string& name = "Bell", const app::Store::Command& just_before = {}) {
        app::EvidencePack made;
        const domain::Calendar calendar;
        app::EvidenceToPack asked;
        asked.hub = "Ardwick <Green>";
        asked.referral = domain::ReferralId("referral-" + name);
        asked.recipient = "The contract manager";
        asked.actor = "Kim";
        EXPECT_TRUE(store->write_pack([&](app::PackTransaction& t) -> base::Done {
            if (just_before) TRY_DONE(just_before(t));
            made = TRY(app::collect_evidence(t, asked, {{now, {}}, {}, calendar, entropy}));
            return {};
        }));
        return made;
    }
    PackFiles files() { return files_of(pack(), seals, signer); }
    std::string zip(const PackFiles& of) { return to_zip(of, now).value(); }
    Findings look(const std::string& bytes, const Known& known = {}) { return verify(bytes, known, seals); }
    /// The words of what is wrong, a line each.
    std::string wrong(const std::string& bytes, const Known& known = {}) {
        std::string words;
        for (const Finding& one : look(bytes, known).all) {
            if (one.kind == Finding::Kind::Wrong) words += one.words + "\n";
        }
        return words;
    }
    std::string words(const Findings& findings) {
        std::string all;
        for (const Finding& one : findings.all) all += one.words + "\n";
        return all;
    }
    Known knows_key() { return {seals.fingerprint(signer.public_key()).value(), {}}; }

    base::Instant now = sample::start() + 48h;
    base::SystemEntropy entropy;
    support::StoreFolder folder;
    std::unique_ptr<store::SqliteStore> store;
    crypto::OpenSslSeals seals;
    crypto::Ed25519Signer signer{base::Secret(std::string_view(std::string(32, 's')))};
};

}  // namespace server::evidence
