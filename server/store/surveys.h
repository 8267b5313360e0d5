#pragma once

#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"

/// The tables offer and anonymous_answer.
namespace server::store {

base::Result<app::Offer> read_offer(Record& record, const domain::OfferId& id);
base::Result<std::vector<app::Offer>> offers_of_referral(Record& record, const domain::ReferralId& referral);
base::Result<std::vector<app::Offer>> offers_of_person(Record& record, const domain::PersonId& person);
base::Result<std::vector<app::Offer>> offers_opened_between(Record& record, base::Instant from,
                                                            base::Instant to);
base::Result<std::vector<app::Offer>> all_open_offers(Record& record);
base::Result<bool> has_open_offer(Record& record, const domain::PersonId& person);
base::Done put_offer(Record& record, const app::Offer& offer);

base::Result<std::vector<app::AnonymousAnswer>> all_anonymous_answers(Record& record);
/// Writes the rows of each month that something is added to anew in the order of their keys: on a page, too,
/// nothing tells which came last.
base::Done add_anonymous_answers(Record& record, const std::vector<app::AnonymousAnswer>& answers);

}  // namespace server::store
