// The invented day and scenario files.

#include "tests/sandbox/invented_day.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/contract/sandbox/caller.h"
#include "tests/sandbox/scenario.h"

namespace {

using namespace sandbox_test;
using sandbox::Appointment;
using sandbox::Referral;

template <class Look>
void for_each_current(const sandbox::World& world, const Look& look) {
    for (const Referral& referral : world.referrals()) {
        if (referral.assessment_booked) look(referral, referral.assessments.back());
        for (const sandbox::Session& session : referral.sessions)
            if (session.current) look(referral, *session.current);
    }
}

TEST(InventedDay, HasPeopleBeforeNowAtNowAndLaterInTheDay) {
    const auto world = sandbox::invented_day(7, kNow, 60);
    int past = 0;
    int soon = 0;
    int later = 0;
    std::set<sandbox::Delivery> ways;
    for_each_current(world, [&](const Referral& referral, const Appointment& one) {
        if (referral.contract != sandbox::kManchesterContract) return;
        if (one.start < kNow - 5h || one.start > kNow + 6h) return;
        ways.insert(one.delivery);
        if (one.start < kNow - 30min)
            ++past;
        else if (one.start < kNow + 30min)
            ++soon;
        else
            ++later;
    });
    EXPECT_GE(past, 15);
    EXPECT_GE(soon, 4);
    EXPECT_GE(later, 15);
    EXPECT_EQ(ways.size(), 4u);
}

TEST(InventedDay, HasClashesPeopleBornOnTheFirstOfJanuaryAndOneWithoutADate) {
    const auto world = sandbox::invented_day(7, kNow, 60);
    std::map<std::string, int> days;
    for (const Referral& referral : world.referrals())
        if (referral.contract == sandbox::kManchesterContract)
            ++days[referral.person.born.empty() ? "none" : referral.person.born.substr(5)];
    EXPECT_GE(days["01-01"], 3);
    EXPECT_GE(days["03-07"], 3);
    EXPECT_GE(days["none"], 1);
}

TEST(InventedDay, HasOtherContractsMovedAppointmentsInterpretersAndCustody) {
    const auto world = sandbox::invented_day(7, kNow, 60);
    int elsewhere = 0;
    int moved = 0;
    int interpreters = 0;
    int custody = 0;
    std::set<std::string> crns;
    for (const Referral& referral : world.referrals()) {
        elsewhere += referral.contract != sandbox::kManchesterContract ? 1 : 0;
        interpreters += referral.person.interpreter_language.empty() ? 0 : 1;
        custody += referral.person.in_custody ? 1 : 0;
        for (const sandbox::Session& session : referral.sessions)
            moved += static_cast<int>(session.moved.size());
        crns.insert(referral.person.crn);
    }
    EXPECT_GE(elsewhere, 3);
    EXPECT_GE(moved, 1);
    EXPECT_GE(interpreters, 5);
    EXPECT_GE(custody, 1);
    EXPECT_EQ(crns.size(), world.referrals().size()) << "two people have the same CRN";
}

TEST(InventedDay, RepeatsItselfForTheSameSeed) {
    const auto one = sandbox::invented_day(7, kNow, 60);
    const auto same = sandbox::invented_day(7, kNow, 60);
    const auto other = sandbox::invented_day(8, kNow, 60);
    EXPECT_EQ(one.referrals()[11].id, same.referrals()[11].id);
    EXPECT_EQ(one.referrals()[11].person.born, same.referrals()[11].person.born);
    EXPECT_NE(one.referrals()[11].id, other.referrals()[11].id);
}

TEST(InventedDay, EveryReferralCanBeReadByTheHubsUser) {
    Caller caller(sandbox::invented_day(7, kNow, 300));
    const Json page = caller.get("/sent-referrals/summaries?size=500").body;
    EXPECT_GT(page["content"].size(), 250u);
    for (const Json& row : page["content"]) {
        const std::string path = "/sent-referral/" + row["id"].get<std::string>();
        const Reply referral = caller.get(path);
        ASSERT_EQ(referral.status, 200);
        EXPECT_EQ(caller.get(path + "/supplier-assessment").status, 200);
        if (referral.body["actionPlanId"].is_string()) {
            const std::string plan = referral.body["actionPlanId"];
            EXPECT_EQ(caller.get("/action-plan/" + plan + "/appointments").status, 200);
        }
    }
}

TEST(Scenario, AddsItsPeopleWithAppointmentsRelativeToNow) {
    sandbox::World world(1);
    const auto added = sandbox::add_scenario(
        R"({"people": [{"firstName": "Łukasz", "lastName": "Wiśniewski", "dateOfBirth": "1984-03-07",
            "crn": "X900001", "interpreterLanguage": "Polish",
            "appointments": [{"startSeconds": -600, "minutes": 45, "delivery": "hub"},
                             {"type": "assessment", "startSeconds": 90, "delivery": "phone"}]}]})",
        kNow, world);
    ASSERT_TRUE(added) << added.error().message;
    const Referral& referral = world.referrals().at(0);
    EXPECT_EQ(referral.person.crn, "X900001");
    EXPECT_EQ(referral.sessions.at(0).current->start, kNow - 600s);
    EXPECT_EQ(referral.sessions.at(0).current->minutes, 45);
    EXPECT_EQ(referral.assessments.at(0).start, kNow + 90s);
    EXPECT_EQ(referral.assessments.at(0).delivery, sandbox::Delivery::PhoneCall);
}

TEST(Scenario, SaysWhichMemberIsWrongAndAddsNothing) {
    sandbox::World world(1);
    for (const char* text :
         {R"({"people": [{"firstName": "A"}, {"lastName": 3}]})", R"([])", R"({"people": 1})",
          R"({"people": [{"firstName": "A", "appointments": [{"delivery": "boat"}]}]})",
          R"({"people": [{"firstName": "A", "appointments": [{"minutes": 0}]}]})"}) {
        const auto added = sandbox::add_scenario(text, kNow, world);
        EXPECT_FALSE(added) << text;
    }
    EXPECT_TRUE(world.referrals().empty());
}

}  // namespace
