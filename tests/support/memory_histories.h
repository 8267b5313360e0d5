#pragma once

#include "tests/support/memory_record.h"

namespace support {

/// What the store in memory does with histories of referrals and frozen months.
class MemoryHistories : public server::app::Transaction {
public:
    explicit MemoryHistories(MemoryRecord& record) : record_(record) {}

    base::Result<std::optional<server::app::History>> history(const domain::ReferralId& id) override;
    base::Result<std::vector<server::app::History>> histories() override;
    base::Result<std::vector<server::app::HistoryMark>> history_marks() override;
    base::Result<std::optional<server::app::HistoryReading>> history_reading() override;
    base::Result<server::app::OwnRecord> own_record(base::Instant from) override;
    base::Result<std::optional<server::figures::FrozenMonth>> frozen_month(domain::Month month) override;
    base::Result<std::optional<domain::Month>> newest_frozen_month() override;
    base::Result<std::vector<server::figures::FrozenItem>> frozen_items(domain::Month month) override;

    base::Done keep(const server::app::History& history, std::string_view crn) override;
    base::Done keep(const server::app::HistoryReading& reading) override;
    base::Done note_listed(const std::set<domain::ReferralId>& listed, base::Instant now) override;
    base::Done forget_histories(base::Instant ended_before, base::Instant unlisted_before) override;
    base::Done freeze(const server::figures::FrozenMonth& month,
                      const std::vector<server::figures::FrozenItem>& items) override;

protected:
    MemoryRecord& record_;
};

}  // namespace support
