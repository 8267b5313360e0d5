#pragma once

#include <ostream>

#include "server/app/decide.h"
#include "server/app/kiosks.h"
#include "server/app/store.h"
#include "server/ctl/london.h"
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

/// Arrivals that were refused for good are somebody's task: whoever made one has come.
inline base::Done tell_of_refused(server::app::View& view, std::ostream& out) {
    const auto kiosks = TRY(view.kiosks());
    for (const server::app::RefusedAtKiosk& one : TRY(server::app::refused_to_see_to(view))) {
        const std::string name = server::app::kiosk_name(kiosks, one.kiosk);
        out << "TASK: " << one.arrivals << (one.arrivals == 1 ? " arrival" : " arrivals") << " at the kiosk "
            << name << " could not be taken by the hub, since " << date_and_time(one.at)
            << ". Look at it there with hub-kiosk --show-refused, record who came, then say so with hubctl "
               "kiosk refused "
            << name << " --seen N. Until then did-not-attend of that day waits.\n";
    }
    return {};
}

}  // namespace server::ctl
