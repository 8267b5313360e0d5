// People who came without an appointment: counted, never named.

#include <charconv>

#include "server/app/visitors.h"
#include "server/reception/day_words.h"
#include "server/reception/fields_wrong.h"
#include "server/reception/visit.h"

namespace server::reception {
namespace {

using app::VisitorKind;
using http::Reply;

std::string in_words(VisitorKind kind) {
    switch (kind) {
        case VisitorKind::DropIn:
            return "Came to something that is on";
        case VisitorKind::CameAlong:
            return "Came along with somebody";
        case VisitorKind::OtherBusiness:
            return "Other business";
    }
    return "";
}

Words kind_words(const std::vector<app::VisitorCount>& counts, const std::string& chosen) {
    Words list(Words::type::list);
    for (const VisitorKind kind : app::kVisitorKinds) {
        int people = 0;
        for (const app::VisitorCount& one : counts) people += one.kind == kind ? one.people : 0;
        Words words;
        const std::string word(to_word(kind));
        words.set("kind", word);
        // The first has the field's own name, where a problem leads.
        words.set("element", kind == app::kVisitorKinds.front() ? std::string("kind") : "kind-" + word);
        words.set("what", in_words(kind));
        words.set("people", std::to_string(people));
        words.set("is_chosen", chosen == to_word(kind));
        list << words;
    }
    return list;
}

Reply visitors_with(Office& office, Visit& visit, const FieldsWrong& wrong) {
    const domain::Date today = domain::london_date(visit.moment.now);
    std::vector<app::VisitorCount> counts;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        counts =
            TRY(view.visitors_between(domain::start_of(today), domain::start_of(domain::next_day(today))));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words entries(Words::type::list);
    for (auto one = counts.rbegin(); one != counts.rend(); ++one) {
        Words words;
        words.set("when", domain::london_time(one->at));
        words.set("what", in_words(one->kind));
        words.set("people", std::to_string(one->people));
        words.set("who", one->who);
        entries << words;
    }
    Words words = words_of(office, visit);
    words.set("day", day_in_words(today));
    words.set("kinds", kind_words(counts, visit.form["kind"]));
    words.set("entries", entries);
    words.set("has_entries", !counts.empty());
    words.set("people", visit.form["people"]);
    words.set("takes_away", visit.form["takes_away"] == "yes");
    words.set("may_count", may(visit.account.role, PageName::CountVisitors));
    wrong.set(words);
    return form_page(frame_of(office, visit, "Without an appointment"), "visitors.html", words,
                     wrong.first());
}

/// 1 to kVisitorsAtOnceMax; 0 when it is anything else.
int people_typed(const std::string& text) {
    int people = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), people);
    const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return is_number && people >= 1 && people <= app::kVisitorsAtOnceMax ? people : 0;
}

}  // namespace

Reply visitors(Office& office, Visit& visit) {
    return visitors_with(office, visit, {});
}

Reply count_visitors(Office& office, Visit& visit) {
    FieldsWrong wrong;
    const int people = people_typed(visit.form["people"]);
    if (people == 0) wrong.say("people", "Enter how many, 1 to 50.");
    const auto kind = app::visitor_kind_of(visit.form["kind"]);
    if (!kind) wrong.say("kind", "Choose why they came.");
    if (wrong.any()) return visitors_with(office, visit, wrong);
    const bool takes_away = visit.form["takes_away"] == "yes";
    const auto kept = office.needs.store.write_and_wait([&](app::Transaction& transaction) {
        return app::count_visitors(transaction, *kind, takes_away ? -people : people, visit.account.name,
                                   visit.moment.now, office.needs.entropy);
    });
    if (kept) return go_to("/visitors");
    if (kept.error().kind != base::ErrorKind::Conflict) return told(office, visit, kept.error());
    wrong.say("people", "Fewer than that were counted today.");
    return visitors_with(office, visit, wrong);
}

}  // namespace server::reception
