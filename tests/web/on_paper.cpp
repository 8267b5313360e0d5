#include "tests/web/on_paper.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "shared/domain/calendar.h"

namespace web {
namespace {

using namespace std::chrono_literals;
namespace app = server::app;

constexpr std::array kFirst{"Alba", "Bo", "Carys", "Dilan", "Esra", "Finn", "Gwen", "Hana", "Idris", "Jo"};
constexpr std::array kLast{"Unreal", "Fabled", "Imagined", "Legend", "Mythical", "Notional", "Pretend"};

}  // namespace

base::Done expect_crowd(app::Transaction& transaction, int count, base::Instant now, base::Entropy& entropy) {
    const domain::Date today = domain::london_date(now);
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(20000 + i);
        const auto at = static_cast<std::size_t>(i);
        const domain::PersonId id("person-" + number);
        const domain::ReferralId referral("referral-" + number);
        TRY_DONE(transaction.put(app::Person{id, "X" + number, kFirst[at % kFirst.size()],
                                             kLast[at % kLast.size()],
                                             domain::parse_date("1990-11-07").value(), "", false, "", ""}));
        TRY_DONE(transaction.put(
            app::Referral{referral, id, domain::ContractRef("DN671065_MANCHESTER_PWB"), "AB1234CD", false}));
        domain::Appointment appointment;
        appointment.id = domain::AppointmentId(base::new_uuid(entropy));
        appointment.referral = referral;
        appointment.person = id;
        appointment.start = domain::at_london_time(today, 8h + i * 5min);
        appointment.at_this_hub = true;
        TRY_DONE(transaction.put(appointment));
    }
    return {};
}

base::Done plan(app::Transaction& transaction, const Programme& programme, base::Entropy& entropy) {
    const std::chrono::sys_days monday{TRY(domain::parse_date(programme.monday))};
    domain::Session session;
    session.title = programme.title;
    session.room = programme.room;
    std::replace(session.room.begin(), session.room.end(), '_', ' ');
    for (int day = 0; day < programme.days; ++day) {
        for (int i = 0; i < programme.sessions_a_day; ++i) {
            session.id = domain::SessionId(base::new_uuid(entropy));
            session.start = domain::at_london_time(monday + std::chrono::days{day}, 8h + i * 30min);
            session.end = session.start + 30min;
            TRY_DONE(transaction.put(session));
        }
    }
    return {};
}

}  // namespace web
