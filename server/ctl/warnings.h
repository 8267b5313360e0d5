#pragma once

#include <ostream>

#include "server/app/store.h"
#include "shared/base/result.h"

namespace server::ctl {

/// Says what the server found wrong with its record in the background, if anything: the first thing that
/// whoever looks should see.
inline base::Done warn_of_damage(server::app::View& view, std::ostream& out) {
    const auto check = TRY(view.record_check());
    if (check && !check->problem.empty()) {
        out << "WARNING: the server has found its record damaged: " << check->problem << '\n';
    }
    return {};
}

}  // namespace server::ctl
