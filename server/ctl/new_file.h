#pragma once

#include <string>
#include <string_view>

#include "shared/base/file_handle.h"
#include "shared/base/result.h"

namespace server::ctl {

/// A file that nobody had before, written piece by piece and readable by its owner only. It is removed again
/// unless it was finished.
class NewFile {
public:
    /// Conflict when it is there already, Unavailable when it cannot be made.
    static base::Result<NewFile> make(const std::string& path);
    ~NewFile();
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;

    /// Unavailable when the disk takes no more.
    base::Done write(std::string_view bytes);
    /// Waits for the disk; the file stays.
    base::Done finish();

private:
    NewFile(std::string path, base::FileHandle file);
    base::Done flush();

    std::string path_;
    base::FileHandle file_;
    std::string waiting_;
};

}  // namespace server::ctl
