// Case-level extracts: an analyst asks, a manager approves what has names, and whoever asked takes it.

#include "server/app/extracts.h"
#include "server/extract/rows.h"
#include "server/reception/day_words.h"
#include "server/reception/fields_wrong.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using app::ExtractEntry;
using app::ExtractNames;
using app::ExtractWord;
using http::Reply;

/// Whether this account asked for it, here: a name given at the command line is nobody's account.
bool is_own(const ExtractEntry& entry, const Visit& visit) {
    return entry.request.place == app::ExtractPlace::Reception &&
           app::comparable_name(entry.request.who) == app::comparable_name(visit.account.name);
}

/// Managers see everybody's, others their own.
bool may_see(const ExtractEntry& entry, const Visit& visit) {
    return is_own(entry, visit) || may(visit.account.role, PageName::ApproveExtract);
}

std::string state_words(const ExtractEntry& entry, base::Instant now) {
    const app::ExtractStep* decided = entry.decision();
    if (entry.request.names == ExtractNames::Without) return "Without names";
    if (decided == nullptr) return "With names: waits for a manager";
    const std::string who = " by " + decided->who + ", " + time_in_words(decided->at, now);
    if (decided->word == ExtractWord::Refused) return "With names: refused" + who;
    return (entry.may_be_taken(now) ? "With names: approved"
                                    : "With names: the approval has run out, approved") +
           who;
}

std::string taken_words(const ExtractEntry& entry, base::Instant now) {
    std::string words;
    for (const app::ExtractStep& one : entry.steps) {
        if (one.word != ExtractWord::Taken) continue;
        words += (words.empty() ? "" : "; ") + counted(one.cases, "case") + " by " + one.who + ", " +
                 time_in_words(one.at, now);
    }
    return words.empty() ? "Not taken" : words;
}

Words entry_words(const ExtractEntry& entry, const Visit& visit) {
    const app::ExtractRequest& request = entry.request;
    const base::Instant now = visit.moment.now;
    const bool waits = request.names == ExtractNames::With && entry.decision() == nullptr;
    Words words;
    words.set("id", request.id);
    words.set("days", day_in_words(request.first) + " to " + day_in_words(request.last));
    words.set("when", time_in_words(request.at, now));
    words.set("who", request.place == app::ExtractPlace::CommandLine ? request.who + " at the command line"
                                                                     : request.who);
    words.set("recipient", request.recipient);
    words.set("why", request.why);
    words.set("has_why", !request.why.empty());
    words.set("state", state_words(entry, now));
    words.set("taken", taken_words(entry, now));
    words.set("may_take", is_own(entry, visit) && entry.may_be_taken(now));
    words.set("may_decide",
              waits && !is_own(entry, visit) && may(visit.account.role, PageName::ApproveExtract));
    return words;
}

Reply extracts_with(Office& office, Visit& visit, const FieldsWrong& wrong) {
    Words entries(Words::type::list);
    bool any = false;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        for (const ExtractEntry& one : TRY(app::extract_log(view))) {
            if (!may_see(one, visit)) continue;
            entries << entry_words(one, visit);
            any = true;
        }
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words words = words_of(office, visit);
    words.set("entries", entries);
    words.set("has_entries", any);
    for (const char* field : {"first", "last", "recipient", "why"}) words.set(field, visit.form[field]);
    words.set("with_names", visit.form["names"] == "yes");
    wrong.set(words);
    return form_page(frame_of(office, visit, "Extracts of cases"), "extracts.html", words, wrong.first());
}

app::ExtractAsked asked_of(const Visit& visit, FieldsWrong& wrong) {
    app::ExtractAsked asked;
    const auto first = domain::parse_date(visit.form["first"]);
    const auto last = domain::parse_date(visit.form["last"]);
    const domain::Date today = domain::london_date(visit.moment.now);
    if (!first)
        wrong.say("first", "Enter the first day.");
    else if (*first > today)
        wrong.say("first", "The first day is still to come.");
    if (!last)
        wrong.say("last", "Enter the last day.");
    else if (first && *last < *first)
        wrong.say("last", "The last day is before the first.");
    asked.recipient = visit.form["recipient"];
    asked.why = visit.form["why"];
    if (asked.recipient.find_first_not_of(" \r\n") == std::string::npos)
        wrong.say("recipient", "Enter who is to get it.");
    else if (asked.recipient.size() > app::kExtractWordsBytesMax)
        wrong.say("recipient", "Say it in at most 500 characters.");
    if (asked.why.size() > app::kExtractWordsBytesMax) wrong.say("why", "Say it in at most 500 characters.");
    asked.first = first.value_or(domain::Date{});
    asked.last = last.value_or(domain::Date{});
    asked.names = visit.form["names"] == "yes" ? ExtractNames::With : ExtractNames::Without;
    asked.actor = visit.account.name;
    return asked;
}

Reply decide_with(Office& office, Visit& visit, ExtractWord word) {
    const base::Done kept =
        in_store(office, visit, [&](app::Transaction& transaction, const app::Occasion& when) {
            return app::decide_extract(transaction, std::string(visit.request.judged.id), word,
                                       visit.account.name, when);
        });
    return kept ? go_to("/extracts") : told(office, visit, kept.error());
}

Reply take_with(Office& office, Visit& visit, extract::Form form) {
    const std::string id(visit.request.judged.id);
    std::vector<app::ExtractCase> cases;
    ExtractNames names = ExtractNames::Without;
    const auto act = [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
        for (const ExtractEntry& one : TRY(app::extract_log(transaction))) {
            if (one.request.id != id || !is_own(one, visit)) continue;
            names = one.request.names;
            cases = TRY(app::take_extract(transaction, id, visit.account.name, when));
            return {};
        }
        return base::fail(base::ErrorKind::NotFound, "there is no such request for an extract of yours");
    };
    const base::Done kept = in_store(office, visit, act);
    if (!kept) return told(office, visit, kept.error());
    std::string text = extract::heading(form, names);
    for (const app::ExtractCase& one : cases) text += extract::row(form, names, one);
    const bool csv = form == extract::Form::Csv;
    return download(std::move(text), csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
                    csv ? "cases.csv" : "cases.jsonl");
}

}  // namespace

Reply extracts(Office& office, Visit& visit) {
    return extracts_with(office, visit, {});
}

Reply ask_extract(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const app::ExtractAsked asked = asked_of(visit, wrong);
    if (wrong.any()) return extracts_with(office, visit, wrong);
    const auto act = [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
        TRY(app::ask_for_extract(transaction, asked, when));
        return {};
    };
    const base::Done kept = in_store(office, visit, act);
    return kept ? go_to("/extracts") : told(office, visit, kept.error());
}

Reply approve_extract(Office& office, Visit& visit) {
    return decide_with(office, visit, ExtractWord::Approved);
}

Reply refuse_extract(Office& office, Visit& visit) {
    return decide_with(office, visit, ExtractWord::Refused);
}

Reply take_extract_csv(Office& office, Visit& visit) {
    return take_with(office, visit, extract::Form::Csv);
}

Reply take_extract_json(Office& office, Visit& visit) {
    return take_with(office, visit, extract::Form::JsonLines);
}

Reply extract_columns(Office& /*office*/, Visit& /*visit*/) {
    return download(extract::dictionary(), "text/csv; charset=utf-8", "columns.csv");
}

}  // namespace server::reception
