#include <filesystem>
#include <optional>

#include "server/app/make_slip.h"
#include "server/crypto/hmac_keyed_hash.h"
#include "server/crypto/key_file.h"
#include "server/ctl/commands.h"
#include "server/ctl/in_record.h"
#include "server/ctl/london.h"
#include "server/ctl/table.h"
#include "server/print/slip_sheet.h"
#include "shared/base/if_found.h"

namespace server::ctl {
namespace {

/// Whoever has the file has the slip.
constexpr unsigned kSecretMode = 0600;

/// `today` lists appointments, the case system shows referrals: either will do.
base::Result<domain::ReferralId> referral_of(app::View& view, const std::string& id) {
    const auto appointment = TRY(base::if_found(view.appointment(domain::AppointmentId(id))));
    return appointment ? appointment->referral : domain::ReferralId(id);
}

domain::Date last_day_of(const app::Slip& slip) {
    return domain::london_date(slip.expires_at - std::chrono::microseconds{1});
}

std::string state_of(const app::Slip& slip, base::Instant now) {
    if (slip.revoked_at) return "ended " + date_and_time(*slip.revoked_at);
    return slip.works_at(now) ? "works" : "too old";
}

}  // namespace

base::Done new_slip(const Hub& hub, const SlipWords& words) {
    const crypto::HmacKeyedHash hash;
    app::MadeSlip made;
    std::string file;
    bool written = false;
    const base::Done done =
        in_record(hub, [&](app::Transaction& transaction, const app::Occasion& occasion) -> base::Done {
            const auto referral = TRY(referral_of(transaction, words.of));
            made = TRY(app::make_slip(transaction, referral, words.by, hash, occasion));
            file = words.file.empty() ? "slip-" + made.slip.id.text() + ".svg" : words.file;
            const std::string sheet = print::slip_sheet(made.token, last_day_of(made.slip));
            TRY_DONE(crypto::write_new_file(file, sheet, kSecretMode));
            written = true;
            return {};
        });
    if (!done) {
        std::error_code ignored;
        if (written) std::filesystem::remove(file, ignored);
        return done;
    }
    hub.out << "The slip " << made.slip.id.text() << " works until the end of "
            << domain::to_text(last_day_of(made.slip))
            << "; the person's slip of before, if any, has ended.\n"
            << "Print " << file << ", give it to the person, and delete the file.\n";
    return {};
}

base::Done list_slips(const Hub& hub) {
    const auto record = TRY(open_for_tool(hub));
    return record.store->read([&](app::View& view) -> base::Done {
        Table table({"slip", "referral", "made", "by", "until", "state"});
        for (const app::Slip& slip : TRY(view.slips())) {
            const auto referral = TRY(base::if_found(view.referral(slip.referral)));
            table.add({slip.id.text(), referral ? referral->reference : "-", date_and_time(slip.made_at),
                       slip.made_by, domain::to_text(last_day_of(slip)), state_of(slip, hub.clock.now())});
        }
        table.print(hub.out);
        return {};
    });
}

base::Done revoke_slip(const Hub& hub, const app::SlipEnding& ending) {
    TRY_DONE(in_record(hub, [&](app::Transaction& transaction, const app::Occasion& occasion) {
        return app::revoke_slip(transaction, ending, occasion);
    }));
    hub.out << "The slip " << ending.slip.text() << " has ended.\n";
    return {};
}

base::Done new_badge(const Hub& hub, const std::string& file) {
    const auto record = TRY(open_for_tool(hub));
    std::string token;
    const auto make = [&](app::View& view) -> base::Done {
        token = TRY(app::make_badge(view, hub.entropy));
        return {};
    };
    TRY_DONE(record.store->read(make));
    TRY_DONE(crypto::write_new_file(file, print::badge_sheet(token), kSecretMode));
    hub.out << "Print " << file
            << ". Whoever holds it before a kiosk's scanner is asked for the number of the staff corner.\n";
    return {};
}

}  // namespace server::ctl
