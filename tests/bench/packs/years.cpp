#include "tests/bench/packs/years.h"

#include <cstdio>
#include <random>

#include "shared/domain/calendar.h"

namespace bench {
namespace {

using namespace server::figures;
using std::chrono::hours;

constexpr int kDaysAYear = 365;
constexpr int kDaysBetween = 6;  ///< from one appointment to the next

std::string id_of(std::uint64_t high, unsigned low) {
    char text[37];
    std::snprintf(text, sizeof text, "%08x-%04x-4000-8000-%012llx", low, low & 0xffffU,
                  static_cast<unsigned long long>(high & 0xffffffffffffULL));
    return text;
}

class Invention {
public:
    explicit Invention(const Scale& scale) : scale_(scale), chance_(scale.seed) {}

    ReferralHistory referral(unsigned number) {
        static const base::Instant kEnd = base::parse_instant("2026-10-31T12:00:00Z").value();
        ReferralHistory history;
        history.id = domain::ReferralId(id_of(chance_(), number));
        history.contract = domain::ContractRef("DN671065_MANCHESTER_PWB");
        history.complexity = static_cast<Complexity>(chance_() % 4);
        const auto span = hours{24} * kDaysAYear * scale_.years;
        history.received_at = kEnd - span * (scale_.referrals - number) / scale_.referrals;
        history.plans = {{true, history.received_at + hours{24 * 9}, history.received_at + hours{24 * 10}}};
        meet(history);
        if (chance_() % 8 != 0) end(history);
        history.evidence.emplace();
        return history;
    }

private:
    void meet(ReferralHistory& history) {
        auto& all = history.meetings.emplace();
        all.reserve(scale_.appointments_each);
        for (unsigned i = 0; i < scale_.appointments_each; ++i) {
            Meeting meeting;
            meeting.id = domain::AppointmentId(id_of(chance_(), i));
            meeting.type =
                i == 0 ? domain::AppointmentType::SupplierAssessment : domain::AppointmentType::Delivery;
            meeting.start = history.received_at + hours{24 * kDaysBetween * (i + 1)};
            meeting.attendance = chance_() % 5 == 0 ? domain::Attendance::No : domain::Attendance::Yes;
            meeting.session_held = meeting.attendance == domain::Attendance::Yes;
            meeting.stored_at = meeting.drafted_at = meeting.submitted_at =
                meeting.start + hours{chance_() % 72};
            meeting.submitted = true;
            all.push_back(std::move(meeting));
        }
    }

    void end(ReferralHistory& history) {
        history.concluded_at =
            history.received_at + hours{24 * kDaysBetween * (scale_.appointments_each + 2)};
        if (chance_() % 3 == 0) {
            history.end_code = "NOT";
            history.end_requested = true;
        } else {
            history.end_report = {*history.concluded_at, 1.0};
        }
    }

    const Scale& scale_;
    std::mt19937_64 chance_;
};

}  // namespace

std::vector<ReferralHistory> invent(const Scale& scale) {
    Invention invention(scale);
    std::vector<ReferralHistory> all;
    all.reserve(scale.referrals);
    for (unsigned number = 0; number < scale.referrals; ++number) all.push_back(invention.referral(number));
    return all;
}

}  // namespace bench
