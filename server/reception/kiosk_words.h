#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "server/app/kiosks.h"
#include "server/reception/render.h"

/// The hub's kiosks as words for their pages.
namespace server::reception {

/// A kiosk reports every few seconds; one that has said nothing for so long is cut off or switched off.
inline constexpr std::chrono::minutes kKioskSilent{2};

/// All that one look at the record gives of the kiosks.
struct KioskFacts {
    std::vector<app::Kiosk> kiosks;  ///< those in use first, then by name
    std::vector<app::KioskHealth> health;
    std::vector<app::RefusedAtKiosk> refused;
    std::vector<app::JournalSettled> settled;
    std::vector<app::KioskChange> changes;
};
base::Result<KioskFacts> kiosk_facts(app::View& view);

/// What was refused at this kiosk and nobody has looked at since; null when there is nothing.
const app::RefusedAtKiosk* refused_at(const KioskFacts& facts, const domain::KioskId& kiosk);
bool is_given_up(const KioskFacts& facts, const domain::KioskId& kiosk);

/// Another one after everything that somebody does with the kiosk, or that it newly tells of.
std::string mark_of(const KioskFacts& facts, const domain::KioskId& kiosk);

/// Name, state in words, last seen, version, clock and what waits.
Words kiosk_words(const KioskFacts& facts, const app::Kiosk& kiosk, base::Instant now);

/// Who did what with it, and why; the newest first. Of all kiosks where `kiosk` is empty.
Words done_with_kiosks(const KioskFacts& facts, const domain::KioskId& kiosk, base::Instant now);

/// What is not well with a kiosk of this health, null for one that has never reported; empty: all is well.
std::string trouble_of(const app::KioskHealth* health, base::Instant now);

}  // namespace server::reception
