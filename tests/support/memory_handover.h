#pragma once

#include <algorithm>
#include <iterator>
#include <tuple>

#include "tests/support/map_values.h"
#include "tests/support/memory_histories.h"
#include "tests/support/memory_log.h"

namespace support {

/// The part of the port in memory that is about the way to the case system.
class MemoryHandover : public MemoryHistories {
public:
    using MemoryHistories::MemoryHistories;
    using Transaction::append;
    using Transaction::put;

    base::Result<std::vector<server::app::Exchange>> exchanges_of(const domain::AppointmentId& id) override {
        std::vector<server::app::Exchange> out;
        std::copy_if(record_.exchanges.begin(), record_.exchanges.end(), std::back_inserter(out),
                     [&](const auto& one) { return one.appointment == id; });
        return out;
    }
    base::Done append(const server::app::Exchange& exchange) override {
        if (record_.erased.contains(exchange.person)) return {};
        return append_once(record_.exchanges, exchange);
    }
    base::Result<std::vector<server::app::Breach>> breaches_of(const domain::AppointmentId& id) override {
        return breaches_where([&](const server::app::Breach& one) { return one.appointment == id; });
    }
    base::Result<std::vector<server::app::Breach>> breaches_between(base::Instant from,
                                                                    base::Instant to) override {
        return breaches_where(
            [&](const server::app::Breach& one) { return one.deadline >= from && one.deadline < to; });
    }
    base::Done append(const server::app::Breach& breach) override {
        const auto same = [&](const server::app::Breach& one) {
            return one.appointment == breach.appointment && one.kind == breach.kind;
        };
        if (std::any_of(record_.breaches.begin(), record_.breaches.end(), same))
            return base::fail(base::ErrorKind::Conflict, "this deadline is noted as missed already");
        record_.breaches.push_back(breach);
        return {};
    }
    base::Result<server::app::CaseLink> case_link() override { return record_.case_link; }
    base::Done put(const server::app::CaseLink& link) override {
        record_.case_link = link;
        return {};
    }
    base::Result<std::optional<server::app::LinkedUser>> linked_user() override {
        return record_.linked_user;
    }
    base::Done put(const server::app::LinkedUser& user) override {
        record_.linked_user = user;
        return {};
    }
    base::Done unlink_user() override {
        record_.linked_user.reset();
        return {};
    }
    base::Result<std::vector<server::app::DropBatch>> open_drop_batches() override {
        auto out = batches();
        std::erase_if(out, [](const auto& one) {
            return one.state == server::app::BatchState::Answered ||
                   one.state == server::app::BatchState::Abandoned;
        });
        return out;
    }
    base::Result<std::optional<server::app::DropBatch>> newest_batch_of(
        const domain::AppointmentId& id) override {
        std::optional<server::app::DropBatch> newest;
        for (const server::app::DropBatch& batch : batches()) {
            if (batch.state == server::app::BatchState::Abandoned) continue;
            const bool has_it =
                std::any_of(record_.drop_rows.begin(), record_.drop_rows.end(),
                            [&](const auto& row) { return row.batch == batch.id && row.appointment == id; });
            if (has_it) newest = batch;
        }
        return newest;
    }
    base::Result<std::optional<server::app::DropBatch>> drop_batch(std::string_view id) override {
        const auto found = record_.batches.find(id);
        return found == record_.batches.end() ? std::nullopt : std::optional(found->second);
    }
    base::Result<std::optional<server::app::DropBatch>> newest_drop_batch() override {
        const auto all = batches();
        return all.empty() ? std::nullopt : std::optional(all.back());
    }
    base::Result<std::vector<server::app::DropRow>> drop_rows(std::string_view batch) override {
        std::vector<server::app::DropRow> out;
        std::copy_if(record_.drop_rows.begin(), record_.drop_rows.end(), std::back_inserter(out),
                     [&](const auto& one) { return one.batch == batch; });
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
        return out;
    }
    base::Done put(const server::app::DropBatch& batch) override {
        record_.batches[batch.id] = batch;
        return {};
    }
    base::Done append(const server::app::DropRow& row) override {
        if (!record_.batches.contains(row.batch))
            return base::fail(base::ErrorKind::NotFound, "there is no such batch");
        if (row_of(row.batch, row.number) != nullptr)
            return base::fail(base::ErrorKind::Conflict, "the batch has this row");
        record_.drop_rows.push_back(row);
        return {};
    }
    base::Done answer_row(std::string_view batch, unsigned number, bool taken) override {
        server::app::DropRow* row = row_of(batch, number);
        if (row == nullptr) return base::fail(base::ErrorKind::NotFound, "there is no such row");
        if (row->taken) return base::fail(base::ErrorKind::Conflict, "this row was answered");
        row->taken = taken;
        return {};
    }

private:
    std::vector<server::app::DropBatch> batches() const {
        auto out = values(record_.batches);
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
            return std::tie(a.made_at, a.id) < std::tie(b.made_at, b.id);
        });
        return out;
    }
    server::app::DropRow* row_of(std::string_view batch, unsigned number) {
        const auto found =
            std::find_if(record_.drop_rows.begin(), record_.drop_rows.end(),
                         [&](const auto& one) { return one.batch == batch && one.number == number; });
        return found == record_.drop_rows.end() ? nullptr : &*found;
    }
    template <class Test>
    std::vector<server::app::Breach> breaches_where(Test test) const {
        std::vector<server::app::Breach> out;
        std::copy_if(record_.breaches.begin(), record_.breaches.end(), std::back_inserter(out), test);
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.deadline, a.appointment, to_word(a.kind)) <
                   std::tuple(b.deadline, b.appointment, to_word(b.kind));
        });
        return out;
    }
};

}  // namespace support
