// What a batch looks like as a file, and which answers are believed.

#include "server/case_system/batch_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace server::case_system {
namespace {

using testing::HasSubstr;

constexpr const char* kBatch = "01936a3e-0000-7000-8000-000000000001";

app::DropRow row() {
    app::DropRow one;
    one.batch = kBatch;
    one.number = 1;
    one.appointment = domain::AppointmentId("11111111-1111-4111-8111-111111111111");
    one.referral = domain::ReferralId("33333333-3333-4333-8333-333333333333");
    one.reference = "AB1234CD";
    one.start = base::parse_instant("2026-11-23T14:00:00Z").value();
    one.attendance = domain::Attendance::Late;
    one.arrived_at = base::parse_instant("2026-11-23T14:07:00Z").value();
    one.decided_by = "Sam Reception";
    return one;
}

TEST(BatchFile, HasAHeadingAndALineForEachRecord) {
    EXPECT_EQ(encode_batch({row()}),
              "batch,row,referral,reference,appointment,kind,start,attendance,arrived_at,session_happened,"
              "why_not_held,note,decided_by\r\n"
              "01936a3e-0000-7000-8000-000000000001,1,33333333-3333-4333-8333-333333333333,AB1234CD,"
              "11111111-1111-4111-8111-111111111111,delivery,2026-11-23T14:00:00Z,LATE,"
              "2026-11-23T14:07:00Z,yes,,,Sam Reception\r\n");
}

TEST(BatchFile, QuotesWhatNeedsItAndGivesASpreadsheetNoFormula) {
    app::DropRow odd = row();
    odd.attendance = domain::Attendance::No;
    odd.arrived_at.reset();
    odd.note = "rang \"twice\", no answer\nlater";
    odd.decided_by = "=cmd|' /C calc'!A0";
    const std::string text = encode_batch({odd});
    EXPECT_THAT(text, HasSubstr(",NO,,no,,\"rang \"\"twice\"\", no answer\nlater\","));
    EXPECT_THAT(text, HasSubstr(",'=cmd|"));
    EXPECT_EQ(text.find(",=cmd"), std::string::npos);
}

std::string answer(const std::string& lines) {
    return "batch,row,outcome,reason\r\n" + lines;
}
std::string line(const std::string& rest) {
    return std::string(kBatch) + ',' + rest + "\r\n";
}

TEST(BatchAnswer, IsReadWholeWithReasonsPlainOrQuoted) {
    const auto read =
        decode_batch_answer(answer(line("1,taken,") + line("2,refused,No such referral") +
                                   line("3,refused,\"Ask, \"\"Kim\"\"\"") + line("4,refused,")));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(
        *read,
        (app::BatchAnswer{
            kBatch,
            {{1, true, ""}, {2, false, "No such referral"}, {3, false, "Ask, \"Kim\""}, {4, false, ""}}}));
    EXPECT_TRUE(
        decode_batch_answer("\xef\xbb\xbf"
                            "batch,row,outcome,reason\n" +
                            std::string(kBatch) + ",1,taken,\n"));
}

TEST(BatchAnswer, OfAnyOtherFormIsRefusedWithTheLineAndNothingOfWhatStoodThere) {
    const std::string one = line("1,taken,");
    const std::vector<std::string> odd{
        "",
        "batch,row,outcome\r\n" + one,
        "Batch,row,outcome,reason\r\n" + one,
        answer(""),
        answer(one + "\r\n"),
        answer(one.substr(0, one.size() - 2)),
        answer(line("1,taken")),
        answer(line("1,taken,,")),
        answer(line("2,taken,")),
        answer(one + one),
        answer(line("01,taken,")),
        answer(line("+1,taken,")),
        answer(line("1,Taken,")),
        answer(line("1,accepted,")),
        answer(line("1,taken,thanks Mirabeth")),
        answer(line("1,refused,\"not closed")),
        answer(line("1,refused,Mirabeth \"x\"")),
        answer(line("1,refused,two\tcells")),
        answer(line("1,refused,\"two\nlines\"")),
        answer(line("1,refused,\xff\xfe")),
        answer(line("1,refused,\xe2\x80\xaeturned round")),
        answer(line("1,refused," + std::string(201, 'x'))),
        answer(line("1,refused,   ")),
        answer(one + "01936a3e-0000-7000-8000-000000000002,2,taken,\r\n"),
        answer("../../etc/passwd,1,taken,\r\n"),
        answer(std::string("1\0,taken,", 9)),
        std::string(kBatchAnswerBytesMax + 1, 'x'),
    };
    for (const std::string& text : odd) {
        const auto read = decode_batch_answer(text);
        ASSERT_FALSE(read) << text.substr(0, 200);
        EXPECT_EQ(read.error().kind, base::ErrorKind::InvalidInput);
        EXPECT_EQ(read.error().message.find("Mirabeth"), std::string::npos) << read.error().message;
        EXPECT_LT(read.error().message.size(), 120U);
    }
}

TEST(BatchAnswer, OfMoreRowsThanABatchHasIsRefused) {
    std::string lines;
    for (std::size_t i = 1; i <= app::kBatchRowsMax; ++i) lines += line(std::to_string(i) + ",taken,");
    EXPECT_TRUE(decode_batch_answer(answer(lines)));
    EXPECT_FALSE(decode_batch_answer(answer(lines + line("501,taken,"))));
}

}  // namespace
}  // namespace server::case_system
