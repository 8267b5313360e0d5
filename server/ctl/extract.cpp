#include "server/ctl/extract.h"

#include <optional>

#include "server/app/extracts.h"
#include "server/ctl/in_record.h"
#include "server/ctl/london.h"
#include "server/ctl/new_file.h"
#include "server/ctl/table.h"
#include "server/extract/rows.h"

namespace server::ctl {
namespace {

using app::ExtractNames;
using extract::Form;

base::Result<app::ExtractAsked> asked_of(const ExtractWords& words) {
    if (words.csv.empty() && words.json.empty())
        return base::fail(base::ErrorKind::InvalidInput, "say where to: --csv FILE or --jsonl FILE, or both");
    if (words.names == words.approved_by.empty())
        return base::fail(base::ErrorKind::InvalidInput,
                          words.names ? "with --names say which manager has approved it: --approved-by NAME"
                                      : "--approved-by is needed with --names only");
    app::ExtractAsked asked;
    asked.first = TRY(domain::parse_date(words.from));
    asked.last = TRY(domain::parse_date(words.to));
    asked.names = words.names ? ExtractNames::With : ExtractNames::Without;
    asked.actor = words.by;
    asked.recipient = words.recipient;
    asked.why = words.why;
    asked.place = app::ExtractPlace::CommandLine;
    return asked;
}

/// Asked for, approved where that is needed, and taken, all in one.
base::Result<std::vector<app::ExtractCase>> take(const Hub& hub, const ExtractWords& words,
                                                 const app::ExtractAsked& asked) {
    std::vector<app::ExtractCase> cases;
    const base::Done done =
        in_record(hub, [&](app::Transaction& transaction, const app::Occasion& occasion) -> base::Done {
            const auto request = TRY(app::ask_for_extract(transaction, asked, occasion));
            if (asked.names == ExtractNames::With)
                TRY_DONE(app::decide_extract(transaction, request.id, app::ExtractWord::Approved,
                                             words.approved_by, occasion));
            cases = TRY(app::take_extract(transaction, request.id, asked.actor, occasion));
            return {};
        });
    TRY_DONE(done);
    return cases;
}

base::Done write_cases(NewFile& file, Form form, ExtractNames names,
                       const std::vector<app::ExtractCase>& cases) {
    TRY_DONE(file.write(extract::heading(form, names)));
    for (const app::ExtractCase& one : cases) TRY_DONE(file.write(extract::row(form, names, one)));
    return file.finish();
}

base::Result<std::optional<NewFile>> make_if_named(const std::string& path) {
    if (path.empty()) return std::optional<NewFile>();
    return std::optional<NewFile>(TRY(NewFile::make(path)));
}

std::string step_words(const app::ExtractStep& step) {
    const std::string when = date_and_time(step.at) + " by " + step.who;
    switch (step.word) {
        case app::ExtractWord::Approved:
            return "approved " + when;
        case app::ExtractWord::Refused:
            return "refused " + when;
        case app::ExtractWord::Taken:
            return "taken " + when + ", " + std::to_string(step.cases) + " cases";
    }
    return "";
}

}  // namespace

base::Done extract(const Hub& hub, const ExtractWords& words) {
    const auto asked = TRY(asked_of(words));
    // Before anything is kept of it: a file that is there already is no extract.
    auto csv = TRY(make_if_named(words.csv));
    auto json = TRY(make_if_named(words.json));
    const auto cases = TRY(take(hub, words, asked));
    if (csv) TRY_DONE(write_cases(*csv, Form::Csv, asked.names, cases));
    if (json) TRY_DONE(write_cases(*json, Form::JsonLines, asked.names, cases));
    hub.out << cases.size() << " cases of " << words.from << " to " << words.to << " for " << words.recipient
            << (asked.names == ExtractNames::With ? ", with names" : ", without names")
            << ". That you took them is kept.\n";
    return {};
}

base::Done write_dictionary(const Hub& hub, const ExtractWords& words) {
    auto file = TRY(NewFile::make(words.dictionary));
    TRY_DONE(file.write(extract::dictionary()));
    TRY_DONE(file.finish());
    hub.out << "Written to " << words.dictionary << ".\n";
    return {};
}

base::Done list_extracts(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        Table table({"asked", "by", "for", "of", "names", "what became of it"});
        for (const app::ExtractEntry& entry : TRY(app::extract_log(view))) {
            const app::ExtractRequest& request = entry.request;
            std::string steps;
            for (const app::ExtractStep& step : entry.steps)
                steps += (steps.empty() ? "" : "; ") + step_words(step);
            table.add({date_and_time(request.at), request.who, request.recipient,
                       domain::to_text(request.first) + " to " + domain::to_text(request.last),
                       request.names == ExtractNames::With ? "with" : "without",
                       steps.empty() ? "-" : steps});
        }
        table.print(hub.out);
        return {};
    });
}

}  // namespace server::ctl
