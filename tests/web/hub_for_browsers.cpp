// A hub with invented people and the browsers' door open, for tests/web: real TLS, real record, a clock that
// the test holds. Says where it is, then does what it is told, one line each, until its input ends.

#include <chrono>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>

#include "server/app/accounts.h"
#include "server/app/decide.h"
#include "server/hub/hub_server.h"
#include "shared/base/invariant.h"
#include "tests/support/fake_clock.h"
#include "tests/support/figures/generate_histories.h"
#include "tests/support/hub/hub_folder.h"
#include "tests/web/on_paper.h"

namespace {

using namespace std::chrono_literals;
namespace app = server::app;

struct Expected {
    const char* id;
    const char* first_name;
    const char* last_name;
    std::chrono::minutes starts;
    const char* speaks;
    const char* needs;
};
/// Around 14:10 of Monday 23 November 2026: one over without an arrival, one overdue, one soon, one later.
constexpr Expected kPeople[] = {
    {"7a0c2a1e-0000-4000-8000-000000000001", "Ada", "Invented", -120min, "", ""},
    {"7a0c2a1e-0000-4000-8000-000000000002", "Rosa", "Made-Up", -10min, "", ""},
    {"7a0c2a1e-0000-4000-8000-000000000003", "Omar", "<b>Nobody</b>", 20min, "Urdu", "step-free"},
    {"7a0c2a1e-0000-4000-8000-000000000004", "Łucja", "Zmyślona", 80min, "Polish", ""},
};

base::Done expect(app::Transaction& transaction, const Expected& person, base::Instant now) {
    const domain::PersonId id(std::string("person-") + person.id);
    const domain::ReferralId referral(std::string("referral-") + person.id);
    const bool interpreter = *person.speaks != '\0';
    TRY_DONE(transaction.put(app::Person{id, "X1" + std::string(person.id).substr(31), person.first_name,
                                         person.last_name, domain::parse_date("1990-11-07").value(),
                                         person.speaks, interpreter, person.speaks, person.needs}));
    TRY_DONE(transaction.put(
        app::Referral{referral, id, domain::ContractRef("DN671065_MANCHESTER_PWB"), "AB1234CD", false}));
    domain::Appointment appointment;
    appointment.id = domain::AppointmentId(person.id);
    appointment.referral = referral;
    appointment.person = id;
    appointment.start = now + person.starts;
    appointment.at_this_hub = true;
    return transaction.put(appointment);
}

class Hub {
public:
    Hub() : folder_({}, wall_, entropy_) {
        server::settings::Settings settings = folder_.settings();
        settings.reception_port = settings.kiosk_port + 1;
        settings.clock_trust = server::settings::ClockTrust::TimeService;
        server::hub::Wiring wiring;
        wiring.background = server::hub::Background::WhenCalled;
        wiring.port = 0;
        wiring.reception_port = 0;
        server_ = server::hub::HubServer::start(settings, clock_, entropy_, wiring).value();
        for (const Expected& person : kPeople) {
            must([&](app::Transaction& transaction) { return expect(transaction, person, clock_.now()); });
        }
    }

    void introduce() {
        std::cout << "port " << server_->reception_port() << "\nauthority "
                  << (folder_.path() / "keys" / "ca.pem").string() << "\nready" << std::endl;
    }

    /// `arrive N`, `call LANGUAGE`, `advance MINUTES`, `account ROLE NAME`, `lock NAME`, `guess NAME`,
    /// `kiosk NAME SKEW_SECONDS REFUSED`, `answered MONTH PEOPLE CHOICE COMMENT`, `rated N`, `histories`,
    /// `now`; `crowd N`: so many more people are expected, numbered on from the last; `come N`: that one of
    /// the crowd comes, and the answer is the id of the appointment and the computer's own time of the commit
    /// in milliseconds;
    /// `close`: all that is owed counts as submitted;
    /// `fill PEOPLE`, `programme MONDAY DAYS SESSIONS ROOM TITLE` (tests/web/on_paper.h).
    std::string obey(const std::string& line) {
        std::istringstream words(line);
        std::string act;
        words >> act;
        static const std::map<std::string, std::string (Hub::*)(std::istringstream&)> kActs{
            {"arrive", &Hub::arrive},       {"call", &Hub::call},   {"account", &Hub::account},
            {"lock", &Hub::lock},           {"guess", &Hub::guess}, {"kiosk", &Hub::kiosk},
            {"answered", &Hub::answered},   {"rated", &Hub::rated}, {"crowd", &Hub::crowd},
            {"come", &Hub::come},           {"fill", &Hub::fill},   {"programme", &Hub::programme},
            {"histories", &Hub::histories}, {"close", &Hub::close}};
        if (const auto found = kActs.find(act); found != kActs.end()) return (this->*found->second)(words);
        if (act == "advance") {
            int minutes = 0;
            words >> minutes;
            clock_.advance(std::chrono::minutes{minutes});
        }
        return std::to_string(
            std::chrono::duration_cast<std::chrono::seconds>(clock_.now().time_since_epoch()).count());
    }

private:
    void must(const app::Store::Command& command) {
        const auto done = server_->record().write_and_wait(command);
        INVARIANT(done.has_value(), "what the test asks for can be done");
    }
    app::AccountOccasion occasion() { return {"Kim", clock_.now(), entropy_, server_->vault()}; }

    void record_arrival(const std::string& id) {
        must([&](app::Transaction& transaction) -> base::Done {
            const app::Decision decision{domain::AppointmentId(id), "kiosk front-door", "touched"};
            const app::Occasion when{{clock_.now(), domain::ClockState::Sure}, {}, calendar_, entropy_};
            TRY(app::record_at_desk(transaction, decision, clock_.now(), when));
            return {};
        });
    }

    std::string arrive(std::istringstream& words) {
        std::size_t number = 0;
        words >> number;
        record_arrival(kPeople[number].id);
        return "done";
    }

    static std::string id_in_crowd(unsigned number) {
        constexpr unsigned kBeyondOthers = 100;  // CRNs have the last five digits
        std::ostringstream id;
        id << "7a0c2a1e-0000-4000-8001-" << std::setw(12) << std::setfill('0') << number + kBeyondOthers;
        return id.str();
    }

    std::string crowd(std::istringstream& words) {
        unsigned more = 0;
        words >> more;
        must([&](app::Transaction& transaction) -> base::Done {
            for (const unsigned last = crowd_ + more; crowd_ < last; ++crowd_) {
                const std::string id = id_in_crowd(crowd_);
                TRY_DONE(expect(transaction, {id.c_str(), "Zoe", "Invented", 30min, "", ""}, clock_.now()));
            }
            return {};
        });
        return std::to_string(crowd_);
    }

    std::string come(std::istringstream& words) {
        unsigned number = 0;
        words >> number;
        const std::string id = id_in_crowd(number);
        record_arrival(id);
        const auto committed = std::chrono::system_clock::now().time_since_epoch();
        return id + ' ' +
               std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(committed).count());
    }

    std::string close(std::istringstream&) {
        must([&](app::Transaction& transaction) -> base::Done {
            for (domain::Update update : TRY(transaction.updates_owed())) {
                update.state = domain::UpdateState::Submitted;
                update.submitted_at = clock_.now();
                TRY_DONE(transaction.put(update));
            }
            return {};
        });
        return "done";
    }

    std::string call(std::istringstream& words) {
        app::Call call;
        words >> call.language;
        call.id = base::new_uuid(entropy_);
        call.kiosk = domain::KioskId("front-door");
        call.cause = "asked";
        call.at = call.heard_at = clock_.now();
        must([&](app::Transaction& transaction) { return transaction.put(call); });
        return "done";
    }

    std::string account(std::istringstream& words) {
        std::string role;
        std::string name;
        words >> role >> std::ws;
        std::getline(words, name);
        std::string code;
        must([&](app::Transaction& transaction) -> base::Done {
            const app::Vetting vetting{"Enhanced", "V-0815", domain::parse_date("2026-01-05").value(),
                                       domain::parse_date("2026-12-31").value()};
            code =
                TRY(app::add_account(transaction, {name, app::role_of(role).value(), vetting}, occasion()));
            return {};
        });
        return code;
    }

    std::string fill(std::istringstream& words) {
        int count = 0;
        words >> count;
        must([&](app::Transaction& transaction) {
            return web::expect_crowd(transaction, count, clock_.now(), entropy_);
        });
        return "done";
    }

    std::string programme(std::istringstream& words) {
        web::Programme programme;
        words >> programme.monday >> programme.days >> programme.sessions_a_day >> programme.room >> std::ws;
        std::getline(words, programme.title);
        must([&](app::Transaction& transaction) { return web::plan(transaction, programme, entropy_); });
        return "done";
    }

    std::string lock(std::istringstream& words) {
        std::string name;
        words >> std::ws;
        std::getline(words, name);
        must([&](app::Transaction& transaction) { return app::lock_account(transaction, name, occasion()); });
        return "done";
    }

    /// Wrong passwords until the account is locked.
    std::string guess(std::istringstream& words) {
        std::string name;
        words >> std::ws;
        std::getline(words, name);
        for (unsigned i = 0; i < app::kTriesUntilLocked; ++i) {
            must([&](app::Transaction& transaction) -> base::Done {
                const auto account = TRY(transaction.account_named(name));
                return app::count_wrong_try(transaction, account.value(), occasion());
            });
        }
        return "done";
    }

    /// A kiosk that reports now.
    std::string kiosk(std::istringstream& words) {
        std::string name;
        int skew = 0;
        app::KioskHealth health;
        words >> name >> skew >> health.arrivals_refused;
        health.kiosk = domain::KioskId(name);
        health.seen_at = clock_.now();
        health.skew = std::chrono::seconds{skew};
        health.version = "1.0";
        if (health.arrivals_refused > 0) health.refused_at = clock_.now();
        must([&](app::Transaction& transaction) -> base::Done {
            app::Kiosk kiosk;
            kiosk.id = health.kiosk;
            kiosk.fingerprint = "certificate of " + name;
            kiosk.added_at = clock_.now() - 24h;
            TRY_DONE(transaction.put(kiosk));
            return transaction.put(health);
        });
        return "done";
    }

    /// So many people chose this of every question of the exit survey, and one of them said more.
    std::string answered(std::istringstream& words) {
        std::string month;
        unsigned people = 0;
        unsigned choice = 0;
        std::string comment;
        words >> month >> people >> choice >> std::ws;
        std::getline(words, comment);
        const domain::Answers answers{
            "exit", "2026-11", {{"access", choice}, {"better", choice}, {"respect", choice}}, ""};
        std::vector<app::AnonymousAnswer> all(people, {month, "PWB", answers});
        if (!all.empty()) all.front().answers.comment = comment;
        must([&](app::Transaction& transaction) { return transaction.add(all); });
        return "done";
    }

    /// The person has rated the areas at the start: all but the last.
    std::string rated(std::istringstream& words) {
        std::size_t number = 0;
        words >> number;
        app::Offer offer;
        offer.id = domain::OfferId(base::new_uuid(entropy_));
        offer.referral = domain::ReferralId(std::string("referral-") + kPeople[number].id);
        offer.person = domain::PersonId(std::string("person-") + kPeople[number].id);
        offer.kind = domain::OfferKind::StartRating;
        offer.state = domain::OfferState::Completed;
        offer.opened_at = clock_.now() - 24h * 40;
        offer.offered_at = offer.opened_at;
        offer.ended_at = offer.opened_at;
        offer.answers = domain::Answers{"areas", "2026-11", {}, ""};
        unsigned number_of_area = 0;
        for (const char* area : {"mental_health", "physical_health", "shelter", "family", "work",
                                 "drugs_alcohol", "money", "outlook", "social", "time", "motivation"}) {
            constexpr unsigned kRatings = domain::kChoicesMax;
            offer.answers->answers.push_back({area, 1 + number_of_area++ % kRatings});
        }
        must([&](app::Transaction& transaction) { return transaction.put(offer); });
        return "done";
    }

    /// Two hundred invented referrals, and October frozen before the last of them was read.
    std::string histories(std::istringstream&) {
        auto told = support::generate_histories(5, 200);
        const auto put = [&](const server::figures::ReferralHistory& one) {
            must([&](app::Transaction& transaction) { return transaction.keep({one, {}}, ""); });
        };
        for (std::size_t i = 0; i + 1 < told.size(); ++i) put(told[i]);
        const domain::Month month = domain::parse_month("2026-10").value();
        const auto figures = server::figures::compute_all(std::span(told).first(told.size() - 20),
                                                          {month, month}, {calendar_, clock_.now(), {}});
        server::figures::FrozenMonth frozen{month, clock_.now(), {}};
        for (const auto& one : figures) frozen.figures.push_back(counts_of(one));
        must([&](app::Transaction& transaction) -> base::Done {
            TRY_DONE(transaction.freeze(frozen, server::figures::frozen_items(figures)));
            return transaction.keep(app::HistoryReading{clock_.now(), 1});
        });
        put(told.back());
        return "done";
    }

    base::SystemClock wall_;  ///< of the certificates, which a browser judges by its own clock
    base::SystemEntropy entropy_;
    support::FakeClock clock_{base::parse_instant("2026-11-23T14:10:00Z").value()};
    support::HubFolder folder_;
    domain::Calendar calendar_;
    unsigned crowd_ = 0;
    std::unique_ptr<server::hub::HubServer> server_;
};

}  // namespace

int main() {
    Hub hub;
    hub.introduce();
    for (std::string line; std::getline(std::cin, line);) std::cout << hub.obey(line) << std::endl;
    return 0;
}
