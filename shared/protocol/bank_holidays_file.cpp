#include "shared/protocol/bank_holidays_file.h"

#include <optional>
#include <utility>
#include <vector>

#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_tree.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/message_fields.h"

namespace protocol {
namespace {

constexpr char kEnglandAndWales[] = "england-and-wales";
constexpr std::size_t kTextBytesMax = 200;
constexpr TextFormat kName{kTextBytesMax,
                           [](std::string_view text) { return !text.empty() && is_plain_text(text); },
                           "a text without line breaks"};
constexpr TextFormat kNote{kTextBytesMax, is_plain_text, "a text without line breaks, or empty"};
constexpr TextFormat kDivision{kTextBytesMax,
                               [](std::string_view text) { return !text.empty() && all_of_set(text, "-"); },
                               "the name of a nation"};

struct Event {
    domain::BankHoliday holiday;
    bool bunting = true;
};

struct Division {
    std::string name;
    std::vector<Event> events;
};

struct File {
    Division england_and_wales;
    std::optional<Division> scotland, northern_ireland;
};

template <class Visitor>
void describe(Visitor& v, A<Event> auto& m) {
    v.field("title", m.holiday.name, kName);
    v.field("date", m.holiday.day);
    v.field("notes", m.holiday.note, kNote);
    v.field("bunting", m.bunting);
}

template <class Visitor>
void describe(Visitor& v, A<Division> auto& m) {
    v.field("division", m.name, kDivision);
    v.field("events", m.events, ListFormat{1, kBankHolidaysMax, Plain{}});
}

template <class Visitor>
void describe(Visitor& v, A<File> auto& m) {
    v.field(kEnglandAndWales, m.england_and_wales);
    v.field("scotland", m.scotland);
    v.field("northern-ireland", m.northern_ireland);
}

}  // namespace

base::Result<domain::PublishedHolidays> decode_bank_holidays_file(std::string_view json) {
    const Json tree = TRY(parse_strictly(json, kBankHolidaysBytesMax));
    std::optional<base::Error> fault;
    Reader reader(tree, "", fault);
    File file;
    describe(reader, file);
    reader.finish();
    if (fault) return tl::unexpected<base::Error>(*fault);
    if (file.england_and_wales.name != kEnglandAndWales) {
        return base::fail(base::ErrorKind::InvalidInput,
                          "the field england-and-wales.division must be england-and-wales");
    }
    std::vector<domain::BankHoliday> holidays;
    for (Event& event : file.england_and_wales.events) holidays.push_back(std::move(event.holiday));
    return domain::published_holidays(std::move(holidays));
}

std::string encode_bank_holidays_file(const domain::PublishedHolidays& published) {
    File file;
    file.england_and_wales.name = kEnglandAndWales;
    for (const domain::BankHoliday& holiday : published.holidays)
        file.england_and_wales.events.push_back({holiday, true});
    Writer writer;
    describe(writer, file);
    return writer.text();
}

}  // namespace protocol
