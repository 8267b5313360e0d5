#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/app/drop_batch.h"
#include "server/store/record.h"

/// The tables drop_batch and drop_row: records that go to the provider's case system as files.
namespace server::store {

base::Result<std::vector<app::DropBatch>> unanswered_batches(Record& record);
base::Result<std::optional<app::DropBatch>> read_batch(Record& record, std::string_view id);
base::Result<std::optional<app::DropBatch>> newest_batch(Record& record);
base::Result<std::optional<app::DropBatch>> newest_batch_of_appointment(Record& record,
                                                                        const domain::AppointmentId& id);
base::Done put_batch(Record& record, const app::DropBatch& batch);

base::Result<std::vector<app::DropRow>> rows_of_batch(Record& record, std::string_view batch);
base::Done append_drop_row(Record& record, const app::DropRow& row);
base::Done put_row_answer(Record& record, std::string_view batch, unsigned number, bool taken);

}  // namespace server::store
