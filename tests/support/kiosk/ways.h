#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/kiosk/front_door.h"

namespace support {

/// How a kiosk comes to show one sample.
struct Way {
    std::string name;
    std::function<void(FrontDoor&)> walk;
};

/// From the welcome screen to the answer of a search.
std::vector<Way> ways_to_questions();
/// What a person is told in the end, and what can go wrong.
std::vector<Way> ways_to_endings();

/// Surveys and ratings.
std::vector<Way> ways_to_surveys();
/// What is on.
std::vector<Way> ways_to_itinerary();

/// The staff corner.
std::vector<Way> ways_to_staff();

// What ways of both kinds begin with.
void finds(FrontDoor& door, const protocol::FindReply& reply);
protocol::FindReply with_times(std::size_t count);
protocol::FindReply covering(unsigned count);
protocol::FindReply ended();
void no_server(FrontDoor& door);

}  // namespace support
