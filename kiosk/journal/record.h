#pragma once

#include <optional>
#include <string>

#include "shared/base/instant.h"
#include "shared/domain/calendar.h"
#include "shared/domain/ids.h"

namespace kiosk::journal {

/// The acts a kiosk owes the server.
enum class RecordKind {
    Arrival,
    Undo,
    Reason,
    Call,
    Offer,    ///< what became of a survey or rating, with what the person shares
    Answers,  ///< people's anonymous answers of a day
};
/// `arrival`, `undo`, `reason`, `call`, `offer`, `answers`: the word in the database.
std::string_view to_word(RecordKind kind);
std::optional<RecordKind> record_kind_from_word(std::string_view word);

/// Waiting: owed to the server. Accepted: the server has answered that it is stored. NeedsPerson: the server
/// refuses it for good; it is kept and told of until a person has seen to it.
enum class RecordState { Waiting, Accepted, NeedsPerson };

/// One act, as it was written down before anybody was told "thank you". Opaque ids, times,
/// the language chosen and a late reason.
struct Record {
    std::string key;  ///< UUID made for this act; the Idempotency-Key of every try
    RecordKind kind = RecordKind::Arrival;
    domain::ArrivalId arrival;  ///< the arrival it belongs to; empty for a call, an offer and answers
    std::string body;           ///< the JSON that is sent, byte for byte, at every try
    bool operator==(const Record&) const = default;
};

/// Whether somebody may be recorded as having come by this, or no longer.
inline bool is_about_coming(const Record& record) {
    return record.kind == RecordKind::Arrival || record.kind == RecordKind::Undo;
}

/// What somebody answered without their name, until the close of day. Kept apart from every record: all of
/// them are one text, ordered by what they say, so that neither their order nor their place tells who they
/// are.
struct HeldAnswers {
    domain::Date day{};  ///< of London; they are sent once it is over
    std::string text;    ///< one line of JSON
    bool operator==(const HeldAnswers&) const = default;
};

/// A record with what has become of it.
struct KeptRecord {
    Record record;
    RecordState state = RecordState::Waiting;
    bool told_saved_here = false;  ///< the person was told "saved here, will be sent"
    unsigned tries = 0;            ///< times it was answered with something else than acceptance
    int last_status = 0;           ///< HTTP status of the last such answer
    bool operator==(const KeptRecord&) const = default;
};

}  // namespace kiosk::journal
