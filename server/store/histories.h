#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "server/app/history.h"
#include "server/store/record.h"

/// The tables history, history_erased and history_reading, and what the figures ask of event and outbox.
namespace server::store {

base::Result<std::optional<app::History>> read_history(Record& record, const domain::ReferralId& id);
base::Result<std::vector<app::History>> all_histories(Record& record);
base::Result<std::vector<app::HistoryMark>> all_history_marks(Record& record);
base::Result<std::optional<app::HistoryReading>> read_history_reading(Record& record);
base::Result<app::OwnRecord> own_record_since(Record& record, base::Instant from);

base::Done keep_history(Record& record, const app::History& history, std::string_view crn);
base::Done put_history_reading(Record& record, const app::HistoryReading& reading);
base::Done note_listed(Record& record, const std::set<domain::ReferralId>& listed, base::Instant now);
base::Done forget_histories(Record& record, base::Instant ended_before, base::Instant unlisted_before);
/// Of the person's referrals, by the referrals that the hub holds and by the hash of the person's CRN; they
/// are not kept again. Inside attempt().
void erase_histories(Record& record, const domain::PersonId& person);

}  // namespace server::store
