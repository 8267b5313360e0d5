#pragma once

#include <string>

#include "server/app/evidence_pack.h"

/// What a reader of a pack sees in words. Times are London's.
namespace server::evidence {

/// `Monday 23 November 2026`.
std::string day_words(domain::Date day);
/// `23 November 2026, 14:07:05`.
std::string moment_words(base::Instant at);
/// `14:07 on 23 November 2026`.
std::string time_words(base::Instant at);
/// `Monday 23 November 2026, 14:00 to 15:30`; without an end where it is not known.
std::string when_words(const app::EvidenceOfAppointment& one);
/// `Session of the intervention, group, at this hub`.
std::string kind_words(const app::EvidenceOfAppointment& one);

/// What the record says of an appointment: `Came in time, at 13:58`, `Nothing is recorded` … Times of its own
/// day stand without the day.
std::string record_words(const app::EvidenceOfAppointment& one);
/// What an event is, with the time it tells of: `Came, at 13:58:20: in time`.
std::string event_words(const domain::AttendanceEvent& event);
/// Who or what recorded it, and what they gave as the reason.
std::string by_words(const app::ProvenEvent& proven);
/// `Shared with the practitioner at 16:00, in time` …
std::string sharing_words(const app::EvidenceOfAppointment& one);
/// What was done by a call: `Drafted the attendance` …
std::string call_words(const app::Exchange& exchange);
/// What came back of it: `200: attended: yes` …
std::string answer_words(const app::Exchange& exchange);
/// `yes: shared`, as the case system last told it; `-` where it told nothing.
std::string case_system_words(const app::EvidenceOfAppointment& one);

}  // namespace server::evidence
