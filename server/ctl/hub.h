#pragma once

#include <ostream>

#include "server/app/rules_in_force.h"
#include "server/hub/record.h"
#include "server/settings/settings.h"
#include "shared/base/clock.h"
#include "shared/base/entropy.h"
#include "shared/base/result.h"

namespace server::ctl {

/// What every command works with. Words for people go to `out`.
struct Hub {
    const settings::Settings& settings;
    const base::Clock& clock;
    base::Entropy& entropy;
    std::ostream& out;
};

/// The hub's rules as the settings file gives them.
inline app::RuleSet rules_of_file(const Hub& hub) {
    return {hub.settings.rules, hub.settings.calendar, hub.settings.languages};
}

/// The record, beside a running server.
inline base::Result<hub::Record> open_for_tool(const Hub& hub) {
    store::Options options;
    options.role = store::Role::Tool;
    return hub::open_record(hub.settings, hub.entropy, options);
}

}  // namespace server::ctl
