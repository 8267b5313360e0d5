#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/app/drop_batch.h"

/// The files between the hub and a provider's case system (docs/csv-drop.md). Pure.
namespace server::case_system {

/// A longer answer is not read. 500 rows with the longest reasons are about 420 KiB.
inline constexpr std::size_t kBatchAnswerBytesMax = 1U << 20U;
/// Letters of a reason at most.
inline constexpr std::size_t kReasonCharsMax = 200;

/// RFC 4180 in UTF-8, with a heading. The same batch gives the same bytes. Text that a spreadsheet would take
/// for a formula has an apostrophe before it.
std::string encode_batch(const std::vector<app::DropRow>& rows);

/// What came back: the heading `batch,row,outcome,reason`, then each row of one batch once and in order, the
/// last line with its end. InvalidInput with the line and what is wrong, and nothing of what stood there.
base::Result<app::BatchAnswer> decode_batch_answer(std::string_view text);

}  // namespace server::case_system
