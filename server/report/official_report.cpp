#include "server/report/official_report.h"

#include <algorithm>

#include "server/report/performance_cell.h"
#include "shared/base/entropy.h"

namespace server::report {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// 16 bytes of a UUID: the set of all ids is what grows with the file.
std::string packed(const std::string& uuid) {
    const auto digit = [](char c) {
        return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    };
    std::string bytes;
    unsigned high = 0;
    bool is_high = true;
    for (const char c : uuid) {
        if (c == '-') continue;
        if (!is_high) bytes += static_cast<char>(high << 4U | digit(c));
        high = digit(c);
        is_high = !is_high;
    }
    return bytes;
}

}  // namespace

base::Result<OfficialReport> OfficialReport::open(std::istream& in) {
    const auto refuse = [](const std::string& why) {
        return base::fail(base::ErrorKind::InvalidInput, "this is no performance report: " + why);
    };
    OfficialReport report(in);
    CsvLine headings;
    if (report.stream_.next(headings) != CsvStream::Next::Record)
        return refuse("its first line has no headings");
    if (headings.fields.front().starts_with(kByteOrderMark))
        headings.fields.front().erase(0, kByteOrderMark.size());
    report.width_ = headings.fields.size();
    for (std::size_t i = 0; i < report.width_; ++i) {
        const auto known = std::ranges::find(kColumnNames, headings.fields[i]);
        if (known == kColumnNames.end()) {
            report.unknown_.push_back(headings.fields[i]);
            continue;
        }
        auto& place = report.places_[static_cast<std::size_t>(known - kColumnNames.begin())];
        if (place) return refuse("the heading " + std::string(*known) + " stands there twice");
        place = i;
    }
    if (!report.has(Column::ReferralId)) return refuse("it has no column referral_id");
    return report;
}

std::string OfficialReport::check(const PerformanceRow& cells) {
    const std::string& id = cells[place_of(Column::ReferralId)];
    if (!base::is_uuid(id)) return "its referral_id is none";
    for (std::size_t i = 0; i < kColumns; ++i) {
        const std::string why = what_is_wrong(static_cast<Column>(i), cells[i]);
        if (!why.empty()) return "its " + std::string(kColumnNames[i]) + " " + why;
    }
    if (!ids_.insert(packed(id)).second)
        return "its referral stands in the file before: the first row counts";
    return {};
}

std::string OfficialReport::read(OfficialRow& row) {
    CsvLine record;
    const CsvStream::Next next = stream_.next(record);
    row.line = record.line;
    switch (next) {
        case CsvStream::Next::End:
            is_over_ = true;
            return {};
        case CsvStream::Next::Broken:
            is_over_ = is_broken_ = true;
            return stream_.fault() + ": nothing from here on was read";
        case CsvStream::Next::BadRecord:
            return stream_.fault();
        case CsvStream::Next::Record:
            break;
    }
    if (ids_.size() == kRowsMax) {
        is_over_ = is_broken_ = true;
        return "the file has more rows than are read: nothing from here on was";
    }
    if (record.fields.size() != width_)
        return "it has " + std::to_string(record.fields.size()) + " fields and not " + std::to_string(width_);
    for (std::size_t i = 0; i < kColumns; ++i)
        if (places_[i]) row.cells[i] = std::move(record.fields[*places_[i]]);
    return check(row.cells);
}

}  // namespace server::report
