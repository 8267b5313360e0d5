// From keys to codes: what a scanner types, and what somebody may have printed for it.

#include "kiosk/input/code_reader.h"

#include <vector>

#include <gtest/gtest.h>
#include <linux/input-event-codes.h>

#include "kiosk/input/key_source.h"
#include "tests/unit/kiosk_input/typing.h"

namespace {

using namespace kiosk::input;
using namespace std::chrono_literals;
using typing::code_of;

/// A scanner that types a key each two milliseconds.
class Typist {
public:
    std::vector<Scan> scans;
    CodeReader reader;
    base::BootTime at = 1h;

    void key(std::uint16_t code, KeyStroke::Kind kind = KeyStroke::Kind::Pressed) {
        at += 2ms;
        if (auto scan = reader.on_key({code, kind}, at)) scans.push_back(*scan);
    }
    void types(std::string_view text) {
        for (const char c : text) {
            key(code_of(c));
            key(code_of(c), KeyStroke::Kind::Released);
        }
    }
    void enter() { key(KEY_ENTER); }
    void wait(base::BootTime time) {
        at += time;
        if (auto scan = reader.on_time(at)) scans.push_back(*scan);
    }
};

const Scan kUnreadable;
/// That something was unreadable, beside nothing to tell.
const std::optional<Scan> kToldUnreadable{kUnreadable};

TEST(CodeReader, TakesEveryLetterAndDigitUpperCaseWhateverShiftIsHeld) {
    Typist scanner;
    scanner.types("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    scanner.enter();
    scanner.key(KEY_LEFTSHIFT);
    scanner.key(KEY_A);
    scanner.key(KEY_LEFTSHIFT, KeyStroke::Kind::Released);
    scanner.key(KEY_CAPSLOCK);
    scanner.key(KEY_B);
    scanner.key(KEY_KPENTER);
    EXPECT_EQ(scanner.scans, (std::vector<Scan>{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AB"}));
}

TEST(CodeReader, GivesACodeOnceHoweverManyEntersEndIt) {
    Typist scanner;
    scanner.enter();
    scanner.types("A1");
    scanner.enter();
    scanner.enter();
    EXPECT_EQ(scanner.scans, std::vector<Scan>{"A1"});
    EXPECT_EQ(scanner.reader.due(), std::nullopt);
}

TEST(CodeReader, TakesTheLongestCodeAndNoneThatIsLonger) {
    Typist scanner;
    scanner.types(std::string(kCodeCharactersMax, 'A'));
    scanner.enter();
    scanner.types(std::string(kCodeCharactersMax + 1, 'A'));
    scanner.enter();
    scanner.types("OK");
    scanner.enter();
    EXPECT_EQ(scanner.scans, (std::vector<Scan>{std::string(kCodeCharactersMax, 'A'), kUnreadable, "OK"}));
}

TEST(CodeReader, Of10KilobytesKeepsNothingAndTellsOfThemAtMostOnceEachTwoSeconds) {
    Typist scanner;
    scanner.types(std::string(10'000, 'A'));
    scanner.enter();
    scanner.wait(kCodeWithin + 1ms);
    EXPECT_LE(scanner.scans.size(), 21U) << "20,000 keys at 2 ms";
    for (const Scan& scan : scanner.scans) {
        EXPECT_LE(scan.value_or("").size(), kCodeCharactersMax);
    }
    scanner.scans.clear();
    scanner.types("NEXT");
    scanner.enter();
    EXPECT_EQ(scanner.scans, std::vector<Scan>{"NEXT"});
}

TEST(CodeReader, IsSpoiltByKeysThatWouldLeaveTheKiosk) {
    for (const int key : {KEY_LEFTCTRL, KEY_LEFTALT, KEY_F2, KEY_ESC, KEY_DELETE, KEY_SYSRQ, KEY_TAB,
                          KEY_SPACE, KEY_SLASH, KEY_POWER, KEY_KP7, KEY_BACKSPACE, 0x2FF, int{kLostKeys}}) {
        Typist scanner;
        scanner.types("HUB1");
        scanner.key(static_cast<std::uint16_t>(key));
        scanner.types("V7QK");
        scanner.enter();
        scanner.types("A1");
        scanner.enter();
        EXPECT_EQ(scanner.scans, (std::vector<Scan>{kUnreadable, "A1"})) << key;
    }
}

TEST(CodeReader, DoesNotCountAKeyThatRepeatsOrIsReleased) {
    Typist scanner;
    scanner.key(KEY_A);
    scanner.key(KEY_A, KeyStroke::Kind::Repeated);
    scanner.key(KEY_B, KeyStroke::Kind::Released);
    scanner.enter();
    EXPECT_EQ(scanner.scans, std::vector<Scan>{"A"});
}

TEST(CodeReader, ThatIsNotOverInTimeIsUnreadableOnce) {
    Typist scanner;
    scanner.types("HUB1V7QK");
    ASSERT_TRUE(scanner.reader.due());
    const base::BootTime due = *scanner.reader.due();
    EXPECT_EQ(scanner.reader.on_time(due - 1us), std::nullopt) << "exactly so long is in time";
    EXPECT_EQ(scanner.reader.on_time(due), kToldUnreadable);
    EXPECT_EQ(scanner.reader.on_time(due), std::nullopt);
    EXPECT_EQ(scanner.reader.due(), std::nullopt);
}

TEST(CodeReader, HalfReadIsNotPutTogetherWithTheNext) {
    Typist scanner;
    scanner.types("HUB1V7QK");
    scanner.at += kCodeWithin;
    scanner.types("A1");
    scanner.enter();
    EXPECT_EQ(scanner.scans, (std::vector<Scan>{kUnreadable, "A1"}));
}

TEST(CodeReader, ForgetsWhatAScannerThatWasPulledOutHadBegun) {
    Typist scanner;
    scanner.types("HUB1V7QK");
    scanner.reader.forget();
    scanner.types("A1");
    scanner.enter();
    EXPECT_EQ(scanner.scans, std::vector<Scan>{"A1"});
}

TEST(KeyOfEvent, TakesKeysOnly) {
    EXPECT_EQ(key_of_event(EV_KEY, KEY_A, 1), (KeyStroke{KEY_A, KeyStroke::Kind::Pressed}));
    EXPECT_EQ(key_of_event(EV_KEY, KEY_A, 0), (KeyStroke{KEY_A, KeyStroke::Kind::Released}));
    EXPECT_EQ(key_of_event(EV_KEY, KEY_A, 2), (KeyStroke{KEY_A, KeyStroke::Kind::Repeated}));
    EXPECT_EQ(key_of_event(EV_KEY, KEY_A, 3), std::nullopt);
    EXPECT_EQ(key_of_event(EV_KEY, KEY_A, -1), std::nullopt);
    EXPECT_EQ(key_of_event(EV_MSC, 4, 1), std::nullopt);
    EXPECT_EQ(key_of_event(EV_SYN, 0, 0), std::nullopt);
}

}  // namespace
