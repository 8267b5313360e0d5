#pragma once

#include "server/ctl/hub.h"

namespace server::ctl {

/// The rules in force; before there is a record those of the settings file.
base::Result<app::RuleSet> rules_of_record(const Hub& hub);

}  // namespace server::ctl
