// Close the day: everything that must be decided or submitted before the hub shuts, and the submit of what
// was chosen from it, after a review.

#include <algorithm>
#include <set>

#include "server/app/closing.h"
#include "server/reception/act.h"
#include "server/reception/day_words.h"
#include "server/reception/names.h"
#include "server/reception/seen.h"

namespace server::reception {
namespace {

using http::Reply;

constexpr char kChosen[] = "each_appointment";
constexpr char kSeen[] = "each_seen";
constexpr char kLook[] = "list to close the day";

struct Listed {
    app::Closing closing;
    Names names;
};

base::Result<Listed> list_now(Office& office, Visit& visit) {
    Listed listed;
    const auto read = [&](app::View& view) -> base::Done {
        const app::RuleSet set = TRY(rules_now(office, view));
        listed.closing = TRY(app::closing(view, visit.moment, set.rules, set.calendar));
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    std::vector<domain::PersonId> people;
    for (const auto* list : {&listed.closing.to_decide, &listed.closing.to_submit}) {
        for (const app::ToClose& one : *list) people.push_back(one.row.appointment.person);
    }
    listed.names = TRY(names_seen(office, visit, people, kLook));
    return listed;
}

Words row_words(const Office& office, const Visit& visit, const app::ToClose& one, const Names& names) {
    const domain::Appointment& appointment = one.row.appointment;
    Words words = state_words(one.row.state);
    words.set("id", appointment.id.text());
    words.set("name", name_of(names, appointment.person));
    words.set("start", domain::london_time(appointment.start));
    words.set("end", domain::london_time(domain::end_of(appointment)));
    words.set("day", day_in_words(domain::london_date(appointment.start)));
    words.set("why", one.row.why);
    words.set("has_why", !one.row.why.empty());
    words.set("note", one.update.note);
    words.set("has_note", !one.update.note.empty());
    set_not_held(words, one.row.record.not_held);
    words.set("before_next_day", one.before_next_day);
    set_deadline(words, one.row, visit.moment.now, office.needs.warnings);
    return words;
}

Words rows_words(const Office& office, const Visit& visit, const std::vector<app::ToClose>& list,
                 const Names& names) {
    Words rows(Words::type::list);
    for (const app::ToClose& one : list) rows << row_words(office, visit, one, names);
    return rows;
}

Reply list_page(Office& office, Visit& visit, const std::string& error) {
    const auto listed = list_now(office, visit);
    if (!listed) return told(office, visit, listed.error());
    const app::Closing& closing = listed->closing;
    Words words = words_of(office, visit);
    set_problem(words, error, "to-submit");
    words.set("decide", rows_words(office, visit, closing.to_decide, listed->names));
    words.set("has_decide", !closing.to_decide.empty());
    words.set("submit", rows_words(office, visit, closing.to_submit, listed->names));
    words.set("has_submit", !closing.to_submit.empty());
    words.set("all_done",
              closing.to_decide.empty() && closing.to_submit.empty() && closing.still_to_end == 0);
    words.set("still", counted(closing.still_to_end, "appointment"));
    words.set("has_still", closing.still_to_end > 0);
    words.set("opens_next", time_in_words(closing.opens_next, visit.moment.now));
    return form_page(frame_of(office, visit, "Close the day"), "close_day.html", words, error);
}

/// Those on the list now that were chosen: what somebody else has submitted meanwhile is none of them.
std::vector<app::ToClose> chosen_of(const Visit& visit, const app::Closing& closing) {
    const auto& all = visit.form.all(kChosen);
    const std::set<std::string> ids(all.begin(), all.end());
    std::vector<app::ToClose> chosen;
    for (const app::ToClose& one : closing.to_submit) {
        if (ids.contains(one.row.appointment.id.text())) chosen.push_back(one);
    }
    return chosen;
}

/// The rows of a review, each with the mark of what it shows.
base::Result<Words> review_rows(Office& office, const Visit& visit, const std::vector<app::ToClose>& chosen,
                                const Names& names) {
    Words rows(Words::type::list);
    const auto read = [&](app::View& view) -> base::Done {
        for (const app::ToClose& one : chosen) {
            Words words = row_words(office, visit, one, names);
            words.set("seen", TRY(seen_mark(view, one.row.appointment.id)));
            rows << words;
        }
        return {};
    };
    TRY_DONE(office.needs.store.read(read));
    return rows;
}

/// The mark that the review has shown of this appointment; empty: it has shown none.
std::string reviewed_mark(const Visit& visit, const domain::AppointmentId& appointment) {
    const auto& ids = visit.form.all(kChosen);
    const auto& marks = visit.form.all(kSeen);
    const auto at =
        static_cast<std::size_t>(std::find(ids.begin(), ids.end(), appointment.text()) - ids.begin());
    return at < marks.size() ? marks[at] : std::string();
}

}  // namespace

Reply close_day(Office& office, Visit& visit) {
    return list_page(office, visit, "");
}

Reply review_submits(Office& office, Visit& visit) {
    const auto listed = list_now(office, visit);
    if (!listed) return told(office, visit, listed.error());
    const auto chosen = chosen_of(visit, listed->closing);
    if (chosen.empty()) return list_page(office, visit, "Choose what is to be submitted.");
    Words words = words_of(office, visit);
    const auto rows = review_rows(office, visit, chosen, listed->names);
    if (!rows) return told(office, visit, rows.error());
    words.set("rows", *rows);
    words.set("count", counted(static_cast<std::int64_t>(chosen.size()), "record"));
    return page(frame_of(office, visit, "Submit these?"), "review.html", words);
}

Reply submit_chosen(Office& office, Visit& visit) {
    const auto listed = list_now(office, visit);
    if (!listed) return told(office, visit, listed.error());
    std::int64_t submitted = 0;
    Words refused(Words::type::list);
    for (const app::ToClose& one : chosen_of(visit, listed->closing)) {
        // Each by itself: what cannot be submitted holds up nothing else.
        const domain::AppointmentId& id = one.row.appointment.id;
        const auto act = [&](app::Transaction& transaction, const app::Occasion& when) -> base::Done {
            TRY_DONE(check_seen(transaction, id, reviewed_mark(visit, id)));
            return app::decide_submit(transaction, reviewed(visit, id), when);
        };
        const base::Done done = in_store(office, visit, act);
        if (done) {
            ++submitted;
            continue;
        }
        Words words = row_words(office, visit, one, listed->names);
        words.set("why", done.error().message);
        refused << words;
    }
    const auto chosen = static_cast<std::int64_t>(visit.form.all(kChosen).size());
    Words words = words_of(office, visit);
    words.set("count", counted(submitted, "record"));
    words.set("refused", refused);
    words.set("has_refused", submitted < chosen);
    return page(frame_of(office, visit, "To be submitted"), "submitted.html", words);
}

}  // namespace server::reception
