#pragma once

#include <array>

namespace sandbox {

struct InventedName {
    const char* first;
    const char* last;
    const char* language;  ///< empty: English
};

/// Names of nobody in particular, in the scripts and shapes that a hub meets: accents, apostrophes, hyphens,
/// two surnames, one name only, right to left.
inline constexpr std::array kInventedNames{
    InventedName{"Łukasz", "Wiśniewski", "Polish"},
    InventedName{"Niamh", "O'Neil", ""},
    InventedName{"Özil", "Demir", "Turkish"},
    InventedName{"محمد", "الأحمد", "Arabic"},
    InventedName{"Anne-Marie", "Smith-Jones", ""},
    InventedName{"Tomos", "ap Rhys", "Welsh"},
    InventedName{"Ștefan", "Țurcanu", "Romanian"},
    InventedName{"Ayesha", "Siddiqui", "Urdu"},
    InventedName{"Gurpreet", "Kaur", "Punjabi"},
    InventedName{"Tariq", "Mahmood", "Urdu"},
    InventedName{"Jean-Luc", "D'Arcy", ""},
    InventedName{"María José", "García Márquez", "Spanish"},
    InventedName{"فرهاد", "کریمی", "Persian"},
    InventedName{"Nguyễn", "Thị Hoa", "Vietnamese"},
    InventedName{"伟", "陈", "Chinese"},
    InventedName{"Mohammed", "Al-Sayed", "Arabic"},
    InventedName{"Zoë", "Brontë", ""},
    InventedName{"Siobhán", "Ní Bhriain", ""},
    InventedName{"Björn", "Åkesson", ""},
    InventedName{"Suharto", "", "Indonesian"},
    InventedName{"Alex", "River", ""},
    InventedName{"Sam", "Ashworth", ""},
    InventedName{"Jordan", "Fell", ""},
    InventedName{"Casey", "Moor", ""},
    InventedName{"Dev", "Patel", "Gujarati"},
    InventedName{"Bríd", "MacDonagh", ""},
    InventedName{"Iwona", "Żak", "Polish"},
    InventedName{"Ahmad", "Rahimi", "Pashto"},
    InventedName{"Jamal", "Bakr-Osman", "Sorani"},
    InventedName{"Hodan", "Warsame", "Somali"},
    InventedName{"Kit", "Holloway", ""},
    InventedName{"Morgan", "Pike", ""},
    InventedName{"João", "de Souza", "Portuguese"},
    InventedName{"Rahel", "Tesfay", "Tigrinya"},
    InventedName{"রহিম", "উদ্দিন", "Bengali"},
    InventedName{"Robin", "St. Clair", ""},
    InventedName{"Olena", "Kovalenko", "Ukrainian"},
    InventedName{"Ross", "M'Gregor", ""},
};

}  // namespace sandbox
