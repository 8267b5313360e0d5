#include "shared/protocol/json.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "shared/protocol/limits.h"
#include "tests/support/protocol/every_decoder.h"
#include "tests/support/protocol/sample_messages.h"

namespace {

using base::ErrorKind;

/// The sample text of a decoder with the first `from` replaced by `to`.
std::string changed(const support::Decoder& decoder, const std::string& from, const std::string& to) {
    std::string text = decoder.sample();
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from << " does not stand in " << text;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

std::string refusal_of(const char* name, const std::string& text) {
    const auto read = support::decoder(name)->read_and_write(text);
    if (read) {
        ADD_FAILURE() << name << " took " << text;
        return "";
    }
    EXPECT_EQ(read.error().kind, ErrorKind::InvalidInput);
    return read.error().message;
}

std::string refusal_of(const char* name, const std::string& from, const std::string& to) {
    return refusal_of(name, changed(*support::decoder(name), from, to));
}

TEST(Json, EveryMessageComesBackAsItWas) {
    EXPECT_EQ(protocol::decode_find_request(protocol::encode(support::sample_find_request())).value(),
              support::sample_find_request());
    EXPECT_EQ(protocol::decode_find_reply(protocol::encode(support::sample_find_reply())).value(),
              support::sample_find_reply());
    EXPECT_EQ(protocol::decode_arrival_request(protocol::encode(support::sample_arrival_request())).value(),
              support::sample_arrival_request());
    EXPECT_EQ(protocol::decode_arrival_reply(protocol::encode(support::sample_arrival_reply())).value(),
              support::sample_arrival_reply());
    EXPECT_EQ(protocol::decode_call_request(protocol::encode(support::sample_call_request())).value(),
              support::sample_call_request());
    EXPECT_EQ(protocol::decode_heartbeat(protocol::encode(support::sample_heartbeat())).value(),
              support::sample_heartbeat());
    EXPECT_EQ(protocol::decode_heartbeat_reply(protocol::encode(support::sample_heartbeat_reply())).value(),
              support::sample_heartbeat_reply());
    EXPECT_EQ(protocol::decode_todays_list(protocol::encode(support::sample_todays_list())).value(),
              support::sample_todays_list());
    EXPECT_EQ(protocol::decode_problem(protocol::encode(support::sample_problem())).value(),
              support::sample_problem());
    const auto reason = support::sample_reason_request();
    EXPECT_EQ(protocol::decode_reason_request(reason.arrival, protocol::encode(reason)).value(), reason);
    const domain::DeviceTime clocks = support::sample_heartbeat().told;
    const protocol::UndoRequest undo{reason.arrival, clocks, clocks};
    EXPECT_EQ(protocol::decode_undo_request(undo.arrival, protocol::encode(undo)).value(), undo);
}

TEST(Json, WhatIsOptionalIsLeftOutWhenThereIsNone) {
    protocol::FindRequest request = support::sample_find_request();
    request.start_time.reset();
    request.query->birth_year.reset();
    const std::string text = protocol::encode(request);
    EXPECT_EQ(text, R"({"query":{"birthday":{"day":7,"month":11},"letter":"L"},"touched_ago_ms":62500})");
    EXPECT_EQ(protocol::decode_find_request(text).value(), request);
    EXPECT_EQ(refusal_of("find_request", R"("start_time":"2026-11-23T14:00:00Z")", R"("start_time":null)"),
              "the field start_time must be an instant such as 2026-11-22T14:07:00Z");
}

TEST(Json, AnArrivalsBodyDoesNotHoldWhatBelongsToOneTry) {
    protocol::ArrivalRequest request = support::sample_arrival_request();
    const std::string first = protocol::encode(request);
    request.told = request.first_touch;
    request.recorded_offline = true;
    EXPECT_EQ(protocol::encode(request), first);
}

TEST(Json, AnUnknownFieldIsRefusedAnywhereInEveryMessage) {
    for (const support::Decoder& decoder : support::every_decoder()) {
        const std::string sample = decoder.sample();
        for (std::size_t at = sample.find('{'); at != std::string::npos; at = sample.find('{', at + 1)) {
            const bool empty = sample[at + 1] == '}';
            const std::string text =
                sample.substr(0, at + 1) + R"("smith":1)" + (empty ? "" : ",") + sample.substr(at + 1);
            const std::string refusal = refusal_of(decoder.name, text);
            EXPECT_NE(refusal.find("not known"), std::string::npos) << refusal;
            EXPECT_EQ(refusal.find("smith"), std::string::npos) << refusal;
        }
    }
}

TEST(Json, AFieldThatStandsTwiceIsRefusedAndNamed) {
    EXPECT_EQ(refusal_of("find_request", R"("day":7)", R"("day":7,"day":8)"),
              "the field query.birthday.day stands twice");
    EXPECT_EQ(
        refusal_of("arrival_request", R"("run_began")", R"("first_touch":{"a":{"a":1,"a":[2]}},"run_began")"),
        "the field first_touch stands twice");
}

TEST(Json, AMissingFieldIsNamed) {
    EXPECT_EQ(refusal_of("call_request", "{}"), "the field call is missing");
    EXPECT_EQ(refusal_of("find_request", R"("day":7,)", ""), "the field query.birthday.day is missing");
    EXPECT_EQ(refusal_of("find_reply", R"("id":"b2d0c3f4-5e6a-4b7c-8d9e-0f1a2b3c4d5e",)", ""),
              "the field later[0].id is missing");
}

TEST(Json, AWrongTypeIsRefusedAndNamed) {
    EXPECT_EQ(refusal_of("find_request", R"("day":7)", R"("day":"7")"),
              "the field query.birthday.day must be a whole number from 1 to 31");
    for (const char* day : {"7.0", "true", "null", "[7]", "{}", "7e0"}) {
        refusal_of("find_request", R"("day":7)", std::string(R"("day":)") + day);
    }
    EXPECT_EQ(refusal_of("arrival_reply", R"("queued":true)", R"("queued":1)"),
              "the field outcomes[0].queued must be true or false");
    EXPECT_EQ(refusal_of("call_request", "[]"), "the body must be an object");
    EXPECT_EQ(refusal_of("call_request", R"("cause":"many_misses")", R"("cause":7)"),
              "the field cause must be one of asked, not_found, many_misses, survey_help");
}

TEST(Json, ARangeHoldsAtItsEdges) {
    const auto day = [](const std::string& number) {
        const auto& find = *support::decoder("find_request");
        return find.read_and_write(changed(find, R"("day":7)", R"("day":)" + number)).has_value();
    };
    EXPECT_TRUE(day("1") && day("31"));
    for (const char* number :
         {"0", "32", "-1", "99999999999999999999999", "18446744073709551615", "-9223372036854775808"}) {
        EXPECT_FALSE(day(number)) << number;
    }
    for (const char* year : {"1899", "2201", "4294967296"}) {
        refusal_of("find_request", R"("birth_year":1990)", std::string(R"("birth_year":)") + year);
    }
    EXPECT_EQ(refusal_of("find_request", R"("letter":"L")", R"("letter":"l")"),
              "the field query.letter must be one letter from A to Z");
    refusal_of("find_request", R"("letter":"L")", R"("letter":"LM")");
    refusal_of("heartbeat", R"("since_boot_us":857)", R"("since_boot_us":-857)");
}

TEST(Json, AnInstantIsUtcWithZAndExists) {
    for (const char* instant : {"2026-11-23T14:00:00+00:00", "2026-02-30T14:00:00Z", "2026-11-23",
                                "1969-12-31T23:59:59Z", "2026-11-23T14:00:00z", ""}) {
        refusal_of("find_request", "2026-11-23T14:00:00Z", instant);
    }
    refusal_of("todays_list", R"("day":"2026-11-23")", R"("day":"2026-11-31")");
}

TEST(Json, ListsHoldWhatTheirLimitsSay) {
    auto request = support::sample_arrival_request();
    const auto fits = [&request](std::size_t appointments) {
        request.appointments.assign(appointments, support::sample_offer().id);
        return protocol::decode_arrival_request(protocol::encode(request)).has_value();
    };
    EXPECT_FALSE(fits(0));
    EXPECT_TRUE(fits(1));
    EXPECT_TRUE(fits(protocol::kCoveredMax));
    EXPECT_FALSE(fits(protocol::kCoveredMax + 1));
}

TEST(Json, TextsHoldWhatTheirLimitsSay) {
    auto request = support::sample_call_request();
    request.language = "pan-Guru-abcdefgh-abcdefgh-abcdefgh";
    ASSERT_EQ(request.language.size(), protocol::kLanguageBytesMax);
    EXPECT_TRUE(protocol::decode_call_request(protocol::encode(request)));
    request.language += 'a';
    EXPECT_EQ(refusal_of("call_request", protocol::encode(request)),
              "the field language must be a language tag such as en or pa-Guru, of at most 35 bytes");
    request = support::sample_call_request();
    request.call += "0";
    EXPECT_FALSE(protocol::decode_call_request(protocol::encode(request)));
}

TEST(Json, OnlyALanguageTagPassesForALanguage) {
    auto request = support::sample_call_request();
    const auto fits = [&request](const char* language) {
        request.language = language;
        return protocol::decode_call_request(protocol::encode(request)).has_value();
    };
    for (const char* good : {"", "en", "pa-Guru", "cmn-Latn-pinyin", "es-419", "ar-x-12345678"})
        EXPECT_TRUE(fits(good)) << good;
    for (const char* wrong : {"e", "Mirabeth", "Mirabeth-Fennigrove", "1991-05-16", "en-", "en--GB", "-en",
                              "e n", "en-Fennigrove", "e1"})
        EXPECT_FALSE(fits(wrong)) << wrong;
}

TEST(Json, ABodyIsReadUpToItsLimit) {
    std::string text = protocol::encode(support::sample_call_request());
    text.append(protocol::kRequestBytesMax - text.size(), ' ');
    EXPECT_TRUE(protocol::decode_call_request(text));
    EXPECT_EQ(refusal_of("call_request", text + ' '), "the body is too long");
}

TEST(Json, DeepNestingIsRefusedWhateverItsDepth) {
    for (const std::size_t depth : {protocol::kDepthMax + 1, std::size_t{30'000}}) {
        EXPECT_EQ(refusal_of("call_request", std::string(depth, '[')), "the body is nested too deeply");
        std::string objects;
        for (std::size_t i = 0; i < std::min(depth, std::size_t{10'000}); ++i) objects += R"({"a":)";
        EXPECT_EQ(refusal_of("call_request", objects), "the body is nested too deeply");
    }
    refusal_of("call_request", std::string(protocol::kDepthMax, '[') + std::string(protocol::kDepthMax, ']'));
}

TEST(Json, AnObjectWithTooManyFieldsIsRefused) {
    std::string text = "{";
    for (std::size_t i = 0; i <= protocol::kFieldsMax; ++i) text += '"' + std::to_string(i) + R"(":1,)";
    EXPECT_EQ(refusal_of("call_request", text + R"("z":1})"), "an object of the body has too many fields");
}

TEST(Json, WhatIsNotJsonIsRefused) {
    const std::string good = protocol::encode(support::sample_call_request());
    std::vector<std::string> bad{"",
                                 " ",
                                 "{",
                                 "nul",
                                 good + "x",
                                 good + good,
                                 "\xEF\xBB\xBF" + good,
                                 "/*x*/" + good,
                                 "{'call':1}",
                                 R"({"day":NaN})",
                                 R"({"day":Infinity})",
                                 R"({"day":1e999})",
                                 R"({"day":01})",
                                 R"({"a":1,})"};
    bad.push_back(good + std::string(1, '\0'));
    bad.push_back("{\"call\":\"\xC3\x28\"}");                    // not UTF-8
    bad.push_back("{\"call\":\"\xED\xA0\x80\"}");                // a surrogate in UTF-8
    bad.push_back("{\"call\":\"\xC0\xAF\"}");                    // an overlong form
    bad.push_back(R"({"call":"\ud800"})");                       // half a pair
    bad.push_back(std::string("{\"call\":\"a") + '\n' + "\"}");  // a bare line feed in a string
    for (const std::string& text : bad) refusal_of("call_request", text);
}

TEST(Json, ARefusalNeverRepeatsWhatStoodThere) {
    constexpr char kMarked[] = "zyxwvut";
    for (const support::Decoder& decoder : support::every_decoder()) {
        const std::string sample = decoder.sample();
        for (std::size_t at = sample.find('"'); at != std::string::npos; at = sample.find('"', at + 1)) {
            std::string text = sample;
            text.insert(at + 1, kMarked);
            const auto read = decoder.read_and_write(text);
            if (read) continue;
            EXPECT_EQ(read.error().message.find(kMarked), std::string::npos) << read.error().message;
        }
    }
}

TEST(Json, EveryMessageWithinItsListLimitsIsWithinItsBodyLimit) {
    auto list = support::sample_todays_list();
    auto person = list.people.front();
    person.keys.assign(20, std::string(64, 'f'));
    list.people.assign(4'000, person);
    EXPECT_LE(protocol::encode(list).size(), protocol::kReplyBytesMax);
    auto arrival = support::sample_arrival_request();
    arrival.appointments.assign(protocol::kCoveredMax, support::sample_offer().id);
    EXPECT_LE(protocol::encode(arrival).size(), protocol::kRequestBytesMax / 16);
}

}  // namespace
