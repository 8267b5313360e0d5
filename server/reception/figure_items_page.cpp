// The referrals behind a number of the figures, for managers and analysts: no names.

#include <algorithm>
#include <charconv>

#include "server/app/look_at_names.h"
#include "server/reception/figures_asked.h"
#include "server/reception/names.h"
#include "shared/base/if_found.h"

namespace server::reception {
namespace {

using figures::Item;
using figures::Verdict;
using http::Reply;

constexpr std::size_t kItemsAPage = 100;

/// What of a figure somebody wants to see: all of it, what counts, or one verdict.
struct Choice {
    std::string word;
    std::vector<Verdict> verdicts;
    std::string title;
};

const std::vector<Choice>& choices() {
    static const std::vector<Choice> kAll{
        {"",
         {Verdict::Met, Verdict::Missed, Verdict::LeftOut, Verdict::NotKnown, Verdict::NotCounted},
         "everything it looked at"},
        {"met", {Verdict::Met}, "met"},
        {"counted", {Verdict::Met, Verdict::Missed}, "met and missed"},
        {"missed", {Verdict::Missed}, "missed"},
        {"not_known", {Verdict::NotKnown}, "not known"},
        {"left_out", {Verdict::LeftOut, Verdict::NotCounted}, "left out"},
    };
    return kAll;
}

/// One page of a figure's items.
struct Shown {
    const report::Line* line = nullptr;
    Choice choice;
    std::vector<Item> items;
    std::size_t first = 0;  ///< of all that were chosen
    std::size_t all = 0;
};

std::size_t number_of(const std::string& text) {
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

base::Result<Shown> choose(const report::Report& report, const Form& form) {
    const auto id = figure_at(form["figure"]);
    const auto choice = std::ranges::find(choices(), form["verdict"], &Choice::word);
    if (!id || choice == choices().end())
        return base::fail(base::ErrorKind::NotFound,
                          "There is no such figure. Go to it from the page of figures.");
    Shown shown;
    shown.choice = *choice;
    for (const report::Line& line : report.lines)
        if (line.figure.id == *id) shown.line = &line;
    std::vector<Item> chosen;
    for (const Item& item : shown.line->figure.items)
        if (std::ranges::find(choice->verdicts, item.verdict) != choice->verdicts.end())
            chosen.push_back(item);
    shown.all = chosen.size();
    shown.first = std::min(number_of(form["from"]), shown.all) / kItemsAPage * kItemsAPage;
    const std::size_t end = std::min(shown.first + kItemsAPage, shown.all);
    shown.items.assign(chosen.begin() + static_cast<std::ptrdiff_t>(shown.first),
                       chosen.begin() + static_cast<std::ptrdiff_t>(end));
    return shown;
}

using References = std::map<domain::ReferralId, app::Referral>;

/// Of those on the daily list; that somebody saw whose they are is kept.
base::Result<References> references_seen(Office& office, const Visit& visit, const Shown& shown,
                                         const std::string& period) {
    References references;
    const auto look = [&](app::View& view) -> base::Done {
        for (const Item& item : shown.items) {
            auto referral = TRY(base::if_found(view.referral(item.referral)));
            if (referral) references.emplace(item.referral, *std::move(referral));
        }
        return {};
    };
    TRY_DONE(office.needs.store.read(look));
    std::vector<domain::PersonId> people;
    for (const auto& [id, referral] : references) people.push_back(referral.person);
    const std::string code(figures::definition(shown.line->figure.id).code);
    // That their names were seen on another page today tells nothing of this.
    const auto keep = [&](app::Transaction& transaction) -> base::Done {
        TRY(app::look_at_names(transaction, people, visit.account.name, "behind " + code + " of " + period,
                               visit.moment.now, office.needs.entropy));
        return {};
    };
    TRY_DONE(office.needs.store.write_and_wait(keep));
    return references;
}

Words rows_of(const Shown& shown, const References& references, const report::Report& report) {
    Words rows(Words::type::list);
    for (const Item& item : shown.items) {
        const auto held = references.find(item.referral);
        const auto complexity = report.complexities.find(item.referral);
        Words words;
        words.set("referral", held == references.end() ? item.referral.text() : held->second.reference);
        words.set("is_held", held != references.end());
        words.set("subject", item.subject);
        words.set("verdict", std::string(figures::to_words(item.verdict)));
        words.set("why", std::string(figures::to_words(item.why)));
        words.set("mitigation", item.mitigation);
        words.set("complexity", std::string(figures::to_words(complexity == report.complexities.end()
                                                                  ? figures::Complexity::NotKnown
                                                                  : complexity->second)));
        rows << words;
    }
    return rows;
}

void set_pages(Words& words, const Shown& shown) {
    words.set("has_before", shown.first > 0);
    words.set("before", std::to_string(shown.first < kItemsAPage ? 0 : shown.first - kItemsAPage));
    words.set("has_after", shown.first + shown.items.size() < shown.all);
    words.set("after", std::to_string(shown.first + kItemsAPage));
    words.set("first", std::to_string(shown.all == 0 ? 0 : shown.first + 1));
    words.set("last", std::to_string(shown.first + shown.items.size()));
    words.set("all", std::to_string(shown.all));
}

}  // namespace

Reply figure_items(Office& office, Visit& visit) {
    const AskedFigures asked = asked_figures(visit);
    if (!asked.error.empty())
        return told(office, visit, base::Error{base::ErrorKind::InvalidInput, asked.error});
    const auto report = figures_of(office, visit, *asked.period);
    if (!report) return told(office, visit, report.error());
    const auto shown = choose(*report, visit.form);
    if (!shown) return told(office, visit, shown.error());
    const std::string period = figures::to_text(*asked.period);
    const auto references = references_seen(office, visit, *shown, period);
    if (!references) return told(office, visit, references.error());
    const figures::Definition& held_to = figures::definition(shown->line->figure.id);
    Words words = words_of(office, visit);
    words.set("code", std::string(held_to.code));
    words.set("address", address_of(held_to.id));
    words.set("title", std::string(held_to.title));
    words.set("period", period);
    words.set("verdict", shown->choice.word);
    words.set("chosen", shown->choice.title);
    words.set("rows", rows_of(*shown, *references, *report));
    words.set("has_rows", !shown->items.empty());
    set_pages(words, *shown);
    return page(frame_of(office, visit, "Behind " + std::string(held_to.code)), "figure_items.html", words);
}

}  // namespace server::reception
