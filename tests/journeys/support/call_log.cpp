#include <algorithm>

#include "tests/journeys/support/hub_world.h"

/// What every journey is held to.
namespace journeys {
namespace {

using sandbox::Call;

std::vector<Call> ending(const std::vector<Call>& calls, const std::string& path) {
    std::vector<Call> out;
    std::copy_if(calls.begin(), calls.end(), std::back_inserter(out),
                 [&](const Call& call) { return call.path.ends_with(path); });
    return out;
}

bool says(const Call& call, const std::string& words) {
    return call.body.find(words) != std::string::npos;
}

bool is_write(const Call& call) {
    return call.took_effect && call.path.find("/oauth/") == std::string::npos;
}

}  // namespace

std::vector<Call> HubWorld::writes(const std::string& appointment) const {
    std::vector<Call> out;
    for (const Call& call : case_system_.calls("", booked_.at(appointment).path)) {
        if (is_write(call)) out.push_back(call);
    }
    return out;
}

void HubWorld::expect_in_call_log(const std::string& appointment, domain::Attendance attendance,
                                  const std::string& arrived) {
    SCOPED_TRACE("appointment " + appointment);
    expected_.insert(appointment);
    forward_until_the_end_of(appointment);
    forward_until_it_rests(appointment);
    if (const auto one = update(appointment); one && !one->submitted_at) {
        const base::Done decided = submit(appointment);
        ASSERT_TRUE(decided) << decided.error().message;
        forward_until_it_rests(appointment);
    }
    const std::vector<Call> told = writes(appointment);
    const auto attended = ending(told, "attendance");
    ASSERT_EQ(attended.size(), 1U) << "the attendance is told once";
    const bool came = attendance != domain::Attendance::No;
    EXPECT_TRUE(says(attended[0], came ? "\"attended\":\"yes\"" : "\"attended\":\"no\"")) << attended[0].body;
    EXPECT_TRUE(says(attended[0], came ? "\"didSessionHappen\":true" : "\"didSessionHappen\":false"))
        << attended[0].body;
    const auto feedback = ending(told, "session-feedback");
    if (attendance == domain::Attendance::Late) {
        ASSERT_EQ(feedback.size(), 1U) << "that they were late is told once";
        EXPECT_TRUE(says(feedback[0], "\"late\":true")) << feedback[0].body;
        EXPECT_TRUE(says(feedback[0], "Arrived " + arrived)) << feedback[0].body;
    } else if (came) {
        EXPECT_EQ(feedback.size(), 0U) << "somebody in time was called late";
    } else {
        ASSERT_EQ(feedback.size(), 1U) << "the note for the practitioner is told once";
        EXPECT_TRUE(says(feedback[0], "\"noAttendanceInformation\":")) << feedback[0].body;
    }
    EXPECT_EQ(ending(told, "submit-feedback").size(), 1U) << "submitted once";
    EXPECT_EQ(case_system_.effects(appointment).wiped_drafts, 0);
    EXPECT_EQ(owed(appointment).state, domain::UpdateState::Submitted);
}

void HubWorld::expect_not_in_call_log(const std::string& appointment) {
    expected_not_.insert(appointment);
    forward_until_the_end_of(appointment);
    EXPECT_TRUE(writes(appointment).empty()) << "appointment " << appointment;
}

void HubWorld::check_writes() {
    for (const Call& call : case_system_.calls()) {
        if (!is_write(call)) continue;
        const auto of = std::find_if(booked_.begin(), booked_.end(), [&](const auto& one) {
            return call.path.find(one.second.path) != std::string::npos;
        });
        ASSERT_NE(of, booked_.end()) << call.path << ": nobody's appointment";
        EXPECT_GE(call.at, of->second.end) << call.path << ": told before the session's end";
        EXPECT_TRUE(expected_.contains(of->first)) << call.path << ": nobody expected that";
    }
}

void HubWorld::TearDown() {
    check_writes();
    for (const auto& kiosk : kiosks_) {
        for (const std::string& appointment : kiosk->acknowledged()) {
            EXPECT_TRUE(expected_.contains(appointment) || expected_not_.contains(appointment))
                << appointment << ": the journey does not say what became of this arrival";
        }
    }
}

}  // namespace journeys
