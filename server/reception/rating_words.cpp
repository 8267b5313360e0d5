#include "server/reception/rating_words.h"

#include <optional>
#include <string>

#include "server/reception/day_words.h"

namespace server::reception {
namespace {

constexpr char kNotKnown[] = "not known";

// The picture of one area, in the units of its viewBox (templates/part_ratings.html).
constexpr unsigned kFirstX = 12;
constexpr unsigned kStepX = 44;

std::string x_of(unsigned rating) {
    return std::to_string(kFirstX + (rating - 1) * kStepX);
}

const app::Offer* rated(const std::vector<app::Offer>& offers, domain::OfferKind kind) {
    for (const app::Offer& one : offers) {
        if (one.kind == kind && one.answers) return &one;
    }
    return nullptr;
}

std::optional<unsigned> rating_of(const app::Offer* offer, const std::string& area) {
    if (offer == nullptr) return std::nullopt;
    for (const domain::Answer& one : offer->answers->answers) {
        const bool is_rating = one.choice >= 1 && one.choice <= domain::kChoicesMax;
        if (one.question == area && is_rating) return one.choice;
    }
    return std::nullopt;
}

std::string change_in_words(std::optional<unsigned> then, std::optional<unsigned> now) {
    if (!then || !now) return kNotKnown;
    if (*then == *now) return "the same";
    return *now > *then ? std::to_string(*now - *then) + " up" : std::to_string(*then - *now) + " down";
}

void set_rating(Words& words, const char* name, std::optional<unsigned> rating) {
    words.set(name, rating ? std::to_string(*rating) : kNotKnown);
    words.set(std::string("has_") + name, rating.has_value());
    words.set(std::string(name) + "_x", rating ? x_of(*rating) : "");
}

std::string day_of(const app::Offer* offer) {
    if (offer == nullptr || !offer->ended_at) return kNotKnown;
    return day_in_words(domain::london_date(*offer->ended_at));
}

}  // namespace

void set_ratings(Words& words, const std::vector<app::Offer>& offers, const domain::Survey& areas) {
    const app::Offer* start = rated(offers, domain::OfferKind::StartRating);
    const app::Offer* end = rated(offers, domain::OfferKind::ExitRating);
    Words rows(Words::type::list);
    for (const domain::Question& area : areas.questions) {
        const auto then = rating_of(start, area.id);
        const auto now = rating_of(end, area.id);
        Words row;
        row.set("area", domain::text_in(area.ask, "en"));
        set_rating(row, "then", then);
        set_rating(row, "now", now);
        row.set("has_both", then && now);
        row.set("change", change_in_words(then, now));
        rows << row;
    }
    words.set("ratings", rows);
    words.set("has_ratings", start != nullptr || end != nullptr);
    words.set("then_day", day_of(start));
    words.set("now_day", day_of(end));
}

}  // namespace server::reception
