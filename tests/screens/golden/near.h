#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "tests/screens/golden/kinds.h"
#include "tests/screens/golden/png_file.h"

/// When two pictures are the same to the eye. Processors differ in the last place of what Dear ImGui divides
/// by (an approximate square root), and so do a few pixels at slanting edges, by a level or two.
namespace golden {

/// As 0xRRGGBB, and how many pixels have it.
using Colours = std::map<std::uint32_t, unsigned>;
Colours colours_of(const kiosk::paint::Pixels& pixels);

/// The colours of areas, not of edges: those that many pixels have.
std::set<std::uint32_t> areas_of(const Colours& colours);
/// `f7f3ea,ffffff`, and back.
std::string to_text(const std::set<std::uint32_t>& areas);
std::set<std::uint32_t> areas_of_text(const std::string& text);

/// Whether these areas are there and no others. A colour near the limit may be on either side of it.
bool has_areas(const Colours& colours, const std::set<std::uint32_t>& areas);
/// Whether but a few pixels differ, and those by one step of grey.
bool are_near(const Greys& a, const Greys& b);

}  // namespace golden
