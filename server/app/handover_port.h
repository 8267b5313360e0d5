#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/app/case_link.h"
#include "server/app/deadlines.h"
#include "server/app/drop_batch.h"
#include "server/app/exchange.h"
#include "server/app/linked_user.h"

/// The part of the hub's record that is about the way to the case system; parts of View and Transaction
/// (server/app/store.h).
namespace server::app {

class HandoverView {
public:
    virtual ~HandoverView() = default;

    /// Every call that was made about this appointment's update, in the order they were made. None of a
    /// person whose time is over or who was erased.
    virtual base::Result<std::vector<Exchange>> exchanges_of(const domain::AppointmentId& id) = 0;

    /// Deadlines of this appointment that were missed; by kind.
    virtual base::Result<std::vector<Breach>> breaches_of(const domain::AppointmentId& id) = 0;
    /// Deadlines in [from, to) that were missed; by deadline, then by appointment and kind.
    virtual base::Result<std::vector<Breach>> breaches_between(base::Instant from, base::Instant to) = 0;
    virtual base::Result<CaseLink> case_link() = 0;
    /// None when nobody is linked.
    virtual base::Result<std::optional<LinkedUser>> linked_user() = 0;
    /// Those that are neither answered nor abandoned, by the time they were made.
    virtual base::Result<std::vector<DropBatch>> open_drop_batches() = 0;
    virtual base::Result<std::optional<DropBatch>> drop_batch(std::string_view id) = 0;
    /// In any state, by the time it was made.
    virtual base::Result<std::optional<DropBatch>> newest_drop_batch() = 0;
    /// The newest that was not abandoned and has a row about this appointment.
    virtual base::Result<std::optional<DropBatch>> newest_batch_of(const domain::AppointmentId& id) = 0;
    /// By number; without those of people who were erased.
    virtual base::Result<std::vector<DropRow>> drop_rows(std::string_view batch) = 0;
};

class HandoverChanges {
public:
    virtual ~HandoverChanges() = default;

    /// Conflict when its id is taken. Passed over when the person was erased: it goes with their key.
    virtual base::Done append(const Exchange& exchange) = 0;
    /// Conflict when this kind of deadline was missed for the appointment before.
    virtual base::Done append(const Breach& breach) = 0;
    virtual base::Done put(const CaseLink& link) = 0;
    /// In place of whoever was linked before. Their token is out of the data folder's files only after
    /// Store::empty_log().
    virtual base::Done put(const LinkedUser& user) = 0;
    virtual base::Done unlink_user() = 0;
    /// By id.
    virtual base::Done put(const DropBatch& batch) = 0;
    /// Conflict when the batch has a row of this number, NotFound when there is no such batch.
    virtual base::Done append(const DropRow& row) = 0;
    /// Conflict when it was answered before, NotFound when there is no such row.
    virtual base::Done answer_row(std::string_view batch, unsigned number, bool taken) = 0;
};

}  // namespace server::app
