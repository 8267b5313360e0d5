#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <unistd.h>

#include "kiosk/journal/journal.h"

/// Anonymous answers until the close of day.
namespace {

using namespace std::chrono_literals;
using kiosk::journal::HeldAnswers;
using kiosk::journal::Journal;
using kiosk::journal::Record;
using kiosk::journal::RecordKind;

const base::Instant kNow = base::parse_instant("2026-11-22T14:00:00Z").value();
const domain::Date kDay = domain::parse_date("2026-11-22").value();
const domain::Date kNextDay = domain::parse_date("2026-11-23").value();

Record offer(int number) {
    return {"00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + number), RecordKind::Offer,
            domain::ArrivalId(), "{\"offer\":" + std::to_string(number) + "}"};
}

class Held : public testing::Test {
protected:
    Held() { std::filesystem::remove_all(folder_); }
    ~Held() override { std::filesystem::remove_all(folder_); }

    Journal open() const { return std::move(Journal::open((folder_ / "journal.db").string())).value(); }
    std::string bytes() const {
        std::string all;
        for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
            std::ifstream file(entry.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }
    /// The texts handed over, in one record of their own.
    std::vector<std::string> send(Journal& journal, domain::Date before) {
        std::vector<std::string> given;
        const auto compose = [&](std::vector<std::string> texts) {
            given = texts;
            Record record = offer(900);
            record.kind = RecordKind::Answers;
            return std::vector<Record>{record};
        };
        EXPECT_TRUE(journal.send_held(before, kNow, compose));
        return given;
    }

    const std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("kiosk-held-" + std::to_string(::getpid()));
};

TEST_F(Held, StayApartUntilTheirDayIsOverAndThenGoOnce) {
    Journal journal = open();
    ASSERT_TRUE(journal.append_with(offer(1), kNow, {kDay, "b"}));
    ASSERT_TRUE(journal.append_with(offer(2), kNow, {kDay, "a"}));
    EXPECT_TRUE(send(journal, kDay).empty());
    EXPECT_EQ(send(journal, kNextDay), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(send(journal, kNextDay).empty());
    EXPECT_EQ(journal.unaccepted().value().size(), 3U);
}

TEST_F(Held, OutlastTheProgram) {
    {
        Journal journal = open();
        ASSERT_TRUE(journal.append_with(offer(1), kNow, {kDay, "a"}));
    }
    Journal journal = open();
    EXPECT_EQ(send(journal, kNextDay), (std::vector<std::string>{"a"}));
}

TEST_F(Held, TellNeitherByTheirPlaceNorByTheLogWhichCameFirst) {
    Journal journal = open();
    for (const char* text : {"mongoose", "zebra", "aardvark"}) {
        ASSERT_TRUE(journal.append_with(offer(text[0]), kNow, {kDay, text}));
    }
    const std::string all = bytes();
    EXPECT_LT(all.find("aardvark"), all.find("mongoose"));
    EXPECT_LT(all.find("mongoose"), all.find("zebra"));
    for (const char* text : {"zebra", "mongoose", "aardvark"}) {
        EXPECT_EQ(all.find(text), all.rfind(text)) << text << " stands there twice: an older state is left";
    }
}

TEST_F(Held, NothingOfThemIsLeftOnceTheServerHasThem) {
    Journal journal = open();
    ASSERT_TRUE(journal.append_with(offer(1), kNow, {kDay, "mongoose"}));
    const auto compose = [](const std::vector<std::string>& texts) {
        Record record = offer(900);
        record.kind = RecordKind::Answers;
        record.body = texts.front();
        return std::vector<Record>{record};
    };
    ASSERT_TRUE(journal.send_held(kNextDay, kNow, compose));
    EXPECT_NE(bytes().find("mongoose"), std::string::npos);
    ASSERT_TRUE(journal.accepted(offer(900).key, kNow));
    EXPECT_EQ(bytes().find("mongoose"), std::string::npos);
    EXPECT_EQ(journal.all().value().size(), 1U) << "the offer's own record still waits";
}

TEST_F(Held, AreNotWrittenWhereTheirRecordIsNot) {
    Journal journal = open();
    ASSERT_TRUE(journal.append(offer(1), kNow));
    Record other = offer(1);
    other.body = "{}";
    EXPECT_FALSE(journal.append_with(other, kNow, {kDay, "mongoose"}));
    EXPECT_EQ(bytes().find("mongoose"), std::string::npos);
}

}  // namespace
