#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// A sheet as a spreadsheet shows it, and how it is kept.
struct ReadSheet {
    std::vector<std::vector<std::string>> rows;  ///< a number as the file has it
    std::vector<std::vector<bool>> are_numbers;  ///< of the same shape
    std::string xml;
};

/// The sheets of a workbook by name. A test fails where it is none.
std::map<std::string, ReadSheet> read_workbook(std::string_view bytes);

}  // namespace support
