#include "server/evidence/zip_file.h"

#include <algorithm>
#include <memory>

#include <zip.h>

#include "server/evidence/limits.h"
#include "shared/base/invariant.h"
#include "shared/domain/calendar.h"

namespace server::evidence {
namespace {

using base::ErrorKind;
using base::fail;

struct ArchiveDeleter {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, ArchiveDeleter>;
struct SourceDeleter {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceDeleter>;
struct FileDeleter {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, FileDeleter>;

constexpr int kFirstDosYear = 1980;

std::size_t bytes_max_of(std::string_view name) {
    return name == kRecord ? kRecordBytesMax : kFileBytesMax;
}

/// A day as MS-DOS kept it, which is how ZIP does.
std::uint16_t dos_date(domain::Date day) {
    const int year = std::max(0, static_cast<int>(day.year()) - kFirstDosYear);
    return static_cast<std::uint16_t>(static_cast<unsigned>(year) << 9U |
                                      static_cast<unsigned>(day.month()) << 5U |
                                      static_cast<unsigned>(day.day()));
}

bool add(zip_t* archive, std::string_view name, const std::string& bytes, std::uint16_t date) {
    Source source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
    if (!source) return false;
    const zip_int64_t index =
        zip_file_add(archive, std::string(name).c_str(), source.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) return false;
    static_cast<void>(source.release());  // the archive's now
    return zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, date, 0) == 0;
}

std::string bytes_of(zip_source_t* source) {
    std::string bytes;
    if (zip_source_open(source) != 0) return bytes;
    if (zip_source_seek(source, 0, SEEK_END) == 0) {
        const zip_int64_t size = zip_source_tell(source);
        if (size > 0 && zip_source_seek(source, 0, SEEK_SET) == 0) {
            bytes.resize(static_cast<std::size_t>(size));
            if (zip_source_read(source, bytes.data(), bytes.size()) != size) bytes.clear();
        }
    }
    zip_source_close(source);
    return bytes;
}

tl::unexpected<base::Error> no_pack(const char* why) {
    return fail(ErrorKind::InvalidInput, std::string("This is not a pack of evidence as a hub makes it: ") +
                                             why +
                                             " Ask for the file itself, as it was sent and not unpacked.");
}

/// Reads to the end, so that its checksum is compared; none where it is damaged or larger than it says.
std::optional<std::string> content_of(zip_t* archive, zip_uint64_t index, std::size_t size) {
    const File file(zip_fopen_index(archive, index, 0));
    if (!file) return std::nullopt;
    std::string bytes(size, '\0');
    if (size > 0 && zip_fread(file.get(), bytes.data(), size) != static_cast<zip_int64_t>(size))
        return std::nullopt;
    char beyond = 0;
    return zip_fread(file.get(), &beyond, 1) == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

base::Result<PackFiles> contents_of(zip_t* archive) {
    PackFiles files;
    std::size_t together = 0;
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count != static_cast<zip_int64_t>(kPackFiles.size()))
        return no_pack("it has not the files that a pack has.");
    for (zip_uint64_t index = 0; index < kPackFiles.size(); ++index) {
        zip_stat_t about;
        if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &about) != 0 || about.name == nullptr)
            return no_pack("its list of files is damaged.");
        const std::string_view name(about.name);
        if (std::find(kPackFiles.begin(), kPackFiles.end(), name) == kPackFiles.end() || files.contains(name))
            return no_pack("it has a file that no pack has, or one twice. It was packed anew.");
        constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if ((about.valid & kNeeded) != kNeeded || about.encryption_method != ZIP_EM_NONE)
            return no_pack("one of its files cannot be read without a password.");
        if (about.size > bytes_max_of(name) || (together += about.size) > kPackBytesMax)
            return no_pack("one of its files would be larger than any that a hub makes.");
        auto bytes = content_of(archive, index, static_cast<std::size_t>(about.size));
        if (!bytes) return no_pack("one of its files is damaged.");
        files.emplace(name, *std::move(bytes));
    }
    return files;
}

}  // namespace

base::Result<std::string> to_zip(const PackFiles& files, base::Instant at) {
    const auto no_memory = fail(ErrorKind::Unavailable, "the pack could not be made: is there memory left?");
    const auto too_large = fail(ErrorKind::InvalidInput,
                                "the record is too large for one pack: pack its appointments one by one");
    std::size_t together = 0;
    for (const auto& [name, bytes] : files) {
        if (bytes.size() > bytes_max_of(name) || (together += bytes.size()) > kPackBytesMax) return too_large;
    }
    const Source target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!target) return no_memory;
    zip_source_keep(target.get());
    Archive archive(zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr));
    if (!archive) {
        zip_source_free(target.get());
        return no_memory;
    }
    for (const std::string_view name : kPackFiles) {
        const auto file = files.find(name);
        INVARIANT(file != files.end(), "a pack has all of its files");
        if (!add(archive.get(), name, file->second, dos_date(domain::london_date(at)))) return no_memory;
    }
    if (zip_close(archive.get()) != 0) return no_memory;
    static_cast<void>(archive.release());
    std::string bytes = bytes_of(target.get());
    if (bytes.empty()) return no_memory;
    if (bytes.size() > kPackBytesMax) return too_large;
    return bytes;
}

base::Result<PackFiles> read_zip(std::string_view bytes) {
    if (bytes.size() > kPackBytesMax) return no_pack("it is larger than any that a hub makes.");
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    if (!source) return fail(ErrorKind::Unavailable, "there is no memory to read the pack");
    const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
    if (!archive) return no_pack("it is no ZIP file, or it is damaged or cut short.");
    static_cast<void>(source.release());  // the archive's now
    return contents_of(archive.get());
}

}  // namespace server::evidence
