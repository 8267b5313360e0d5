#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace languages {

enum class Direction { LeftToRight, RightToLeft };

/// The writing a language's texts must be in.
enum class Script { Latin, Arabic, Gurmukhi, Bengali, Han };

/// A language the kiosk can speak.
struct Language {
    std::string_view tag;       ///< BCP 47; also the name of its catalogue in assets/locale
    std::string_view own_name;  ///< in its own words and script: what a person looks for
    std::string_view name;      ///< in English, for staff
    Script script = Script::Latin;
    std::string_view locale;  ///< POSIX name, for dates
};

/// All of them, in the order in which a kiosk shows them: first English and Welsh, then by English name.
inline constexpr std::array kAll{
    Language{"en", "English", "English", Script::Latin, "en_GB"},
    Language{"cy", "Cymraeg", "Welsh", Script::Latin, "cy_GB"},
    Language{"ar", "العربية", "Arabic", Script::Arabic, "ar_EG"},
    Language{"bn", "বাংলা", "Bengali", Script::Bengali, "bn_BD"},
    Language{"zh-Hans", "简体中文", "Chinese (Simplified)", Script::Han, "zh_CN"},
    Language{"ckb", "کوردیی سۆرانی", "Kurdish (Sorani)", Script::Arabic, "ckb_IQ"},
    Language{"pa", "ਪੰਜਾਬੀ", "Panjabi", Script::Gurmukhi, "pa_IN"},
    Language{"fa", "فارسی", "Persian", Script::Arabic, "fa_IR"},
    Language{"pl", "Polski", "Polish", Script::Latin, "pl_PL"},
    Language{"pt", "Português", "Portuguese", Script::Latin, "pt_PT"},
    Language{"ro", "Română", "Romanian", Script::Latin, "ro_RO"},
    Language{"so", "Soomaali", "Somali", Script::Latin, "so_SO"},
    Language{"es", "Español", "Spanish", Script::Latin, "es_ES"},
    Language{"ur", "اردو", "Urdu", Script::Arabic, "ur_PK"},
};

/// The language of exactly this tag, or null.
const Language* find(std::string_view tag);

Direction direction(Script script);

/// The tag of every language that there is a catalogue for, in the order of kAll.
std::vector<std::string> all_tags();

/// Which of `offered` a person reads whose language is known by this tag: the same tag, or the same language
/// in another variety (`zh` reads `zh-Hans`); empty when none.
std::string closest(std::string_view tag, const std::vector<std::string>& offered);

}  // namespace languages
