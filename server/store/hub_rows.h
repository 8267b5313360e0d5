#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/app/records.h"
#include "server/store/record.h"

/// The tables kiosk, kiosk_health, call, sync_state, record_check, housekeeping and answer.
namespace server::store {

base::Result<std::vector<app::Kiosk>> all_kiosks(Record& record);
base::Result<std::vector<app::KioskHealth>> all_kiosk_health(Record& record);
base::Result<std::vector<app::Call>> unanswered_calls(Record& record);
base::Result<std::optional<app::Call>> find_call(Record& record, std::string_view id);
base::Result<app::SyncState> read_sync_state(Record& record);
base::Result<std::optional<app::RecordCheck>> read_record_check(Record& record);
base::Result<std::optional<app::Housekeeping>> read_housekeeping(Record& record);
base::Result<std::optional<app::StoredAnswer>> read_answer(Record& record, std::string_view key);

base::Done put_kiosk(Record& record, const app::Kiosk& kiosk);
base::Done put_kiosk_health(Record& record, const app::KioskHealth& health);
base::Done put_call(Record& record, const app::Call& call);
base::Done put_sync_state(Record& record, const app::SyncState& state);
base::Done put_record_check(Record& record, const app::RecordCheck& check);
base::Done put_housekeeping(Record& record, const app::Housekeeping& done);
/// Conflict when the key has an answer already.
base::Done put_answer(Record& record, const app::StoredAnswer& answer);
base::Done forget_answers(Record& record, base::Instant before);

}  // namespace server::store
