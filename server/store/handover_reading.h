#pragma once

#include "server/app/store.h"
#include "server/store/drop_batches.h"
#include "server/store/exchanges.h"
#include "server/store/handover.h"
#include "server/store/linked_user.h"
#include "server/store/record.h"

namespace server::store {

/// The questions of app::HandoverView on one connection; `Port` is View or PackTransaction.
template <class Port>
class HandoverReading : public Port {
public:
    explicit HandoverReading(Record record) : record_(record) {}

    base::Result<std::vector<app::Exchange>> exchanges_of(const domain::AppointmentId& id) override {
        return exchanges_of_appointment(record_, id);
    }
    base::Result<std::vector<app::Breach>> breaches_of(const domain::AppointmentId& id) override {
        return breaches_of_appointment(record_, id);
    }
    base::Result<std::vector<app::Breach>> breaches_between(base::Instant from, base::Instant to) override {
        return breaches(record_, from, to);
    }
    base::Result<app::CaseLink> case_link() override { return read_case_link(record_); }
    base::Result<std::optional<app::LinkedUser>> linked_user() override { return read_linked_user(record_); }
    base::Result<std::vector<app::DropBatch>> open_drop_batches() override {
        return unanswered_batches(record_);
    }
    base::Result<std::optional<app::DropBatch>> drop_batch(std::string_view id) override {
        return read_batch(record_, id);
    }
    base::Result<std::optional<app::DropBatch>> newest_drop_batch() override { return newest_batch(record_); }
    base::Result<std::optional<app::DropBatch>> newest_batch_of(const domain::AppointmentId& id) override {
        return newest_batch_of_appointment(record_, id);
    }
    base::Result<std::vector<app::DropRow>> drop_rows(std::string_view batch) override {
        return rows_of_batch(record_, batch);
    }

protected:
    Record record_;
};

}  // namespace server::store
