#include "kiosk/runtime/answers_of_the_day.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "shared/protocol/json.h"
#include "tests/support/seeded_entropy.h"

namespace {

std::vector<std::string> texts(int count) {
    std::vector<std::string> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(protocol::encode(protocol::AnonymousAnswers{
            "2026-11", "PWB", {"exit", "1", {}, "comment " + std::to_string(100 + i)}}));
    }
    return all;
}

std::vector<std::string> comments(const std::vector<kiosk::journal::Record>& records) {
    std::vector<std::string> all;
    for (const auto& record : records) {
        const auto together = protocol::decode_answers_together(record.body).value();
        EXPECT_EQ(together.batch, record.key);
        for (const auto& one : together.all) all.push_back(one.answers.comment);
    }
    return all;
}

TEST(AnswersOfTheDay, AreAllSentOnceInAnotherOrder) {
    support::SeededEntropy entropy(7);
    const auto sent = comments(kiosk::runtime::in_order_of_chance(texts(12), entropy));
    EXPECT_EQ(std::set<std::string>(sent.begin(), sent.end()).size(), 12U);
    EXPECT_FALSE(std::is_sorted(sent.begin(), sent.end()));
}

TEST(AnswersOfTheDay, EachPlaceIsAsLikely) {
    support::SeededEntropy entropy(11);
    std::array<int, 4> first{};
    for (int i = 0; i < 4'000; ++i) {
        const auto sent = comments(kiosk::runtime::in_order_of_chance(texts(4), entropy));
        ++first.at(static_cast<std::size_t>(sent.front().back() - '0'));
    }
    for (const int count : first) EXPECT_NEAR(count, 1'000, 150);
}

TEST(AnswersOfTheDay, AreFewInOneMessageAndAMessageFitsTheJournal) {
    support::SeededEntropy entropy(7);
    std::vector<domain::Answer> answers;
    for (std::size_t i = 0; i < domain::kQuestionsMax; ++i) {
        answers.push_back({std::string(domain::kSurveyIdBytesMax - 2, 'q') + std::to_string(10 + i), 5});
    }
    // Every byte of the comment is one that JSON writes as two.
    const protocol::AnonymousAnswers longest{
        "2026-11",
        std::string(64, 'S'),
        {"exit", std::string(64, '1'), answers, std::string(domain::kCommentBytesMax, '"')}};
    const std::vector<std::string> all(6, protocol::encode(longest));
    const auto records = kiosk::runtime::in_order_of_chance(all, entropy);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_LE(records[0].body.size(), 16'384U);
}

TEST(AnswersOfTheDay, WhatIsNoneIsLeftOut) {
    support::SeededEntropy entropy(7);
    EXPECT_TRUE(kiosk::runtime::in_order_of_chance({"", "{}"}, entropy).empty());
}

}  // namespace
