// A slip instead of typing: where it is taken, what follows, and what is said of one that does not work.

#include "shared/domain/slip.h"

#include <array>

#include <gtest/gtest.h>

#include "kiosk/app/offline_find.h"
#include "tests/support/kiosk/front_door.h"

namespace {

using namespace std::chrono_literals;
namespace press = kiosk::app::press;
namespace effect = kiosk::app::effect;
namespace event = kiosk::app::event;
using kiosk::app::ReceptionReason;
using kiosk::app::Step;
using protocol::FindOutcome;
using support::FrontDoor;
using support::listed;
using support::offered;
using support::only;
using support::slip_of;
using support::todays_list;

/// Nobody has chosen a language, and the list of languages stands first.
FrontDoor with_languages() {
    FrontDoor door;
    door.model.languages = {"en", "pl", "ur"};
    door.model.visit = kiosk::app::fresh_visit(door.model);
    return door;
}

bool is_asked(const FrontDoor& door) {
    return door.effect<effect::Find>() != nullptr &&
           door.effect<effect::Find>()->request.slip == slip_of("rosa");
}

TEST(ASlip, AtTheFirstScreenFindsThePersonAndTheScanIsTheFirstTouch) {
    FrontDoor door = with_languages();
    door.jump(40s);
    door.scan(slip_of("rosa"));
    EXPECT_EQ(door.step(), Step::Searching);
    ASSERT_TRUE(is_asked(door));
    EXPECT_FALSE(door.effect<effect::Find>()->request.query);
    EXPECT_EQ(door.model.visit.first_touch, door.clocks());
    EXPECT_EQ(door.model.run_began, door.clocks());
    auto reply = support::rosa();
    reply.language = "pl";
    door.jump(2s);
    door.server_finds(reply);
    EXPECT_EQ(door.step(), Step::IsThisRight);
    EXPECT_EQ(door.model.visit.language, "pl") << "the hub knows it, and nobody has chosen another";
    EXPECT_FALSE(door.model.visit.choosing_language);
    door.press(press::ConfirmArrival{});
    ASSERT_NE(door.effect<effect::KeepArrival>(), nullptr);
    EXPECT_EQ(door.effect<effect::KeepArrival>()->request.first_touch.since_boot, door.since_boot() - 2s);
}

TEST(ASlip, IsTakenOnEveryScreenUntilSomebodyIsFound) {
    const std::vector<std::pair<const char*, void (*)(FrontDoor&)>> ways{
        {"untouched",
         [](FrontDoor&) {
         }},
        {"welcome",
         [](FrontDoor& d) {
             d.touch();
         }},
        {"what we keep",
         [](FrontDoor& d) {
             d.press(press::Start{});
         }},
        {"day",
         [](FrontDoor& d) {
             d.walk_to_day();
         }},
        {"month",
         [](FrontDoor& d) {
             d.walk_to_day(), d.press(press::Day{7});
         }},
        {"way",
         [](FrontDoor& d) {
             d.walk_to_third_question();
         }},
        {"letter",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::UseLetter{});
         }},
        {"year",
         [](FrontDoor& d) {
             d.walk_to_third_question(), d.press(press::UseYear{});
         }},
        {"start time",
         [](FrontDoor& d) {
             d.walk_to_search();
             auto times = only(FindOutcome::AskStartTime);
             times.start_times = {support::two_o_clock(), support::two_o_clock() + 1h};
             d.server_finds(times);
         }},
        {"not found",
         [](FrontDoor& d) {
             d.walk_to_search(), d.server_finds(only(FindOutcome::NotFound));
         }},
        {"not read",
         [](FrontDoor& d) {
             d.scan("RUBBISH");
         }},
        {"languages again",
         [](FrontDoor& d) {
             d.walk_to_day(), d.press(press::Languages{});
         }},
        {"still there",
         [](FrontDoor& d) {
             d.walk_to_day(), d.wait(61s);
         }},
    };
    for (const auto& [name, walk] : ways) {
        SCOPED_TRACE(name);
        FrontDoor door;
        walk(door);
        door.scan(slip_of("rosa"));
        EXPECT_TRUE(is_asked(door));
        door.server_finds(support::rosa());
        EXPECT_EQ(door.step(), Step::IsThisRight);
        EXPECT_FALSE(door.model.visit.still_there);
    }
}

TEST(ASlip, IsIgnoredOnceSomebodyIsFoundAndWhileSomethingIsUnderWay) {
    const std::vector<void (*)(FrontDoor&)> ways{
        [](FrontDoor& d) { d.walk_to_search(); },
        [](FrontDoor& d) { d.walk_to_is_this_right(); },
        [](FrontDoor& d) { d.walk_to_saving(); },
        [](FrontDoor& d) { d.walk_to_checked_in(); },
        [](FrontDoor& d) { d.walk_to_late(); },
        [](FrontDoor& d) { d.walk_to_first_question(support::rated_before()); },
        [](FrontDoor& d) { d.walk_to_day(), d.press(press::Help{}); },
        [](FrontDoor& d) { d.happens(event::JournalLost{}); },
        [](FrontDoor& d) { d.touch(), d.model.visit.asking_aloud = true; },
    };
    for (const auto& walk : ways) {
        for (const char* text : {"good", "RUBBISH"}) {
            FrontDoor door;
            walk(door);
            const kiosk::app::Model before = door.model;
            door.jump(1s);
            door.scan(std::string_view(text) == "good" ? slip_of("rosa") : text);
            EXPECT_EQ(door.step(), before.visit.step);
            EXPECT_EQ(door.model.visit.touched_at, before.visit.touched_at) << "nothing stands longer for it";
            EXPECT_EQ(door.effect<effect::Find>(), nullptr);
        }
    }
}

TEST(ASlip, IsNothingAtAllWhileTheKioskIsOutOfUse) {
    FrontDoor door;
    door.model.staff.out_of_use = true;
    const auto before = door.model.visit;
    door.scan(slip_of("rosa"));
    door.scan("HUB1-half-read");
    EXPECT_EQ(door.effect<effect::Find>(), nullptr);
    EXPECT_EQ(door.step(), before.step);
    EXPECT_FALSE(door.model.visit.first_touch);
}

TEST(ASlip, ThatIsShownTwiceIsLookedForOnce) {
    FrontDoor door;
    door.scan(slip_of("rosa"));
    door.scan(slip_of("rosa"));
    EXPECT_EQ(door.count<effect::Find>(), 1U);
}

TEST(ASlip, OverAVisitThatSomebodyLeftBeginsAVisitOfItsOwn) {
    FrontDoor door;
    door.walk_to_third_question();
    door.wait(kiosk::app::kIdle);
    ASSERT_TRUE(door.model.visit.still_there);
    door.scan(slip_of("rosa"));
    EXPECT_TRUE(is_asked(door));
    EXPECT_EQ(door.model.visit.first_touch->since_boot, door.since_boot());
    EXPECT_EQ(door.model.visit.typed, kiosk::app::Typed{});
}

TEST(ASlip, WakesTheKioskAndIsTakenAtOnce) {
    FrontDoor door;
    door.model.saver = kiosk::app::Saver{};
    door.scan(slip_of("rosa"));
    EXPECT_FALSE(door.model.saver);
    EXPECT_TRUE(is_asked(door));
}

TEST(ASlip, ThatDoesNotWorkHereIsSaidInTheSameWordsWhateverIsWrong) {
    std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    const std::string other = domain::new_slip(domain::SlipKind::Visitor, "REST", chance);
    const std::string good = slip_of("rosa");
    for (const std::optional<std::string>& text : std::vector<std::optional<std::string>>{
             other, good.substr(0, 20), good + good, "5000159407236", std::nullopt}) {
        FrontDoor door;
        door.has_list(todays_list({}));
        door.scan(text);
        EXPECT_EQ(door.step(), Step::SlipNotRead);
        EXPECT_EQ(door.effect<effect::Find>(), nullptr) << "nothing of it leaves the kiosk";
        EXPECT_EQ(door.model.visit.tries, 0U);
        EXPECT_FALSE(door.model.visit.search);
        door.scan(good);
        EXPECT_TRUE(is_asked(door)) << "it may be shown once more";
    }
}

TEST(ASlip, OfAnyHubIsAskedForUntilTheFirstListHasToldTheMark) {
    std::array<std::byte, domain::kSlipChanceCharacters> chance{};
    FrontDoor door;
    door.scan(domain::new_slip(domain::SlipKind::Visitor, "REST", chance));
    EXPECT_EQ(door.step(), Step::Searching);
}

TEST(ASlip, ThatDoesNotWorkLeadsOnToTypingWhereTheyWere) {
    FrontDoor door;
    door.scan("RUBBISH");
    door.press(press::Continue{});
    EXPECT_EQ(door.step(), Step::WhatWeKeep) << "they are told first what is kept";
    door.press(press::Continue{});
    door.press(press::Day{7});
    door.scan("RUBBISH");
    door.scan("RUBBISH");
    door.press(press::Continue{});
    EXPECT_EQ(door.step(), Step::Month);
    EXPECT_EQ(door.model.visit.typed.day, 7U) << "nothing is typed twice";
    door.scan("RUBBISH");
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Month);
}

TEST(ASlip, ThatDoesNotWorkLeadsBackToTheFirstScreen) {
    FrontDoor door = with_languages();
    door.scan("RUBBISH");
    EXPECT_FALSE(door.model.visit.choosing_language) << "it is read before the list of languages";
    door.press(press::Back{});
    EXPECT_EQ(door.step(), Step::Welcome);
    EXPECT_TRUE(door.model.visit.choosing_language);
    EXPECT_TRUE(door.model.visit.first_touch) << "the visit goes on";
}

TEST(ASlip, ThatIsUnknownCountsAsATryAndIsToldOfLikeABirthday) {
    FrontDoor door;
    for (unsigned tries = 1; tries < kiosk::app::kTriesMax; ++tries) {
        door.scan(slip_of("nobody"));
        door.server_finds(only(FindOutcome::NotFound));
        EXPECT_EQ(door.step(), Step::NotFound);
        EXPECT_EQ(door.model.visit.tries, tries);
    }
    door.scan(slip_of("nobody"));
    door.server_finds(only(FindOutcome::NotFound));
    EXPECT_EQ(door.step(), Step::SeeReception);
    EXPECT_EQ(door.model.visit.reception, ReceptionReason::ThreeTries);
    EXPECT_EQ(door.model.misses.size(), kiosk::app::kTriesMax);
}

TEST(ASlip, ThatIsUnknownLeadsToTypingByWhatIsKept) {
    FrontDoor door;
    door.scan(slip_of("nobody"));
    door.server_finds(only(FindOutcome::NotFound));
    door.press(press::Continue{});
    EXPECT_EQ(door.step(), Step::WhatWeKeep);
}

TEST(ASlip, OfSomebodyElseIsATryToo) {
    FrontDoor door;
    door.scan(slip_of("rosa"));
    door.server_finds(support::rosa());
    door.press(press::NotMe{});
    EXPECT_EQ(door.step(), Step::NotFound);
    EXPECT_EQ(door.model.visit.tries, 1U);
    EXPECT_FALSE(door.model.visit.found);
}

TEST(ASlip, LeavesNothingToAsk) {
    for (const FindOutcome asks : {FindOutcome::AskLetter, FindOutcome::AskYear, FindOutcome::AskStartTime}) {
        FrontDoor door;
        door.scan(slip_of("rosa"));
        auto reply = only(asks);
        if (asks == FindOutcome::AskStartTime) reply.start_times = {support::two_o_clock()};
        door.server_finds(reply);
        EXPECT_EQ(door.step(), Step::SeeReception);
    }
}

TEST(ASlip, IsForgottenWithTheVisit) {
    FrontDoor door;
    door.scan(slip_of("rosa"));
    door.server_finds(support::rosa());
    EXPECT_FALSE(door.model.visit.search);
    door.press(press::StartAgain{});
    EXPECT_EQ(door.model.visit, kiosk::app::fresh_visit(door.model));
}

TEST(ASlip, IsLookedForInTodaysListWhileTheServerIsAway) {
    FrontDoor door;
    auto rosa = listed("rosa", "1994-11-07", "Rosa", {offered(1, 0, 60)});
    rosa.keys.push_back(support::key_of_slip("rosa"));
    door.has_list(todays_list({rosa, listed("sam", "1980-03-02", "Sam", {offered(2, 0, 60)})}));
    door.happens(event::ServerLost{});
    door.scan(slip_of("rosa"));
    EXPECT_EQ(door.step(), Step::IsThisRight);
    EXPECT_EQ(door.model.visit.found->person.text(), "rosa");
    door.press(press::StartAgain{});
    door.scan(slip_of("nobody"));
    EXPECT_EQ(door.step(), Step::NotFound);
    EXPECT_EQ(door.count<effect::Find>(), 0U);
}

TEST(ASlip, FindsNobodyInAListOfAnotherDayAndNobodyWithNothingToDo) {
    auto rosa = listed("rosa", "1994-11-07", "Rosa", {offered(1, 0, 60)});
    rosa.keys = {support::key_of_slip("rosa")};
    protocol::FindRequest request;
    request.slip = slip_of("rosa");
    const auto look = [&](const protocol::TodaysList& list, base::Instant at) {
        return kiosk::app::offline_find(list, support::PlainHash(), request, at).outcome;
    };
    EXPECT_EQ(look(todays_list({rosa}), support::two_o_clock()), FindOutcome::Found);
    EXPECT_EQ(look(todays_list({rosa}), support::two_o_clock() + 24h), FindOutcome::NotFound);
    rosa.appointments.clear();
    EXPECT_EQ(look(todays_list({rosa}), support::two_o_clock()), FindOutcome::NotFound);
    request.query = domain::PersonQuery{{7, 11}, 'R', std::nullopt};
    EXPECT_EQ(look(todays_list({rosa}), support::two_o_clock()), FindOutcome::NotFound)
        << "by one thing only";
}

TEST(AScanner, IsOfferedWhileItIsPluggedIn) {
    FrontDoor door;
    EXPECT_FALSE(door.model.scanner);
    door.happens(event::ScannerFound{});
    EXPECT_TRUE(door.model.scanner);
    door.happens(event::ScannerLost{});
    EXPECT_FALSE(door.model.scanner);
    EXPECT_FALSE(door.model.visit.first_touch) << "that is no visit";
}

}  // namespace
