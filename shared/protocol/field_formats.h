#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "shared/base/entropy.h"
#include "shared/domain/itinerary.h"
#include "shared/domain/slip.h"
#include "shared/domain/survey.h"
#include "shared/protocol/limits.h"

/// What a field of a message may hold.
namespace protocol {

/// An instant, a day, a yes or no, or another message: its type says everything.
struct Plain {};

struct TextFormat {
    std::size_t bytes_max;
    bool (*fits)(std::string_view);
    const char* words;  ///< completes "the field x must be ..."
};

struct WholeFormat {
    std::int64_t min;
    std::int64_t max;
};

template <class Enum>
struct Word {
    Enum value;
    std::string_view word;
};

template <class Enum>
struct WordFormat {
    std::span<const Word<Enum>> words;
};

template <class Element = Plain>
struct ListFormat {
    std::size_t min;
    std::size_t max;
    Element element{};
};
template <class Element>
ListFormat(std::size_t, std::size_t, Element) -> ListFormat<Element>;

/// A list that is left out when there is nothing in it.
template <class Element = Plain>
struct ListOrNoneFormat {
    std::size_t max;
    Element element{};
};
template <class Element>
ListOrNoneFormat(std::size_t, Element) -> ListOrNoneFormat<Element>;

/// An object with one text a language; at least `min` of them.
struct TextsFormat {
    std::size_t min;
    std::size_t max;
    TextFormat text;
};

inline bool all_of_set(std::string_view text, std::string_view extra) {
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        if (!letter && !digit && extra.find(c) == std::string_view::npos) return false;
    }
    return true;
}

/// A language tag of RFC 5646 with a language of ISO 639, or nothing. Its parts are short: hardly anything
/// else, such as a name, passes for one.
inline bool is_language_or_none(std::string_view text) {
    if (text.empty()) return true;
    constexpr std::size_t kLanguageMin = 2;
    constexpr std::size_t kLanguageMax = 3;
    constexpr std::size_t kPartMax = 8;
    std::size_t end = text.find('-');
    const std::string_view language = text.substr(0, end);
    if (language.size() < kLanguageMin || language.size() > kLanguageMax) return false;
    if (language.find_first_of("0123456789") != std::string_view::npos) return false;
    while (end != std::string_view::npos) {
        text.remove_prefix(end + 1);
        end = text.find('-');
        const std::size_t size = text.substr(0, end).size();
        if (size == 0 || size > kPartMax) return false;
    }
    return true;
}

inline constexpr TextFormat kUuid{36, base::is_uuid, "a UUID"};
inline constexpr TextFormat kOpaqueIdOrNone{kOpaqueIdBytesMax,
                                            [](std::string_view text) { return all_of_set(text, "-_"); },
                                            "an id of letters, digits, hyphens and underscores"};
inline constexpr TextFormat kOpaqueId{
    kOpaqueIdBytesMax, [](std::string_view text) { return !text.empty() && all_of_set(text, "-_"); },
    "an id of letters, digits, hyphens and underscores"};
inline constexpr TextFormat kLanguage{
    kLanguageBytesMax,
    [](std::string_view text) { return all_of_set(text, "-") && is_language_or_none(text); },
    "a language tag such as en or pa-Guru"};
inline constexpr TextFormat kVersion{kVersionBytesMax,
                                     [](std::string_view text) { return all_of_set(text, ".-_+:"); },
                                     "a version of letters, digits and .-_+:"};
inline constexpr TextFormat kHash{
    64,
    [](std::string_view text) {
        return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    },
    "64 lower-case hexadecimal digits"};
inline constexpr TextFormat kSlip{domain::kSlipCharacters,
                                  [](std::string_view text) {
                                      return domain::read_slip(text, "") ==
                                             domain::SlipReading{domain::SlipVerdict::Good,
                                                                 domain::SlipKind::Visitor};
                                  },
                                  "the token of a slip"};
inline constexpr TextFormat kSlipMark{domain::kSlipMarkCharacters, domain::is_slip_mark,
                                      "the mark of a hub on its slips"};
inline constexpr TextFormat kInitial{kInitialBytesMax,
                                     [](std::string_view text) {
                                         for (const char c : text) {
                                             if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
                                                 return false;
                                         }
                                         return true;
                                     },
                                     "one letter, or empty"};
/// No control characters: letters, digits, spaces and signs of any script.
inline bool is_plain_text(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
    }
    return true;
}
inline constexpr TextFormat kWordId{
    domain::kSurveyIdBytesMax,
    [](std::string_view text) {
        return !text.empty() &&
               text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-.") == std::string_view::npos;
    },
    "a word of small letters, digits and _-."};
inline constexpr TextFormat kMonth{7,
                                   [](std::string_view text) {
                                       constexpr std::string_view kDigit = "0123456789";
                                       if (text.size() != 7 || text[4] != '-') return false;
                                       for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U}) {
                                           if (kDigit.find(text[i]) == std::string_view::npos) return false;
                                       }
                                       const std::string_view month = text.substr(5);
                                       return month >= "01" && month <= "12";
                                   },
                                   "a month such as 2026-11"};
inline constexpr TextFormat kSurveyText{domain::kSurveyTextBytesMax, is_plain_text,
                                        "a text without line breaks"};
inline constexpr TextFormat kComment{domain::kCommentBytesMax, is_plain_text, "a text without line breaks"};
/// Of a public screen: one line, without what turns its direction.
inline constexpr TextFormat kPublicTitle{
    domain::kTitleCharsMax * domain::kUtf8BytesMax,
    [](std::string_view text) { return domain::is_public_text(text, domain::kTitleCharsMax); },
    "one line of text"};
inline constexpr TextFormat kRoom{
    domain::kRoomCharsMax * domain::kUtf8BytesMax,
    [](std::string_view text) { return domain::is_public_text(text, domain::kRoomCharsMax); },
    "one line of text"};
inline constexpr TextFormat kRoomOrNone{
    domain::kRoomCharsMax * domain::kUtf8BytesMax,
    [](std::string_view text) { return text.empty() || domain::is_public_text(text, domain::kRoomCharsMax); },
    "one line of text, or empty"};
inline constexpr TextFormat kFirstNameOrNone{domain::kFirstNameCharsMax * domain::kUtf8BytesMax,
                                             [](std::string_view text) {
                                                 return text.empty() || domain::is_public_text(
                                                                            text, domain::kFirstNameCharsMax);
                                             },
                                             "a first name, or empty"};
inline constexpr TextFormat kSpokenLanguage{
    kLanguageBytesMax,
    [](std::string_view text) { return !text.empty() && all_of_set(text, "-") && is_language_or_none(text); },
    "a language tag such as en or pa-Guru"};
inline constexpr TextFormat kSentence{kProblemTextBytesMax, [](std::string_view) { return true; },
                                      "a sentence"};

}  // namespace protocol
