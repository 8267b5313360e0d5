#include "shared/domain/calendar.h"
#include "tests/journeys/support/hub_world.h"

/// What staff do and see, by hubctl.
namespace journeys {

server::ctl::Hub HubWorld::hubctl() {
    return {settings_, server_clock_, entropy_, said_};
}

base::Done HubWorld::submit(const std::string& appointment) {
    return server::ctl::submit(hubctl(), {domain::AppointmentId(appointment), "Sam Desk", "It was held"});
}

base::Done HubWorld::settle(const std::string& appointment, const std::string& came_at) {
    server::ctl::DecisionWords words;
    words.settle = came_at;
    return server::ctl::decide(hubctl(),
                               {domain::AppointmentId(appointment), "Sam Desk", "I saw them come in"}, words);
}

base::Done HubWorld::absent(const std::string& appointment, bool came_after_end) {
    server::ctl::DecisionWords words;
    words.absent = true;
    words.came_after_end = came_after_end;
    return server::ctl::decide(hubctl(), {domain::AppointmentId(appointment), "Sam Desk", "Not seen in time"},
                               words);
}

std::string HubWorld::outbox() {
    said_.str("");
    const base::Done listed = server::ctl::outbox(hubctl(), std::nullopt, server::ctl::OutboxForm::Table);
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::today(const std::string& day, const server::ctl::NamesFor& names_for) {
    said_.str("");
    const base::Done listed = server::ctl::today(hubctl(), domain::parse_date(day).value(), names_for);
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::calls() {
    said_.str("");
    const base::Done listed = server::ctl::list_calls(hubctl());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::looks(const std::string& day) {
    said_.str("");
    const base::Done listed = server::ctl::list_looks(hubctl(), domain::parse_date(day).value());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

}  // namespace journeys
