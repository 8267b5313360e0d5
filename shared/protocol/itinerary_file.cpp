#include "shared/protocol/itinerary_file.h"

#include <optional>

#include "shared/base/time_of_day.h"
#include "shared/protocol/json_reader.h"
#include "shared/protocol/json_tree.h"
#include "shared/protocol/json_writer.h"
#include "shared/protocol/message_fields.h"

namespace protocol {
namespace {

constexpr TextFormat kTimeOfDay{
    5, [](std::string_view text) { return base::parse_time_of_day(text).has_value(); },
    "a time such as 09:30"};

/// A session as people write it: London's wall clock.
struct Row {
    domain::Date day{};
    std::string from, to;
    domain::Session session;
};

struct File {
    std::vector<Row> sessions;
};

template <class Visitor>
void describe(Visitor& v, A<Row> auto& m) {
    auto& session = m.session;
    v.field("kind", session.kind, domain_words(domain::kSessionKinds));
    v.field("day", m.day);
    v.field("from", m.from, kTimeOfDay);
    v.field("to", m.to, kTimeOfDay);
    v.field("room", session.room, kRoom);
    v.field("title", session.title, kPublicTitle);
    v.field("titles", session.titles, ListOrNoneFormat{domain::kTitlesMax, Plain{}});
    v.field("facilitator", session.facilitator, kFirstNameOrNone);
    v.field("audience", session.audience, domain_words(domain::kAudiences));
    v.field("join", session.join, domain_words(domain::kJoinWays));
    v.field("places_left", session.places_left, WholeFormat{0, domain::kPlacesMax});
    v.field("language", session.language, kSpokenLanguage);
}

template <class Visitor>
void describe(Visitor& v, A<File> auto& m) {
    v.field("sessions", m.sessions, ListFormat{1, kFileSessionsMax, Plain{}});
}

base::Result<domain::Session> session_of(Row row) {
    domain::Session session = std::move(row.session);
    session.start = domain::at_london_time(row.day, TRY(base::parse_time_of_day(row.from)));
    session.end = domain::at_london_time(row.day, TRY(base::parse_time_of_day(row.to)));
    TRY_DONE(domain::check(session));
    return session;
}

}  // namespace

base::Result<std::vector<domain::Session>> decode_itinerary_file(std::string_view json) {
    const Json tree = TRY(parse_strictly(json, kItineraryFileBytesMax));
    std::optional<base::Error> fault;
    Reader reader(tree, "", fault);
    File file;
    describe(reader, file);
    reader.finish();
    if (fault) return tl::unexpected<base::Error>(*fault);
    std::vector<domain::Session> sessions;
    for (std::size_t i = 0; i < file.sessions.size(); ++i) {
        auto session = session_of(std::move(file.sessions[i]));
        if (!session) {
            return base::fail(base::ErrorKind::InvalidInput,
                              "sessions[" + std::to_string(i) + "]: " + session.error().message);
        }
        sessions.push_back(std::move(*session));
    }
    return sessions;
}

std::string encode_itinerary_file(const std::vector<domain::Session>& sessions) {
    File file;
    for (const domain::Session& session : sessions) {
        file.sessions.push_back({domain::london_date(session.start), domain::london_time(session.start),
                                 domain::london_time(session.end), session});
    }
    Writer writer;
    describe(writer, file);
    return writer.text();
}

}  // namespace protocol
