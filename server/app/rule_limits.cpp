#include "server/app/rule_limits.h"

#include <set>

namespace server::app {
namespace {

base::Done refuse(const char* why) {
    return base::fail(base::ErrorKind::InvalidInput, why);
}

struct Limits {
    base::Done operator()(const DayChange&) const { return {}; }

    base::Done operator()(const HoursChange& change) const {
        for (const auto& day : change.week) {
            if (!day) continue;
            if (day->opens < std::chrono::minutes{0} || day->closes <= day->opens ||
                day->closes >= std::chrono::hours{24})
                return refuse("the hub closes after it opens, on the same day");
        }
        return {};
    }

    base::Done operator()(const GraceChange& change) const {
        if (change.grace < std::chrono::minutes{0} || change.grace > kGraceMax)
            return refuse("grace is 0 to 60 minutes");
        return {};
    }

    base::Done operator()(const LanguagesChange& change) const {
        if (change.languages.size() > kLanguagesMax) return refuse("these are more than 100 languages");
        const std::set<std::string> once(change.languages.begin(), change.languages.end());
        if (once.contains("")) return refuse("a language has no tag");
        if (once.size() != change.languages.size()) return refuse("a language is named twice");
        return {};
    }
};

}  // namespace

base::Done within_limits(const RuleValue& value) {
    return std::visit(Limits{}, value);
}

}  // namespace server::app
