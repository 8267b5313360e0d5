#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/decide.h"

/// What staff do with the hub's kiosks, beside what they say of a kiosk's journal (decide.h). A kiosk is
/// known by its id, which its certificate carries; staff may call it by another name.
namespace server::app {

inline constexpr std::size_t kKioskNameMax = 40;

/// How staff call this kiosk now; its id where the hub has no such kiosk.
std::string kiosk_name(const std::vector<Kiosk>& kiosks, const domain::KioskId& id);

/// Who did something, as staff call them: a kiosk that did it (`kiosk front-door`) by its name of now.
std::string actor_shown(const std::vector<Kiosk>& kiosks, const std::string& actor);

/// The kiosk that is called so now, or has this id: no two share either. NotFound when there is none.
base::Result<Kiosk> kiosk_called(View& view, std::string_view name);

/// InvalidInput for a name that is not 1 to kKioskNameMax small letters, digits and dashes; Conflict for one
/// that a kiosk has, or has as its id, also one that was revoked. `but` may have it: the kiosk that is to be
/// called so.
base::Done check_kiosk_name(View& view, const std::string& name, const domain::KioskId& but = {});

/// Staff call it so from now on; what is recorded there is kept under its id. Conflict when it is called
/// so already. `decision.appointment` is not used, here and below.
base::Done rename_kiosk(Transaction& transaction, const domain::KioskId& kiosk, const std::string& name,
                        const Decision& decision, const Occasion& occasion);

/// The kiosk gets nowhere from now on. What it has not delivered holds did-not-attend back until its journal
/// is given up (give_up_journal). Conflict when it is revoked already.
base::Done revoke_kiosk(Transaction& transaction, const domain::KioskId& kiosk, const Decision& decision,
                        const Occasion& occasion);

}  // namespace server::app
