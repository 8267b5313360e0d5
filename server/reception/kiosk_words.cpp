#include "server/reception/kiosk_words.h"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "server/reception/day_words.h"

namespace server::reception {
namespace {

using app::Kiosk;
using app::KioskHealth;

const KioskHealth* health_of(const KioskFacts& facts, const domain::KioskId& kiosk) {
    const auto found = std::find_if(facts.health.begin(), facts.health.end(),
                                    [&](const KioskHealth& one) { return one.kiosk == kiosk; });
    return found == facts.health.end() ? nullptr : &*found;
}

struct KioskState {
    std::string words;
    const char* colour;  ///< of the GOV.UK tag
};

KioskState state_of(const KioskFacts& facts, const Kiosk& kiosk, base::Instant now) {
    if (kiosk.revoked_at) {
        const std::string since = "Revoked at " + time_in_words(*kiosk.revoked_at, now);
        if (is_given_up(facts, kiosk.id)) return {since + ", what it held is given up", "grey"};
        return {since + ", may still hold arrivals", "orange"};
    }
    const KioskHealth* health = health_of(facts, kiosk.id);
    if (health == nullptr) return {"Has never reported", "orange"};
    if (now - health->seen_at > kKioskSilent)
        return {"Not heard of since " + time_in_words(health->seen_at, now), "red"};
    if (std::chrono::abs(health->skew) > domain::kSkewShown) return {"Its clock is wrong", "orange"};
    if (health->arrivals_waiting > 0) return {"Holds arrivals it has not sent", "orange"};
    if (health->out_of_use) return {"Taken out of use by staff", "grey"};
    return {"Well", "green"};
}

std::string clock_in_words(std::chrono::milliseconds skew) {
    const std::int64_t seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(skew)).count();
    if (seconds == 0) return "Right";
    return counted(seconds, "second") + (skew.count() > 0 ? " ahead" : " behind");
}

std::string waiting_in_words(const KioskHealth& health) {
    if (health.journal_waiting == 0) return "Nothing";
    std::string words = counted(health.journal_waiting, "record");
    if (health.arrivals_waiting > 0) words += ", of them " + counted(health.arrivals_waiting, "arrival");
    return words;
}

/// Something that somebody did with a kiosk.
struct Done {
    base::Instant at{};
    domain::KioskId kiosk;
    std::string what;
    std::string who;
    std::string why;
};

std::vector<Done> all_done(const KioskFacts& facts) {
    std::vector<Done> all;
    for (const app::KioskChange& one : facts.changes) {
        const bool renamed = one.act == app::KioskAct::Renamed;
        all.push_back({one.at, one.kiosk,
                       renamed ? "Renamed from " + one.name + " to " + one.new_name : std::string("Revoked"),
                       one.who, one.why});
    }
    for (const app::JournalSettled& one : facts.settled) {
        const bool lost = one.word == app::JournalWord::Lost;
        all.push_back({one.at, one.kiosk, lost ? "What it held given up" : "Refused arrivals seen to",
                       one.who, one.why});
    }
    std::reverse(all.begin(), all.end());  // of one instant, too, the newest stands first
    std::stable_sort(all.begin(), all.end(), [](const Done& a, const Done& b) { return a.at > b.at; });
    return all;
}

}  // namespace

base::Result<KioskFacts> kiosk_facts(app::View& view) {
    KioskFacts facts;
    facts.kiosks = TRY(view.kiosks());
    facts.health = TRY(view.kiosk_health());
    facts.refused = TRY(app::refused_to_see_to(view));
    facts.settled = TRY(view.settled_journals());
    facts.changes = TRY(view.kiosk_changes());
    std::sort(facts.kiosks.begin(), facts.kiosks.end(), [](const Kiosk& a, const Kiosk& b) {
        return std::make_tuple(a.revoked_at.has_value(), a.shown()) <
               std::make_tuple(b.revoked_at.has_value(), b.shown());
    });
    return facts;
}

const app::RefusedAtKiosk* refused_at(const KioskFacts& facts, const domain::KioskId& kiosk) {
    const auto found = std::find_if(facts.refused.begin(), facts.refused.end(),
                                    [&](const app::RefusedAtKiosk& one) { return one.kiosk == kiosk; });
    return found == facts.refused.end() ? nullptr : &*found;
}

bool is_given_up(const KioskFacts& facts, const domain::KioskId& kiosk) {
    return std::any_of(facts.settled.begin(), facts.settled.end(), [&](const app::JournalSettled& one) {
        return one.kiosk == kiosk && one.word == app::JournalWord::Lost;
    });
}

std::string mark_of(const KioskFacts& facts, const domain::KioskId& kiosk) {
    const auto is_its = [&](const auto& one) {
        return one.kiosk == kiosk;
    };
    const app::RefusedAtKiosk* refused = refused_at(facts, kiosk);
    return std::to_string(std::count_if(facts.changes.begin(), facts.changes.end(), is_its)) + '-' +
           std::to_string(std::count_if(facts.settled.begin(), facts.settled.end(), is_its)) + '-' +
           std::to_string(refused == nullptr ? 0 : refused->arrivals);
}

Words kiosk_words(const KioskFacts& facts, const Kiosk& kiosk, base::Instant now) {
    const KioskState state = state_of(facts, kiosk, now);
    const KioskHealth* health = health_of(facts, kiosk.id);
    const app::RefusedAtKiosk* refused = refused_at(facts, kiosk.id);
    Words words;
    words.set("kiosk", kiosk.id.text());
    words.set("name", kiosk.shown());
    words.set("is_renamed", !kiosk.name.empty());
    words.set("state", state.words);
    words.set("colour", state.colour);
    words.set("seen_at", health == nullptr ? std::string("Never") : time_in_words(health->seen_at, now));
    words.set("version", health == nullptr ? std::string("Not known") : health->version);
    words.set("clock", health == nullptr ? std::string("Not known") : clock_in_words(health->skew));
    words.set("waiting", health == nullptr ? std::string("Not known") : waiting_in_words(*health));
    words.set("is_refused", refused != nullptr);
    words.set("refused", refused == nullptr ? std::string() : counted(refused->arrivals, "arrival"));
    words.set("refused_count", refused == nullptr ? std::string() : std::to_string(refused->arrivals));
    words.set("refused_since", refused == nullptr ? std::string() : time_in_words(refused->at, now));
    return words;
}

Words done_with_kiosks(const KioskFacts& facts, const domain::KioskId& kiosk, base::Instant now) {
    Words list(Words::type::list);
    for (const Done& one : all_done(facts)) {
        if (!kiosk.empty() && one.kiosk != kiosk) continue;
        Words words;
        words.set("when", time_in_words(one.at, now));
        words.set("which", app::kiosk_name(facts.kiosks, one.kiosk));
        words.set("what", one.what);
        words.set("who", one.who);
        words.set("why", one.why);
        list << words;
    }
    return list;
}

std::string trouble_of(const app::KioskHealth* health, base::Instant now) {
    if (health == nullptr) return "has never reported";
    std::string trouble;
    const auto say = [&trouble](const std::string& words) {
        trouble += (trouble.empty() ? "" : "; ") + words;
    };
    if (now - health->seen_at > kKioskSilent) say("last heard of " + ago_in_words(health->seen_at, now));
    if (std::chrono::abs(health->skew) > domain::kSkewShown) {
        const auto wrong = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(health->skew));
        say("its clock is wrong by " + std::to_string(wrong.count()) + " seconds");
    }
    if (health->arrivals_waiting > 0) {
        say("holds arrivals it has not sent: " + std::to_string(health->arrivals_waiting));
    }
    return trouble;
}

}  // namespace server::reception
