// A hub with invented people and the browsers' door open, for tests/web: real TLS, real record, a clock that
// the test holds. Says where it is, then does what it is told, one line each, until its input ends.

#include <chrono>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>

#include "server/app/accounts.h"
#include "server/app/decide.h"
#include "server/hub/hub_server.h"
#include "shared/base/invariant.h"
#include "tests/support/fake_clock.h"
#include "tests/support/hub/hub_folder.h"

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
    TRY_DONE(transaction.put(app::Person{id, "X1000" + std::string(person.id).substr(34), person.first_name,
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

    /// `arrive N`, `call LANGUAGE`, `advance MINUTES`, `account ROLE NAME`, `lock NAME`, `now`; `crowd N`:
    /// so many more people are expected, numbered on from the last; `come N`: that one of the crowd comes,
    /// and the answer is the id of the appointment and the computer's own time of the commit in milliseconds.
    std::string obey(const std::string& line) {
        std::istringstream words(line);
        std::string act;
        words >> act;
        if (act == "arrive") return arrive(words);
        if (act == "call") return call(words);
        if (act == "account") return account(words);
        if (act == "lock") return lock(words);
        if (act == "crowd") return crowd(words);
        if (act == "come") return come(words);
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
        std::ostringstream id;
        id << "7a0c2a1e-0000-4000-8001-" << std::setw(12) << std::setfill('0') << number;
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

    std::string lock(std::istringstream& words) {
        std::string name;
        words >> std::ws;
        std::getline(words, name);
        must([&](app::Transaction& transaction) { return app::lock_account(transaction, name, occasion()); });
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
