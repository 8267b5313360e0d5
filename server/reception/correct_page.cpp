// Corrections: each is a new event with who, when and why; what was recorded before stays.

#include "server/reception/act.h"

namespace server::reception {
namespace {

using http::Reply;
using Act = base::Done (*)(app::Transaction&, const app::Decision&, const app::Occasion&);

constexpr Sheet kCorrect{"correct.html", "Correct the record"};

base::Done send_again(app::Transaction& transaction, const app::Decision& decision,
                      const app::Occasion& when) {
    const app::Resent resent = TRY(app::resend_one(transaction, decision, when));
    if (resent.held > 0) return {};
    return base::fail(base::ErrorKind::Conflict,
                      "it cannot be sent again now: it is being sent, or waits for another decision");
}

/// What may be corrected, by the word of its choice on the page, beside the time of the arrival.
struct Correction {
    std::string_view word;
    Act act;
};
constexpr Correction kCorrections[] = {{"take_back", app::take_back},
                                       {"withdraw", app::withdraw_absence},
                                       {"held", app::session_held},
                                       {"corrected", app::note_corrected_there},
                                       {"resend", send_again}};

}  // namespace

Reply correct_form(Office& office, Visit& visit) {
    return show(office, visit, kCorrect);
}

Reply correct(Office& office, Visit& visit) {
    const std::string& choice = visit.form["choice"];
    FieldsWrong wrong;
    if (choice == "time") {
        const auto came = time_typed(visit, day_of_appointment(office, visit), wrong);
        check_reason(visit, wrong);
        if (wrong.any()) return show(office, visit, kCorrect, wrong);
        return decide(office, visit, kCorrect, [&](app::Transaction& transaction, const app::Occasion& when) {
            return app::settle_time(transaction, decision_of(visit), *came, when);
        });
    }
    for (const Correction& one : kCorrections) {
        if (one.word != choice) continue;
        check_reason(visit, wrong);
        if (wrong.any()) return show(office, visit, kCorrect, wrong);
        return decide(office, visit, kCorrect, [&](app::Transaction& transaction, const app::Occasion& when) {
            return one.act(transaction, decision_of(visit), when);
        });
    }
    wrong.say("choice", "Choose what is to be corrected.");
    check_reason(visit, wrong);
    return show(office, visit, kCorrect, wrong);
}

}  // namespace server::reception
