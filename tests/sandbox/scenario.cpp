#include "tests/sandbox/scenario.h"

#include <nlohmann/json.hpp>

namespace sandbox {
namespace {

using Json = nlohmann::json;

/// Reads members and remembers the first that is not what it should be.
class Reader {
public:
    std::string text(const Json& object, const char* name, const char* otherwise = "") {
        const Json value = member(object, name, otherwise);
        if (!value.is_string()) wrong(name);
        return value.is_string() ? value.get<std::string>() : std::string();
    }
    bool flag(const Json& object, const char* name) {
        const Json value = member(object, name, false);
        if (!value.is_boolean()) wrong(name);
        return value.is_boolean() && value.get<bool>();
    }
    long number(const Json& object, const char* name, long otherwise, long least, long most) {
        const Json value = member(object, name, otherwise);
        const bool fits =
            value.is_number_integer() && value.get<long>() >= least && value.get<long>() <= most;
        if (!fits) wrong(name);
        return fits ? value.get<long>() : otherwise;
    }
    Json list(const Json& object, const char* name) {
        Json value = member(object, name, Json::array());
        if (!value.is_array()) wrong(name);
        return value.is_array() ? value : Json::array();
    }
    void wrong(const char* name) {
        if (fault_.empty()) fault_ = name;
    }
    const std::string& fault() const { return fault_; }

private:
    Json member(const Json& object, const char* name, Json otherwise) {
        if (!object.is_object()) wrong(name);
        return object.is_object() ? object.value(name, otherwise) : otherwise;
    }
    std::string fault_;
};

Delivery delivery_of(Reader& reader, const Json& json) {
    const std::string word = reader.text(json, "delivery", "hub");
    if (word == "hub") return Delivery::HubAddress;
    if (word == "office") return Delivery::ProbationOffice;
    if (word == "phone") return Delivery::PhoneCall;
    if (word == "video") return Delivery::VideoCall;
    reader.wrong("delivery");
    return Delivery::HubAddress;
}

void add_appointment(Reader& reader, const Json& json, const std::string& referral, base::Instant now,
                     World& world) {
    constexpr long kYear = 366L * 24 * 3600;
    constexpr long kDayMinutes = 24 * 60;
    Booking booking;
    booking.start = now + std::chrono::seconds{reader.number(json, "startSeconds", 0, -kYear, kYear)};
    booking.minutes = static_cast<int>(reader.number(json, "minutes", 60, 1, kDayMinutes));
    booking.delivery = delivery_of(reader, json);
    booking.kind = reader.flag(json, "group") ? Kind::Group : Kind::OneToOne;
    booking.address.postcode = reader.text(json, "postcode", booking.address.postcode.c_str());
    const std::string type = reader.text(json, "type", "session");
    if (type == "session")
        world.add_session(referral, booking);
    else if (type == "assessment")
        world.add_assessment(referral, booking);
    else
        reader.wrong("type");
}

void add_person(Reader& reader, const Json& json, base::Instant now, World& world) {
    Person person{reader.text(json, "crn"), reader.text(json, "firstName"), reader.text(json, "lastName")};
    if (person.first_name.empty() && person.last_name.empty()) reader.wrong("firstName");
    person.born = reader.text(json, "dateOfBirth");
    person.preferred_language = reader.text(json, "preferredLanguage", "English");
    person.interpreter_language = reader.text(json, "interpreterLanguage");
    person.access_needs = reader.text(json, "accessibilityNeeds");
    person.in_custody = reader.flag(json, "custody");
    constexpr std::chrono::hours kReferredBefore{24 * 30};
    const std::string referral = world.add_referral(std::move(person), now - kReferredBefore,
                                                    reader.text(json, "contract", kManchesterContract));
    for (const Json& appointment : reader.list(json, "appointments"))
        add_appointment(reader, appointment, referral, now, world);
}

}  // namespace

base::Done add_scenario(std::string_view text, base::Instant now, World& world) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return base::fail(base::ErrorKind::InvalidInput, "the scenario is not a JSON object");
    Reader reader;
    World changed = world;
    for (const Json& person : reader.list(json, "people")) add_person(reader, person, now, changed);
    if (!reader.fault().empty())
        return base::fail(base::ErrorKind::InvalidInput,
                          "the scenario's `" + reader.fault() + "` is not what it should be");
    world = std::move(changed);
    return {};
}

}  // namespace sandbox
