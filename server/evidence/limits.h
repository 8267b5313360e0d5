#pragma once

#include <cstddef>

/// The largest of everything in a pack of evidence. A pack that would be larger is not made, and one that is
/// larger is not read.
namespace server::evidence {

inline constexpr std::size_t kPackBytesMax = 64UL * 1024 * 1024;  ///< the ZIP file
inline constexpr std::size_t kFileBytesMax =
    48UL * 1024 * 1024;  ///< any file inside: 600,000 events in chain.txt
inline constexpr std::size_t kRecordBytesMax = 16UL * 1024 * 1024;  ///< record.json

}  // namespace server::evidence
