#include <fstream>
#include <iterator>
#include <regex>
#include <utility>

#include "server/crypto/staff_secrets.h"
#include "shared/domain/calendar.h"
#include "tests/journeys/support/hub_world.h"
#include "tests/support/slip_sheet/read_sheet.h"

/// What staff do and see, by hubctl.
namespace journeys {

server::ctl::Hub HubWorld::hubctl() {
    return {settings_, server_clock_, entropy_, said_};
}

support::Browser HubWorld::at_reception(const std::string& name, const std::string& role) {
    said_.str("");
    const base::Done added = server::ctl::add_account(
        hubctl(), {name, role, "Enhanced", "V-0815", "2026-01-05", "2029-01-04", "Kim Ode"});
    EXPECT_TRUE(added) << added.error().message;
    static const std::regex pattern("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}");
    const std::string words = said();
    std::smatch code;
    EXPECT_TRUE(std::regex_search(words, code, pattern)) << words;
    std::ifstream authority(settings_.keys + "/ca.pem");
    support::Browser browser(server_->reception_port(), std::string(std::istreambuf_iterator<char>(authority),
                                                                    std::istreambuf_iterator<char>()));
    support::first_sign_in(browser, name, code.str(), [this](const std::string& key) {
        const server::crypto::SodiumStaffSecrets telephone(server::crypto::PasswordCost::Least);
        return telephone.code_at(telephone.key_of_words(key), server_clock_.now());
    });
    return browser;
}

base::Done HubWorld::submit(const std::string& appointment) {
    return server::ctl::submit(hubctl(), {domain::AppointmentId(appointment), "Sam Desk", "It was held"});
}

base::Done HubWorld::settle(const std::string& appointment, const std::string& came_at) {
    server::ctl::DecisionWords words;
    words.settle = came_at;
    return server::ctl::decide(hubctl(),
                               {domain::AppointmentId(appointment), "Sam Desk", "I saw them come in"}, words);
}

base::Done HubWorld::absent(const std::string& appointment, bool came_after_end) {
    server::ctl::DecisionWords words;
    words.absent = true;
    words.came_after_end = came_after_end;
    return server::ctl::decide(hubctl(), {domain::AppointmentId(appointment), "Sam Desk", "Not seen in time"},
                               words);
}

base::Done HubWorld::answer_the_call(const std::string& who) {
    const auto open = server_->record().read([&](server::app::View& view) -> base::Done {
        const auto rings = TRY(view.open_calls());
        if (rings.size() != 1) return base::fail(base::ErrorKind::NotFound, "there is not one call");
        ringing_ = rings.front().id;
        return {};
    });
    return open ? server::ctl::answer_call(hubctl(), ringing_, who) : open;
}

base::Done HubWorld::complete(const std::string& referral) {
    return server::ctl::complete(hubctl(), {domain::ReferralId(referral), "Sam Desk", "All sessions done"});
}

std::string HubWorld::slip(const std::string& appointment) {
    const std::string file = (folder_ / "slip.svg").string();
    const base::Done made = server::ctl::new_slip(hubctl(), {appointment, "Sam Desk", file});
    EXPECT_TRUE(made) << made.error().message;
    std::ifstream sheet(file, std::ios::binary);
    const std::string svg((std::istreambuf_iterator<char>(sheet)), {});
    EXPECT_TRUE(std::filesystem::remove(file)) << "as whoever prints it does";
    return support::read_sheet(svg);
}

std::string HubWorld::slips() {
    said_.str("");
    const base::Done listed = server::ctl::list_slips(hubctl());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

base::Done HubWorld::end_slips() {
    std::vector<server::app::Slip> all;
    look([&](server::app::View& view) -> base::Done {
        all = TRY(view.slips());
        return {};
    });
    for (const server::app::Slip& one : all) {
        if (one.revoked_at) continue;
        TRY_DONE(server::ctl::revoke_slip(hubctl(), {one.id, "Sam Desk", "It was lost"}));
    }
    return {};
}

std::string HubWorld::surveys() {
    said_.str("");
    const base::Done listed = server::ctl::list_surveys(hubctl());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::vector<server::app::Offer> HubWorld::offers(const std::string& referral) {
    std::vector<server::app::Offer> all;
    look([&](server::app::View& view) -> base::Done {
        all = TRY(view.offers_of(domain::ReferralId(referral)));
        return {};
    });
    return all;
}

std::vector<server::app::AnonymousAnswer> HubWorld::anonymous_answers() {
    std::vector<server::app::AnonymousAnswer> all;
    look([&](server::app::View& view) -> base::Done {
        all = TRY(view.anonymous_answers());
        return {};
    });
    return all;
}

std::string HubWorld::record_bytes() {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(settings_.data)) {
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

std::string HubWorld::outbox() {
    said_.str("");
    const base::Done listed = server::ctl::outbox(hubctl(), std::nullopt, server::ctl::OutboxForm::Table);
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::today(const std::string& day, const server::ctl::NamesFor& names_for) {
    said_.str("");
    const base::Done listed = server::ctl::today(hubctl(), domain::parse_date(day).value(), names_for);
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::calls() {
    said_.str("");
    const base::Done listed = server::ctl::list_calls(hubctl());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::said() {
    return std::exchange(said_, std::ostringstream()).str();
}

std::string HubWorld::itinerary(const std::string& day) {
    said_.str("");
    const base::Done listed = server::ctl::list_itinerary(hubctl(), domain::parse_date(day).value());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::itinerary_changes(const std::string& day) {
    said_.str("");
    const base::Done listed = server::ctl::list_itinerary_changes(hubctl(), domain::parse_date(day).value());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

std::string HubWorld::looks(const std::string& day) {
    said_.str("");
    const base::Done listed = server::ctl::list_looks(hubctl(), domain::parse_date(day).value());
    EXPECT_TRUE(listed) << listed.error().message;
    return said_.str();
}

}  // namespace journeys
