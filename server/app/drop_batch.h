#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/domain/appointment.h"
#include "shared/domain/attendance.h"

/// Records that go to a provider's case system as files, a batch a file (docs/csv-drop.md).
namespace server::app {

/// In a batch at most; more wait for the next one.
inline constexpr std::size_t kBatchRowsMax = 500;

enum class BatchState {
    Made,      ///< its rows are on disk in the record, and nothing of it is outside
    Prepared,  ///< its file is on disk where nobody fetches it yet
    Leaving,   ///< its updates are Sending: its file is being put, or was put, where the provider fetches it
    HandedOver,  ///< its file was put where the provider fetches it
    Answered,    ///< the provider's answer is taken in
    Abandoned,   ///< something in it changed before it left: its file is never handed over
};
/// `made`, `prepared`, `leaving`, `handed_over`, `answered`, `abandoned`.
std::string_view to_word(BatchState state);
std::optional<BatchState> batch_state_from_word(std::string_view word);

struct DropBatch {
    std::string id;  ///< UUID (version 7); the file is named after it
    base::Instant made_at{};
    BatchState state = BatchState::Made;
    unsigned rows = 0;  ///< how many it was made of
    std::optional<base::Instant> handed_over_at;
    std::optional<base::Instant> answered_at;
    bool overdue_told = false;  ///< people were told that no answer has come

    bool operator==(const DropBatch&) const = default;
};

/// One record of a batch, as it stood when the batch was made: what is told does not change afterwards.
struct DropRow {
    std::string batch;
    unsigned number = 0;  ///< from 1
    domain::AppointmentId appointment;
    domain::ReferralId referral;
    domain::UpdateId update;
    domain::PersonId person;
    std::string reference;  ///< of the referral; empty where the hub holds none
    domain::AppointmentType type = domain::AppointmentType::Delivery;
    base::Instant start{};
    domain::Attendance attendance = domain::Attendance::Yes;
    std::optional<base::Instant> arrived_at;
    std::optional<domain::NoSessionReason> not_held;
    std::string note;           ///< staff's words that the practitioner will read
    std::string decided_by;     ///< who decided to submit it
    std::optional<bool> taken;  ///< what was answered; none yet

    bool operator==(const DropRow&) const = default;
};

struct RowAnswer {
    unsigned row = 0;
    bool taken = false;
    std::string reason;  ///< why it was not, in the provider's words, on one line

    bool operator==(const RowAnswer&) const = default;
};

/// What came back for a whole batch: each row once, in order.
struct BatchAnswer {
    std::string batch;
    std::vector<RowAnswer> rows;

    bool operator==(const BatchAnswer&) const = default;
};

/// One file that came back: what it says, or what is wrong with it.
struct ReturnedFile {
    std::string name;   ///< as the folder has it, to name it to put_away() again
    std::string shown;  ///< a name that may be shown
    base::Result<BatchAnswer> answer;
    std::string which{};  ///< tells it from another file that takes its name later
};

/// The folders between the hub and the provider. Blocking; from one thread at a time. Errors are Unavailable,
/// with the folder and what to do.
class CaseFiles {
public:
    virtual ~CaseFiles() = default;

    /// Writes the batch's file where nobody fetches it; on disk when this returns. In place of an earlier
    /// try.
    virtual base::Done prepare(const DropBatch& batch, const std::vector<DropRow>& rows) = 0;
    /// Puts it where the provider fetches it, whole and at once. Does nothing where that was done before.
    virtual base::Done hand_over(const DropBatch& batch) = 0;
    /// Whether its file is seen where it was prepared: then it was not handed over. Not seen may also mean
    /// that the folder cannot be reached.
    virtual bool is_prepared(const DropBatch& batch) const = 0;
    /// Removes what was prepared for any batch but these.
    virtual base::Done discard_all_but(const std::vector<DropBatch>& batches) = 0;
    /// What has come back, by name.
    virtual base::Result<std::vector<ReturnedFile>> returned() = 0;
    /// What was taken in is removed. Another file that has taken its name meanwhile stays.
    virtual base::Done put_away(const ReturnedFile& file) = 0;
    /// What the batch's file is called.
    virtual std::string name_of(const DropBatch& batch) const = 0;
};

}  // namespace server::app
