#include "server/reception/rule_form.h"

#include "server/reception/appointment_words.h"
#include "server/reception/rule_words.h"

namespace server::reception {
namespace {

using http::Reply;

/// Another one after every change.
base::Result<std::string> mark_now(app::View& view) {
    return std::to_string(TRY(view.rule_values()).size());
}

/// What follows from which change, for whoever is asked once more.
struct Asked {
    app::Consequences follows{};
    std::string change{};
};

Reply sheet(Office& office, Visit& visit, const RuleForm& form, const FieldsWrong& wrong,
            const Asked& asked) {
    app::RuleSet set;
    std::string mark;
    const auto read = office.needs.store.read([&](app::View& view) -> base::Done {
        set = TRY(rules_now(office, view));
        mark = TRY(mark_now(view));
        return {};
    });
    if (!read) return told(office, visit, read.error());
    Words words = words_of(office, visit);
    form.fill(words, visit, set);
    words.set("seen", mark);
    words.set("reason", visit.form["reason"]);
    words.set("follows", asked.follows.any());
    words.set("accepted", asked.follows.any() ? asked.follows.mark() : std::string());
    words.set("accepted_for", asked.change);
    words.set("consequences", consequences_in_words(asked.follows));
    wrong.set(words);
    return form_page(frame_of(office, visit, form.title), form.form, words, wrong.first());
}

}  // namespace

bool is_typed(const Visit& visit) {
    return visit.page.method == http::Method::Post;
}

Reply rule_sheet(Office& office, Visit& visit, const RuleForm& form) {
    return sheet(office, visit, form, {}, {});
}

Reply change_rule(Office& office, Visit& visit, const RuleForm& form,
                  const std::optional<app::RuleValue>& value, FieldsWrong wrong) {
    check_reason(visit, wrong);
    if (wrong.any() || !value) return sheet(office, visit, form, wrong, {});
    const std::string change = app::in_words(*value, rule_spelling());
    const std::string accepted =
        visit.form["accepted_for"] == change ? visit.form["accepted"] : std::string();
    const app::RuleWish wish{*value, visit.account.name, visit.form["reason"], accepted};
    app::RuleOutcome outcome;
    const auto done = office.needs.store.write_and_wait([&](app::Transaction& transaction) -> base::Done {
        if (visit.form["seen"] != TRY(mark_now(transaction))) {
            return base::fail(
                base::ErrorKind::Conflict,
                "something else was changed since you opened the page. Look at it as it is now");
        }
        outcome = TRY(app::change_rule(transaction, wish, rules_of_file(office), visit.moment.now,
                                       office.needs.entropy));
        return {};
    });
    if (done && outcome.done) return go_to("/settings");
    if (done) return sheet(office, visit, form, {}, {outcome.follows, change});
    const auto kind = done.error().kind;
    if (kind != base::ErrorKind::Conflict && kind != base::ErrorKind::InvalidInput)
        return told(office, visit, done.error());
    wrong.say(form.refused, "This was not done: " + done.error().message + '.');
    return sheet(office, visit, form, wrong, {});
}

}  // namespace server::reception
