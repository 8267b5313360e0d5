#pragma once

#include "server/app/left_to_reception.h"
#include "server/app/record_arrival.h"
#include "tests/unit/server_app/hub.h"

namespace server::app {
using domain::Attendance;
using domain::ClockState;
using domain::UpdateState;
using protocol::ArrivalResult;
using testing::ElementsAre;

/// A Monday; the appointment is at two.
class RecordArrival : public testing::Test {
protected:
    RecordArrival() : hub("2026-11-23T13:50:00Z") {
        ada = hub.add_person("ada", "Ada", "Quill", std::nullopt);
        two = hub.add_appointment("two", ada, "2026-11-23T14:00:00Z");
    }

    std::vector<ArrivalResult> results(const base::Result<protocol::ArrivalReply>& reply) {
        std::vector<ArrivalResult> out;
        if (!reply) return out;
        for (const auto& one : reply->outcomes) out.push_back(one.result);
        return out;
    }
    std::size_t calls() const { return hub.store.record().calls.size(); }

    Hub hub;
    domain::PersonId ada;
    domain::Appointment two;
};

}  // namespace server::app
