#pragma once

#include <string>

#include "server/app/evidence_pack.h"

namespace server::evidence {

/// The page for people: one HTML file that needs no other, runs nothing, and prints on A4.
std::string page_of(const app::EvidencePack& pack, const std::string& fingerprint);

}  // namespace server::evidence
