// Packs that were changed, cut, packed anew or made up: none of them holds, and none does any harm.

#include <algorithm>

#include "server/evidence/limits.h"
#include "tests/unit/evidence/a_pack.h"

namespace server::evidence {
namespace {

using testing::HasSubstr;
using testing::Not;

using APackThatIsNotGenuine = APack;

void change(std::string& bytes, std::string_view what, std::string_view to) {
    const auto found = bytes.find(what);
    ASSERT_NE(found, std::string::npos) << what;
    bytes.replace(found, what.size(), to);
}

TEST_F(APackThatIsNotGenuine, SaysWhichFileWasChanged) {
    for (const std::string_view name : {kReadMe, kPage, kRecord, kChain, kKey}) {
        PackFiles made = files();
        made.find(name)->second += "\n";
        EXPECT_THAT(wrong(zip(made), knows_key()),
                    HasSubstr("Changed since the manifest was made: " + std::string(name) + "."));
    }
}

TEST_F(APackThatIsNotGenuine, WithItsManifestMadeAnewHasASignatureThatDoesNotFit) {
    PackFiles made = files();
    change(made.find(kPage)->second, "Came, at", "Went, at");
    made.find(kManifest)->second = manifest_of(made, seals);
    EXPECT_THAT(wrong(zip(made), knows_key()), HasSubstr("The signature is not that of this key"));
}

TEST_F(APackThatIsNotGenuine, SignedByAnotherKeyIsNoticedByWhoeverKnowsTheHubs) {
    const crypto::Ed25519Signer forger(base::Secret(std::string_view(std::string(32, 'f'))));
    app::EvidencePack made = pack();
    const std::string bytes = zip(files_of(made, seals, forger));
    EXPECT_THAT(wrong(bytes, knows_key()), HasSubstr("another key than the one you named"));
    EXPECT_EQ(wrong(bytes), "") << "that is why the fingerprint is asked for";
}

TEST_F(APackThatIsNotGenuine, ThatTheHubItselfTellsOtherwiseIsNoticedByTheChain) {
    app::EvidencePack made = pack();
    made.proof.events.front().event.attendance = domain::Attendance::Late;
    EXPECT_THAT(wrong(zip(files_of(made, seals, signer)), knows_key()),
                HasSubstr("Event 2 is told otherwise than it was recorded."));
}

TEST_F(APackThatIsNotGenuine, WithAnEventMoreOrOneOutOfPlaceHasNoPlaceForIt) {
    app::EvidencePack made = pack();
    made.proof.events.back().number = 3;
    EXPECT_NE(wrong(zip(files_of(made, seals, signer)), knows_key()), "");
    made = pack();
    made.proof.events.back().number = 7;
    EXPECT_THAT(wrong(zip(files_of(made, seals, signer)), knows_key()),
                HasSubstr("Event 7 has no place in the chain"));
}

TEST_F(APackThatIsNotGenuine, WithAnotherChainDoesNotComeToItsHead) {
    app::EvidencePack made = pack();
    made.proof.commitments.at(1)[0] = static_cast<char>(made.proof.commitments.at(1)[0] ^ 1);
    EXPECT_THAT(wrong(zip(files_of(made, seals, signer)), knows_key()), HasSubstr("The chain is broken"));
    made = pack();
    made.proof.commitments.pop_back();
    EXPECT_THAT(wrong(zip(files_of(made, seals, signer)), knows_key()),
                HasSubstr("The chain cannot be read: chain.txt, line"));
}

TEST_F(APackThatIsNotGenuine, CutShortAnywhereIsRefused) {
    const std::string whole = zip(files());
    for (std::size_t size = 0; size < whole.size(); size += size < 200 ? 1 : 97)
        EXPECT_NE(wrong(whole.substr(0, size), knows_key()), "") << size;
}

TEST_F(APackThatIsNotGenuine, ChangedInAnyByteHoldsNoMoreOrTellsTheSame) {
    const std::string whole = zip(files());
    const PackFiles as_it_was = files();
    for (std::size_t at = 0; at < whole.size(); at += 13) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        // Times and flags of the ZIP itself say nothing of the record.
        const auto read = read_zip(changed);
        if (read && *read == read_zip(whole).value()) continue;
        EXPECT_NE(wrong(changed, knows_key()), "") << at;
    }
}

TEST_F(APackThatIsNotGenuine, PackedAnewWithNothingChangedHolds) {
    EXPECT_EQ(wrong(zip_of(in_order(files())), knows_key()), "");
    auto backwards = in_order(files());
    std::reverse(backwards.begin(), backwards.end());
    EXPECT_EQ(wrong(zip_of(backwards), knows_key()), "");
}

TEST_F(APackThatIsNotGenuine, PackedAnewInAFolderIsRefusedWithWhatToDo) {
    auto all = in_order(files());
    for (auto& [name, bytes] : all) name = "evidence/" + name;
    EXPECT_THAT(wrong(zip_of(all), knows_key()), HasSubstr("It was packed anew. Ask for the file itself"));
}

TEST_F(APackThatIsNotGenuine, WithNamesThatLeadElsewhereIsRefused) {
    for (const char* name : {"../../etc/passwd", "/etc/passwd", "record.json/../x", "RECORD.JSON",
                             "record.json\n", "C:\\record.json"}) {
        auto all = in_order(files());
        all.at(2).first = name;
        EXPECT_THAT(wrong(zip_of(all), knows_key()), HasSubstr("a file that no pack has")) << name;
    }
}

TEST_F(APackThatIsNotGenuine, WithAFileMoreOrLessIsRefused) {
    auto all = in_order(files());
    all.emplace_back("__MACOSX/record.json", "x");
    EXPECT_THAT(wrong(zip_of(all), knows_key()), HasSubstr("it has not the files that a pack has"));
    all.resize(6);
    EXPECT_THAT(wrong(zip_of(all), knows_key()), HasSubstr("it has not the files that a pack has"));
}

TEST_F(APackThatIsNotGenuine, ThatWouldGrowBeyondEveryMeasureIsNotRead) {
    auto all = in_order(files());
    all.at(2).second.assign(kFileBytesMax + 1, '\0');
    const std::string bomb = zip_of(all);
    EXPECT_LT(bomb.size(), 200'000U);
    EXPECT_THAT(wrong(bomb, knows_key()), HasSubstr("larger than any that a hub makes"));
    for (auto& [name, bytes] : all) bytes.assign(kRecordBytesMax, '\0');
    EXPECT_THAT(wrong(zip_of(all), knows_key()), HasSubstr("larger than any that a hub makes"))
        << "each is small enough, and all together are not";
}

TEST_F(APackThatIsNotGenuine, IsNeverMadeLargerThanItIsRead) {
    PackFiles made = files();
    made.find(kRecord)->second.assign(kRecordBytesMax, ' ');
    EXPECT_TRUE(read_zip(to_zip(made, now).value()));
    made.find(kRecord)->second += ' ';
    const auto refused = to_zip(made, now);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::ErrorKind::InvalidInput);
    EXPECT_THAT(refused.error().message, HasSubstr("pack its appointments one by one"));
    EXPECT_THAT(wrong(zip_of(in_order(made)), knows_key()), HasSubstr("larger than any that a hub makes"));
}

TEST_F(APackThatIsNotGenuine, WhoseListLiesAboutASizeIsRefused) {
    const PackFiles made = files();
    std::string bytes = zip(made);
    const std::size_t size = made.find(kRecord)->second.size();
    std::string field;
    for (unsigned i = 0; i < 4; ++i) field += static_cast<char>(size >> (8 * i) & 0xFF);
    std::size_t changed = 0;
    for (auto at = bytes.find(field); at != std::string::npos; at = bytes.find(field, at + 1)) {
        bytes.replace(at, 4, std::string("\x0A\0\0\0", 4));
        ++changed;
    }
    ASSERT_GE(changed, 1U);
    EXPECT_NE(wrong(bytes, knows_key()), "");
}

TEST_F(APackThatIsNotGenuine, WithoutAKeyOfAHubSaysSo) {
    PackFiles made = files();
    made.find(kKey)->second = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n";
    EXPECT_THAT(wrong(zip(made), knows_key()), HasSubstr("hub-key.pem is not a public key of a hub."));
}

TEST(FingerprintsAndHeads, AreReadAsPeopleWriteThem) {
    const std::string plain(64, 'a');
    EXPECT_EQ(read_fingerprint(plain).value(), plain);
    EXPECT_EQ(read_fingerprint("AA:AA " + std::string(60, 'A')).value(), plain);
    for (const std::string& text : {std::string(), plain + "a", std::string(64, 'g')})
        EXPECT_FALSE(read_fingerprint(text)) << text;
    EXPECT_EQ(read_mark("12:" + plain).value().number, 12);
    for (const std::string& text :
         {std::string("12"), ":" + plain, "-1:" + plain, "1x:" + plain, std::string("1:aa")})
        EXPECT_FALSE(read_mark(text)) << text;
}

}  // namespace
}  // namespace server::evidence
