#pragma once

#include "server/app/chain_proof.h"
#include "shared/protocol/json_tree.h"

/// Events of a record as JSON. Included by .cpp files only.
namespace server::evidence {

using Json = protocol::Json;

/// A text; one that is not UTF-8 as `{"hex": "..."}`, so that its bytes can be proven.
Json text_json(const std::string& text);

Json to_json(const app::ProvenEvent& event);
/// None for anything that to_json() does not write.
std::optional<app::ProvenEvent> read_event(const Json& json);

}  // namespace server::evidence
