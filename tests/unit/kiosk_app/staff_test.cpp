// The staff corner: who gets in, who does not, and what it changes.

#include <array>

#include <gtest/gtest.h>

#include "kiosk/app/limits.h"
#include "kiosk/app/staff_keys.h"
#include "shared/domain/slip.h"
#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
using namespace kiosk::app;
using support::FrontDoor;

FrontDoor door_with_pin() {
    FrontDoor door;
    door.model.has_staff_pin = true;
    return door;
}

std::string badge() {
    const std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    return domain::new_slip(domain::SlipKind::Staff, "HERE", chance);
}

void keys(FrontDoor& door, std::size_t count = kStaffKeys.size()) {
    for (std::size_t i = 0; i < count; ++i) {
        door.jump(600ms);
        door.happens(event::KeyDown{{kStaffKeys.at(i), 0}});
    }
}

void type(FrontDoor& door, const std::string& pin) {
    for (const char digit : pin) door.press(press::Digit{static_cast<unsigned>(digit - '0')});
}

void answer(FrontDoor& door, bool is_right) {
    door.happens(event::StaffPinChecked{door.model.visit.corner->checking, is_right});
}

void try_pin(FrontDoor& door, bool is_right) {
    type(door, "204060");
    door.press(press::Continue{});
    answer(door, is_right);
}

FrontDoor in_corner() {
    FrontDoor door = door_with_pin();
    keys(door);
    try_pin(door, true);
    return door;
}

TEST(StaffKeys, OpenTheCornerOnTheFirstScreenAndPressNothingElse) {
    FrontDoor door = door_with_pin();
    keys(door, kStaffKeys.size() - 1);
    EXPECT_EQ(door.step(), Step::Welcome);
    keys(door);
    EXPECT_EQ(door.step(), Step::StaffPin) << "what came before does not spoil it";
}

TEST(StaffKeys, OpenNothingWithoutANumberToAskFor) {
    FrontDoor door;
    keys(door);
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_FALSE(door.model.visit.corner);
}

TEST(StaffKeys, OpenItFromTheListOfLanguagesAndWhereNobodyCanCheckIn) {
    FrontDoor door = door_with_pin();
    door.model.languages = {"en", "pl"};
    door.model.visit = fresh_visit(door.model);
    door.happens(event::JournalLost{});
    keys(door);
    EXPECT_EQ(door.step(), Step::StaffPin);
    EXPECT_FALSE(door.model.visit.choosing_language);
}

TEST(StaffKeys, DoNothingWithinAVisit) {
    FrontDoor door = door_with_pin();
    door.walk_to_third_question();
    const Visit before = door.model.visit;
    keys(door);
    EXPECT_EQ(door.step(), Step::LetterOrYear);
    EXPECT_EQ(door.model.visit.typed, before.typed);
}

TEST(StaffKeys, ThatStopInBetweenBeginAnew) {
    FrontDoor door = door_with_pin();
    keys(door, 4);
    door.jump(kStaffKeyWait + 1s);
    for (std::size_t i = 4; i < kStaffKeys.size(); ++i) door.happens(event::KeyDown{{kStaffKeys[i], 0}});
    EXPECT_EQ(door.step(), Step::Welcome);
}

TEST(StaffKeys, AreNotHitByWhoLooksAround) {
    FrontDoor door = door_with_pin();
    for (int i = 0; i < 200; ++i) {
        for (const Key key : {Key::Next, Key::Next, Key::Previous, Key::Back, Key::Back, Key::Previous}) {
            door.happens(event::KeyDown{{key, 0}});
        }
    }
    EXPECT_EQ(door.step(), Step::Welcome);
}

TEST(StaffBadge, OpensItLikeTheKeysAndNotWithinAVisit) {
    FrontDoor door = door_with_pin();
    door.happens(event::ScannedCode{badge()});
    EXPECT_EQ(door.step(), Step::StaffPin);
    FrontDoor other = door_with_pin();
    other.walk_to_third_question();
    other.happens(event::ScannedCode{badge()});
    EXPECT_EQ(other.step(), Step::LetterOrYear);
}

TEST(StaffBadge, OfAnotherHubOrWithoutANumberToAskForOpensNothing) {
    FrontDoor door = door_with_pin();
    door.has_list(support::todays_list({}));
    const std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    door.happens(event::ScannedCode{domain::new_slip(domain::SlipKind::Staff, "REST", chance)});
    EXPECT_EQ(door.step(), Step::SlipNotRead);
    FrontDoor without;
    without.happens(event::ScannedCode{badge()});
    EXPECT_EQ(without.step(), Step::Welcome);
    EXPECT_EQ(without.effect<effect::Find>(), nullptr);
}

TEST(StaffPin, OpensTheCornerWhenItIsRight) {
    FrontDoor door = door_with_pin();
    keys(door);
    type(door, "20406");
    door.press(press::Continue{});
    EXPECT_EQ(door.effect<effect::CheckStaffPin>(), nullptr) << "five digits are too few";
    type(door, "0");
    door.press(press::Continue{});
    ASSERT_NE(door.effect<effect::CheckStaffPin>(), nullptr);
    EXPECT_EQ(door.effect<effect::CheckStaffPin>()->pin.reveal_text(), "204060");
    EXPECT_TRUE(door.model.visit.corner->pin.empty()) << "nothing of it stays";
    answer(door, true);
    EXPECT_EQ(door.step(), Step::StaffCorner);
    EXPECT_EQ(door.model.staff.wrong_pins, 0u);
}

TEST(StaffPin, HasTwelveDigitsAtMostAndTheLastCanBeTakenBack) {
    FrontDoor door = door_with_pin();
    keys(door);
    type(door, "1234567890123");
    EXPECT_EQ(door.model.visit.corner->pin, "123456789012");
    door.press(press::Erase{});
    EXPECT_EQ(door.model.visit.corner->pin, "12345678901");
}

TEST(StaffPin, IsCountedOnTheDiskBeforeItIsLookedAt) {
    FrontDoor door = door_with_pin();
    keys(door);
    type(door, "204060");
    door.press(press::Continue{});
    ASSERT_GE(door.effects.size(), 2u);
    ASSERT_TRUE(std::holds_alternative<effect::KeepStaffState>(door.effects[0]));
    EXPECT_EQ(std::get<effect::KeepStaffState>(door.effects[0]).state.wrong_pins, 1u);
    EXPECT_TRUE(std::holds_alternative<effect::CheckStaffPin>(door.effects[1]));
}

TEST(StaffPin, FiveWrongOnesShutTheCornerForAQuarterOfAnHour) {
    FrontDoor door = door_with_pin();
    keys(door);
    for (unsigned i = 1; i < kWrongPinsMax; ++i) {
        try_pin(door, false);
        EXPECT_EQ(door.step(), Step::StaffPin);
        EXPECT_TRUE(door.model.visit.corner->refused);
    }
    try_pin(door, false);
    EXPECT_EQ(door.step(), Step::StaffLocked);
    door.press(press::Finish{});
    EXPECT_EQ(door.step(), Step::Welcome);
    door.wait(kStaffLocked - 10s);
    keys(door);
    EXPECT_EQ(door.step(), Step::StaffLocked);
    EXPECT_EQ(door.model.visit.corner->minutes_left, 1u);
    door.press(press::Finish{});
    door.wait(10s);
    keys(door);
    EXPECT_EQ(door.step(), Step::StaffPin);
    EXPECT_EQ(door.model.staff.wrong_pins, 0u);
    EXPECT_EQ(door.count<effect::CheckStaffPin>(), kWrongPinsMax);
}

TEST(StaffPin, TheFifthMayStillBeRight) {
    FrontDoor door = door_with_pin();
    keys(door);
    for (unsigned i = 1; i < kWrongPinsMax; ++i) try_pin(door, false);
    try_pin(door, true);
    EXPECT_EQ(door.step(), Step::StaffCorner);
}

TEST(StaffPin, PullingThePlugGivesNobodyMoreTries) {
    FrontDoor door = door_with_pin();
    StaffState kept;
    kept.wrong_pins = kWrongPinsMax;
    begin_with(door.model, kept);
    keys(door);
    EXPECT_EQ(door.step(), Step::StaffLocked);
    EXPECT_EQ(door.model.visit.corner->minutes_left, 15u);
}

TEST(StaffPin, AnAnswerThatComesAfterTheCornerWasLeftOpensNothing) {
    FrontDoor door = door_with_pin();
    keys(door);
    type(door, "204060");
    door.press(press::Continue{});
    const std::uint64_t number = door.model.visit.corner->checking;
    door.press(press::StartAgain{});
    door.happens(event::StaffPinChecked{number, true});
    EXPECT_EQ(door.step(), Step::Welcome);
    keys(door);
    door.happens(event::StaffPinChecked{number, true});
    EXPECT_EQ(door.step(), Step::StaffPin);
}

TEST(StaffCorner, ClosesByItselfAndAtStartAgain) {
    FrontDoor door = in_corner();
    door.press(press::StartAgain{});
    EXPECT_EQ(door.model.visit, Visit());
    FrontDoor other = in_corner();
    other.wait(kIdle + kStillThere);
    EXPECT_EQ(other.model.visit, Visit());
}

TEST(StaffCorner, HelpLeavesItSoThatNobodyGetsBackInWithoutTheNumber) {
    FrontDoor door = in_corner();
    door.press(press::Help{});
    EXPECT_EQ(door.step(), Step::HelpIsComing);
    EXPECT_FALSE(door.model.visit.corner);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Welcome);
}

TEST(StaffCorner, StaffAtWorkAreNoQueueForTheNextPerson) {
    FrontDoor door = in_corner();
    door.press(press::StartAgain{});
    door.wait(3s);
    door.walk_to_saving();
    const auto* kept = door.effect<effect::KeepArrival>();
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->request.run_began, kept->request.first_touch);
}

TEST(StaffCorner, TakesTheKioskOutOfUseUntilItIsPutBack) {
    FrontDoor door = in_corner();
    door.press(press::SetOutOfUse{true});
    ASSERT_NE(door.effect<effect::KeepStaffState>(), nullptr);
    EXPECT_TRUE(door.effect<effect::KeepStaffState>()->state.out_of_use);
    EXPECT_FALSE(can_check_in(door.model));
    door.press(press::StartAgain{});
    door.touch();
    door.press(press::Start{});
    EXPECT_EQ(door.step(), Step::Welcome);
    keys(door);
    try_pin(door, true);
    door.press(press::SetOutOfUse{false});
    EXPECT_TRUE(can_check_in(door.model));
}

TEST(StaffNumber, ThatCouldNotBeCountedIsSaidToBeShutUntilTheNextTry) {
    FrontDoor door = door_with_pin();
    keys(door);
    type(door, "204060");
    door.press(press::Continue{});
    door.happens(event::StaffStateNotKept{});
    answer(door, false);
    EXPECT_TRUE(door.model.visit.corner->not_kept);
    type(door, "204060");
    door.press(press::Continue{});
    EXPECT_FALSE(door.model.visit.corner->not_kept);
    answer(door, true);
    EXPECT_EQ(door.step(), Step::StaffCorner);
}

TEST(StaffCorner, SaysWhenWhatWasSetEndsWithTheProgram) {
    FrontDoor door = in_corner();
    door.press(press::SetOutOfUse{true});
    door.happens(event::StaffStateNotKept{});
    EXPECT_TRUE(door.model.visit.corner->not_kept);
    door.press(press::SetOutOfUse{true});
    EXPECT_FALSE(door.model.visit.corner->not_kept);
}

TEST(StaffCorner, IsWhereTheStateOutlivesTheProgram) {
    FrontDoor door;
    StaffState kept;
    kept.out_of_use = true;
    door.model.languages = {"en", "pl", "ur"};
    kept.languages_off = {"pl", "xx"};
    begin_with(door.model, kept);
    EXPECT_FALSE(can_check_in(door.model));
    EXPECT_EQ(door.model.languages, (std::vector<std::string>{"en", "ur"}));
}

TEST(StaffCorner, OffersLanguagesInTheirOrderAndAlwaysOne) {
    FrontDoor door = door_with_pin();
    door.model.languages = {"en", "pl", "ur"};
    begin_with(door.model, {});
    door.model.visit = fresh_visit(door.model);
    keys(door);
    try_pin(door, true);
    door.press(press::ShowStaffPage{press::StaffPage::Languages});
    door.press(press::OfferLanguage{0, false});
    door.press(press::OfferLanguage{1, false});
    EXPECT_EQ(door.model.languages, std::vector<std::string>{"ur"});
    door.press(press::OfferLanguage{2, false});
    EXPECT_EQ(door.model.languages, std::vector<std::string>{"ur"}) << "one stays";
    door.press(press::OfferLanguage{0, true});
    EXPECT_EQ(door.model.languages, (std::vector<std::string>{"en", "ur"}));
    EXPECT_EQ(door.model.staff.languages_off, std::vector<std::string>{"pl"});
    door.press(press::OfferLanguage{9, true});
    EXPECT_EQ(door.model.languages.size(), 2u);
}

TEST(StaffCorner, IsReadToItsEndInALanguageSwitchedOffThereWhichNobodyGetsAfterwards) {
    FrontDoor door = door_with_pin();
    door.model.languages = {"en", "pl", "ur"};
    begin_with(door.model, {});
    door.model.visit = fresh_visit(door.model);
    door.press(press::UseLanguage{1});
    keys(door);
    try_pin(door, true);
    ASSERT_EQ(language_of(door.model), "pl");
    door.press(press::ShowStaffPage{press::StaffPage::Languages});
    door.press(press::OfferLanguage{1, false});
    EXPECT_EQ(language_of(door.model), "pl");
    door.press(press::StartAgain{});
    EXPECT_EQ(language_of(door.model), "en");
    door.walk_to_search();
    auto reply = support::rosa();
    reply.language = "pl";
    door.server_finds(reply);
    EXPECT_EQ(language_of(door.model), "en") << "the case system's word does not bring it back";
}

TEST(StaffCorner, NothingCanBePressedInItFromOutside) {
    FrontDoor door;
    door.touch();
    door.press(press::SetOutOfUse{true});
    door.press(press::RestartProgram{});
    door.press(press::OfferLanguage{0, false});
    door.press(press::ShowStaffPage{press::StaffPage::State});
    door.press(press::PlaySample{});
    door.press(press::TouchPlace{1});
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_EQ(door.model.staff, StaffState());
    EXPECT_EQ(door.count<effect::RestartProgram>() + door.count<effect::PlaySample>(), 0u);
}

TEST(StaffCorner, TestsTouchSoundAndScanner) {
    FrontDoor door = in_corner();
    door.press(press::ShowStaffPage{press::StaffPage::TouchTest});
    EXPECT_EQ(door.step(), Step::StaffCorner) << "the tests are a page further";
    door.press(press::ShowStaffPage{press::StaffPage::Tests});
    door.press(press::ShowStaffPage{press::StaffPage::TouchTest});
    door.press(press::TouchPlace{8});
    door.press(press::TouchPlace{9});
    EXPECT_TRUE(door.model.visit.corner->touched[8]);
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::StaffTests);
    door.press(press::ShowStaffPage{press::StaffPage::SoundTest});
    door.press(press::PlaySample{});
    EXPECT_NE(door.effect<effect::PlaySample>(), nullptr);
    door.press(press::Back{});
    door.happens(event::ScannedCode{});
    door.press(press::ShowStaffPage{press::StaffPage::ScannerTest});
    EXPECT_FALSE(door.model.visit.corner->code_seen);
    door.happens(event::ScannedCode{});
    EXPECT_TRUE(door.model.visit.corner->code_seen);
    door.press(press::Back{});
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::StaffCorner);
}

TEST(StaffCorner, AsksHowMuchWaitsAndForARestart) {
    FrontDoor door = in_corner();
    door.press(press::RestartProgram{});
    EXPECT_NE(door.effect<effect::RestartProgram>(), nullptr);
    door.press(press::ShowStaffPage{press::StaffPage::State});
    EXPECT_NE(door.effect<effect::CountJournal>(), nullptr);
    door.happens(event::JournalCounted{3});
    EXPECT_EQ(door.model.visit.corner->waiting, 3u);
}

}  // namespace
