#include "server/app/align_deadlines.h"

#include "server/app/forward_step.h"
#include "shared/base/if_found.h"

namespace server::app {
namespace {

constexpr char kSooner[] = "Due sooner: the hub was started with other bank holidays.";

enum class Told { BeforeTheChange, OnlyByTheUpdate };

base::Result<Aligned> align(Transaction& transaction, const domain::Calendar& calendar, base::Instant now,
                            Told told) {
    Aligned out;
    for (domain::Update& update : TRY(transaction.updates_owed())) {
        const auto deadline = TRY(deadline_by(transaction, update, calendar));
        if (!deadline || *deadline == update.deadline) continue;
        const bool is_sooner = *deadline < update.deadline;
        ++out.moved;
        if (is_sooner) ++out.sooner;
        update.deadline = *deadline;
        std::string why = without_deadline(update.why);
        if (is_sooner && told == Told::OnlyByTheUpdate && why.find(kSooner) == std::string::npos)
            why += (why.empty() ? "" : " ") + std::string(kSooner);
        update.why = with_deadline(std::move(why), update, now);
        TRY_DONE(transaction.put(update));
    }
    return out;
}

base::Result<bool> is_aligned(View& view, const domain::Calendar& calendar) {
    for (const domain::Update& update : TRY(view.updates_owed())) {
        const auto deadline = TRY(deadline_by(view, update, calendar));
        if (deadline && *deadline != update.deadline) return false;
    }
    return true;
}

}  // namespace

base::Result<std::optional<base::Instant>> deadline_by(View& view, const domain::Update& update,
                                                       const domain::Calendar& calendar) {
    if (update.submitted_at) return std::nullopt;
    const auto appointment = TRY(base::if_found(view.appointment(update.appointment)));
    if (!appointment) return std::nullopt;
    return domain::deadline_of(update.attendance, *appointment, calendar);
}

base::Result<Aligned> align_deadlines(Transaction& transaction, const domain::Calendar& calendar,
                                      base::Instant now) {
    return align(transaction, calendar, now, Told::BeforeTheChange);
}

base::Result<Aligned> align_deadlines_at_start(Store& store, const RuleSet& of_file, base::Instant now) {
    bool is_done = false;
    const auto look = [&](View& view) -> base::Done {
        const RuleSet set = TRY(rules_in_force(view, of_file));
        is_done = TRY(is_aligned(view, set.calendar));
        return {};
    };
    TRY_DONE(store.read(look));
    Aligned out;
    if (is_done) return out;
    const auto move = [&](Transaction& transaction) -> base::Done {
        const RuleSet set = TRY(rules_in_force(transaction, of_file));
        out = TRY(align(transaction, set.calendar, now, Told::OnlyByTheUpdate));
        return {};
    };
    TRY_DONE(store.write_and_wait(move));
    return out;
}

}  // namespace server::app
