#include <algorithm>
#include <cctype>

#include <unicode/utf8.h>

#include "shared/domain/itinerary.h"

namespace domain {
namespace {

using base::ErrorKind;
using base::fail;

// Words that say why somebody comes, by how they begin: a public title holds none of them (checklist C51).
constexpr std::array<std::string_view, 25> kTelling{
    "abuse",    "addict",   "alcohol", "anger",   "assault", "behaviour", "court", "crime",  "criminal",
    "domestic", "drink",    "drug",    "gambl",   "mandat",  "offen",     "order", "prison", "probation",
    "recovery", "reoffend", "rehab",   "sentenc", "sex",     "substance", "violen"};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The word of the title that says too much, by kTelling; empty when none does.
std::string_view telling_word(const std::string& title) {
    const std::string text = lower(title);
    for (const std::string_view word : kTelling) {
        for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
            if (at == 0 || !std::isalpha(static_cast<unsigned char>(text[at - 1]))) return word;
        }
    }
    return {};
}

constexpr std::size_t kLanguageCharsMax = 35;

/// Whether it turns the direction of a text or breaks its line.
bool turns_text(UChar32 c) {
    return c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(UChar32 c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

base::Done invalid(const std::string& words) {
    return fail(ErrorKind::InvalidInput, words);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The form of BCP 47: a language of two or three letters, then parts of one to eight letters or digits.
bool is_language_tag(std::string_view tag) {
    if (tag.size() > kLanguageCharsMax) return false;
    std::size_t parts = 0;
    for (std::size_t from = 0; from <= tag.size(); ++parts) {
        const std::size_t to = std::min(tag.find('-', from), tag.size());
        const std::string_view part = tag.substr(from, to - from);
        const bool fits =
            parts == 0 ? part.size() == 2 || part.size() == 3 : part.size() >= 1 && part.size() <= 8;
        const bool plain = std::all_of(part.begin(), part.end(), [&](char c) {
            return is_letter(c) || (parts > 0 && c >= '0' && c <= '9');
        });
        if (!fits || !plain) return false;
        from = to + 1;
    }
    return true;
}

base::Done check_tells_nothing(const std::string& text, const std::string& what) {
    const std::string_view telling = telling_word(text);
    if (telling.empty()) return {};
    return invalid(what + " stands on a public screen and must not say why people come (\"" +
                   std::string(telling) + "\"): choose a neutral one, such as \"Group B\"");
}

base::Done check_titles(const Session& session) {
    if (!is_public_text(session.title, kTitleCharsMax)) {
        return invalid("give the session a title of one line, at most 40 letters, such as \"Group B\"");
    }
    TRY_DONE(check_tells_nothing(session.title, "the title"));
    if (session.titles.size() > kTitlesMax) return invalid("the title has too many translations");
    for (const TitleIn& title : session.titles) {
        TRY_DONE(check_tells_nothing(title.text, "each translation of the title"));
        if (!is_public_text(title.text, kTitleCharsMax) || !is_language_tag(title.language)) {
            return invalid(
                "each translation of the title needs a language such as pl, and one line of at most 40 "
                "letters");
        }
    }
    return {};
}

base::Done check_times(const Session& session) {
    if (session.end <= session.start) return invalid("the session must end after it begins");
    if (session.end - session.start > kSessionLongest) {
        return invalid("the session lasts longer than 12 hours: check its times");
    }
    // The last moment belongs to the day too: a session may end at midnight.
    const base::Instant last = session.end - std::chrono::microseconds{1};
    if (london_date(last) != london_date(session.start)) {
        return invalid("the session must end on the day on which it begins");
    }
    return {};
}

}  // namespace

bool is_public_text(std::string_view text, std::size_t chars_max) {
    if (text.size() > chars_max * kUtf8BytesMax) return false;
    const auto length = static_cast<std::int32_t>(text.size());
    std::size_t chars = 0;
    for (std::int32_t at = 0; at < length; ++chars) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);  // negative where it is not UTF-8
        if (is_control(c) || turns_text(c)) return false;
    }
    return chars <= chars_max && text.find_first_not_of(' ') != std::string_view::npos;
}

base::Done check(const Session& session) {
    TRY_DONE(check_titles(session));
    TRY_DONE(check_times(session));
    if (!is_public_text(session.room, kRoomCharsMax))
        return invalid("say in which room the session is, in at most 24 letters");
    TRY_DONE(check_tells_nothing(session.room, "the room"));
    if (!session.facilitator.empty()) {
        const bool one_word = is_public_text(session.facilitator, kFirstNameCharsMax) &&
                              session.facilitator.find_first_of(" 0123456789") == std::string::npos;
        if (!one_word) return invalid("give the first name only of whoever holds the session");
    }
    if (session.places_left.value_or(0) > kPlacesMax) return invalid("there are at most 500 places");
    if (!is_language_tag(session.language)) {
        return invalid("say in which language the session is held, such as en");
    }
    return {};
}

std::string_view to_word(SessionKind kind) {
    switch (kind) {
        case SessionKind::Group:
            return "group";
        case SessionKind::Family:
            return "family";
        case SessionKind::OneToOne:
            return "one_to_one";
        case SessionKind::Specialist:
            return "specialist";
    }
    return "";
}

std::string_view to_word(Audience audience) {
    switch (audience) {
        case Audience::Everyone:
            return "everyone";
        case Audience::Women:
            return "women";
        case Audience::Men:
            return "men";
        case Audience::YoungAdults:
            return "young_adults";
        case Audience::Families:
            return "families";
    }
    return "";
}

std::string_view to_word(JoinWay way) {
    switch (way) {
        case JoinWay::DropIn:
            return "drop_in";
        case JoinWay::AskReception:
            return "ask_reception";
        case JoinWay::AskWorker:
            return "ask_worker";
    }
    return "";
}

std::string_view to_word(SessionState state) {
    switch (state) {
        case SessionState::Planned:
            return "planned";
        case SessionState::Moved:
            return "moved";
        case SessionState::Cancelled:
            return "cancelled";
        case SessionState::Full:
            return "full";
    }
    return "";
}

}  // namespace domain
