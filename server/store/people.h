#pragma once

#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"
#include "shared/domain/calendar.h"

/// The tables person, find_key and referral.
namespace server::store {

base::Result<app::Person> read_person(Record& record, const domain::PersonId& id);
base::Result<std::optional<domain::PersonId>> find_by_crn(Record& record, std::string_view crn);
base::Result<std::vector<domain::PersonId>> find_by_key(Record& record, std::string_view plain_key,
                                                        domain::Date day);
base::Done put_person(Record& record, const app::Person& person);

base::Result<app::Referral> read_referral(Record& record, const domain::ReferralId& id);
base::Done put_referral(Record& record, const app::Referral& referral);

base::Result<std::vector<domain::PersonId>> people_without_anything(Record& record, base::Instant from);
base::Result<std::vector<domain::AppointmentId>> appointments_ever_of(Record& record,
                                                                      const domain::PersonId& person);
/// The row stays, so that the events keep what they belong to.
/// Whether the histories of their referrals are erased with somebody.
enum class Histories { Go, Stay };
base::Done erase_person(Record& record, const app::Erasure& erasure, Histories histories);

}  // namespace server::store
