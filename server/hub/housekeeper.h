#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "server/app/freeze_months.h"
#include "server/app/keep_house.h"

namespace server::hub {

/// Notes missed deadlines each minute, freezes a month's figures once its time has come, and keeps house once
/// a day after closing, and soon after a start when that is overdue, on a thread of its own or step by step
/// in a test. What could not be done to its end is tried again at the next look.
class Housekeeper {
public:
    struct Needs {
        app::Store& store;
        base::Entropy& entropy;
        std::function<app::Moment()> moment;
        app::HubRules rules;  ///< as the settings file gives them
        app::Retention retention;
        app::FigureRules figures;  ///< likewise
    };
    explicit Housekeeper(Needs needs) : needs_(std::move(needs)) {}
    /// Stops the thread; what is under way stops after its transaction.
    ~Housekeeper() = default;
    Housekeeper(const Housekeeper&) = delete;
    Housekeeper& operator=(const Housekeeper&) = delete;

    /// Does what is due, if anything; none when no house is to be kept, or it could not be done yet. From one
    /// thread at a time.
    base::Result<std::optional<app::Housekeeping>> run_once(const std::stop_token& stop = {});

    void start();

private:
    void freeze(const app::Moment& moment, const domain::Calendar& calendar);
    void note_missed(const app::Moment& moment);
    void run(const std::stop_token& stop);

    const Needs needs_;
    std::optional<base::Instant> missed_looked_at_;  ///< when deadlines were last looked at
    std::mutex mutex_;
    std::condition_variable_any stopping_;
    std::jthread thread_;  ///< last: it is joined before anything it uses is gone
};

}  // namespace server::hub
