#include "tests/bench/handover/lanes.h"

#include <map>
#include <string_view>

namespace bench {
namespace {

constexpr std::size_t kUuidLength = 36;

/// Numbers of referrals, by their own id and by that of their action plan.
std::map<std::string, std::size_t, std::less<>> numbers_of(const sandbox::World& world) {
    std::map<std::string, std::size_t, std::less<>> numbers;
    for (std::size_t i = 0; i < world.referrals().size(); ++i) {
        numbers[world.referrals()[i].id] = i;
        numbers[world.referrals()[i].action_plan_id] = i;
    }
    return numbers;
}

/// The id in the second part of a path: `/referral/{id}/…`.
std::string_view first_id(std::string_view path) {
    const std::size_t slash = path.find('/', 1);
    return slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1, kUuidLength);
}

}  // namespace

std::vector<std::vector<sandbox::Call>> lanes_since(HubAndTown& hub, std::size_t from, std::size_t lanes) {
    const auto numbers = hub.theirs().with_world(numbers_of);
    const std::vector<sandbox::Call> calls = hub.theirs().calls();
    std::vector<std::vector<sandbox::Call>> shared(lanes);
    for (std::size_t i = from; i < calls.size(); ++i) {
        const auto number = numbers.find(first_id(calls[i].path));
        if (number != numbers.end()) shared[number->second % lanes].push_back(calls[i]);
    }
    return shared;
}

}  // namespace bench
