#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/bank_holidays.h"

namespace protocol {

inline constexpr std::size_t kBankHolidaysBytesMax = 1024 * 1024;
inline constexpr std::size_t kBankHolidaysMax = 1000;  ///< of one nation in one file

/// Reads the list of bank holidays in the form in which GOV.UK publishes it (`bank-holidays.json`): strictly,
/// like every message, and with what domain::published_holidays() looks at. England and Wales are kept; the
/// other nations are read and dropped. InvalidInput names what is wrong and where, such as `the field
/// england-and-wales.events[3].date must be a day such as 2026-11-22`.
base::Result<domain::PublishedHolidays> decode_bank_holidays_file(std::string_view json);
/// The same file again, of England and Wales alone.
std::string encode_bank_holidays_file(const domain::PublishedHolidays& published);

}  // namespace protocol
