#pragma once

#include <string>

#include "server/ctl/hub.h"

/// Case-level extracts (docs/extracts.md), as the command line gives them.
namespace server::ctl {

struct ExtractWords {
    std::string from, to;     ///< days such as 2026-10-01, both in it
    std::string csv, json;    ///< new files; at least one
    bool names = false;       ///< with what says who people are
    std::string approved_by;  ///< with names: the manager
    std::string recipient;    ///< who is to get it
    std::string why;
    std::string by;          ///< the member of staff
    std::string dictionary;  ///< a new file for the columns themselves; nothing else is done then
};

/// Writes the cases of some days into new files, and keeps who took them for whom.
base::Done extract(const Hub& hub, const ExtractWords& words);
/// Writes what each column means. Uses nothing of the hub but its `out`.
base::Done write_dictionary(const Hub& hub, const ExtractWords& words);
/// Who asked for which extract for whom, and what became of it.
base::Done list_extracts(const Hub& hub);

}  // namespace server::ctl
