#include "tests/support/figures/generate_histories.h"

#include <array>
#include <random>
#include <string>

#include "shared/domain/calendar.h"

namespace support {
namespace {

using namespace server::figures;
using std::chrono::days;
using std::chrono::seconds;

constexpr std::array kCodes{"",    "",    "",    "MIS", "MOV", "DIE", "ACQ", "DIS",
                            "REC", "END", "REV", "DUP", "PPJ", "USE", "NOT", "RET",
                            "SEE", "SER", "INE", "NEE", "WOR", "ANO", "EAR", "???"};
/// Times of day in UTC: midnights of London in summer and in winter, a second and half an hour around them.
constexpr std::array kTimes{seconds{0},      seconds{1},      seconds{9 * 3600}, seconds{14 * 3600 + 420},
                            seconds{82'799}, seconds{82'800}, seconds{84'600},   seconds{86'399}};

class Invention {
public:
    explicit Invention(std::uint64_t seed) : chance_(seed) {}

    ReferralHistory referral(unsigned number);

private:
    unsigned below(unsigned bound) { return static_cast<unsigned>(chance_() % bound); }
    bool one_in(unsigned n) { return below(n) == 0; }
    /// A day from `from` to `from` + `most`, at one of the times.
    base::Instant after(base::Instant from, unsigned most) {
        return std::chrono::floor<days>(from) + days{below(most + 1)} + kTimes[below(kTimes.size())];
    }
    std::optional<base::Instant> maybe_after(base::Instant from, unsigned most, unsigned none_one_in) {
        return one_in(none_one_in) ? std::nullopt : std::optional(after(from, most));
    }
    Meeting meeting(const std::string& id, domain::AppointmentType type, base::Instant start);
    void meet(ReferralHistory& history);
    void plan(ReferralHistory& history);
    void end(ReferralHistory& history);
    Answering answering(base::Instant from);
    void ask(ReferralHistory& history);

    std::mt19937_64 chance_;
};

Meeting Invention::meeting(const std::string& id, domain::AppointmentType type, base::Instant start) {
    constexpr std::array kWays{domain::Attendance::Yes, domain::Attendance::Yes, domain::Attendance::Late,
                               domain::Attendance::No};
    Meeting meeting;
    meeting.id = domain::AppointmentId(id);
    meeting.type = type;
    meeting.start = start;
    meeting.stands = !one_in(8);
    if (one_in(6)) return meeting;
    meeting.attendance = kWays[below(kWays.size())];
    if (!one_in(5)) meeting.session_held = !one_in(4);
    if (!one_in(3)) meeting.stored_at = after(start, 4);
    if (meeting.stored_at && !one_in(3)) meeting.drafted_at = after(*meeting.stored_at, 2);
    meeting.submitted = !one_in(4);
    if (meeting.submitted && !one_in(3)) meeting.submitted_at = after(start, 4);
    if (one_in(4)) meeting.told_at = after(start, 2);
    return meeting;
}

void Invention::meet(ReferralHistory& history) {
    if (one_in(12)) return;
    auto& all = history.meetings.emplace();
    const auto add = [&](domain::AppointmentType type, unsigned days_later) {
        const std::string id = history.id.text() + "-" + std::to_string(all.size());
        all.push_back(meeting(id, type, after(history.received_at, days_later)));
    };
    for (unsigned i = below(3); i > 0; --i) add(domain::AppointmentType::SupplierAssessment, 20);
    for (unsigned i = below(5); i > 0; --i) add(domain::AppointmentType::Delivery, 60);
}

void Invention::plan(ReferralHistory& history) {
    if (one_in(10)) return;
    auto& all = history.plans.emplace();
    for (unsigned i = below(3); i > 0; --i)
        all.push_back({!one_in(3), maybe_after(history.received_at, 25, 6)});
}

void Invention::end(ReferralHistory& history) {
    if (one_in(2)) history.expiry = domain::london_date(after(history.received_at, 150));
    if (one_in(4)) return;
    history.concluded_at = after(history.received_at, one_in(6) ? 1 : 120);
    history.end_code = kCodes[below(kCodes.size())];
    history.end_requested = one_in(2);
    if (one_in(2)) {
        auto& report = history.end_report.emplace();
        report.submitted_at = *history.concluded_at;
        if (!one_in(4)) report.score = below(5) / 2.0;
    }
    if (one_in(2)) history.completed_at = after(*history.concluded_at, 3);
}

Answering Invention::answering(base::Instant from) {
    Answering made;
    made.offered_at = maybe_after(from, 5, 3);
    made.answered_at = maybe_after(from, 15, 2);
    made.declined = one_in(5);
    made.expired = one_in(5);
    return made;
}

void Invention::ask(ReferralHistory& history) {
    if (one_in(8)) return;
    auto& all = history.evidence.emplace();
    for (unsigned i = below(3); i > 0; --i) {
        const base::Instant asked = after(history.received_at, 90);
        all.push_back({"e" + std::to_string(i), asked, maybe_after(asked, 4, 3)});
    }
}

ReferralHistory Invention::referral(unsigned number) {
    const base::Instant first = std::chrono::sys_days{std::chrono::year{2026} / 3 / 1};
    ReferralHistory history;
    history.id = domain::ReferralId("r" + std::to_string(1000 + number));
    history.person = domain::PersonId("p" + std::to_string(number / 2));
    history.complexity = static_cast<Complexity>(below(4));
    history.received_at = after(first, 270);
    plan(history);
    meet(history);
    end(history);
    if (!one_in(6)) history.exit_survey = answering(history.completed_at.value_or(history.received_at));
    if (!one_in(6)) history.start_rating = answering(history.received_at);
    ask(history);
    for (const FigureId id : {FigureId::Ds2, FigureId::Kp6})
        if (one_in(4)) history.mitigations[id] = "in hospital";
    return history;
}

}  // namespace

std::vector<ReferralHistory> generate_histories(std::uint64_t seed, unsigned referrals) {
    Invention invention(seed);
    std::vector<ReferralHistory> all;
    for (unsigned number = 0; number < referrals; ++number) all.push_back(invention.referral(number));
    return all;
}

}  // namespace support
